import CellGrid
import Wording

extension Editor {
  mutating func performInHelp(_ command: Command) {
    guard case .help(let context, let top) = overlay else { return }
    let page = max(1, size.rows - 3)
    let last = max(0, helpLines(for: context).count - page)
    var target = top
    if command == .up { target -= 1 }
    if command == .down { target += 1 }
    if command == .pageUp { target -= page }
    if command == .pageDown { target += page }
    if command == .first { target = 0 }
    if command == .last { target = last }
    overlay = command == .cancel ? nil : .help(context: context, top: min(max(0, target), last))
  }

  /// A line of the help page: a heading, or keys with what they do.
  private struct HelpLine {
    var keys = ""
    var text: String
    var style: Style = .normal
  }

  /// The help page, made from the keymap: every command that works here, with all its keys.
  private func helpLines(for context: Context) -> [HelpLine] {
    var lines = [HelpLine(text: wording.contextName(context), style: .header)]
    let commands = Command.allCases.filter { !Keymap.keys(for: $0, in: context).isEmpty }
    for command in commands {
      var names: [String] = []
      for key in Keymap.keys(for: command, in: context) {
        names.append(wording.keyName(key))
      }
      lines.append(
        HelpLine(
          keys: names.joined(separator: "  "), text: wording.longName(command)))
    }
    lines.append(HelpLine(text: ""))
    lines += wording.helpNotes(context).flatMap { note in
      wrapped(note).map { HelpLine(text: $0, style: .muted) }
    }
    return lines
  }

  private func wrapped(_ text: String) -> [String] {
    let layout = TextLayout(text, width: max(2, size.columns - 4), metrics: metrics)
    return layout.lines.map { String(layout.characters[$0]) }
  }

  func drawHelp(for context: Context, top: Int, into grid: inout Grid) {
    let area = grid.bounds
    grid.fill(Rect(x: 0, y: 0, width: area.width, height: 1), style: .title)
    grid.write(wording.helpTitle, x: 1, y: 0, style: .title)
    let lines = helpLines(for: context)
    let keysWidth = lines.map { metrics.width($0.keys) }.max() ?? 0
    let textX = min(2 + keysWidth + 2, max(2, area.width / 2))
    for (offset, line) in lines.dropFirst(top).prefix(max(0, area.height - 2)).enumerated() {
      let y = offset + 1
      if line.keys.isEmpty {
        grid.write(line.text, x: 2, y: y, style: line.style)
      } else {
        let keys = Rect(x: 2, y: y, width: textX - 3, height: 1)
        grid.write(line.keys, x: 2, y: y, style: .keyName, in: keys)
        grid.write(line.text, x: textX, y: y, style: line.style)
      }
    }
    let bottom = Rect(x: 0, y: area.height - 1, width: area.width, height: 1)
    grid.fill(bottom, style: .keys)
    grid.write(wording.helpKeys, x: 1, y: bottom.y, style: .keys, in: bottom)
  }
}
