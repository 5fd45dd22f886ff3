import ReportModel
import Wording

/// Which changes `nianbao log` tells of.
struct LogFilter {
  /// Whether no key was given, so that everything is told.
  private let wantsAll: Bool
  private var cells: Set<String> = []
  private var texts: Set<String> = []
  private var organ: Set<String> = []
  private var wantsYear = false

  /// The changes that keys name: cells, tables, rows, sections, `organ.KEY`, `year`; places that
  /// only the history still knows can be named, too.
  init(keys: [String], in draft: Draft) throws(Failure) {
    wantsAll = keys.isEmpty
    for key in keys {
      if !note(key, in: draft.form), !note(key, in: draft.revisions) {
        throw Failure.usage(Wording.ofProcess.unknownAddress(key))
      }
    }
  }

  /// Takes note of what a key names in the form; false where it names nothing there.
  private mutating func note(_ key: String, in form: Form) -> Bool {
    if let address = Address(key), form.cell(at: address) != nil {
      cells.insert(key)
    } else if key == "year" {
      wantsYear = true
    } else if key.hasPrefix("organ."), Organ.Key(rawValue: String(key.dropFirst(6))) != nil {
      organ.insert(String(key.dropFirst(6)))
    } else if let section = form.section(key) {
      if section.isText { texts.insert(key) }
      for table in form.tables(of: section) { note(table.cells, in: form) }
    } else if let table = form.tables.first(where: { $0.id == key }) {
      note(table.cells, in: form)
    } else if let cells = cells(ofRow: key, in: form) {
      for cell in cells { self.cells.insert(form.address(of: cell).description) }
    } else {
      return false
    }
    return true
  }

  private mutating func note(_ cells: Range<Int>, in form: Form) {
    for cell in cells { self.cells.insert(form.address(of: CellIndex(cell)).description) }
  }

  private func cells(ofRow key: String, in form: Form) -> [CellIndex]? {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let table = form.tables.first(where: { $0.id == parts[0] }),
      let row = table.rowIndex[parts[1]]
    else { return nil }
    return table.columns.indices.map { table.cell(row: row, column: $0) }
  }

  /// The same among the places that the history names.
  private mutating func note(_ key: String, in revisions: [Revision]) -> Bool {
    var isKnown = false
    for revision in revisions {
      if revision.cells.contains(where: { $0.key == key }) {
        cells.insert(key)
        isKnown = true
      }
      if revision.texts.contains(where: { $0.section == key }) {
        texts.insert(key)
        isKnown = true
      }
      if let field = revision.organ.first(where: { "organ." + $0.key == key }) {
        organ.insert(field.key)
        isKnown = true
      }
    }
    return isKnown
  }

  /// What is to be told of a save; nil for nothing.
  func part(of revision: Revision) -> Revision? {
    if wantsAll { return revision }
    var part = revision
    part.cells.removeAll { !cells.contains($0.key) }
    part.texts.removeAll { !texts.contains($0.section) }
    part.organ.removeAll { !organ.contains($0.key) }
    if !wantsYear { part.year = nil }
    return part.changeCount == 0 ? nil : part
  }
}
