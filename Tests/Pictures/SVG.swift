internal import CellGrid
internal import Terminal

/// A screen drawn as a picture: every character stands in its cell, whatever font shows it.
struct SVG {
  private let grid: Grid
  private let palette: Palette
  private let paper: Paper
  private var backgrounds = ""
  private var characters = ""
  private var lines = ""

  /// The cells and the room around them, in pixels.
  private static let cell = (width: 8, height: 20)
  private static let baseline = 15
  private static let margin = 12

  /// Fonts of which one is likely to be there: for what takes one cell, and for what takes two.
  ///
  /// Every character has its place all the same; with these sizes it is where the font itself would
  /// put it, for programs that take note of the first place only.
  private static let style = """
    <style>.n{font:13.33px 'DejaVu Sans Mono',Menlo,Consolas,monospace}\
    .w{font:16px 'Noto Sans Mono CJK SC','Sarasa Mono SC','Source Han Sans SC','PingFang SC',\
    'Microsoft YaHei','WenQuanYi Zen Hei Mono',SimSun,monospace}\
    .b{font-weight:bold}.d{opacity:.6}</style>
    """

  init(_ grid: Grid, palette: Palette, paper: Paper) {
    self.grid = grid
    self.palette = palette
    self.paper = paper
    for y in 0..<grid.size.rows { draw(row: y) }
    if let caret = grid.caret {
      let (x, y) = (Self.x(caret.x), Self.y(caret.y) + Self.cell.height - 3)
      lines += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(Self.cell.width)\" height=\"2\""
      lines += " fill=\"#d7875f\"/>\n"
    }
  }

  /// The picture with a title for who cannot see it; the same screen is always the same text.
  func text(title: String) -> String {
    let width = grid.size.columns * Self.cell.width + 2 * Self.margin
    let height = grid.size.rows * Self.cell.height + 2 * Self.margin
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="title">
      <title id="title">\(Self.escaped(title))</title>
      <rect x="0.5" y="0.5" width="\(width - 1)" height="\(height - 1)" rx="6" \
      fill="\(paper.background)" stroke="#888888"/>
      \(Self.style)
      \(backgrounds)\(characters)\(lines)</svg>

      """
  }

  private static func x(_ column: Int) -> Int { margin + column * cell.width }
  private static func y(_ row: Int) -> Int { margin + row * cell.height }

  private mutating func draw(row y: Int) {
    var x = 0
    while x < grid.size.columns {
      let style = grid[x, y].style
      var end = x + 1
      while end < grid.size.columns, grid[end, y].style == style { end += 1 }
      draw(x..<end, row: y, look: palette.look(of: style))
      x = end
    }
  }

  /// Draws cells of one look.
  private mutating func draw(_ columns: Range<Int>, row y: Int, look: Look) {
    var (ink, ground) = (
      look.foreground.map(paper.color) ?? paper.foreground, look.background.map(paper.color)
    )
    if look.attributes.contains(.reverse) {
      (ink, ground) = (ground ?? paper.background, ink)
    }
    let (left, top) = (Self.x(columns.lowerBound), Self.y(y))
    let width = columns.count * Self.cell.width
    if let ground {
      backgrounds += "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(width)\""
      backgrounds += " height=\"\(Self.cell.height)\" fill=\"\(ground)\"/>\n"
    }
    if look.attributes.contains(.underline) {
      lines += "<path d=\"M\(left) \(top + Self.baseline + 3).5h\(width)\" stroke=\"\(ink)\"/>\n"
    }
    drawCharacters(columns, row: y, ink: ink, look.attributes)
  }

  /// Draws the characters, word by word.
  private mutating func drawCharacters(
    _ columns: Range<Int>, row y: Int, ink: String, _ attributes: Look.Attributes
  ) {
    var strokes = ""
    var word: [(x: Int, cell: Cell)] = []
    func draws(_ cell: Cell, after last: Cell?) -> Bool {
      // What is no letter may come from another font, which has widths of its own.
      guard let last else { return true }
      return cell.width == last.width
        && (cell.width == 2 || cell.scalar.isASCII && last.scalar.isASCII)
    }
    for x in columns {
      let cell = grid[x, y]
      if cell.width == 0 { continue }
      let box = Self.strokes(of: cell.scalar, x: Self.x(x), y: Self.y(y))
      let isBlank = cell.scalar.properties.isWhitespace
      if isBlank || box != nil || !draws(cell, after: word.last?.cell) {
        draw(word, row: y, ink: ink, attributes)
        word = []
      }
      if let box { strokes += box } else if !isBlank { word.append((x, cell)) }
    }
    draw(word, row: y, ink: ink, attributes)
    let opacity = attributes.contains(.dim) ? " class=\"d\"" : ""
    if !strokes.isEmpty { lines += "<path d=\"\(strokes)\" stroke=\"\(ink)\"\(opacity)/>\n" }
  }

  private mutating func draw(
    _ word: [(x: Int, cell: Cell)], row y: Int, ink: String, _ attributes: Look.Attributes
  ) {
    guard let first = word.first else { return }
    let xs = word.map { String(Self.x($0.x)) }.joined(separator: " ")
    var classes = first.cell.width == 2 ? "w" : "n"
    if attributes.contains(.bold) { classes += " b" }
    if attributes.contains(.dim) { classes += " d" }
    var text = ""
    for (_, cell) in word { text.unicodeScalars.append(contentsOf: cell.scalars) }
    characters += "<text class=\"\(classes)\" x=\"\(xs)\" y=\"\(Self.y(y) + Self.baseline)\""
    characters += " fill=\"\(ink)\">\(Self.escaped(text))</text>\n"
  }

  /// A line between cells as strokes that meet those of its neighbours, which a font's do not
  /// always; nil for any other character.
  private static func strokes(of scalar: Unicode.Scalar, x: Int, y: Int) -> String? {
    let (middle, center) = (x + cell.width / 2, y + cell.height / 2)
    let (right, bottom) = (x + cell.width, y + cell.height)
    // To the left, to the right, up, down.
    let arms: (Bool, Bool, Bool, Bool)
    switch scalar {
    case "─": arms = (true, true, false, false)
    case "│": arms = (false, false, true, true)
    case "┼": arms = (true, true, true, true)
    case "┌": arms = (false, true, false, true)
    case "┐": arms = (true, false, false, true)
    case "└": arms = (false, true, true, false)
    case "┘": arms = (true, false, true, false)
    default: return nil
    }
    var path = ""
    if arms.0 || arms.1 {
      path += "M\(arms.0 ? x : middle) \(center).5H\(arms.1 ? right : middle + 1)"
    }
    if arms.2 || arms.3 {
      path += "M\(middle).5 \(arms.2 ? y : center)V\(arms.3 ? bottom : center + 1)"
    }
    return path
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}
