import Testing

@Suite("A window of another size")
struct ResizeTests {
  private func size(using random: inout Seeded) -> (columns: Int, rows: Int) {
    if Int.random(in: 0..<6, using: &random) == 0 { return (1, 1) }
    return (.random(in: 20...200, using: &random), .random(in: 5...60, using: &random))
  }

  /// Keys that move and type inside the table of requests.
  private func press(_ session: TerminalSession, using random: inout Seeded) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: session.press(.text(String(Int.random(in: 0..<1000, using: &random))), .enter)
    case 1: session.press(.down, .down, .right)
    case 2: session.press(.up, .left)
    case 3: session.press(.pageDown)
    case 4: session.press(.pageUp)
    case 5: session.press(.end)
    case 6: session.press(.tab, .tab, .tab)
    case 7: session.press(.text("4"), .function(2), .home, .delete, .text("2"))
    case 8: session.press(.function(1), .function(1))
    default: session.press(.controlEnd)
    }
  }

  @Test(
    "shows what a fresh start shows, whatever came before",
    arguments: [(2021, 100, 30), (2023, 80, 24), (30, 200, 60), (7, 64, 12)] as [(UInt64, Int, Int)]
  )
  func ends(seed: UInt64, columns: Int, rows: Int) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    var random = Seeded(state: seed)
    for _ in 0..<60 {
      session.resize(to: size(using: &random))
      press(session, using: &random)
      if Bool.random(using: &random) { try session.waitUntil { _ in true } }
    }
    session.resize(to: (columns, rows))
    session.press(.control("s"))
    try session.waitUntil(shows: "已保存")
    session.press(.controlHome)
    // Beside the first one: the second would be told of it.
    let other = try Desk()
    try other.folder.write(try desk.bytes(of: "x.json"), to: "x.json")
    let fresh = try other.open("x.json", size: (columns, rows)).settle()
    let picture = try session.waitUntil("what a fresh start shows:\n\(fresh)") {
      $0.rows == fresh.rows && $0.cursor == fresh.cursor
    }
    for (row, styles) in picture.styles.enumerated() {
      #expect(styles == fresh.styles[row], "row \(row): \(picture.rows[row])")
    }
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
  }

  @Test(
    "is opened at any size, and left at any size", arguments: [(1, 1), (20, 5), (2, 60), (200, 2)])
  func opens(columns: Int, rows: Int) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["x.json"], size: (columns, rows))
    try session.waitUntil("the screen") { $0.reportsMouse }
    session.press(.text("5"), .enter, .control("s"))
    session.resize(to: (80, 24))
    try session.waitUntil(shows: "Ctrl+Q")
    session.resize(to: (columns, rows))
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "5")
  }
}
