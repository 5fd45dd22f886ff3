extension TableGrid {
  /// The widths of the columns, together exactly `total`; half a letter is a `unit` wide, and a cell
  /// takes `padding` besides its text.
  ///
  /// Where everything fits on one line, what is left over is shared. Else figures keep their width,
  /// headers over them get four letters a line, or two, or one, and the labels share the rest.
  package func columnWidths(total: Int, unit: Int, padding: Int) -> [Int] {
    guard width > 0 else { return [] }
    let needs = columnNeeds
    let natural = needs.map { max($0.figure, $0.text) * unit + padding }
    if natural.reduce(0, +) <= total { return fitted(natural, to: total) }
    // Words of four letters break in the middle, or not at all.
    let limits = [8, 4, 2].map { limit in
      needs.map { max($0.figure, min($0.text, limit)) * unit + padding }
    }
    let hasLabels = needs.contains(where: \.isLabel)
    let narrow =
      limits.first { widths in
        let figures = zip(needs, widths).reduce(0) { $0 + ($1.0.isLabel ? 0 : $1.1) }
        return figures <= (hasLabels ? total * 5 / 8 : total)
      } ?? limits[2]
    let figures = zip(needs, narrow).reduce(0) { $0 + ($1.0.isLabel ? 0 : $1.1) }
    // A root keeps a column of short group labels readable beside one of long labels.
    let weights = needs.map { $0.isLabel ? Double(max(1, $0.text)).squareRoot() : 0 }
    let weight = weights.reduce(0, +)
    guard weight > 0, figures < total * 3 / 4 else { return fitted(narrow, to: total) }
    let widths = zip(narrow, weights).map { width, share in
      share > 0 ? Int(Double(total - figures) * share / weight) : width
    }
    return fitted(widths, to: total)
  }

  private struct ColumnNeed {
    /// The longest text and the longest figure, in halves of a letter.
    var text = 0
    var figure = 0
    var isLabel = false
  }

  private var columnNeeds: [ColumnNeed] {
    var needs = Array(repeating: ColumnNeed(), count: width)
    for place in rows.joined() where place.columnSpan == 1 {
      guard case .cell(let cell) = place.content else { continue }
      switch cell.role {
      case .figure:
        needs[place.column].figure = max(needs[place.column].figure, cell.text.halfWidths)
      case .header(let scope):
        needs[place.column].text = max(needs[place.column].text, cell.text.halfWidths)
        if scope == .row || scope == .rowGroup { needs[place.column].isLabel = true }
      case .words:
        needs[place.column].text = max(needs[place.column].text, cell.text.halfWidths)
        needs[place.column].isLabel = true
      }
    }
    return needs
  }

  /// The widths brought to a sum: what is left over is shared evenly, what is too much taken off in
  /// proportion.
  private func fitted(_ widths: [Int], to total: Int) -> [Int] {
    let sum = widths.reduce(0, +)
    var fitted =
      sum <= total
      ? widths.map { $0 + (total - sum) / widths.count }
      : widths.map { max(1, $0 * total / sum) }
    fitted[fitted.count - 1] += max(0, total - fitted.reduce(0, +))
    return fitted
  }
}
