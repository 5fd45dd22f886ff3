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
    if key == "year" {
      wantsYear = true
    } else if key.hasPrefix("organ."), Organ.Key(rawValue: String(key.dropFirst(6))) != nil {
      organ.insert(String(key.dropFirst(6)))
    } else if let place = form.place(named: key) {
      if form.section(key)?.isText == true { texts.insert(key) }
      cells.formUnion(form.cells(at: place).map { form.address(of: $0).description })
    } else {
      return false
    }
    return true
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
