import Storage
import Synchronization

/// What may stand in a file, as far as the one who writes it was told.
///
/// After a save was acknowledged nothing older may stand there; while one is attempted, either may.
package final class Witness: Sendable {
  private struct State {
    var contents: [[UInt8]?]
    /// Whether a draft may stand there whose bytes only its writer knows.
    var allowsAnyDraft = false
  }

  private let state: Mutex<State>

  /// Begins with what certainly stands there; nil for no file.
  package init(_ content: [UInt8]?) { state = Mutex(State(contents: [content])) }

  /// From now on this may stand there too.
  package func attempts(_ content: [UInt8]?) { state.withLock { $0.contents.append(content) } }

  /// From now on any whole draft may stand there: what is in it is for the scenario to judge.
  package func attemptsDraft() { state.withLock { $0.allowsAnyDraft = true } }

  /// From now on only this may stand there.
  package func acknowledges(_ content: [UInt8]?) {
    state.withLock { $0 = State(contents: [content]) }
  }

  /// Attempts a save, and acknowledges it where it did not fail.
  package func saving(_ content: [UInt8], _ save: () throws -> Void) throws {
    attempts(content)
    try save()
    acknowledges(content)
  }

  /// Whether this may stand there now; nil for no file.
  package func allows(_ content: [UInt8]?) -> Bool {
    let state = state.withLock { $0 }
    if state.contents.contains(content) { return true }
    guard state.allowsAnyDraft, let content else { return false }
    do throws(DraftError) {
      _ = try DraftFile.draft(reading: content)
      return true
    } catch {
      return false
    }
  }
}
