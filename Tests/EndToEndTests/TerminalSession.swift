import CPseudoTerminal
import Glibc

/// Why a session did not come to what was awaited, with the picture to see it by.
struct TerminalFailure: Error, CustomStringConvertible {
  var description: String
}

/// A program on a terminal of its own, with someone who types and looks.
///
/// Waiting is for what shows, never for a time: every wait ends as soon as it is true and fails
/// with the picture after ten seconds.
final class TerminalSession {
  /// Everything the program has written.
  private(set) var output: [UInt8] = []
  private(set) var picture: Picture
  private let emulator: TerminalEmulator
  private var process: pid_t
  private var terminal: Int32 = -1
  private var status: Int?
  private var hasEnded = false
  private var unsent: [UInt8] = []

  /// Starts a program; what `environment` does not name it does not see.
  init(
    command: [String], environment: [String: String] = [:],
    size: (columns: Int, rows: Int) = (100, 30), directory: String? = nil,
    widthAnswer: WidthAnswer = .narrow
  ) throws {
    emulator = TerminalEmulator(size: size, widthAnswer: widthAnswer)
    picture = emulator.picture
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
    ]
    variables.merge(environment) { _, wanted in wanted }
    let arguments = CStrings(command)
    let settings = CStrings(variables.map { "\($0.key)=\($0.value)" }.sorted())
    process = pseudo_terminal_start(
      arguments.pointers, settings.pointers, directory, Int32(size.columns), Int32(size.rows),
      &terminal)
    guard process > 0 else { throw TerminalFailure(description: "no pseudo-terminal to be had") }
  }

  deinit { pseudo_terminal_end(status == nil ? process : -1, terminal) }

  /// Types bytes as they are.
  func send(_ bytes: String) { send(Array(bytes.utf8)) }

  /// Types bytes as they are.
  func send(_ bytes: [UInt8]) {
    unsent += bytes
    flush()
  }

  /// Presses keys, all in one burst.
  ///
  /// Wait for what Escape does before pressing the next: together they mean Alt.
  func press(_ keys: Press...) { send(keys.map(\.bytes).joined()) }

  /// Reads until the picture is as wanted.
  @discardableResult
  func waitUntil(
    _ claim: String = "", seconds: Int = 10, _ condition: (Picture) -> Bool
  ) throws -> Picture {
    let deadline = pseudo_terminal_clock() + seconds * 1000
    while !condition(picture) {
      let left = deadline - pseudo_terminal_clock()
      if left <= 0 { throw failure("never showed \(claim)") }
      if hasEnded { throw failure("ended without showing \(claim)") }
      read(milliseconds: min(left, 100))
    }
    return picture
  }

  /// Reads until some row holds `text`.
  @discardableResult
  func waitUntil(shows text: String) throws -> Picture {
    try waitUntil("“\(text)”") { $0.contains(text) }
  }

  /// Reads until nothing has come for a while: only for claims that nothing happens.
  @discardableResult
  func settle(milliseconds: Int = 150) -> Picture {
    while !hasEnded, read(milliseconds: milliseconds) {}
    return picture
  }

  /// Reads to the program's end and returns its exit code, 128 and the signal where one ended it.
  func waitForExit(seconds: Int = 10) throws -> Int {
    let deadline = pseudo_terminal_clock() + seconds * 1000
    while status == nil {
      let left = deadline - pseudo_terminal_clock()
      if left <= 0 { throw failure("did not end") }
      var code: Int32 = 0
      if hasEnded {
        if pseudo_terminal_ended(process, Int32(left), &code) == 1 { status = Int(code) }
      } else {
        read(milliseconds: min(left, 100))
        if pseudo_terminal_ended(process, 0, &code) == 1 { status = Int(code) }
      }
    }
    while !hasEnded, read(milliseconds: 0) {}
    return status ?? -1
  }

  /// Gives the window another size, as dragging its corner does.
  func resize(to size: (columns: Int, rows: Int)) {
    emulator.resize(to: size)
    picture = emulator.picture
    _ = pseudo_terminal_resize(terminal, Int32(size.columns), Int32(size.rows))
  }

  /// Sends a signal to the program.
  func kill(_ signal: Int32) { _ = pseudo_terminal_kill(process, signal) }

  /// Closes the window while the program runs.
  func hangUp() {
    close(terminal)
    terminal = -1
    hasEnded = true
  }

  /// Whether the terminal is left as a shell wants it: lines, echo, Ctrl+C.
  var isCooked: Bool { pseudo_terminal_is_cooked(terminal) == 1 }

  /// A number that is the same as long as the terminal's modes are.
  var modes: UInt { pseudo_terminal_modes(terminal) }

  /// Takes one read in; false if nothing came.
  @discardableResult
  private func read(milliseconds: Int) -> Bool {
    flush()
    var bytes = [CChar](repeating: 0, count: 65536)
    let count = pseudo_terminal_read(terminal, &bytes, bytes.count, Int32(milliseconds))
    guard count >= 0 else { return false }
    hasEnded = count == 0
    let written = bytes.prefix(count).map { UInt8(bitPattern: $0) }
    output += written
    unsent += emulator.draw(written)
    picture = emulator.picture
    flush()
    return count > 0
  }

  private func flush() {
    guard !unsent.isEmpty, terminal >= 0 else { return }
    let count = unsent.withUnsafeBytes { bytes in
      pseudo_terminal_write(
        terminal, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    if count > 0 { unsent.removeFirst(count) }
  }

  private func failure(_ what: String) -> TerminalFailure {
    TerminalFailure(description: "The program \(what).\n\(picture)")
  }
}

/// Strings as C wants them, ended by NULL, for as long as the value lives.
final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: count + 1)
    for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
    pointers[count] = nil
  }

  deinit {
    for index in 0..<count { pointers[index].map { free($0) } }
    pointers.deallocate()
  }
}

/// A program of the package, as it was built with the tests.
func builtProgram(_ name: String = "nianbao") throws -> String {
  var path = [CChar](repeating: 0, count: 4096)
  let count = readlink("/proc/self/exe", &path, path.count)
  let tests = String(
    decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  guard let slash = tests.lastIndex(of: "/") else {
    throw TerminalFailure(description: "no folder in “\(tests)”")
  }
  return tests[...slash] + name
}
