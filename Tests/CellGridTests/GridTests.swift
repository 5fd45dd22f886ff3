import CellGrid
import Testing

/// A generator that gives the same numbers in every run (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

private func grid(_ columns: Int, _ rows: Int = 1, wide: Bool = false) -> Grid {
  Grid(size: Size(columns: columns, rows: rows), metrics: Metrics(ambiguousIsWide: wide))
}

/// Whether each cell of width 2 is followed by one of width 0, and only by that one.
private func isWhole(_ grid: Grid) -> Bool {
  for y in 0..<grid.size.rows {
    var isRightHalf = false
    for x in 0..<grid.size.columns {
      if (grid[x, y].width == 0) != isRightHalf { return false }
      isRightHalf = grid[x, y].width == 2
    }
    if isRightHalf { return false }
  }
  return true
}

@Suite("The grid")
struct GridTests {
  @Test(
    "clips what does not fit",
    arguments: [
      ("abc", 0, "abc"), ("abcdef", 2, "  abc"), ("年报", 0, "年报"), ("年报", 2, "  年"),
      ("年报", -1, " 报"), ("年报", -2, "报"), ("年", 4, ""), ("年", 9, ""), ("ab年", 2, "  ab"),
      ("a", -9, ""), ("“年”", 0, "“年”"),
    ] as [(String, Int, String)])
  func clips(text: String, x: Int, expected: String) {
    var grid = grid(5)
    grid.write(text, x: x, y: 0)
    #expect(grid.text(row: 0) == expected)
    #expect(isWhole(grid))
  }

  @Test("clips to an area, and draws nothing in rows outside it")
  func clipsToArea() {
    var grid = grid(8, 3)
    let area = Rect(x: 2, y: 1, width: 3, height: 1)
    grid.write("年报年报", x: 1, y: 1, in: area)
    grid.write("x", x: 2, y: 0, in: area)
    grid.write("y", x: 0, y: -1)
    grid.write("y", x: 0, y: 3)
    #expect([0, 1, 2].map { grid.text(row: $0) } == ["", "   报", ""])
    #expect(isWhole(grid))
  }

  @Test(
    "mends the other half of a wide character that is written over",
    arguments: [
      ("x", 0, "x 报"), ("x", 1, " x报"), ("x", 2, "年x"), ("文", 1, " 文"), ("文", 0, "文报"),
    ] as [(String, Int, String)])
  func mends(text: String, x: Int, expected: String) {
    var grid = grid(4)
    grid.write("年报", x: 0, y: 0)
    grid.write(text, x: x, y: 0)
    #expect(grid.text(row: 0) == expected)
    #expect(isWhole(grid))
  }

  @Test("puts combining marks on the character before them, four at most")
  func combines() {
    var grid = grid(6)
    let next = grid.write("e\u{301}年\u{303}b", x: 0, y: 0)
    #expect(next == 4)
    #expect(grid[0, 0].scalars == ["e", "\u{301}"])
    #expect(grid[1, 0].scalars == ["年", "\u{303}"])
    grid.write("a" + String(repeating: "\u{301}", count: 50), x: 0, y: 0)
    #expect(grid[0, 0].scalars.count == 5)
    grid.write("\u{301}", x: 0, y: 0)
    #expect(isWhole(grid))
  }

  @Test(
    "lets nothing through that steers the terminal",
    arguments: [
      "\u{1B}[2J", "\r\n\t", "\u{7F}\u{9B}", "\u{202E}\u{200F}", "\u{2066}\u{2069}", "\u{61C}",
    ])
  func staysSafe(text: String) {
    var grid = grid(10)
    grid.write(text, x: 0, y: 0)
    #expect(grid.text(row: 0).hasPrefix("?"))
    #expect(
      !grid.text(row: 0).unicodeScalars.contains { Metrics().width($0) != 1 || $0.value > 126 })
  }

  @Test("fills and restyles areas, also those that reach outside")
  func fills() {
    var grid = grid(4, 2)
    grid.write("年报", x: 0, y: 0)
    grid.restyle(Rect(x: -1, y: -1, width: 9, height: 9), style: .muted)
    #expect(grid.text(row: 0) == "年报" && grid[3, 1].style == .muted)
    grid.fill(Rect(x: 1, y: 0, width: 2, height: 5), style: .error)
    #expect(grid.text(row: 0) == "" && grid[1, 1].style == .error && grid[0, 1].style == .muted)
    #expect(isWhole(grid))
  }

  @Test("can have any size", arguments: [0, 1, 2, 7], [0, 1, 3])
  func hasAnySize(columns: Int, rows: Int) {
    var grid = grid(columns, rows)
    grid.write("年报x", x: 0, y: 0)
    grid.fill(grid.bounds)
    #expect(grid.text(row: 0) == "" && grid.text(row: -1) == "")
  }

  @Test("names every change once and never half a character")
  func namesChanges() {
    var random = Seeded(state: 30)
    let texts = ["年", "报告", "a", "abc", "“引”", "│", "e\u{301}", " ", "\u{1B}"]
    var old = grid(12, 3, wide: true)
    for _ in 0..<3000 {
      var new = old
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        new.write(
          texts.randomElement(using: &random) ?? "", x: .random(in: -2...13, using: &random),
          y: .random(in: -1...3, using: &random),
          style: Bool.random(using: &random) ? .error : .normal)
      }
      #expect(isWhole(new))
      expectChanges(from: old, to: new)
      old = new
    }
  }

  private func expectChanges(from old: Grid, to new: Grid) {
    var changed: Set<Point> = []
    new.forEachChange(from: old) { y, columns in
      #expect(new[columns.lowerBound, y].width != 0)
      #expect(columns.upperBound == 12 || new[columns.upperBound, y].width != 0)
      for x in columns { #expect(changed.insert(Point(x: x, y: y)).inserted) }
    }
    for y in 0..<3 {
      for x in 0..<12 where new[x, y] != old[x, y] { #expect(changed.contains(Point(x: x, y: y))) }
    }
  }

  @Test("is new in every row where the size or the widths differ")
  func isNewThroughout() {
    for old in [grid(5, 2), grid(4, 3), grid(4, 2, wide: true)] {
      var runs: [Range<Int>] = []
      grid(4, 2).forEachChange(from: old) { _, columns in runs.append(columns) }
      #expect(runs == [0..<4, 0..<4])
    }
  }
}
