import Editor
import FormCatalog
import Glibc
import JSONText
import ReportModel
import Storage
import Wording

/// Typing figures of a draft again: the blank sheet, and where the result is recorded.
struct RekeyingTask {
  /// The draft whose figures are typed again.
  let path: String
  private let form: String?
  private let scope: [String]
  private let person: String
  /// The cells of the draft's form, by the positions of the sheet's.
  private let cells: [CellIndex]
  private let whole: Form
  /// A sheet without figures.
  let blank: Draft
  /// What the draft has.
  let sheet: BlindSheet

  /// - Throws: `Failure` where the scope has a place without figures.
  init(
    of draft: Draft, at path: String, form: String?, scope: [String], person: String
  ) throws(Failure) {
    self.path = path
    self.form = form
    self.person = person
    whole = draft.form
    var names: [String] = []
    for name in scope.isEmpty ? draft.form.tables.map(\.id) : scope where !names.contains(name) {
      names.append(name)
    }
    self.scope = names
    var chosen: Set<CellIndex> = []
    for name in names {
      guard let place = draft.form.place(named: name) else {
        throw Failure.usage(Wording.ofProcess.unknownAddress(name))
      }
      let cells = draft.form.cells(at: place)
      guard !cells.isEmpty else {
        throw Failure.usage(Wording.ofProcess.nothingToTypeAgain(name))
      }
      chosen.formUnion(cells)
    }
    guard !chosen.isEmpty else { throw Failure.usage(Wording.ofProcess.nothingToTypeAgain(path)) }
    do throws(FormError) {
      let excerpt = try FormExcerpt(of: draft.form, cells: chosen)
      cells = excerpt.cells
      blank = Draft(form: excerpt.form, carriesForm: true, organ: draft.organ, year: draft.year)
    } catch {
      throw .file(error.message(about: path, in: []))
    }
    sheet = BlindSheet(stored: cells.map { draft[$0] })
  }

  /// Where the sheet is while it is typed: in the person's own folder, or a temporary one; the same
  /// for the same figures of the same draft and the same person.
  func sheetPath() throws(Failure) -> String {
    let key = [Workspace.absolute(path) ?? path, person, blank.form.definition.compactText]
    let name = Digest(of: Array(key.joined(separator: "\0").utf8)).short + ".json"
    let temporary = "\(PrivateFolder.base)/nianbao-verify-\(geteuid())"
    let folders = Workspace.stateFolder.map { [$0, $0 + "/verify"] } ?? [temporary]
    let folder = folders[folders.count - 1]
    do throws(FileError) {
      try requireOwnFolders(folders)
    } catch {
      throw .file(error.message(about: error.path))
    }
    return folder + "/" + name
  }

  /// Records in the draft's file how what was typed differs from what it has by now, and returns
  /// both.
  func record(_ typed: Draft) throws -> (rekeying: Rekeying, stored: [Quantity?]) {
    let typedAt = Dictionary(
      uniqueKeysWithValues: cells.enumerated().map { ($1, typed[CellIndex($0)]) })
    var result: (rekeying: Rekeying, stored: [Quantity?])?
    try Workspace.changeDraft(at: path, form: form) { opened in
      guard opened.form == whole else {
        throw Failure.file(Wording.ofProcess.draftOnOtherForm(path))
      }
      let rekeying = opened.rekeying(
        of: scope, cells: cells, typed: { typedAt[$0] ?? nil }, by: person, on: LocalTime.now)
      result = (rekeying, cells.map { opened[$0] })
      var changed = opened
      changed.review.rekeyings.append(rekeying)
      return changed
    }
    guard let result else { preconditionFailure("A change is made before it is written.") }
    return result
  }
}
