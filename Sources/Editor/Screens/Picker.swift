import CellGrid
import Wording

/// A list that typing narrows: commands, places, what is found, figures.
struct Picker: Equatable, Sendable {
  typealias Kind = Wording.ListKind

  var kind: Kind
  var input: LineInput
  var items: [Item]
  var chosen = 0
  /// Whether the text is the last search's, which the first character typed replaces.
  var isRecalled = false

  /// Whether the palette offers a command: all but what moves, types or answers.
  static func offers(_ command: Command) -> Bool {
    switch command {
    case .up, .down, .left, .right, .pageUp, .pageDown, .lineStart, .lineEnd, .first, .last,
      .nextCell, .previousCell, .nextLine, .open, .newParagraph, .deleteBackward, .deleteForward,
      .deleteToStart, .blankAndEdit, .changeChoice, .replaceOne, .replaceAll, .cancel, .palette:
      false
    default: command.extendedMotion == nil
    }
  }
}

extension Editor {
  /// What the keys would mean if nothing lay over the main screen.
  var mainContext: Context {
    var editor = self
    editor.overlay = nil
    return editor.context
  }

  /// Opens a list; the list of what is found comes back with what was sought last.
  mutating func openPicker(_ kind: Picker.Kind) {
    if kind == .figures, !canChange() { return }
    let text = kind == .find ? lastSearch : ""
    var picker = Picker(
      kind: kind, input: LineInput(text), items: items(of: kind, for: text),
      isRecalled: !text.isEmpty)
    // Asked again, the search goes on to the next place.
    if kind == .find, let last = picker.items.firstIndex(where: { $0.action == .go(place) }) {
      picker.chosen = (last + 1) % picker.items.count
    }
    overlay = .picker(picker)
  }

  mutating func performInPicker(_ command: Command) -> [Effect] {
    guard case .picker(var picker) = overlay else { return [] }
    let page = max(1, PickerLayout(picker, size: size).list.height - 1)
    let last = max(0, picker.items.count - 1)
    switch command {
    case .cancel:
      overlay = nil
      return []
    case .open: return choose(picker.chosen, of: picker)
    case .up: picker.chosen = picker.chosen > 0 ? picker.chosen - 1 : last
    case .down: picker.chosen = picker.chosen < last ? picker.chosen + 1 : 0
    case .pageUp: picker.chosen = max(0, picker.chosen - page)
    case .pageDown: picker.chosen = min(last, picker.chosen + page)
    default:
      let before = picker.input.text
      guard picker.input.perform(command) else { return [] }
      picker.isRecalled = false
      if picker.input.text != before { narrow(&picker) }
    }
    overlay = .picker(picker)
    return []
  }

  mutating func insertInPicker(_ text: String) {
    guard case .picker(var picker) = overlay else { return }
    if picker.isRecalled { picker.input = LineInput("") }
    picker.isRecalled = false
    picker.input.insert(text)
    narrow(&picker)
    overlay = .picker(picker)
  }

  private func narrow(_ picker: inout Picker) {
    picker.items = items(of: picker.kind, for: picker.input.text)
    picker.chosen = 0
  }

  /// Does what a line of a list stands for.
  mutating func choose(_ number: Int, of picker: Picker) -> [Effect] {
    if picker.kind == .find { lastSearch = picker.input.text }
    guard picker.items.indices.contains(number) else { return [] }
    let item = picker.items[number]
    overlay = nil
    switch item.action {
    case .perform(let command):
      guard item.isOffered else {
        tell(wording.notHere(command))
        return []
      }
      return perform(command)
    case .go(let place): go(to: place)
    case .insert(let figure): insert(figure)
    }
    return []
  }

