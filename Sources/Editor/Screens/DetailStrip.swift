import CellGrid
import ReportModel
import Wording

extension Editor {
  /// The lines under the main pane: all that is known about where the cursor stands.
  func drawDetails(in area: Rect, into grid: inout Grid) {
    guard area.height > 0 else { return }
    var lines = details
    if let notice {
      let separator = Frame(size: size).separator
      if pane == .findings || findingsHere.isEmpty || separator.height == 0 {
        lines.insert(Detail(left: notice.text, style: notice.style), at: 0)
      } else {
        // What is found stays whole; what is said besides takes the line above.
        let text = metrics.truncate(" " + notice.text + " ", width: max(0, separator.width - 2))
        grid.write(text, x: separator.x + 1, y: separator.y, style: notice.style, in: separator)
      }
    }
    drawComment(into: &grid)
    moveSuggestionDown(in: &lines, width: area.width, height: area.height)
    wrapStatement(in: &lines, width: area.width, height: area.height)
    for (offset, detail) in lines.prefix(area.height).enumerated() {
      draw(detail, y: area.y + offset, in: area, into: &grid)
    }
  }

  /// Shows in the line above the details what was said here last, where nothing else stands there.
  private func drawComment(into grid: inout Grid) {
    let separator = Frame(size: size).separator
    guard separator.height > 0, notice == nil, pane == .main, let comment = openCommentsHere.last,
      let remark = comment.remarks.last
    else { return }
    let text = " \(Symbols(metrics).comment) \(wording.remarkLine(remark)) "
    let shown = metrics.truncate(text, width: max(0, separator.width - 2))
    grid.write(shown, x: separator.x + 1, y: separator.y, style: .suggestion, in: separator)
  }

  /// One line of details: a statement, and what one key would do about it.
  private struct Detail {
    var left: String
    var right = ""
    var style: Style = .normal
  }

  /// What is wrong is said whole before what could be done: where both do not fit on one line, the
  /// suggestion goes beside the basis.
  private func moveSuggestionDown(in lines: inout [Detail], width: Int, height: Int) {
    guard lines.count > 1, height > 1, lines[1].right.isEmpty else { return }
    guard metrics.width(lines[0].left) + metrics.width(lines[0].right) + 4 > width else { return }
    lines[1].right = lines[0].right
    lines[0].right = ""
  }

  /// A statement longer than a line goes on in the next, before what stands there.
  private func wrapStatement(in lines: inout [Detail], width: Int, height: Int) {
    guard lines.count > 1, height > 1, metrics.width(lines[0].left) > width - 2 else { return }
    let layout = TextLayout(lines[0].left, width: max(2, width - 2), metrics: metrics)
    let rest = String(layout.characters[layout.lines[0].upperBound...])
    lines[0].left = String(layout.characters[layout.lines[0]])
    lines[1].left = [rest, lines[1].left].filter { !$0.isEmpty }
      .joined(separator: wording.sentenceGap)
  }

  private func draw(_ detail: Detail, y: Int, in area: Rect, into grid: inout Grid) {
    let rightWidth = metrics.width(detail.right)
    let room = area.width - 2 - (rightWidth > 0 ? rightWidth + 2 : 0)
    let left = metrics.truncate(detail.left, width: max(0, room))
    grid.write(left, x: area.x + 1, y: y, style: detail.style, in: area)
    guard rightWidth > 0, room > 0 else { return }
    grid.write(detail.right, x: area.maxX - rightWidth - 1, y: y, style: .suggestion, in: area)
  }

  private var details: [Detail] {
    if pane == .findings { return stopDetails }
    switch spots[entry] {
    case .cell(let cell): return cellDetails(cell)
    case .field: return fieldDetails
    case .caret: return textDetails
    }
  }

  private func cellDetails(_ cell: CellIndex) -> [Detail] {
    if let typing {
      let old = draft[cell].map(\.description) ?? wording.blankValue
      return [
        Detail(left: wording.fullName(of: cell, in: draft.form)),
        Detail(left: wording.typingHint(old: old, typed: typing.input.text), style: .muted),
      ]
    }
    let (table, row, column) = draft.form.position(of: cell)
    let definition =
      draft.form.tables[table].rows[row].definition
      ?? draft.form.tables[table].columns[column].definition
    let basis =
      draft.form.tables[table].rows[row].basis ?? draft.form.tables[table].columns[column].basis
    let previous = draft.previous.map { previous in
      wording.sameCell(
        previous[cell], in: previous.year == draft.year - 1 ? nil : previous.year)
    }
    let about = [
      comparedAgain(cell), before(cell), basis.map(wording.basis), definition.map(wording.text),
    ]
    .compactMap { $0 }
    guard let finding = findingsHere.first else {
      return [
        Detail(left: wording.fullName(of: cell, in: draft.form)),
        Detail(left: line([previous ?? ""] + about)),
      ]
    }
    // The finding has a basis of its own.
    let meaning = definition.map { [wording.text($0)] } ?? []
    let then = line([previous, before(cell)].compactMap { $0 })
    return details(of: finding, for: cell, before: then, about: meaning)
  }

