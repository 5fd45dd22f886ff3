private import Glibc

/// Replaces the file at `path` with `bytes`, whole or not at all.
///
/// Writes a sibling file, forces it to disk, then renames it over `path`: a reader, and a power
/// cut, see the old content or the new, never a part of either. A link stays a link; mode and
/// group stay what they were, and the owner where the system allows it. Where the group cannot be
/// kept, nobody gains access by it. Access lists and other hard links are not carried over.
///
/// - Throws: `FileError` naming the step that failed; the old file is then untouched and no
///   sibling is left behind.
package func replaceFile(at path: String, with bytes: [UInt8]) throws(FileError) {
  try replaceFile(at: path, with: bytes, calls: .system)
}

/// Writes `bytes` to a new file at `path`, whole or not at all.
///
/// - Throws: `FileError`, with `.exists` where anything stands at `path`, be it a link to nothing;
///   that is left as it is, also when it came there at this very moment.
package func createFile(at path: String, with bytes: [UInt8]) throws(FileError) {
  try createFile(at: path, with: bytes, calls: .system)
}

/// Writes all of `bytes` to an open file, such as standard output.
///
/// - Throws: `FileError`, with `.brokenPipe` where nobody reads any more.
package func writeAll(_ bytes: [UInt8], to fileDescriptor: Int32) throws(FileError) {
  let file = NewFile(descriptor: fileDescriptor, path: "", calls: .system)
  try file.write(bytes)
}

func replaceFile(at path: String, with bytes: [UInt8], calls: FileSystemCalls) throws(FileError) {
  let target = try FileTarget(at: path)
  let sibling = target.sibling
  try writeThrough(bytes, toNew: sibling, like: target.present, for: path, calls)
  do throws(FileError) {
    try check(calls.rename(sibling, target.path), .replace, path)
  } catch {
    _ = calls.unlink(sibling)
    throw error
  }
  synchronizeFolder(target.folder, calls)
}

func createFile(at path: String, with bytes: [UInt8], calls: FileSystemCalls) throws(FileError) {
  var status = stat()
  guard lstat(path, &status) != 0 else { throw FileError(.create, .exists, path: path) }
  let target = try FileTarget(at: path)
  let sibling = target.sibling
  try writeThrough(bytes, toNew: sibling, like: nil, for: path, calls)
  defer { _ = calls.unlink(sibling) }
  switch calls.link(sibling, path) {
  case -EPERM, -EOPNOTSUPP, -ENOSYS, -EMLINK:
    // A file system without hard links, such as that of a USB stick.
    try writeThrough(bytes, toNew: path, like: nil, for: path, calls)
  case let result: try check(result, .create, path)
  }
  synchronizeFolder(target.folder, calls)
}

/// Writes a file that was not there before; if that fails, it is not there afterwards either.
func writeThrough(
  _ bytes: [UInt8], toNew name: String, like present: FileTarget.Present?, for path: String,
  _ calls: FileSystemCalls
) throws(FileError) {
  // A new file gets what the umask leaves; one that replaces another stays closed to all until it
  // has the permissions of the old one.
  let mode: UInt32 = present == nil ? 0o666 : 0o600
  let file = try NewFile(creating: name, mode: mode, for: path, calls)
  do throws(FileError) {
    try file.finish(writing: bytes, like: present)
  } catch {
    _ = calls.unlink(name)
    throw error
  }
}

/// Makes the new name last through a power cut; the content is safe already, so a folder that
/// cannot be synchronized is no failure.
private func synchronizeFolder(_ folder: String, _ calls: FileSystemCalls) {
  let descriptor = calls.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
  guard descriptor >= 0 else { return }
  _ = calls.synchronize(descriptor)
  _ = calls.close(descriptor)
}

private func check(_ result: Int32, _ step: FileError.Step, _ path: String) throws(FileError) {
  guard result < 0 else { return }
  throw FileError(step, .init(errno: -result), path: path)
}

/// An open file that is being written.
private struct NewFile {
  let descriptor: Int32
  /// The path that errors name: the one the user gave, not that of the sibling.
  let path: String
  let calls: FileSystemCalls

  init(descriptor: Int32, path: String, calls: FileSystemCalls) {
    self.descriptor = descriptor
    self.path = path
    self.calls = calls
  }

  init(creating name: String, mode: UInt32, for path: String, _ calls: FileSystemCalls)
    throws(FileError)
  {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    descriptor = calls.open(name, flags, mode)
    self.path = path
    self.calls = calls
    try check(descriptor, .create, path)
  }

  /// Writes everything, takes over the permissions, forces it to disk and closes the file.
  func finish(writing bytes: [UInt8], like present: FileTarget.Present?) throws(FileError) {
    do throws(FileError) {
      try write(bytes)
      if let present { try takeOver(present) }
      try synchronize()
    } catch {
      _ = calls.close(descriptor)
      throw error
    }
    // Some network file systems say only here that the disk was full.
    let closed = calls.close(descriptor)
    if closed != -EINTR { try check(closed, .write, path) }
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = calls.write(descriptor, rest)
      switch count {
      case -Int(EINTR): continue
      case -Int(EAGAIN):
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = Glibc.poll(&poll, 1, -1)
      case 0: throw FileError(.write, .noSpace, path: path)
      case ..<0: throw FileError(.write, .init(errno: Int32(-count)), path: path)
      default: rest = rest.dropFirst(count)
      }
    }
  }

  private func takeOver(_ present: FileTarget.Present) throws(FileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(.keepPermissions, .init(errno: errno), path: path)
    }
    var mode = present.mode
    if status.st_uid != present.user || status.st_gid != present.group {
      let owned = calls.changeOwner(descriptor, present.user, present.group)
      let grouped = owned < 0 ? calls.changeOwner(descriptor, .max, present.group) : owned
      if grouped < 0, status.st_gid != present.group {
        // The new group's members were others to the old file: they get no more than others had.
        mode &= 0o707 | (mode & 0o007) << 3
      }
    }
    if status.st_mode & 0o777 != mode {
      try check(calls.changeMode(descriptor, mode), .keepPermissions, path)
    }
  }

  private func synchronize() throws(FileError) {
    var result = calls.synchronize(descriptor)
    while result == -EINTR { result = calls.synchronize(descriptor) }
    // Not every file system knows what this means; that is not a failure of the disk.
    if result != -EINVAL && result != -ENOSYS { try check(result, .synchronize, path) }
  }
}
