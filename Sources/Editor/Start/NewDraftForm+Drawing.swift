package import CellGrid
import ReportModel
import Wording

extension NewDraftForm {
  /// What the terminal is to show now.
  ///
  /// Total: it draws at any size, 0×0 included.
  package func screen() -> Grid {
    var grid = Grid(size: size, metrics: metrics)
    if let helpTop {
      helpPage.draw(top: helpTop, into: &grid)
      return grid
    }
    let layout = StartLayout(size: size)
    grid.fill(layout.title, style: .title)
    let title = [wording.programName, wording.newDraftTitle].joined(separator: "  ")
    grid.write(title, x: 1, y: layout.title.y, style: .title, in: layout.title)
    for (offset, field) in Field.allCases.dropFirst(firstShown).enumerated() {
      let y = layout.list.y + offset
      guard y < layout.list.maxY else { break }
      draw(field, in: Rect(x: 0, y: y, width: size.columns, height: 1), into: &grid)
    }
    if field == .report { drawReports(below: Field.allCases.count, in: layout.list, into: &grid) }
    grid.fill(layout.separator, style: .line, with: Symbols(metrics).horizontal)
    let (text, style) = detail
    grid.writeWrapped(text, in: layout.details, style: style)
    drawKeys(in: layout.keys, into: &grid)
    return grid
  }

  /// What can be done here.
  var helpPage: HelpPage {
    let lines: [(Command, Context, String)] = [
      (.up, .field, wording.previousFieldHere), (.down, .field, wording.nextFieldHere),
      (.nextLine, .field, wording.nextFieldHere), (.left, .organ, wording.chooseHere),
      (.right, .organ, wording.chooseHere), (.save, .field, wording.createHint),
      (.cancel, .field, wording.leaveNewDraft), (.redraw, .field, wording.longName(Command.redraw)),
    ]
    return HelpPage(
      title: wording.newDraftTitle,
      lines: lines.map { command, context, text in
        (keymap.keys(for: command, in: context).map(wording.keyName).joined(separator: "  "), text)
      }, wording: wording)
  }

  private func drawKeys(in area: Rect, into grid: inout Grid) {
    func name(_ command: Command) -> String {
      wording.keyName(of: command, in: line == nil ? .organ : .field, keymap)
    }
    let next = line == nil ? Command.open : .nextLine
    var keys = [
      (name(.help), wording.shortName(Command.help)), (name(.save), wording.createDraft),
      (name(next), field == .create ? wording.createDraft : wording.nextField),
    ]
    if line == nil && field != .create || field == .report && isChoosingReport {
      keys.append((name(.left) + "/" + name(.right), wording.shortName(.changeChoice)))
    }
    keys.append((name(.cancel), wording.shortName(.cancel)))
    grid.writeKeys(keys, in: area)
  }

  /// The first field that the window has room to show.
  private var firstShown: Int {
    max(0, field.rawValue - max(0, StartLayout(size: size).list.height - 1))
  }

  /// The field that shows at a point.
  func field(at point: Point) -> Field? {
    let list = StartLayout(size: size).list
    guard list.contains(point) else { return nil }
    return Field(rawValue: firstShown + point.y - list.y)
  }

  private func draw(_ field: Field, in line: Rect, into grid: inout Grid) {
    let isHere = field == self.field
    let isWrong = problem?.field == field || field == .report && reportIsRefused
    if isWrong { grid.write(Symbols(metrics).error, x: 1, y: line.y, style: .error, in: line) }
    let labels = Field.allCases.map { metrics.width(wording.label(of: $0)) }
    let x = 3 + (labels.max() ?? 0) + 2
    let box = Rect(x: x, y: line.y, width: max(0, line.width - x - 1), height: 1)
    if field == .create {
      let text = "[ \(wording.createDraft) ]"
      let button = Rect(x: x, y: line.y, width: min(box.width, metrics.width(text)), height: 1)
      grid.write(text, x: x, y: line.y, style: isHere ? .focused : .normal, in: button)
      if isHere { grid.caret = Point(x: x, y: line.y) }
      return
    }
    grid.write(wording.label(of: field), x: 3, y: line.y, style: .header, in: line)
    if isHere, field != .report || !isChoosingReport, let input = self.line {
      input.draw(in: box, of: &grid, style: .editing)
      return
    }
    if isHere { grid.fill(box, style: .focused) }
    let value = value(of: field)
    let isUnset = value.isEmpty
    let text = isUnset ? wording.unset(field) : value
    let shown = isHere ? "< \(text) >" : text
    let style: Style = isHere ? .focused : isUnset ? .muted : .normal
    grid.write(metrics.truncate(shown, width: box.width), x: x, y: line.y, style: style, in: box)
    if isHere { grid.caret = Point(x: x, y: line.y) }
  }

