import CellGrid
import Wording

/// A page of keys and what they do, for screens that are not the editor's.
struct HelpPage {
  var title: String
  var lines: [(keys: String, text: String)]
  var wording: Wording

  /// The first line to show, as far as there is something to show.
  func top(_ wanted: Int, in size: Size) -> Int {
    min(max(0, wanted), max(0, lines.count + 1 - max(1, size.rows - 2)))
  }

  func draw(top: Int, into grid: inout Grid) {
    let (metrics, area) = (grid.metrics, grid.bounds)
    grid.fill(Rect(x: 0, y: 0, width: area.width, height: 1), style: .title)
    grid.write(wording.helpTitle, x: 1, y: 0, style: .title)
    let keysWidth = lines.map { metrics.width($0.keys) }.max() ?? 0
    let textX = min(2 + keysWidth + 2, max(2, area.width / 2))
    let all = [(keys: "", text: title)] + lines
    for (offset, line) in all.dropFirst(top).prefix(max(0, area.height - 2)).enumerated() {
      let y = offset + 1
      if line.keys.isEmpty {
        grid.write(line.text, x: 2, y: y, style: .header)
      } else {
        let keys = Rect(x: 2, y: y, width: textX - 3, height: 1)
        grid.write(line.keys, x: 2, y: y, style: .keyName, in: keys)
        grid.write(line.text, x: textX, y: y)
      }
    }
    let bottom = Rect(x: 0, y: area.height - 1, width: area.width, height: 1)
    grid.fill(bottom, style: .keys)
    grid.write(wording.helpKeys, x: 1, y: bottom.y, style: .keys, in: bottom)
  }
}

extension Grid {
  /// Writes keys and what they do into a line, as far as there is room.
  mutating func writeKeys(_ keys: [(key: String, name: String)], in area: Rect) {
    fill(area, style: .keys)
    var x = area.x + 1
    for (key, name) in keys {
      let width = metrics.width(key) + 1 + metrics.width(name)
      guard x + width <= area.maxX else { continue }
      let after = write(key, x: x, y: area.y, style: .keyName, in: area)
      x = write(" " + name, x: after, y: area.y, style: .keys, in: area) + 2
    }
  }

  /// Writes a text into the lines of an area, wrapped, the last line cut.
  mutating func writeWrapped(_ text: String, in area: Rect, style: Style) {
    guard area.height > 0, area.width > 2 else { return }
    let layout = TextLayout(text, width: max(2, area.width - 2), metrics: metrics)
    for (offset, range) in layout.lines.prefix(area.height).enumerated() {
      let isLast = offset == area.height - 1
      let line = String(
        layout.characters[isLast ? range.lowerBound..<layout.characters.count : range])
      write(
        metrics.truncate(line, width: area.width - 2), x: area.x + 1, y: area.y + offset,
        style: style, in: area)
    }
  }
}
