import Testing

@Suite("Keys that the program does not know")
struct NoiseTests {
  /// Sequences that some terminal sends for a key which does something here.
  private func isKey(_ bytes: [UInt8]) -> Bool {
    let final = bytes.last ?? 0
    let parameters = String(decoding: bytes.dropFirst(2).dropLast(), as: UTF8.self)
    if bytes[1] == UInt8(ascii: "O") { return "jklmnopqrstuvwxyXMIPQRS".utf8.contains(final) }
    // A mouse that reports in the old way is followed by three more bytes.
    if final == UInt8(ascii: "M"), parameters.isEmpty { return true }
    // The Linux console's F keys are two brackets and a letter.
    if final == UInt8(ascii: "["), parameters.isEmpty { return true }
    let number = Int(parameters.prefix { $0.isNumber })
    switch final {
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"), UInt8(ascii: "$"):
      return number.map { 1...34 ~= $0 || $0 == 200 } ?? false
    case UInt8(ascii: "P")...UInt8(ascii: "S"), UInt8(ascii: "u"): return true
    default: return false
    }
  }

  private func sequence(using random: inout Seeded) -> [UInt8] {
    let isSingleShift = Int.random(in: 0..<4, using: &random) == 0
    var bytes: [UInt8] = [0x1B, UInt8(ascii: isSingleShift ? "O" : "[")]
    for _ in 0..<Int.random(in: isSingleShift ? 1...2 : 0...12, using: &random) {
      bytes.append(.random(in: 0x30...0x3F, using: &random))
    }
    if !isSingleShift, Int.random(in: 0..<4, using: &random) == 0 {
      bytes.append(.random(in: 0x20...0x2F, using: &random))
    }
    bytes.append(.random(in: 0x40...0x7E, using: &random))
    return bytes
  }

  /// Every final byte after parameters that terminals send, or might.
  private var systematic: [[UInt8]] {
    let parameters = [
      "", "1", "9", "10", "32", "35", "42", "99", "1;2", "1;9", "1;99", "99;5", "1;2;3", "?1",
      "?62;22", ">0;276;0", "<", "=1", "27;5;999", "201", "999999999999999999999",
    ]
    return (UInt8(0x40)...0x7E).flatMap { final in
      parameters.flatMap { parameter -> [[UInt8]] in
        [[0x1B, 0x5B] + Array(parameter.utf8) + [final]]
      } + [[0x1B, 0x4F, final], [0x1B, 0x4F, 0x35, final]]
    }
  }

  private func leavesUnchanged(_ sequences: [[UInt8]]) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    var burst: [UInt8] = []
    for (number, bytes) in sequences.enumerated() {
      burst += bytes
      if number % 40 != 39 { continue }
      session.send(burst)
      burst = []
    }
    session.send(burst)
    session.press(.control("s"))
    let picture = try session.waitUntil(shows: "已保存")
    #expect(!picture.contains("●"))
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
  }

  @Test("change nothing, whatever their parameters", arguments: [2021, 7, 30] as [UInt64])
  func random(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let sequences = (0..<2000).map { _ in sequence(using: &random) }
    try leavesUnchanged(sequences.filter { !isKey($0) })
  }

  @Test("change nothing, one by one")
  func everyFinal() throws { try leavesUnchanged(systematic.filter { !isKey($0) }) }

  @Test("change nothing during an edit")
  func duringEdit() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.send("12\u{1B}[99~\u{1B}[>4;3m\u{1B}[?7;2$y\u{1B}O3z\u{1B}[35;9~3")
    try session.saveAndQuit()
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "123")
  }

  /// A key that means something somewhere, but for the one that quits.
  private func press(using random: inout Seeded) -> String {
    let keys: [Press] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .enter, .tab,
      .shiftTab, .backspace, .altEnter, .controlHome, .controlEnd, .paste("12"), .paste("一\n二"),
      .shiftUp, .shiftDown, .text("7"), .text("-"), .text("年"), .text("="), .text(" "), .text("?"),
      .function(.random(in: 1...12, using: &random)), .control("s"), .control("z"), .control("y"),
      .mouseDown(x: 30, y: 12), .mouseDrag(x: 40, y: 14), .mouseUp(x: 40, y: 14), .function(6),
      .control("l"), .control("c"), .control("p"), .control("f"), .alt("a"), .escape,
    ]
    return keys.randomElement(using: &random)?.bytes ?? ""
  }

  @Test(
    "bring the program to no fall, and leave a draft that can be read", arguments: [1, 2, 3, 4])
  func anyKeys(seed: UInt64) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    var random = Seeded(state: seed)
    for _ in 0..<40 {
      session.send((0..<50).map { _ in press(using: &random) }.joined())
      session.resize(
        to: (.random(in: 1...160, using: &random), .random(in: 1...50, using: &random)))
    }
    session.kill(15)
    #expect([0, 2].contains(try session.waitForExit()), "\(session.picture)")
    for name in desk.folder.names where !name.hasPrefix(".") {
      #expect(try desk.run("show", name).status == 0, "\(name)")
    }
  }
}
