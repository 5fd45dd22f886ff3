import CellGrid
import ReportModel
import Wording

/// One line of the organ's data: a key of the organ, or the report's year.
enum OrganField: Equatable, Sendable {
  case key(Organ.Key)
  case year

  static let all: [OrganField] =
    [.key(.name), .year] + Organ.Key.allCases.filter { $0 != .name }.map { .key($0) }

  /// The values to choose from, where not everything can be typed.
  var choices: [String] {
    switch self {
    case .key(.level): Organ.levels
    case .key(.kind): Organ.kinds
    case .key, .year: []
    }
  }
}

extension Editor {
  private var field: Int {
    guard case .field(let field) = spots[entry] else { return 0 }
    return field
  }

  private var organField: OrganField { OrganField.all[field] }

  mutating func performInOrgan(_ command: Command) {
    switch command {
    case .up, .previousCell: moveField(by: -1)
    case .down, .nextCell: moveField(by: 1)
    case .pageUp, .first, .lineStart: moveField(by: -OrganField.all.count)
    case .pageDown, .last, .lineEnd: moveField(by: OrganField.all.count)
    case .left: choose(by: -1)
    case .right, .changeChoice: choose(by: 1)
    case .editInPlace, .open, .nextLine: editField(value(of: organField) ?? "")
    case .blank: setField("")
    case .blankAndEdit: editField("")
    case .cancel: pane = .contents
    default: break  // The keymap sends nothing else here.
    }
  }

  mutating func performInField(_ command: Command) {
    if command == .cancel {
      typing = nil
      return
    }
    if typing?.input.perform(command) == true { return }
    guard commitTyping() else { return }
    if [.up, .previousCell].contains(command) { moveField(by: -1) }
    if [.down, .nextCell, .nextLine].contains(command) { moveField(by: 1) }
  }

  mutating func typeOverField(_ text: String) {
    guard organField.choices.isEmpty, canChange() else { return }
    typing = Typing(input: LineInput(""), mode: .inPlace)
    typing?.input.insert(text)
  }

  mutating func moveField(by count: Int) {
    spots[entry] = .field(min(max(field + count, 0), OrganField.all.count - 1))
  }

  private mutating func editField(_ text: String) {
    guard canChange() else { return }
    if organField.choices.isEmpty {
      typing = Typing(input: LineInput(text), mode: .inPlace)
    } else {
      choose(by: 1)
    }
  }

  /// Goes through the choices of a field; one of them is none.
  private mutating func choose(by count: Int) {
    let choices: [String?] = [nil] + organField.choices
    guard choices.count > 1, canChange(), case .key(let key) = organField else { return }
    let here = choices.firstIndex(of: draft.organ[key]) ?? 0
    let next = choices[(here + count + choices.count) % choices.count]
    perform([.organ(key, from: draft.organ[key], to: next)])
  }

  /// Takes over what was typed in a field; says so where it cannot be.
  mutating func commitField(_ text: String) -> Bool {
    guard setField(text) else { return false }
    typing = nil
    return true
  }

  @discardableResult
  private mutating func setField(_ text: String) -> Bool {
    guard canChange() else { return false }
    let trimmed = String(text.trimmingBlanks)
    switch organField {
    case .year:
      guard let typed = Quantity(typed: trimmed), typed.fractionCount == 0,
        let year = Int(exactly: typed.digits), 1900...2999 ~= year
      else {
        tell(wording.noYear(trimmed), .error)
        return false
      }
      if year != draft.year { perform([.year(from: draft.year, to: year)]) }
    case .key(let key):
      let new = trimmed.isEmpty && key != .name ? nil : trimmed
      if new != draft.organ[key] {
        perform([.organ(key, from: draft.organ[key], to: new)])
      }
    }
    return true
  }

  private func value(of field: OrganField) -> String? {
    switch field {
    case .year: String(draft.year)
    case .key(let key): draft.organ[key]
    }
  }

  /// The first field that the window has room to show.
  private var firstField: Int { max(0, field - max(0, Frame(size: size).main.height - 3)) }

  /// The field that shows at a point.
  func field(at point: Point) -> Int? {
    let number = firstField + point.y - Frame(size: size).main.y - 2
    return point.y >= Frame(size: size).main.y + 2 && OrganField.all.indices.contains(number)
      ? number : nil
  }

  func drawOrgan(into grid: inout Grid) {
    let main = Frame(size: size).main
    grid.write(wording.organTitle, x: main.x + 1, y: main.y, style: .header, in: main)
    let labels = OrganField.all.map { wording.name(of: $0.wordingKey) }
    let labelWidth = labels.map { metrics.width($0) }.max() ?? 0
    let top = firstField
    for (offset, number) in OrganField.all.indices.dropFirst(top).enumerated() {
      let y = main.y + 2 + offset
      guard y < main.maxY else { break }
      let x = main.x + 2 + labelWidth + 2
      let box = Rect(x: x, y: y, width: max(0, main.maxX - x - 1), height: 1)
      grid.write(labels[number], x: main.x + 2, y: y, style: .header, in: main)
      drawField(number, in: box, into: &grid)
    }
  }

  private func drawField(_ number: Int, in box: Rect, into grid: inout Grid) {
    let isFocused = pane == .main && number == field
    if isFocused, let typing {
      typing.input.draw(in: box, of: &grid, style: .editing)
      return
    }
    let organField = OrganField.all[number]
    let value = value(of: organField) ?? ""
    let shown = organField.choices.isEmpty ? value : wording.choice(value)
    let style: Style = isFocused ? .focused : .normal
    if isFocused { grid.fill(box, style: style) }
    grid.write(shown, x: box.x, y: box.y, style: style, in: box)
    if isFocused { grid.caret = Point(x: box.x, y: box.y) }
  }
}

extension OrganField {
  /// The key by which the field's name is looked up.
  var wordingKey: Organ.Key? {
    switch self {
    case .key(let key): key
    case .year: nil
    }
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmingBlanks: SubSequence {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return rest
  }
}
