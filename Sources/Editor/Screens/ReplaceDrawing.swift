import CellGrid
import Wording

extension Editor {
  /// Draws the two lines in the place of the details, so that they cover no match; where there is
  /// room for one line only, it is the one being typed.
  func draw(_ form: ReplaceForm, into grid: inout Grid) {
    let frame = Frame(size: grid.size)
    var area = frame.details
    if area.height == 0 {
      area = Rect(x: 0, y: grid.size.rows - 1, width: grid.size.columns, height: 1)
    }
    grid.fill(area, style: .dialog)
    var status = notice?.text ?? matchStatus(of: form.pattern.text)
    let style = notice?.style ?? .dialog
    if frame.separator.height > 0 {
      drawHead(status, style, in: frame.separator, into: &grid)
      status = ""
    }
    let lines: [ReplaceForm.Line] = area.height > 1 ? [.pattern, .replacement] : [form.line]
    for (offset, line) in lines.enumerated() {
      let row = Rect(x: 0, y: area.y + offset, width: area.width, height: 1)
      draw(line, of: form, status: offset == 0 ? status : "", style, in: row, into: &grid)
    }
  }

  /// The title and how many matches there are, in the line above.
  private func drawHead(_ status: String, _ style: Style, in line: Rect, into grid: inout Grid) {
    // A message may stand there already.
    grid.fill(line, style: .line, with: Symbols(metrics).horizontal)
    let title = " " + wording.replaceTitle + " "
    let x = grid.write(title, x: line.x + 1, y: line.y, style: .header, in: line)
    let room = line.maxX - x - 3
    guard room > 0 else { return }
    let shown = metrics.truncate(" " + status + " ", width: room)
    grid.write(
      shown, x: line.maxX - metrics.width(shown) - 1, y: line.y, style: style, in: line)
  }

  private func draw(
    _ line: ReplaceForm.Line, of form: ReplaceForm, status: String, _ style: Style, in row: Rect,
    into grid: inout Grid
  ) {
    let labels = [wording.findLabel, wording.replaceLabel]
    let width = labels.map { metrics.width($0) }.max() ?? 0
    grid.write(labels[line == .pattern ? 0 : 1], x: row.x + 1, y: row.y, style: .dialog, in: row)
    let statusWidth = metrics.width(status)
    var box = Rect(
      x: row.x + width + 2, y: row.y, width: row.width - width - 3, height: 1)
    // In a window that narrow the line itself is what matters.
    if row.width < width + 8 { box = row }
    if statusWidth > 0, box.width > statusWidth + 12 {
      box.width -= statusWidth + 1
      grid.write(status, x: box.maxX + 1, y: row.y, style: style, in: row)
    }
    if line == form.line {
      form.input.draw(in: box, of: &grid, style: .editing)
    } else {
      let other = line == .pattern ? form.pattern : form.replacement
      grid.write(other.text, x: box.x, y: box.y, style: .dialog, in: box)
    }
  }
}
