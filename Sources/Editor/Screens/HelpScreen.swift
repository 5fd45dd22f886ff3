import CellGrid
import Wording

extension Editor {
  mutating func performInHelp(_ command: Command) {
    let page = max(1, size.rows - 3)
    if command == .cancel { overlay = nil }
    if command == .up { scrollHelp(by: -1) }
    if command == .down { scrollHelp(by: 1) }
    if command == .pageUp { scrollHelp(by: -page) }
    if command == .pageDown { scrollHelp(by: page) }
    if command == .first { scrollHelp(by: -Command.allCases.count * 2) }
    if command == .last { scrollHelp(by: Command.allCases.count * 2) }
  }

  /// Scrolls the help page, as far as there is something to show.
  mutating func scrollHelp(by count: Int) {
    guard case .help(let context, let top) = overlay else { return }
    let last = max(0, helpLines(for: context).count - max(1, size.rows - 3))
    overlay = .help(context: context, top: min(max(0, top + count), last))
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
    let commands = Command.allCases.filter { !keymap.keys(for: $0, in: context).isEmpty }
      .filter { !isOutOfPlace($0) }
    for command in commands where command.extendedMotion == nil {
      if command == .selectAll { lines += extendingLines(for: commands, in: context) }
      var names: [String] = []
      for key in keymap.keys(for: command, in: context) {
        names.append(wording.keyName(key))
      }
      lines.append(
        HelpLine(
          keys: names.joined(separator: "  "), text: wording.longName(command)))
    }
    lines.append(HelpLine(text: ""))
    let notes = wording.helpNotes(
      context, redoKey: keyName(of: .redo), nextFindingKey: keyName(of: .nextFinding))
    lines += notes.flatMap { note in
      wrapped(note).map { HelpLine(text: $0, style: .muted) }
    }
    return lines
  }

  /// The keys that extend the selection, on one line for each way to hold other keys with them: told
  /// one by one they would be a page of their own.
  private func extendingLines(for commands: [Command], in context: Context) -> [HelpLine] {
    let keys = commands.filter { $0.extendedMotion != nil }
      .flatMap { keymap.keys(for: $0, in: context) }
    var lines: [HelpLine] = []
    var told: [Key.Modifiers] = []
    for key in keys where !told.contains(key.modifiers) {
      told.append(key.modifiers)
      let alike = keys.filter { $0.modifiers == key.modifiers }
      let names = alike.dropFirst().map { wording.keyName(Key($0.code)) }
      lines.append(
        HelpLine(
          keys: ([wording.keyName(key)] + names).joined(separator: " "),
          text: wording.extendingSelection))
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
