package import CellGrid
import ReportModel
import Wording

extension StartScreen {
  /// What the terminal is to show now.
  ///
  /// Total: it draws at any size, 0×0 included.
  package func screen() -> Grid {
    var grid = Grid(size: size, metrics: metrics)
    if let helpTop {
      helpPage.draw(top: helpTop, into: &grid)
      return grid
    }
    let layout = layout
    drawTitle(in: layout.title, into: &grid)
    if entries.isEmpty {
      drawEmpty(in: layout.list, into: &grid)
    } else {
      drawList(layout, into: &grid)
    }
    grid.fill(layout.separator, style: .line, with: Symbols(metrics).horizontal)
    drawDetails(in: layout.details, into: &grid)
    let keys = StartCommand.shownKeys.compactMap { command in
      command.keys(keymap).first.map { (keyName($0), wording.shortName(command)) }
    }
    grid.writeKeys(keys, in: layout.keys)
    return grid
  }

  /// A key's name; nothing is typed here, so a letter is written as it stands on the key.
  private func keyName(_ key: Key) -> String {
    let name = wording.keyName(key)
    return name.count == 1 ? name.uppercased() : name
  }

  var helpPage: HelpPage {
    let lines = StartCommand.allCases.compactMap { command -> (String, String)? in
      let keys = command.keys(keymap).map(keyName)
      return keys.isEmpty ? nil : (keys.joined(separator: "  "), wording.longName(command))
    }
    return HelpPage(title: wording.startTitle, lines: lines, wording: wording)
  }

  private func drawTitle(in area: Rect, into grid: inout Grid) {
    grid.fill(area, style: .title)
    let unread = entries.count { !$0.isRead }
    let state =
      !isListed || unread > 0
      ? wording.reading(entries.count - unread, of: entries.count)
      : wording.draftCount(draftCount)
    let stateX = area.maxX - metrics.width(state) - 1
    let nameX = area.x + 1 + metrics.width(wording.programName) + 2
    let name = metrics.truncateStart(folder, width: max(0, stateX - nameX - 2))
    grid.write(wording.programName, x: area.x + 1, y: area.y, style: .title, in: area)
    grid.write(name, x: nameX, y: area.y, style: .title, in: area)
    grid.write(state, x: max(nameX, stateX), y: area.y, style: .title, in: area)
  }

  private func drawEmpty(in area: Rect, into grid: inout Grid) {
    guard isListed else { return }
    var lines = [(failure ?? wording.noDraftsHere, failure == nil ? Style.normal : .error)]
    if failure == nil {
      lines += wording.noDraftsAdvice.map { ($0, Style.muted) }
    }
    let x = area.x + 3
    for (offset, line) in lines.enumerated() {
      let y = area.y + min(1, max(0, area.height - lines.count)) + offset
      grid.write(
        metrics.truncate(line.0, width: max(0, area.maxX - x - 1)), x: x, y: y, style: line.1,
        in: area)
    }
  }

  private func drawList(_ layout: StartLayout, into grid: inout Grid) {
    let columns = StartColumns(width: size.columns, wanted: wantedWidths)
    for (column, x, width) in columns.places {
      let cell = Rect(x: x, y: layout.head.y, width: width, height: layout.head.height)
      grid.write(wording.columnName(column), x: x, y: cell.y, style: .header, in: cell)
    }
    for (offset, entry) in entries.dropFirst(top).prefix(layout.list.height).enumerated() {
      let line = Rect(x: 0, y: layout.list.y + offset, width: size.columns, height: 1)
      draw(entry, isChosen: top + offset == chosen, in: line, columns, into: &grid)
    }
  }

  /// The width that each column wants; the names of organs and files take what they are given.
  private var wantedWidths: [StartColumns.Column: Int] {
    var wanted: [StartColumns.Column: Int] = [:]
    for column in StartColumns.Column.allCases {
      let cells = entries.map { metrics.width(text(of: column, $0)) }
      wanted[column] = max(cells.max() ?? 0, metrics.width(wording.columnName(column)))
    }
    return wanted
  }

