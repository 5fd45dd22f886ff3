package import ReportModel

/// A journal that a session left behind.
package struct LeftJournal: Equatable, Sendable {
  /// Where it lies.
  package let path: String
  package let recovery: Recovery
}

extension OpenDraft {
  /// What sessions that were cut off left to be recovered, the oldest first.
  ///
  /// The journals of those who are still at work are not among them. One that holds nothing that
  /// the file does not hold is taken away, if its session is certainly over.
  package func leftJournals() -> [LeftJournal] {
    let paths: [String]
    do throws(SystemError) {
      paths = try place.companions(.journal, in: system).map(\.path)
    } catch {
      return []
    }
    var found: [(changed: Int64, journal: LeftJournal)] = []
    for path in paths {
      guard let (head, recovery, changed) = journal(at: path) else { continue }
      let life = head.presence.process.life
      if life == .running || isHeardOf(head.presence, life) { continue }
      let isNew = recovery.halfTyped != nil || !isSameContent(recovery.draft, stored)
      if isNew {
        found.append((changed, LeftJournal(path: path, recovery: recovery)))
      } else if life == .ended {
        unlinkQuietly(path, in: system)
      }
    }
    return found.sorted { ($0.changed, $0.journal.path) < ($1.changed, $1.journal.path) }
      .map(\.journal)
  }

  /// Takes a journal away, after what it held was taken over or given up.
  package func remove(_ journal: LeftJournal) { unlinkQuietly(journal.path, in: system) }

  private func journal(
    at path: String
  ) -> (head: JournalHead, recovery: Recovery, changed: Int64)? {
    do throws(FileError) {
      let (bytes, status) = try readFile(
        at: path, limit: JournalLines.sizeLimit, flags: .noTricks, in: system)
      guard let (head, recovery) = Recovery.read(bytes), head.name == place.name,
        head.presence != presence
      else { return nil }
      return (head, recovery, status.changed)
    } catch {
      return nil
    }
  }

  /// Whether somebody of whom nothing certain can be told gave a sign of life not long ago.
  private func isHeardOf(_ other: Presence, _ life: ProcessIdentity.Life) -> Bool {
    life == .unknown
      && others().contains { $0.presence == other && $0.quietSeconds == nil }
  }

  private func isSameContent(_ left: Draft, _ right: Draft) -> Bool {
    left.form == right.form && Difference(from: left, to: right).isEmpty
      && left.acceptances == right.acceptances && left.previous == right.previous
      && left.comments == right.comments && left.review == right.review
  }
}
