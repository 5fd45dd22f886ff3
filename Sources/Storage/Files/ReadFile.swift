private import Glibc

/// The content of the file at `path`, at most `limit` bytes.
///
/// Pipes and devices are read to their end, as process substitution needs; opening a pipe waits
/// for its writer.
///
/// - Throws: `FileError`, with `.tooLarge` where there is more than `limit`.
package func readFile(at path: String, limit: Int) throws(FileError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
  guard descriptor >= 0 else { throw FileError(.open, .init(errno: errno), path: path) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else {
    throw FileError(.examine, .init(errno: errno), path: path)
  }
  let kind = status.st_mode & S_IFMT
  guard kind != S_IFDIR else { throw FileError(.open, .isDirectory, path: path) }
  guard kind != S_IFREG || status.st_size <= limit else {
    throw FileError(.read, .tooLarge(limit: limit), path: path)
  }
  return try readAll(
    fileDescriptor: descriptor, limit: limit, path: path, expected: Int(status.st_size))
}

/// Everything up to the end of an open file, such as standard input, at most `limit` bytes.
///
/// - Throws: `FileError`, with `.tooLarge` where there is more than `limit`.
package func readAll(fileDescriptor: Int32, limit: Int) throws(FileError) -> [UInt8] {
  try readAll(fileDescriptor: fileDescriptor, limit: limit, path: "", expected: 0)
}

private func readAll(fileDescriptor: Int32, limit: Int, path: String, expected: Int)
  throws(FileError) -> [UInt8]
{
  var content: [UInt8] = []
  // A size is only a hint: files of /proc say 0, and a file may grow.
  content.reserveCapacity(max(0, min(expected, limit)))
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = buffer.withUnsafeMutableBytes { read(fileDescriptor, $0.baseAddress, $0.count) }
    if count == 0 { return content }
    if count < 0 {
      try continueReading(after: errno, fileDescriptor, path)
      continue
    }
    guard content.count + count <= limit else {
      throw FileError(.read, .tooLarge(limit: limit), path: path)
    }
    content += buffer[..<count]
  }
}

/// Says whether reading may go on: an interrupted call is tried again, an empty pipe waited for.
private func continueReading(after number: Int32, _ descriptor: Int32, _ path: String)
  throws(FileError)
{
  switch number {
  case EINTR: return
  case EAGAIN:
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = Glibc.poll(&poll, 1, -1)
  default: throw FileError(.read, .init(errno: number), path: path)
  }
}
