import JSONText
import ReportModel

/// A journal that is being written: one line a change, each on its way to the disk before anybody
/// sees the change.
///
/// Lines that cannot be written are kept, and tried again with the next one.
struct Journal {
  let path: String
  private let descriptor: FileSystem.Descriptor
  private let place: FilePlace
  private let system: FileSystem
  /// How many bytes stand in the file for certain; what a failed write left behind them is written
  /// over.
  private var length = 0
  private var lines = JournalLines()
  private var waiting: [UInt8] = []
  private var isNameSynchronized = false
  /// Whether something was written and not forced to the disk yet.
  private(set) var isUnsynchronized = false

  /// Makes the file, with nothing in it but what will be its first line.
  init(
    _ head: JournalHead, beside place: FilePlace, in system: FileSystem
  ) throws(FileError) {
    self.place = place
    self.system = system
    path = place.companion(head.presence.process.token, .journal)
    descriptor = try Self.create(path, beside: place, in: system)
    waiting = lines.line(head.json)
  }

  private static func create(
    _ path: String, beside place: FilePlace, in system: FileSystem
  ) throws(FileError) -> FileSystem.Descriptor {
    let file: NewFile
    do throws(FileError) {
      file = try NewFile(creating: path, mode: 0o600, for: place.given, in: system)
    } catch {
      guard error.cause == .exists, isEmptied(path, in: system) else { throw error }
      unlinkQuietly(path, in: system)
      file = try NewFile(creating: path, mode: 0o600, for: place.given, in: system)
    }
    do throws(FileError) {
      if let present = place.present { try file.resemble(present) }
    } catch {
      closeQuietly(file.descriptor, in: system)
      unlinkQuietly(path, in: system)
      throw error
    }
    return file.descriptor
  }

  /// Whether a journal of this process lies there that was emptied because it could not be taken
  /// away.
  private static func isEmptied(_ path: String, in system: FileSystem) -> Bool {
    do throws(SystemError) {
      let status = try system.linkStatus(path)
      return status.kind == .file && status.size == 0
    } catch {
      return false
    }
  }

  /// Takes in one more line, to be written by `flush`.
  mutating func add(_ line: JSON) { waiting += lines.line(line) }

  /// Hands all lines to the system, from where they survive the end of this process.
  mutating func flush() throws(FileError) {
    var written = 0
    while written < waiting.count {
      do throws(SystemError) {
        let count = try system.writeAt(descriptor, waiting[written...], length + written)
        guard count > 0 else { throw SystemError.noSpace }
        written += count
      } catch {
        guard error.isInterruption else { throw FileError(.write, .init(error), path: place.given) }
      }
    }
    guard written > 0 else { return }
    length += written
    waiting.removeAll(keepingCapacity: true)
    isUnsynchronized = true
  }

  /// Forces what was written to the disk, with the file's name.
  mutating func synchronize() throws(FileError) {
    try flush()
    guard isUnsynchronized else { return }
    try NewFile(descriptor: descriptor, path: place.given, system: system).synchronize()
    if !isNameSynchronized {
      try synchronizeFolder(of: place, in: system)
      isNameSynchronized = true
    }
    isUnsynchronized = false
  }

  /// Ends the journal; it stays for whoever opens the draft next.
  func close() { closeQuietly(descriptor, in: system) }

  /// Ends the journal and takes it away, because all it holds is saved.
  ///
  /// Where it cannot be taken away it is emptied: what is older than the file must never be offered
  /// as newer.
  func remove() {
    do throws(SystemError) {
      try repeating { () throws(SystemError) in try system.unlink(path) }
    } catch {
      emptyQuietly()
    }
    close()
  }

  private func emptyQuietly() {
    do throws(SystemError) {
      try repeating { () throws(SystemError) in try system.truncate(descriptor, 0) }
    } catch {
      // Two failures in a row: the person who is asked sees old and new.
    }
  }
}