  /// What the cell had in what the draft is compared with; nil where that is the same.
  func before(_ cell: CellIndex) -> String? {
    guard let comparison,
      let before = comparison.draft.form.cell(at: draft.form.address(of: cell)),
      comparison.draft[before]?.micros != draft[cell]?.micros
    else { return nil }
    return wording.before(
      comparison.draft[before]?.description ?? wording.blankValue, comparison.name)
  }

  /// What stood in the place of a paragraph of the current text; nil where it is the same.
  func changeBefore(inParagraph number: Int) -> String? {
    guard let comparison else { return nil }
    let last = max(0, text.paragraphs.count - 1)
    let change = comparedTexts.changes(inSection: entry - 1).first {
      $0.paragraphs.contains(number)
        || $0.paragraphs.isEmpty && min($0.paragraphs.lowerBound, last) == number
    }
    return change.map {
      wording.before($0.old.isEmpty ? wording.blankValue : $0.old, comparison.name)
    }
  }

  /// What is to be said of a cell that is typed again; nil while that is nothing.
  private func comparedAgain(_ cell: CellIndex) -> String? {
    guard let blindSheet else { return nil }
    if blindSheet.told.contains(cell) { return wording.lookAgain }
    guard blindSheet.stage == .recorded, blindSheet.shown(cell)?.micros != draft[cell]?.micros
    else { return nil }
    return wording.sideBySide(nil, stored: blindSheet.shown(cell), typed: draft[cell])
  }

  /// Sentences on one line.
  private func line(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: wording.sentenceGap)
  }

  /// A finding in two lines: what is wrong and what one key would do, then why; for an accepted
  /// one first the reason.
  private func details(
    of finding: Finding, for cell: CellIndex?, before: String = "", about: [String] = []
  ) -> [Detail] {
    let form = draft.form
    let message = wording.message(of: finding, in: form)
    let basis = [before, wording.basis(of: finding, in: form)] + about
    let symbols = Symbols(metrics)
    if let acceptance = finding.acceptance {
      return [
        Detail(left: symbols.done + " " + wording.accepted(acceptance), style: .good),
        Detail(left: line([message] + basis)),
      ]
    }
    // What is merely not filled in yet is no contradiction, be it a cell or a text.
    let isBlank = finding.rule == BuiltInRule.blank && finding.fixes.isEmpty
    let isUntouchedText = cell == nil && problems.untouchedTexts.contains(entry - 1)
    let isOpen = isBlank || isUntouchedText && finding.severity == .error
    var hints = [
      wording.suggestion(
        of: finding, for: cell, in: draft,
        // Who only reads is told what would do, and no key that would not do it.
        key: access == .editing ? keyName(of: .applySuggestion) : wording.suggestedWord)
    ]
    if form.allowsAccepting(finding), access == .editing {
      hints.append(wording.acceptHint(keyName(of: .accept)))
    }
    let mark = Problems.Mark(of: finding)
    return [
      Detail(
        left: (isOpen ? "" : symbols.sign(of: mark) + " ") + message, right: line(hints),
        style: isOpen ? .normal : mark.style),
      Detail(left: line(basis)),
    ]
  }

  /// What is found at the chosen line of the list of findings.
  private var stopDetails: [Detail] {
    guard let finding = chosenFinding else { return [Detail(left: wording.findingsHint)] }
    let cell: CellIndex? = finding.text == nil ? finding.at.first : nil
    return details(of: finding, for: cell)
  }

  private var fieldDetails: [Detail] {
    let finding = validation.organFindings(in: draft).first
    let hint = Detail(left: wording.organHint, style: .muted)
    guard let finding else { return [hint] }
    let message = Symbols(metrics).error + " " + wording.message(of: finding, in: draft.form)
    return [Detail(left: message, style: .error), hint]
  }

  private var textDetails: [Detail] {
    // What is found has a list of its own; what stood here is told nowhere else.
    let before =
      textCaret.flatMap { changeBefore(inParagraph: $0.paragraph) }
      .map { [Detail(left: $0)] } ?? []
    if let finding = textFinding { return before + details(of: finding, for: nil) }
    if !before.isEmpty { return before + [Detail(left: "")] }
    guard let section, case .text(let prompt?) = section.content else { return [] }
    let layout = TextLayout(wording.text(prompt), width: max(2, size.columns - 2), metrics: metrics)
    return layout.lines.map { Detail(left: String(layout.characters[$0]), style: .muted) }
  }
}
