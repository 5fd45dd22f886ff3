/// The content of the file at `path`, at most `limit` bytes.
///
/// Pipes and devices are read to their end, as process substitution needs; opening a pipe waits
/// for its writer.
///
/// - Throws: `FileError`, with `.tooLarge` where there is more than `limit`.
package func readFile(
  at path: String, limit: Int, in system: FileSystem = .system
) throws(FileError) -> [UInt8] {
  try readFile(at: path, limit: limit, flags: [], in: system).content
}

/// Everything up to the end of an open file, such as standard input, at most `limit` bytes.
///
/// - Throws: `FileError`, with `.tooLarge` where there is more than `limit`.
package func readAll(fileDescriptor: Int32, limit: Int) throws(FileError) -> [UInt8] {
  try readAll(fileDescriptor, limit: limit, path: "", expected: 0, in: .system)
}

/// The content of a file and what the system tells of it, both of the same open file.
func readFile(
  at path: String, limit: Int, flags: OpenFlags, in system: FileSystem
) throws(FileError) -> (content: [UInt8], status: FileStatus) {
  let descriptor: FileSystem.Descriptor
  let status: FileStatus
  do throws(SystemError) {
    descriptor = try repeating { () throws(SystemError) in try system.open(path, flags, 0) }
  } catch {
    throw FileError(.open, .init(error), path: path)
  }
  defer { closeQuietly(descriptor, in: system) }
  do throws(SystemError) {
    status = try system.openStatus(descriptor)
  } catch {
    throw FileError(.examine, .init(error), path: path)
  }
  guard status.kind != .folder else { throw FileError(.open, .isDirectory, path: path) }
  if flags.contains(.noTricks), status.kind != .file {
    throw FileError(.open, .notAFile, path: path)
  }
  guard status.kind != .file || status.size <= limit else {
    throw FileError(.read, .tooLarge(limit: limit), path: path)
  }
  let content = try readAll(
    descriptor, limit: limit, path: path, expected: status.size, in: system)
  return (content, status)
}

private func readAll(
  _ descriptor: Int32, limit: Int, path: String, expected: Int, in system: FileSystem
) throws(FileError) -> [UInt8] {
  var content: [UInt8] = []
  // A size is only a hint: files of /proc say 0, and a file may grow.
  content.reserveCapacity(max(0, min(expected, limit)))
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count: Int
    do throws(SystemError) {
      count = try system.read(descriptor, &buffer)
    } catch {
      if error.isInterruption { continue }
      guard error.isBusy else { throw FileError(.read, .init(error), path: path) }
      wait(until: .readable, descriptor)
      continue
    }
    if count == 0 { return content }
    guard content.count + count <= limit else {
      throw FileError(.read, .tooLarge(limit: limit), path: path)
    }
    content += buffer[..<count]
  }
}

/// Makes a call again as long as signals come in between.
func repeating<Result>(_ call: () throws(SystemError) -> Result) throws(SystemError) -> Result {
  while true {
    do throws(SystemError) {
      return try call()
    } catch {
      guard error.isInterruption else { throw error }
    }
  }
}

/// Closes a file that was only read, or that is given up.
func closeQuietly(_ descriptor: FileSystem.Descriptor, in system: FileSystem) {
  do throws(SystemError) { try system.close(descriptor) } catch {}  // Nothing depends on it.
}

/// Removes a file that is not wanted any more; one that stays is litter, no loss.
func unlinkQuietly(_ path: String, in system: FileSystem) {
  do throws(SystemError) {
    try repeating { () throws(SystemError) in try system.unlink(path) }
  } catch {}
}
