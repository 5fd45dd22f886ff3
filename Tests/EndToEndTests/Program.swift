import CPseudoTerminal
import JSONText
import Testing

/// How a command without a terminal ended.
struct Ran {
  var status: Int
  var output: [UInt8]
  var errors: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines on standard error.
  var complaints: [Substring] { errors.split(separator: "\n", omittingEmptySubsequences: true) }

  func json() throws -> JSON { try JSON(reading: output) }
}

/// A folder with drafts in it, and the program to use on them.
struct Desk {
  static let settings = [
    "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
  ]

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A desk with a copy of the bundled sample on it: one total blank, all else in order.
  init(sample name: String) throws {
    try self.init()
    try folder.write(Self.sample(), to: name)
  }

  /// The bytes of the bundled sample.
  static func sample() throws -> [UInt8] {
    try contents(ofFile: package + "/Sources/nianbao/Samples/demo.json")
  }

  static var package: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }

  /// Runs a command in the folder, without a terminal.
  @discardableResult
  func run(
    program: String = "nianbao", _ command: [String], stdin: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Ran {
    try execute([try builtProgram(program)] + command, stdin: stdin, environment: environment)
  }

  /// Runs any program in the folder, without a terminal.
  func execute(
    _ command: [String], stdin: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Ran {
    let arguments = CStrings(command)
    let variables = Self.settings.merging(environment) { _, wanted in wanted }
    let settings = CStrings(variables.map { "\($0.key)=\($0.value)" }.sorted())
    var result = program_result()
    let code = stdin.withUnsafeBytes { input in
      program_run(
        arguments.pointers, settings.pointers, folder.path,
        input.baseAddress?.assumingMemoryBound(to: CChar.self), input.count, 20_000, &result)
    }
    defer { program_result_free(&result) }
    guard code == 0 else { throw TerminalFailure(description: "the program did not start") }
    return Ran(
      status: Int(result.status), output: bytes(result.output, result.output_count),
      errors: String(decoding: bytes(result.errors, result.errors_count), as: UTF8.self))
  }

  @discardableResult
  func run(_ command: String...) throws -> Ran { try run(command) }

  private func bytes(_ start: UnsafeMutablePointer<CChar>?, _ count: Int) -> [UInt8] {
    UnsafeBufferPointer(start: start, count: count).map { UInt8(bitPattern: $0) }
  }

  /// Starts a command on a terminal of its own, in the folder.
  func start(
    _ command: [String], environment: [String: String] = [:],
    size: (columns: Int, rows: Int) = (100, 45), widthAnswer: WidthAnswer = .narrow
  ) throws -> TerminalSession {
    try TerminalSession(
      command: [try builtProgram()] + command, environment: environment, size: size,
      directory: folder.path, widthAnswer: widthAnswer)
  }

  /// Opens a draft in the editor and waits for the screen.
  func open(
    _ command: String..., size: (columns: Int, rows: Int) = (100, 45)
  ) throws -> TerminalSession {
    let session = try start(command, size: size)
    // Or what is asked first.
    let signs = ["F1 ", "Esc 返回", "Esc 以后再说"]
    try session.waitUntil("the screen") { picture in signs.contains { picture.contains($0) } }
    return session
  }

  /// What `show` prints for a key, without the key; nil where the program refuses.
  func value(of key: String, in draft: String) throws -> String? {
    let ran = try run("show", draft, key)
    guard ran.status == 0, let tab = ran.text.firstIndex(of: "\t") else { return nil }
    return String(ran.text[ran.text.index(after: tab)...].prefix { $0 != "\n" })
  }

  func bytes(of name: String) throws -> [UInt8] {
    try contents(ofFile: folder / name)
  }
}

extension Desk {
  /// Opens a draft after a session was cut off, restores its work and saves it.
  func restore(_ name: String) throws {
    let session = try open(name)
    try session.waitUntil(shows: "有未保存的修改可以恢复")
    session.press(.enter)
    try session.waitUntil(shows: "可以撤销")
    try session.saveAndQuit()
  }
}

extension TerminalSession {
  /// Saves and leaves the editor, which must not ask.
  func saveAndQuit() throws {
    press(.control("s"))
    try waitUntil(shows: "已保存")
    press(.control("q"))
    #expect(try waitForExit() == 0)
  }
}

extension Picture {
  /// The figures of the table row with this label, blanks as empty strings.
  func figures(of label: String) -> [String] {
    guard let row = rows.first(where: { $0.contains(label + " ") || $0.hasSuffix(label) }) else {
      return []
    }
    let cells = row.split(separator: "│", omittingEmptySubsequences: false).dropFirst()
    return cells.map { $0.filter { $0 != " " } }
  }

  /// Whether the table row with this label has the mark of an error.
  func marks(_ label: String) -> Bool { contains("✗ " + label) }
}

/// A generator that gives the same numbers in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
