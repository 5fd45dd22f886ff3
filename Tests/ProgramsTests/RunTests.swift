private import Glibc
import Programs
import Testing

@Suite("Running another program")
struct RunTests {
  private func limits(
    seconds: Int = 60, processorSeconds: Int = 60, outputBytes: Int = 1 << 24,
    memoryBytes: Int = 1 << 30
  ) -> Program.Limits {
    Program.Limits(
      seconds: seconds, processorSeconds: processorSeconds, outputBytes: outputBytes,
      memoryBytes: memoryBytes)
  }

  private func shell(
    _ script: String, input: [UInt8] = [], environment: [String: String] = [:],
    limits: Program.Limits? = nil
  ) throws(ProgramError) -> ProgramResult {
    try run(
      Program(
        "sh", ["-c", script], input: input, environment: environment,
        limits: limits ?? self.limits()))
  }

  @Test func givesOutputComplaintAndExitCode() throws {
    let result = try shell("printf out; printf err >&2; exit 3")
    #expect(result.output == Array("out".utf8))
    #expect(result.complaint == Array("err".utf8))
    #expect(result.exitCode == 3)
  }

  @Test("hands arguments on as they are", arguments: ["a b", "$HOME", "", "'", "*", "中\n文"])
  func handsOn(argument: String) throws {
    let result = try run(Program("printf", ["%s", argument], limits: limits()))
    #expect(result.output == Array(argument.utf8))
  }

  @Test("feeds a program that writes while it reads", arguments: [0, 1, 65_536, 5_000_000])
  func feeds(count: Int) throws {
    let input = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try run(Program("cat", [], input: input, limits: limits())).output == input)
  }

  @Test func livesThroughAProgramThatReadsNothing() throws {
    let input = [UInt8](repeating: 0, count: 5_000_000)
    let result = try shell("exec <&-; printf done", input: input)
    #expect(result.output == Array("done".utf8))
  }

  @Test func keepsOnlyTheBeginningOfALongComplaint() throws {
    let result = try shell("head -c 1000000 /dev/zero >&2; printf done")
    #expect(result.complaint.count == 4_096)
    #expect(result.output == Array("done".utf8))
  }

  @Test func handsOnOnlyTheEnvironmentItIsTold() throws {
    let result = try run(Program("env", [], environment: ["A": "1"], limits: limits()))
    let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
    let names = lines.map { $0.prefix { $0 != "=" } }.sorted()
    #expect(names == ["A", "HOME", "LC_ALL", "PATH"])
    #expect(lines.contains("LC_ALL=C.UTF-8"))
    #expect(lines.contains("A=1"))
  }

  @Test(
    "tells of a program that is not there",
    arguments: ["no-such-program-here", "/etc/passwd", "/", "", "/no/such/file"])
  func tellsOfAbsent(name: String) {
    #expect(throws: ProgramError.notFound) { try run(Program(name, [], limits: limits())) }
  }

  @Test func tellsOfAFileThatIsNoProgram() throws {
    var template = Array("/tmp/nianbao-test-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    #expect(write(file, "\u{1}\u{2}", 2) == 2)
    fchmod(file, 0o700)
    close(file)
    #expect(throws: ProgramError.notStarted(error: Int(ENOEXEC))) {
      try run(Program(path, [], limits: limits()))
    }
  }

  @Test func endsAProgramThatUsesUpItsProcessorTime() {
    #expect(throws: ProgramError.tooSlow(seconds: 1)) {
      try shell("while :; do :; done", limits: limits(processorSeconds: 1))
    }
  }

  @Test("ends a program that takes too long", arguments: ["sleep 60", "exec >&- 2>&-; sleep 60"])
  func endsSlow(script: String) {
    #expect(throws: ProgramError.tooSlow(seconds: 1)) {
      try shell("echo $$; exec 3>&1; " + script, limits: limits(seconds: 1))
    }
  }

  @Test func endsAProgramThatWritesTooMuch() {
    #expect(throws: ProgramError.tooMuchOutput(limit: 100_000)) {
      try shell("exec cat /dev/zero", limits: limits(outputBytes: 100_000))
    }
  }

  @Test func refusesAProgramMoreMemory() throws {
    // dd takes its block at once.
    let script = "exec dd if=/dev/zero of=/dev/null bs=200M count=1"
    #expect(try shell(script).exitCode == 0)
    #expect(
      try shell("read line; " + script, input: [0x0A], limits: limits(memoryBytes: 1 << 26))
        .exitCode == 1)
  }

  @Test("tells of a signal", arguments: [("TERM", SIGTERM), ("PIPE", SIGPIPE), ("KILL", SIGKILL)])
  func tellsOfSignal(name: String, signal: Int32) {
    #expect(throws: ProgramError.killed(signal: Int(signal))) { try shell("kill -\(name) $$") }
  }

  @Test func leavesNoProcessBehind() throws {
    let result = try shell("echo $$")
    let number = try #require(
      Int32(String(decoding: result.output, as: UTF8.self).filter(\.isNumber)))
    #expect(kill(number, 0) == -1 && errno == ESRCH)
  }
}
