import CellGrid
import ReportModel
import Wording

extension Editor {
  /// The sheet of the current entry.
  var sheet: Sheet? { sheets[entry] }

  mutating func performInGrid(_ command: Command) -> [Effect] {
    guard cell != nil else { return [] }
    if let motion = command.extendedMotion {
      extendSelection(by: motion)
      return []
    }
    if moveInGrid(command) {
      anchor = nil
      return []
    }
    switch command {
    case .selectAll: selectTable()
    case .editInPlace: editInPlace()
    case .blank: blankCells()
    case .blankAndEdit:
      if canChange() { typing = Typing(input: LineInput(""), mode: .overwriting) }
    case .copy: return copyCells()
    case .cut: return cutCells()
    case .paste: pasteCells()
    case .fillDown, .fillRight: fill(command)
    case .fillTotals: fillTotals()
    case .fillZeros: askToFillZeros()
    case .applySuggestion: applySuggestion()
    case .accept: accept()
    case .compareYears: compareYears()
    case .fillTotal: fillTotal()
    case .cancel: if anchor == nil { pane = .contents } else { anchor = nil }
    default: break  // The keymap sends nothing else here.
    }
    return []
  }

  /// Commands while a value is being typed: some work on the line, all others take it over first.
  mutating func performInCell(_ command: Command) -> [Effect] {
    if command == .cancel {
      giveUpTyping()
      return []
    }
    if typing?.moveOrDelete(command) == true { return [] }
    return commitTyping() ? performInGrid(command) : []
  }

  /// Sets a cell as one step; where nothing changes there is no step.
  mutating func set(_ cell: CellIndex, to value: Quantity?) {
    guard canChange(), draft[cell] != value else { return }
    perform([.cell(cell, from: draft[cell], to: value)])
  }

  private mutating func editInPlace() {
    guard let cell, canChange() else { return }
    let text = typing?.input.text ?? draft[cell]?.description ?? ""
    typing = Typing(input: LineInput(text), mode: .inPlace)
  }

  mutating func startTyping(_ character: Character) {
    guard Self.isNumeric(character) else {
      tell(wording.onlyNumbers)
      return
    }
    guard canChange() else { return }
    anchor = nil
    typing = Typing(input: LineInput(String(character)), mode: .overwriting)
  }

  mutating func typeInCell(_ character: Character) {
    if Self.isNumeric(character) {
      typing?.input.insert(String(character))
    } else {
      tell(wording.onlyNumbers)
    }
  }

  /// Types a pasted figure.
  mutating func pasteInCell(_ text: String) {
    let trimmed = text.filter { !$0.isWhitespace }
    if typing == nil {
      typing = Typing(input: LineInput(trimmed), mode: .overwriting)
    } else {
      typing?.input.insert(trimmed)
    }
  }

  /// Whether a character can be part of a number as people type it.
  static func isNumeric(_ character: Character) -> Bool {
    "0123456789０１２３４５６７８９-－−+＋.．。,，".contains(character)
  }

  /// Takes over what is being typed; says so and keeps it where it is no value.
  mutating func commitTyping() -> Bool {
    guard let typing else { return true }
    guard case .cell(let cell) = spots[entry] else { return commitField(typing.input.text) }
    let text = typing.input.text
    if text.allSatisfy(\.isWhitespace) {
      self.typing = nil
      set(cell, to: nil)
      return true
    }
    guard let value = Quantity(typed: text) else {
      tell(wording.noNumber(text), .error)
      return false
    }
    self.typing = nil
    set(cell, to: normalized(value, for: cell))
    return true
  }

  /// A count is kept as a whole number; an amount with the digits that were typed.
  private func normalized(_ value: Quantity, for cell: CellIndex) -> Quantity {
    draft.form.kind(of: cell).normalized(value)
  }

  /// Restores the old value; the typed one can be brought back by redoing.
  private mutating func giveUpTyping() {
    guard let typing, let cell else { return }
    self.typing = nil
    guard let value = Quantity(typed: typing.input.text) else { return }
    let kept = normalized(value, for: cell)
    guard kept != draft[cell] else { return }
    let edit = Edit.cell(cell, from: draft[cell], to: kept)
    history.offer(History.Step([edit], before: place, after: place))
  }

  private mutating func fillTotal() {
    guard let cell, canChange() else { return }
    switch validation.proposal(forTotal: cell, in: draft) {
    case .value(let value):
      if draft[cell]?.micros == value.micros {
        tell(wording.totalIsRight, .good)
      } else {
        set(cell, to: value)
      }
    case .tooLarge: tell(wording.totalTooLarge, .warning)
    case .partsBlank(let cells):
      tell(wording.partsBlank(cells, in: draft.form), .warning)
    case .contradictory(let row, let column):
      tell(wording.totalsDiffer(row, column), .warning)
    case .notATotal: tell(wording.notATotal)
    }
  }

  /// The entry whose tables hold a cell.
  func entry(of cell: CellIndex) -> Int {
    let table = draft.form.tableNumber(of: cell)
    return 1 + (draft.form.sections.firstIndex { $0.contains(table: table) } ?? 0)
  }
}

extension Editor.Typing {
  /// Does what moves or deletes inside the line being typed; false for any other command.
  mutating func moveOrDelete(_ command: Command) -> Bool {
    if command == .editInPlace, mode == .overwriting {
      mode = .inPlace
      return true
    }
    if mode == .overwriting, command != .deleteBackward, command != .deleteForward { return false }
    return input.perform(command)
  }
}
