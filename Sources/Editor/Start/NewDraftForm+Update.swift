import CellGrid
import ReportModel
import Wording

extension NewDraftForm {
  /// Takes one event in and returns the effects to run, in order.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .input(let input): return take(input)
    case .reportRead(let report):
      notice = nil
      reportState = .read(report)
      if reportPath != report.path { self.report = LineInput(report.path) }
      propose()
      return goOnCreating()
    case .reportRefused(let path, let message):
      notice = nil
      reportState = .refused(path: path, message: message)
      propose()
      if createsNext { field = .report }
      createsNext = false
    case .refused(let message):
      notice = nil
      problem = (.file, message)
      field = .file
    case .told(let text): notice = text
    }
    return []
  }

  private mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return press(key)
    case .paste(let text):
      if helpTop == nil { type(text) }
    case .burst(_, let keys): return keys.flatMap { press($0) }
    case .mouse(let mouse): return point(mouse)
    case .resize(let size): self.size = size
    case .metrics(let metrics): self.metrics = metrics
    case .hangUp: return [.leave]
    }
    return []
  }

  /// Where the keys have the meaning that they have here: a line being typed, or a choice.
  private var context: Context { line == nil ? .organ : .field }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    problem = nil
    guard let command = keymap.command(for: key, in: context) else {
      if case .character(let character) = key.code, key.modifiers.subtracting(.shift).isEmpty,
        helpTop == nil
      {
        type(String(character))
      }
      return []
    }
    if let top = helpTop {
      pressInHelp(command, top)
      return []
    }
    switch command {
    case .help: helpTop = 0
    case .save: return create()
    case .cancel, .quit: return [.leave]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .up, .previousCell: return leaveField(for: neighbour(-1))
    case .down, .nextCell: return leaveField(for: neighbour(1))
    case .nextLine, .open: return field == .create ? create() : leaveField(for: neighbour(1))
    case .pageUp, .first: return leaveField(for: .file)
    case .pageDown, .last: return leaveField(for: .create)
    default: return change(command)
    }
    return []
  }

  private mutating func pressInHelp(_ command: Command, _ top: Int) {
    switch command {
    case .up: helpTop = helpPage.top(top - 1, in: size)
    case .down: helpTop = helpPage.top(top + 1, in: size)
    case .pageUp, .first, .lineStart: helpTop = 0
    case .pageDown, .last, .lineEnd: helpTop = helpPage.top(top + size.rows, in: size)
    case .help, .cancel, .quit: helpTop = nil
    default: break  // Nothing else can be done there.
    }
  }

  /// What a command does within the present field.
  private mutating func change(_ command: Command) -> [Effect] {
    if field == .report, isChoosingReport, command == .left || command == .right {
      return chooseReport(by: command == .left ? -1 : 1)
    }
    if var line {
      // Whoever moves in what was proposed wants to change it, and not to type it over.
      if line.perform(command) { set(line) }
      return []
    }
    if command == .left { choose(by: -1) }
    if command == .right || command == .changeChoice { choose(by: 1) }
    return []
  }

  /// The line being typed, where the present field is one.
  var line: LineInput? {
    switch field {
    case .file: file
    case .report: report
    case .organ: organ
    case .year: year
    case .level, .kind, .form, .create: nil
    }
  }

  private mutating func set(_ line: LineInput) {
    touched.insert(field)
    switch field {
    case .file: file = line
    case .report: report = line
    case .organ: organ = line
    case .year:
      year = line
      proposeByYear()
    case .level, .kind, .form, .create: break
    }
  }

  private mutating func type(_ text: String) {
    guard var line else { return }
    // What was proposed or chosen is typed over, as in a cell.
    if !touched.contains(field) { line = LineInput("") }
    line.insert(text)
    set(line)
  }

  /// Goes through the choices of a field.
  private mutating func choose(by count: Int) {
    func next(_ value: String?, in values: [String]) -> String? {
      let choices: [String?] = [nil] + values
      let here = choices.firstIndex(of: value) ?? 0
      return choices[(here + count + choices.count) % choices.count]
    }
    switch field {
    case .level: level = next(level, in: Organ.levels)
    case .kind: kind = next(kind, in: Organ.kinds)
    case .form: form = (form + count + forms.count) % forms.count
    case .file, .report, .organ, .year, .create: return
    }
    touched.insert(field)
  }

  /// Whether Left and Right choose among the files, because no other path is typed.
  var isChoosingReport: Bool { reportPath.isEmpty || reports.contains(reportPath) }

  private mutating func chooseReport(by count: Int) -> [Effect] {
    let choices = [""] + reports
    let here = choices.firstIndex(of: reportPath) ?? 0
    report = LineInput(choices[(here + count + choices.count) % choices.count])
    touched.remove(.report)
    return readReport()
  }

  /// Asks for the report that is named now, unless it was read already.
  private mutating func readReport() -> [Effect] {
    let path = reportPath
    switch reportState {
    case .read(let report) where report.path == path: return []
    case .refused(let refused, _) where refused == path && !createsNext: return []
    case .none, .read, .refused: break
    }
    reportState = .none
    propose()
    return path.isEmpty ? [] : [.readReport(path: path)]
  }

  private func neighbour(_ count: Int) -> Field {
    let last = Field.allCases.count - 1
    return Field(rawValue: min(max(0, field.rawValue + count), last)) ?? field
  }

  private mutating func leaveField(for next: Field) -> [Effect] {
    let effects = field == .report ? readReport() : []
    field = next
    return effects
  }

  /// Makes the draft, or says what is missing.
  private mutating func create() -> [Effect] {
    createsNext = true
    let reading = readReport()
    return reading.isEmpty ? goOnCreating() : reading
  }

  private mutating func goOnCreating() -> [Effect] {
    guard createsNext else { return [] }
    createsNext = false
    if let found = firstProblem {
      problem = found
      field = found.field
      return []
    }
    guard let year = typedYear else { return [] }
    return [
      .create(
        Request(
          file: fileToMake, organ: String(organ.text.trimmingBlanks), level: level, kind: kind,
          year: year, form: forms[form].name, lastYear: reportPath.isEmpty ? nil : reportPath))
    ]
  }

  private var firstProblem: (field: Field, message: String)? {
    let file = file.text.trimmingBlanks
    if file.isEmpty || file == "-" || file.hasSuffix("/") { return (.file, wording.fileNameNeeded) }
    if organ.text.trimmingBlanks.isEmpty { return (.organ, wording.organNameNeeded) }
    if typedYear == nil { return (.year, wording.noYear(year.text)) }
    return nil
  }

  /// The file's name, with an ending where none was typed: the list shows `*.json`.
  var fileToMake: String {
    let name = String(file.text.trimmingBlanks)
    let last = name.split(separator: "/").last ?? ""
    return last.contains(".") || name == givenFile ? name : name + ".json"
  }

  private mutating func point(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .press:
      guard helpTop == nil, let clicked = field(at: mouse.point) else { return [] }
      notice = nil
      problem = nil
      let effects = leaveField(for: clicked)
      return clicked == .create ? effects + create() : effects
    case .wheelUp where helpTop != nil: pressInHelp(.up, helpTop ?? 0)
    case .wheelDown where helpTop != nil: pressInHelp(.down, helpTop ?? 0)
    case .wheelUp: return leaveField(for: neighbour(-1))
    case .wheelDown: return leaveField(for: neighbour(1))
    case .drag, .release: break
    }
    return []
  }
}