  private func draw(
    _ entry: Entry, isChosen: Bool, in line: Rect, _ columns: StartColumns, into grid: inout Grid
  ) {
    if isChosen {
      grid.fill(line, style: .focused)
      grid.write(Symbols(metrics).pointer, x: 1, y: line.y, style: .focused, in: line)
      grid.caret = Point(x: min(StartColumns.caret, max(0, line.maxX - 1)), y: line.y)
    }
    func write(_ text: String, _ style: Style, x: Int, width: Int) {
      let cell = Rect(x: x, y: line.y, width: width, height: 1)
      grid.write(
        metrics.truncate(text, width: width), x: x, y: line.y, style: isChosen ? .focused : style,
        in: cell)
    }
    let remark = remark(of: entry)
    if let remark { write(remark, .muted, x: columns.span.x, width: columns.span.width) }
    for (column, x, width) in columns.places {
      let isOfFile = column == .changed || column == .file
      if remark != nil, !isOfFile { continue }
      let style: Style = column == .state ? stateStyle(of: entry) : remark == nil ? .normal : .muted
      write(text(of: column, entry), style, x: x, width: width)
    }
  }

  /// What stands in the place of organ, year and state where these are not known.
  private func remark(of entry: Entry) -> String? {
    switch entry.state {
    case .unread: wording.notReadYet
    case .draft: nil
    case .noDraft(let reason, _): reason
    case .tooLarge(let bytes): wording.largeDraft(bytes: bytes)
    }
  }

  private func text(of column: StartColumns.Column, _ entry: Entry) -> String {
    switch column {
    case .changed: return entry.changedShown
    case .file: return wording.shown(entry.name)
    case .organ, .year, .state: break
    }
    guard case .draft(let summary) = entry.state else { return "" }
    switch column {
    case .organ: return summary.organ.isEmpty ? wording.unnamedOrgan : summary.organ
    case .year: return String(summary.year)
    case .state: return state(of: summary)
    case .changed, .file: return ""
    }
  }

  /// What is left to be done with a draft, and how far its review is.
  private func state(of summary: DraftSummary) -> String {
    let symbols = Symbols(metrics)
    let review = summary.review == .none ? [] : [wording.name(of: summary.review)]
    if summary.isComplete {
      // What is reviewed is filled in, too.
      let words = summary.review == .complete ? review : [wording.complete] + review
      return ([symbols.done] + words).joined(separator: " ")
    }
    var parts: [String] = []
    if summary.untouched > 0 { parts.append(wording.untouched(summary.untouched)) }
    if summary.errors > 0 { parts.append("\(symbols.error)\(summary.errors)") }
    if summary.warnings > 0 { parts.append("\(symbols.warning)\(summary.warnings)") }
    return (parts + review).joined(separator: " ")
  }

  private func stateStyle(of entry: Entry) -> Style {
    guard case .draft(let summary) = entry.state else { return .normal }
    if summary.review == .void { return .error }
    if summary.isComplete { return .good }
    if summary.errors > 0 { return .error }
    return summary.untouched > 0 ? .normal : .warning
  }

  /// What is known of the chosen file, or what was said last.
  private func drawDetails(in area: Rect, into grid: inout Grid) {
    if let notice { return grid.writeWrapped(notice.text, in: area, style: notice.style) }
    guard let entry = chosenEntry else { return }
    let text: String
    switch entry.state {
    case .draft(let summary):
      let organ = summary.organ.isEmpty ? wording.unnamedOrgan : summary.organ
      text = wording.draftDetails(
        file: entry.name, organ: organ, year: summary.year, form: summary.form)
    case .noDraft(_, let message): text = message
    case .unread: text = wording.shown(entry.name)
    case .tooLarge:
      text = wording.shown(entry.name) + wording.sentenceGap + wording.largeDraftAdvice
    }
    grid.writeWrapped(text, in: area, style: .muted)
  }
}

extension StartColumns {
  /// Where the cursor stands in the chosen line.
  static let caret = 1
}

extension Metrics {
  /// The text cut to `width` columns at its start, with an ellipsis where something is missing.
  func truncateStart(_ text: String, width: Int) -> String {
    guard self.width(text) > width else { return text }
    let ellipsis = ambiguousIsWide ? ".." : "…"
    let room = width - self.width(ellipsis)
    guard room > 0 else { return String(ellipsis.prefix(max(0, width))) }
    var kept: [Character] = []
    var used = 0
    for character in text.reversed() {
      let columns = self.width(character)
      if used + columns > room { break }
      kept.append(character)
      used += columns
    }
    return ellipsis + String(kept.reversed())
  }
}

extension Wording {
  /// What stands at the head of a column.
  fileprivate func columnName(_ column: StartColumns.Column) -> String {
    switch column {
    case .organ: organColumn
    case .year: yearColumn
    case .state: stateColumn
    case .changed: changedColumn
    case .file: fileColumn
    }
  }
}
