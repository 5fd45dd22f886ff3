/// Folders that only their owner may enter.
struct OwnFolders: Sendable {
  private let system: FileSystem

  init(_ system: FileSystem) {
    self.system = system
  }

  /// Opens a folder that is the person's own, no link to one, and shuts all others out.
  func open(_ path: String) throws(FileError) -> FileSystem.Descriptor {
    let descriptor: FileSystem.Descriptor
    do throws(SystemError) {
      descriptor = try repeating { () throws(SystemError) in
        try system.open(path, [.folder, .noTricks], 0)
      }
    } catch {
      throw FileError(.open, .init(error), path: path)
    }
    do throws(SystemError) {
      let status = try system.openStatus(descriptor)
      guard status.user == ProcessIdentity.user else { throw SystemError.notPermitted }
      if status.mode & 0o077 != 0 { try system.changeMode(descriptor, 0o700) }
      return descriptor
    } catch {
      closeQuietly(descriptor, in: system)
      throw FileError(.open, .init(error), path: path)
    }
  }

  /// Makes a folder, and the ones above it, where they are missing.
  func make(_ path: String) throws(FileError) {
    let above = folderPrefix(of: path)
    var failure = failure(making: path)
    if failure == .notFound, above.utf8.count > 1 {
      try make(String(above.dropLast()))
      failure = self.failure(making: path)
    }
    if failure == .exists { return }
    if let failure { throw FileError(.create, .init(failure), path: path) }
    try synchronizeFolder(above, for: path, in: system)
  }

  private func failure(making path: String) -> SystemError? {
    do throws(SystemError) {
      try repeating { () throws(SystemError) in try system.makeFolder(path, 0o700) }
      return nil
    } catch {
      return error
    }
  }
}

/// Makes sure that folders are there, the outer ones first, and that nobody but this person may
/// enter them.
///
/// - Throws: `FileError` naming the folder that cannot be made, or is not this person's own.
package func requireOwnFolders(_ paths: [String]) throws(FileError) {
  let own = OwnFolders(.system)
  for path in paths {
    try own.make(path)
    closeQuietly(try own.open(path), in: .system)
  }
}
