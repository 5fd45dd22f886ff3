import CellGrid
import Documents
import Editor
import FormCatalog
import Glibc
import ReportModel
import Storage
import Terminal
import Wording

/// The page that asks what a new draft is to be, in the world.
struct NewDraftSession {
  /// A draft that was made, and what its file holds.
  struct Made {
    var path: String
    var draft: Draft
    var content: [UInt8]
  }

  /// The page as it stands; kept, so that nothing typed is lost where it is left and opened again.
  private(set) var page: NewDraftForm
  /// The form that reports which are no drafts may be on, besides the shipped ones.
  private let ownForm: Form?
  /// Last year's report as it was read last.
  private var lastYear: LastYear?

  /// A page for a draft that is to be in `file`, where that is known already.
  ///
  /// With `form` given there is no other to choose.
  init(
    file: String?, form name: String?, reports: [String], takenNames: [String] = [],
    on stage: borrowing Stage
  ) throws(Failure) {
    var forms: [NewDraftForm.FormChoice] = []
    for name in name.map({ [$0] }) ?? FormCatalog.shippedIDs {
      let form = try Workspace.form(named: name)
      forms.append(
        NewDraftForm.FormChoice(
          name: name, title: Wording.ofProcess.text(form.name), firstYear: form.firstYear,
          lastYear: form.lastYear))
    }
    ownForm = if let name { try Workspace.form(named: name) } else { nil }
    page = NewDraftForm(
      file: file, forms: forms, reports: reports, takenNames: Set(takenNames),
      yearToReport: Self.yearToReport(), wording: Wording.ofProcess,
      keymap: Config.ofProcess.keymap, size: stage.screen.size, metrics: stage.metrics)
  }

  /// Begins with a report that was read already.
  mutating func take(_ lastYear: LastYear) {
    self.lastYear = lastYear
    _ = page.update(.reportRead(Self.report(of: lastYear)))
  }

  /// Goes on with the page as it was left, on the terminal as it is now.
  mutating func resume(reports: [String], takenNames: [String], on stage: borrowing Stage) {
    page.reports = reports
    page.takenNames = Set(takenNames)
    _ = page.update(.input(.resize(stage.screen.size)))
    _ = page.update(.input(.metrics(stage.metrics)))
  }

  /// Asks until the draft is made; nil where the person went back.
  mutating func run(on stage: inout Stage) -> Made? {
    while true {
      guard let input = stage.next(showing: page.screen()) else { continue }
      if case .burst(_, let keys) = input {
        stage.putBack(keys)
        continue
      }
      var effects = page.update(.input(input))[...]
      while let effect = effects.popFirst() {
        switch effect {
        case .leave: return nil
        case .suspend: stage.screen.suspend()
        case .redraw: stage.screen.repaint()
        case .readReport(let path):
          tellReading(of: path, on: &stage)
          effects += page.update(read(path))
        case .create(let request):
          do throws(Failure) {
            return try make(request)
          } catch {
            effects += page.update(.refused(message: error.message))
          }
        }
      }
    }
  }

  private mutating func tellReading(of path: String, on stage: inout Stage) {
    guard Workspace.size(of: path) > Workspace.slowSize else { return }
    _ = page.update(.told(Wording.ofProcess.reading(path)))
    stage.screen.show(page.screen())
  }

  private mutating func read(_ path: String) -> NewDraftForm.Event {
    do {
      try EditorSession.requireFile(path)
      let read = try LastYear(at: path, by: ownForm, year: Self.yearToReport() - 1)
      lastYear = read
      return .reportRead(Self.report(of: read))
    } catch let failure as Failure {
      return .reportRefused(path: path, message: failure.message)
    } catch {
      return .reportRefused(path: path, message: Wording.ofProcess.cannotBeRead)
    }
  }

  private static func report(of lastYear: LastYear) -> NewDraftForm.Report {
    let organ = lastYear.draft.organ
    let placed = lastYear.report.map { report in
      NewDraftForm.Report.Placed(
        count: report.placed.count, notPlaced: report.notPlaced.count)
    }
    return NewDraftForm.Report(
      path: lastYear.path, organ: organ.name, level: organ[.level], kind: organ[.kind],
      year: lastYear.draft.year, placed: placed)
  }

  /// Makes the draft and its file, which takes the place of none.
  private func make(_ request: NewDraftForm.Request) throws(Failure) -> Made {
    var draft = try NewCommand.emptyDraft(organ: "", year: request.year, form: request.form)
    if let lastYear, lastYear.path == request.lastYear { draft.follow(lastYear) }
    draft.organ.name = request.organ
    draft.organ[.level] = request.level
    draft.organ[.kind] = request.kind
    try Workspace.requireFolder(of: request.file)
    let content = DraftFile.bytes(of: draft)
    do throws(FileError) {
      try createFile(at: request.file, with: content)
    } catch {
      let wording = Wording.ofProcess
      throw Failure.file(
        error.cause == .exists
          ? wording.complaint(.existsAlready, about: request.file)
          : error.message(about: request.file))
    }
    return Made(path: request.file, draft: draft, content: content)
  }

  /// The year that a report begun today is most likely for: before summer the last one.
  static func yearToReport() -> Int {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Int(parts.tm_year) + 1900 - (parts.tm_mon < 6 ? 1 : 0)
  }
}