  private var reportIsRefused: Bool {
    if case .refused(let path, _) = reportState { path == reportPath } else { false }
  }

  private func value(of field: Field) -> String {
    switch field {
    case .file: wording.shown(file.text)
    case .report: wording.shown(report.text)
    case .organ: organ.text
    case .level: level.map(wording.choice) ?? ""
    case .kind: kind.map(wording.choice) ?? ""
    case .year: year.text
    case .form: forms[form].title
    case .create: ""
    }
  }

  /// The files that can be last year's report, below the fields, as far as there is room.
  private func drawReports(below fields: Int, in area: Rect, into grid: inout Grid) {
    let top = area.y + fields - firstShown + 1
    let room = area.maxY - top - 1
    guard room > 0, isChoosingReport else { return }
    grid.write(wording.reportsHere(reports.count), x: 3, y: top, style: .muted, in: area)
    let chosen = reports.firstIndex(of: reportPath)
    let first = min(max(0, (chosen ?? 0) - room / 2), max(0, reports.count - room))
    for (offset, name) in reports.dropFirst(first).prefix(room).enumerated() {
      let y = top + 1 + offset
      let isChosen = first + offset == chosen
      if isChosen { grid.write(Symbols(metrics).pointer, x: 3, y: y, style: .normal, in: area) }
      grid.write(
        metrics.truncate(wording.shown(name), width: max(0, area.width - 6)), x: 5, y: y,
        style: isChosen ? .normal : .muted, in: area)
    }
  }

  /// What stands below: what is wrong, what was read, or what belongs into the field.
  private var detail: (text: String, style: Style) {
    let symbols = Symbols(metrics)
    if let notice { return (notice, .normal) }
    if let problem { return (symbols.error + " " + problem.message, .error) }
    switch reportState {
    case .refused(let path, let message) where path == reportPath && field == .report:
      return (symbols.error + " " + message, .error)
    case .read(let report)
    where report.path == reportPath && (field == .report || field == .create):
      if let year = typedYear, year != report.year + 1 {
        let text = wording.notTheYearBefore(year: year, previous: report.year)
        return (symbols.warning + " " + text, .warning)
      }
      let name = String(organ.text.trimmingBlanks)
      if !report.organ.isEmpty, !name.isEmpty, !name.hasSuffix(report.organ),
        !report.organ.hasSuffix(name)
      {
        return (symbols.warning + " " + wording.anotherOrgans(report.organ), .warning)
      }
      return (symbols.done + " " + read(report), .good)
    case .none, .refused, .read: break
    }
    if field == .year || field == .form, let year = typedYear, !forms[form].isFor(year) {
      return (symbols.warning + " " + wording.formIsNotFor(year), .warning)
    }
    return (wording.hint(for: field), .muted)
  }

  private func read(_ report: Report) -> String {
    let organ = report.organ.isEmpty ? wording.unnamedOrgan : report.organ
    let text = wording.lastYearRead(organ: organ, year: report.year)
    guard let placed = report.placed else { return text }
    return text + wording.sentenceGap
      + wording.figuresPlaced(placed.count, notPlaced: placed.notPlaced)
  }
}

extension Wording {
  /// What a field is called.
  fileprivate func label(of field: NewDraftForm.Field) -> String {
    switch field {
    case .file: fileLabel
    case .report: lastYearLabel
    case .organ: name(of: .name)
    case .level: name(of: .level)
    case .kind: name(of: .kind)
    case .year: name(of: nil)
    case .form: formLabel
    case .create: ""
    }
  }

  /// What stands in a field without a value.
  fileprivate func unset(_ field: NewDraftForm.Field) -> String {
    switch field {
    case .report: noLastYear
    case .level, .kind: choice("")
    case .file, .organ, .year, .form, .create: ""
    }
  }

  /// What belongs into a field.
  fileprivate func hint(for field: NewDraftForm.Field) -> String {
    switch field {
    case .file: fileHint
    case .report: lastYearHint
    case .organ: organNameHint
    case .level, .kind: levelHint
    case .year: yearHint
    case .form: formHint
    case .create: createHint
    }
  }
}
