import CVTerm

/// What a terminal shows at one moment.
struct Picture: CustomStringConvertible {
  /// How one cell is drawn; a colour is its number in the palette, nil the terminal's own.
  struct Style: Equatable {
    var foreground: Int?
    var background: Int?
    var isBold = false
    var isReverse = false
    var isUnderlined = false
  }

  /// The rows as a person reads them, without blanks at their ends.
  private(set) var rows: [String] = []
  private(set) var styles: [[Style]] = []
  private(set) var columns = 0
  /// Where the terminal's own cursor stands, from (0, 0).
  var cursor = (x: 0, y: 0)
  var isCursorVisible = true
  /// Whether the program has the screen for itself.
  var isAlternate = false
  /// Whether clicks and drags are reported.
  var reportsMouse = false

  /// All rows, with a line end between them.
  var text: String { rows.joined(separator: "\n") }

  var description: String {
    let edge = "+" + String(repeating: "-", count: columns) + "+"
    return ([edge] + rows.map { "|" + $0 } + [edge, "cursor \(cursor.x), \(cursor.y)"])
      .joined(separator: "\n")
  }

  /// Whether some row holds `text`.
  func contains(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

  /// The first row that holds `text`.
  func row(with text: String) -> Int? { rows.firstIndex { $0.contains(text) } }

  /// How the cell in a column and a row is drawn; nil outside.
  func style(x: Int, y: Int) -> Style? {
    guard styles.indices ~= y, styles[y].indices ~= x else { return nil }
    return styles[y][x]
  }

  /// Reads every cell of a screen.
  init(of screen: OpaquePointer, columns: Int, rows: Int) {
    self.columns = columns
    for y in 0..<rows {
      var text = ""
      var styles: [Style] = []
      for x in 0..<columns {
        var cell = VTermScreenCell()
        vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &cell)
        // The right half of a wide character has no style of its own: what the emulator has
        // there may be left from before.
        let isRightHalf = vterm_shim_scalar(&cell, 0) == UInt32.max
        styles.append(isRightHalf ? styles.last ?? Style() : Style(&cell))
        Self.append(&cell, to: &text)
      }
      while text.last == " " { text.removeLast() }
      self.rows.append(text)
      self.styles.append(styles)
    }
  }

  private static func append(_ cell: inout VTermScreenCell, to text: inout String) {
    let first = vterm_shim_scalar(&cell, 0)
    if first == UInt32.max { return }  // The right half of a wide character.
    if first == 0 { text.append(" ") }
    for index in 0..<Int32(VTERM_MAX_CHARS_PER_CELL) {
      let value = vterm_shim_scalar(&cell, index)
      guard value != 0, let scalar = Unicode.Scalar(value) else { return }
      text.unicodeScalars.append(scalar)
    }
  }
}

extension Picture.Style {
  fileprivate init(_ cell: inout VTermScreenCell) {
    foreground = Self.color(vterm_shim_color(&cell.fg))
    background = Self.color(vterm_shim_color(&cell.bg))
    isBold = vterm_shim_is_bold(&cell)
    isReverse = vterm_shim_is_reverse(&cell)
    isUnderlined = vterm_shim_is_underlined(&cell)
  }

  private static func color(_ number: Int32) -> Int? { number < 0 ? nil : Int(number) }
}
