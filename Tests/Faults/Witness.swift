import Synchronization

/// What may stand in a file, as far as the one who writes it was told.
///
/// After a save was acknowledged nothing older may stand there; while one is attempted, either may.
package final class Witness: Sendable {
  private let contents: Mutex<[[UInt8]?]>

  /// Begins with what certainly stands there; nil for no file.
  package init(_ content: [UInt8]?) { contents = Mutex([content]) }

  /// From now on this may stand there too.
  package func attempts(_ content: [UInt8]?) { contents.withLock { $0.append(content) } }

  /// From now on only this may stand there.
  package func acknowledges(_ content: [UInt8]?) { contents.withLock { $0 = [content] } }

  /// Attempts a save, and acknowledges it where it did not fail.
  package func saving(_ content: [UInt8], _ save: () throws -> Void) throws {
    attempts(content)
    try save()
    acknowledges(content)
  }

  /// What may stand there now.
  package var allowed: [[UInt8]?] { contents.withLock { $0 } }
}
