import ReportModel

/// The row labels of a form, made ready to be looked up.
struct RowLabels {
  /// One row of the form.
  struct Target {
    /// The index of the table in the form.
    let table: Int
    let row: Int
    let label: Folded
    /// The heading of the table and the groups around the row; pieces of it may precede the label.
    let context: Folded
  }

  /// What a text says about the row it labels.
  enum Match: Equatable {
    case none
    /// The index into `targets`.
    case row(Int)
    case several
  }

  /// All rows in form order.
  let targets: [Target]
  private let targetsOfLabel: [Folded: [Int]]

  init(_ form: Form) {
    var targets: [Target] = []
    for (number, table) in form.tables.enumerated() {
      for (row, line) in table.rows.enumerated() {
        let context = ([table.heading ?? ""] + line.groups).joined().folded
        targets.append(
          Target(table: number, row: row, label: line.label.folded, context: context))
      }
    }
    self.targets = targets
    targetsOfLabel = Dictionary(grouping: targets.indices) { targets[$0].label }
  }

  /// The row whose label the text is, apart from torn pieces of its groups before it.
  ///
  /// Rows of `tables` are preferred where a label occurs more than once.
  func match(_ text: Folded, preferring tables: Range<Int>) -> Match {
    for start in text.indices.prefix(60) {
      guard let found = targetsOfLabel[Folded(text[start...])] else { continue }
      let fitting = found.filter { text[..<start].isFragment(of: targets[$0].context) }
      let preferred = fitting.filter { tables.contains(targets[$0].table) }
      let candidates = preferred.isEmpty ? fitting : preferred
      if candidates.count == 1 { return .row(candidates[0]) }
      if candidates.count > 1 { return .several }
    }
    return .none
  }

  /// The length of the label that ends the text, where `match` found this row.
  func labelLength(of target: Int) -> Int { targets[target].label.count }

  /// Whether the text differs only a little from the label of a row, and more from all others, or
  /// is that label made shorter.
  func isNear(_ text: Folded, to target: Int) -> Bool {
    guard !text.isEmpty, text.count <= 120 else { return false }
    if isShortened(text, target) { return true }
    let own = distance(of: text, to: target)
    let length = targets[target].label.count
    guard length >= 4, own <= max(1, length * 3 / 10) else { return false }
    return targets.indices.allSatisfy { $0 == target || distance(of: text, to: $0) > own }
  }

  /// Whether the text is the label without its number, with words left out of its middle, or with
  /// 合计 for 总计.
  private func isShortened(_ text: Folded, _ target: Int) -> Bool {
    let (label, context) = (targets[target].label, targets[target].context)
    return (0...min(20, text.count - 1)).contains { start in
      guard text[..<start].isFragment(of: context) else { return false }
      var own = Folded(text[start...])
      if own.ends(with: "合计") { own.replaceSubrange(own.count - 2..<own.count - 1, with: ["总"]) }
      if own.count >= 2, label.count - own.count <= 2, label.suffix(own.count).elementsEqual(own) {
        return true
      }
      return own.count >= 5 && own.count * 2 >= label.count && own.first == label.first
        && own.isSubsequence(of: label)
    }
  }

  private func distance(of text: Folded, to target: Int) -> Int {
    let (label, context) = (targets[target].label, targets[target].context)
    var best = Int.max
    for start in 0...min(20, text.count - 1) {
      guard abs(text.count - start - label.count) < best else { continue }
      guard text[..<start].isFragment(of: context) else { continue }
      best = min(best, editDistance(text[start...], label))
    }
    return best
  }
}
