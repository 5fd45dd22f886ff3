import CPseudoTerminal
import Glibc

/// A program on a pseudo-terminal of its own.
struct Terminal {
  private let process: pid_t
  private let descriptor: Int32

  /// Starts a command, whose first word is a path, in a terminal of 256 colours; nil where it
  /// cannot.
  init?(_ command: [String], columns: Int, rows: Int) {
    var descriptor: Int32 = -1
    let variables = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME=/"]
    let arguments = command.map { strdup($0) } + [nil]
    let environment = variables.map { strdup($0) } + [nil]
    defer { for string in arguments + environment { free(string) } }
    process = pseudo_terminal_start(
      arguments, environment, nil, Int32(columns), Int32(rows), &descriptor)
    guard process > 0 else { return nil }
    self.descriptor = descriptor
  }

  /// What came, waiting no longer than so many milliseconds: nil for nothing, empty at the end.
  func read(within milliseconds: Int32) -> [UInt8]? {
    var buffer = [CChar](repeating: 0, count: 64 << 10)
    let count = pseudo_terminal_read(descriptor, &buffer, buffer.count, milliseconds)
    return count < 0 ? nil : buffer.prefix(count).map { UInt8(bitPattern: $0) }
  }

  /// Reads until nothing comes for so many milliseconds, and says how many bytes came.
  func readAll(untilSilentFor milliseconds: Int32) -> Int {
    var count = 0
    while let bytes = read(within: milliseconds), !bytes.isEmpty { count += bytes.count }
    return count
  }

  func type(_ key: String) {
    _ = key.withCString { pseudo_terminal_write(descriptor, $0, key.utf8.count) }
  }

  /// The most memory that the process had so far, in MiB.
  var peakMemory: Double? { memory("VmHWM:") }

  /// The memory that the process has now, in MiB.
  var currentMemory: Double? { memory("VmRSS:") }

  /// A figure of the kernel about the process, in MiB; nil where it tells none.
  private func memory(_ name: String) -> Double? {
    guard let file = fopen("/proc/\(process)/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix(name) else { continue }
      return text.split { !$0.isNumber }.first.flatMap { Double($0) }.map { $0 / 1024 }
    }
    return nil
  }

  func end() { pseudo_terminal_end(process, descriptor) }
}
