package import CellGrid
import ReportModel
package import Wording

/// The page that asks what a new draft is to be, as a value: events in, effects and a grid out.
///
/// Nothing is written before the person asks for it; what goes wrong is said in place, and nothing
/// typed is lost.
package struct NewDraftForm: Sendable {
  /// A form to choose from.
  package struct FormChoice: Equatable, Sendable {
    /// The name by which the world finds it: an id, or the file of an own form.
    package var name: String
    package var title: String
    package var firstYear: Int?
    package var lastYear: Int?

    package init(name: String, title: String, firstYear: Int?, lastYear: Int?) {
      self.name = name
      self.title = title
      self.firstYear = firstYear
      self.lastYear = lastYear
    }

    func isFor(_ year: Int) -> Bool {
      (firstYear ?? .min) <= year && year <= (lastYear ?? .max)
    }
  }

  /// What last year's report says about the organ.
  package struct Report: Equatable, Sendable {
    package var path: String
    package var organ: String
    package var level: String?
    package var kind: String?
    package var year: Int
    /// How many figures of a report that is no draft could be placed, and how many lines not.
    package var placed: Placed?

    package struct Placed: Equatable, Sendable {
      package var count: Int
      package var notPlaced: Int

      package init(count: Int, notPlaced: Int) {
        self.count = count
        self.notPlaced = notPlaced
      }
    }

    package init(
      path: String, organ: String, level: String?, kind: String?, year: Int, placed: Placed? = nil
    ) {
      self.path = path
      self.organ = organ
      self.level = level
      self.kind = kind
      self.year = year
      self.placed = placed
    }
  }

  /// What the person decided on.
  package struct Request: Equatable, Sendable {
    package var file: String
    package var organ: String
    package var level: String?
    package var kind: String?
    package var year: Int
    /// A form by the name of its choice.
    package var form: String
    /// The path of last year's report, which was read before.
    package var lastYear: String?
  }

  /// What happened.
  package enum Event: Equatable, Sendable {
    case input(Input)
    case reportRead(Report)
    case reportRefused(path: String, message: String)
    /// The draft could not be made; the message says why.
    case refused(message: String)
    /// Something takes a while.
    case told(String)
  }

  /// What the form asks of the world, in order.
  package enum Effect: Equatable, Sendable {
    /// Read last year's report; answered by `Event.reportRead` or `Event.reportRefused`.
    case readReport(path: String)
    /// Make the draft; answered by `Event.refused`, or the form is done.
    case create(Request)
    case suspend
    case redraw
    case leave
  }

  /// A line of the page.
  enum Field: Int, CaseIterable, Sendable {
    case file, report, organ, level, kind, year, form, create
  }

  /// What is known of the file given as last year's.
  enum ReportState: Equatable, Sendable {
    case none
    case read(Report)
    case refused(path: String, message: String)
  }

  let wording: Wording
  let keymap: Keymap
  let forms: [FormChoice]
  /// The files that may be last year's report.
  package var reports: [String]
  /// The year that a report begun today is most likely for.
  let yearToReport: Int
  /// The file that was named before the page was shown, to be taken as it is.
  let givenFile: String?
  /// Names that are taken, so that none of them is proposed.
  package var takenNames: Set<String>
  package internal(set) var metrics: Metrics
  package internal(set) var size: Size
  var field = Field.file
  var file = LineInput("")
  var report = LineInput("")
  var organ = LineInput("")
  var year = LineInput("")
  var level: String?
  var kind: String?
  var form = 0
  /// What the person has changed, so that it is not proposed anew.
  var touched: Set<Field> = []
  var reportState = ReportState.none
  /// What stands in the way of the draft, and where.
  var problem: (field: Field, message: String)?
  var notice: String?
  /// The first line of the help page; nil while that is not open.
  var helpTop: Int?
  /// Whether the draft is to be made as soon as last year's report has been read.
  var createsNext = false

  /// A page for a draft on one of `forms`; with a file named, that one is kept.
  ///
  /// - Precondition: there is a form to choose.
  package init(
    file: String?, forms: [FormChoice], reports: [String], takenNames: Set<String> = [],
    yearToReport: Int, wording: Wording, keymap: Keymap, size: Size, metrics: Metrics = Metrics()
  ) {
    precondition(!forms.isEmpty, "A new draft needs a form.")
    self.forms = forms
    self.reports = reports
    self.takenNames = takenNames
    self.yearToReport = yearToReport
    self.wording = wording
    self.keymap = keymap
    self.size = size
    self.metrics = metrics
    givenFile = file
    if let file {
      self.file = LineInput(file)
      touched.insert(.file)
      field = .organ
    }
    propose()
  }

  /// Fills in what the person has not touched: from last year's report, or what is most likely.
  mutating func propose() {
    var known: Report?
    if case .read(let report) = reportState { known = report }
    if !touched.contains(.organ) { organ = LineInput(known?.organ ?? "") }
    if !touched.contains(.level) { level = known?.level }
    if !touched.contains(.kind) { kind = known?.kind }
    if !touched.contains(.year) {
      year = LineInput(String(known.map { $0.year + 1 } ?? yearToReport))
    }
    proposeByYear()
  }

  /// Fills in what goes by the year, unless the person has touched it.
  mutating func proposeByYear() {
    guard let year = typedYear else { return }
    if !touched.contains(.form) { form = forms.firstIndex { $0.isFor(year) } ?? 0 }
    if !touched.contains(.file) {
      let names = ["\(year).json"] + (2...99).map { "\(year)-\($0).json" }
      file = LineInput(names.first { !takenNames.contains($0) } ?? "")
    }
  }

  /// The year as a number; nil where what was typed is none.
  var typedYear: Int? {
    let trimmed = String(year.text.trimmingBlanks)
    guard let typed = Quantity(typed: trimmed), typed.fractionCount == 0,
      let year = Int(exactly: typed.digits), 1900...2999 ~= year
    else { return nil }
    return year
  }

  /// The path typed or chosen as last year's report; empty for none.
  var reportPath: String { String(report.text.trimmingBlanks) }
}
