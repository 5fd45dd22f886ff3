import ReportModel

/// Chooses the form whose labels a source has.
struct EditionChoice {
  let form: Form
  let choice: ImportReport.FormChoice

  /// The form that fits the lines best, by the labels that not all forms have, then by year.
  init?(_ forms: [Form], lines: [SourceLine], year: Int?) {
    guard let first = forms.first else { return nil }
    guard forms.count > 1 else {
      (form, choice) = (first, .only)
      return
    }
    let labels = forms.map(EditionChoice.labels)
    let common = labels.dropFirst().reduce(labels[0]) { $0.intersection($1) }
    let present = EditionChoice.texts(of: lines)
    let counts = labels.map { $0.subtracting(common).intersection(present).count }
    let ranking = forms.indices.sorted { counts[$0] > counts[$1] }
    let (best, next) = (ranking[0], ranking[1])
    if counts[best] > counts[next] {
      (form, choice) = (forms[best], .labels(count: counts[best], next: counts[next]))
    } else if let year, let fitting = forms.first(where: { $0.isFor(year) }) {
      (form, choice) = (fitting, .year)
    } else {
      (form, choice) = (first, .first)
    }
  }

  private static func labels(of form: Form) -> Set<Folded> {
    var labels: Set<Folded> = []
    for table in form.tables {
      labels.formUnion((table.rows + table.columns).map(\.label.folded))
      labels.insert((table.heading ?? "").folded)
    }
    return labels.subtracting([[]])
  }

  /// Whatever on the lines may be a label: whole lines, fields, words, labels before figures.
  private static func texts(of lines: [SourceLine]) -> Set<Folded> {
    var texts: Set<Folded> = []
    for line in lines where 2...200 ~= line.folded.count {
      texts.insert(line.folded)
      if let shape = line.shape { texts.insert(shape.label) }
      texts.formUnion((line.fields ?? tokens(of: line.text).map(String.init)).map(\.folded))
    }
    return texts
  }
}