  func draw(_ picker: Picker, into grid: inout Grid) {
    let layout = PickerLayout(picker, size: grid.size)
    let box = layout.box
    grid.fill(box, style: .dialog)
    if layout.hasFrame { drawFrame(box, into: &grid) }
    if box.height > 2, layout.hasFrame {
      let title = " " + wording.title(of: picker.kind) + " "
      grid.write(title, x: box.x + 2, y: box.y, style: .dialog, in: box)
      let count = " " + wording.itemCount(picker.items.count) + " "
      let x = box.maxX - 2 - metrics.width(count)
      if x > box.x + 2 + metrics.width(title) {
        grid.write(count, x: x, y: box.y, style: .dialog, in: box)
      }
    }
    let list = layout.list
    if picker.items.isEmpty {
      let hint =
        picker.input.text.isEmpty ? wording.pickerHint(picker.kind) : wording.notFound
      grid.write(hint, x: list.x + 1, y: list.y, style: .dialog, in: list)
    }
    for (offset, item) in picker.items.dropFirst(layout.top).prefix(list.height).enumerated() {
      let row = Rect(x: list.x, y: list.y + offset, width: list.width, height: 1)
      draw(item, isChosen: layout.top + offset == picker.chosen, in: row, into: &grid)
    }
    if layout.input.height > 0 { picker.input.draw(in: layout.input, of: &grid, style: .editing) }
  }

  private func draw(_ item: Picker.Item, isChosen: Bool, in row: Rect, into grid: inout Grid) {
    let style: Style = isChosen ? .dialogFocused : item.isOffered ? .dialog : .muted
    if isChosen { grid.fill(row, style: style) }
    let width = metrics.width(item.detail)
    let room = max(0, row.width - 2 - (width > 0 ? min(width, row.width / 2) + 2 : 0))
    grid.write(
      metrics.truncate(item.label, width: room), x: row.x + 1, y: row.y, style: style, in: row)
    guard width > 0 else { return }
    let detail = metrics.truncate(item.detail, width: row.width / 2)
    grid.write(
      detail, x: row.maxX - 1 - metrics.width(detail), y: row.y, style: style, in: row)
  }

  /// Takes the line of a list that shows at a point.
  mutating func click(_ point: Point, on picker: Picker) -> [Effect] {
    let layout = PickerLayout(picker, size: size)
    guard layout.list.contains(point) else {
      if !layout.box.contains(point) { overlay = nil }
      return []
    }
    return choose(layout.top + point.y - layout.list.y, of: picker)
  }

  /// Goes to the next section, or the one before; the organ's data is the first of all.
  mutating func goToSection(by count: Int) {
    let target = min(max(0, entry + count), spots.count - 1)
    go(to: Place(entry: target, spot: spots[target]))
  }

  /// Takes ambiguous characters for as wide as they were not taken before.
  mutating func changeWidth() {
    measure(by: Metrics(ambiguousIsWide: !metrics.ambiguousIsWide))
    tell(wording.widthChanged(isWide: metrics.ambiguousIsWide))
  }
}

/// Where a list and the line to type in stand on a screen.
struct PickerLayout {
  let box: Rect
  let hasFrame: Bool
  let input: Rect
  let list: Rect
  /// The first line that shows.
  let top: Int

  private static let widest = 76
  private static let highest = 16

  init(_ picker: Picker, size: Size) {
    let width = min(size.columns, Self.widest)
    let wanted = min(Self.highest, max(1, picker.items.count))
    let height = min(max(0, size.rows - 1), wanted + 3)
    hasFrame = height >= 4 && width >= 8
    box = Rect(
      x: (size.columns - width) / 2, y: min(1, size.rows), width: width,
      height: size.rows <= 1 ? size.rows : height)
    let inset = hasFrame ? 1 : 0
    let inner = Rect(
      x: box.x + inset, y: box.y + inset, width: box.width - 2 * inset,
      height: box.height - 2 * inset)
    input = Rect(
      x: inner.x + 1, y: inner.y, width: inner.width - 2, height: min(1, inner.height))
    list = Rect(x: inner.x, y: inner.y + 1, width: inner.width, height: inner.height - 1)
    top = max(0, min(picker.chosen - list.height / 2, picker.items.count - list.height))
  }
}
