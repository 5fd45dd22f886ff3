import Testing

@Suite("The width of ambiguous characters")
struct WidthTests {
  private func picture(
    _ answer: WidthAnswer, options: [String] = [], size: (columns: Int, rows: Int) = (100, 45),
    until lines: String
  ) throws -> Picture {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["x.json"] + options, size: size, widthAnswer: answer)
    let picture = try session.waitUntil("lines as \(lines)") {
      $0.contains("Ctrl+Q") && ($0.rows.first { $0.contains("一、本年新收") }?.contains(lines) ?? false)
    }
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    return picture
  }

  /// The columns at which a line of the screen has an edge.
  private func edges(_ edge: Character, in picture: Picture, row: Int) -> [Int] {
    var column = 0
    var columns: [Int] = []
    for character in picture.rows[row] {
      if character == edge { columns.append(column) }
      column += character.unicodeScalars.first.map { $0.value >= 0x2E80 ? 2 : 1 } ?? 1
    }
    return columns
  }

  /// The edges of all rows of figures agree with those of the line below the header.
  private func expectAligned(_ picture: Picture, vertical: Character, cross: Character) throws {
    let top = try #require(picture.row(with: "一、本年新收"))
    let bottom = try #require(picture.row(with: "四、结转下年度继续办理"))
    let crosses = edges(cross, in: picture, row: top - 1)
    #expect(crosses.count == 7)
    // The emulator draws “ and ” narrow whatever it answers, so rows that have them tell nothing.
    for row in top...bottom where vertical == "│" || !picture.rows[row].contains("“") {
      #expect(edges(vertical, in: picture, row: row) == crosses, "\(picture.rows[row])")
    }
    let header = edges(vertical, in: picture, row: top - 2)
    #expect(header == crosses)
  }

  @Test("narrow: lines are drawn")
  func narrow() throws {
    let picture = try picture(.narrow, until: "│")
    try expectAligned(picture, vertical: "│", cross: "┼")
  }

  @Test("no answer: narrow")
  func noAnswer() throws {
    let picture = try picture(.none, until: "│")
    try expectAligned(picture, vertical: "│", cross: "┼")
  }

  @Test("wide: lines are | - +, and no row is torn", arguments: [(100, 45), (140, 45), (80, 45)])
  func wide(columns: Int, rows: Int) throws {
    let picture = try picture(.wide, size: (columns, rows), until: "|")
    for sign in ["│", "─", "┼", "●", "…", "—"] { #expect(!picture.contains(sign), "\(sign)") }
    try expectAligned(picture, vertical: "|", cross: "+")
  }

  @Test("a setting overrides the answer")
  func setting() throws {
    _ = try picture(.narrow, options: ["--ambiguous", "wide"], until: "|")
    _ = try picture(.wide, options: ["--ambiguous", "narrow"], until: "│")
  }

  @Test("an answer never becomes keys")
  func answerIsNoKey() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.send("\u{1B}[2;2R\u{1B}[2;3R\u{1B}[17;40R")
    try session.saveAndQuit()
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
  }
}
