import ReportModel

/// Where the columns of a form's table stand in a table of a source.
enum ColumnOrder: Equatable {
  /// As in the form, or nothing says otherwise.
  case usual
  /// Which columns to read: those of labels, then the form's in its order. What stands in the
  /// `strange` ones belongs to none of them.
  case other([Int], strange: [Int])
  /// Names of the form's columns stand where these are not, and not all of them are there.
  case contradictory

  /// The columns as they are, but for those that belong to none of the form's: what a grid has for
  /// one table of the form it has for the next one below.
  fileprivate var withoutStrange: ColumnOrder {
    guard case .other(let columns, let strange) = self else { return .usual }
    return .other(columns.sorted(), strange: strange)
  }
}

/// Knows the columns of the forms' wider tables by what their headers say.
///
/// A header decides only where it names every column once: one that is torn or misprinted leaves
/// the order as it is, which the number of figures then has to confirm.
struct ColumnOrders {
  /// The columns of a table of a form.
  private struct Target: Equatable {
    var columns: [Column]
    /// How many fields the label of a row takes at most.
    var labelFields: Int
  }

  private struct Column: Equatable {
    var label: Folded
    /// The labels around it that tell it from another with the same label.
    var groups: [Folded]
  }

  /// A row of a source's table.
  struct Row: Equatable {
    var order = ColumnOrder.usual
    var isHeader = false
  }

  /// A table with more rows is none of a report.
  private static let mostRows = 2_000

  /// The fewest columns that have an order.
  private static let leastColumns = 3

  private let targets: [Target]
  /// All words of the headers.
  private let known: Set<Folded>

  init(_ forms: [Form]) {
    var targets: [Target] = []
    var known: Set<Folded> = []
    for table in forms.flatMap(\.tables) {
      known.formUnion(table.columns.flatMap { $0.groups + [$0.label] }.map(\.folded))
      known.insert((table.corner ?? "").folded)
      guard table.columns.count >= Self.leastColumns else { continue }
      let labels = table.columns.map(\.label.folded)
      let columns = zip(table.columns, labels).map { line, label in
        let isAlone = labels.count { $0 == label } == 1
        return Column(label: label, groups: isAlone ? [] : line.groups.map(\.folded))
      }
      let target = Target(columns: columns, labelFields: RowLayout.labelFields(of: table))
      guard !targets.contains(target) else { continue }
      targets.append(target)
    }
    self.targets = targets
    self.known = known.subtracting([[]])
  }

  /// How the columns stand in each row, given its texts, and, where it is asked for, those with
  /// merged cells filled; columns before `start` count the rows.
  ///
  /// A table without a header goes on with the order `before`, that of one before it. Where rows
  /// are of different width, nothing stands below what it stands below on paper.
  func rows(
    of texts: [[String]], from start: Int, after before: ColumnOrder, filled: (Int) -> [String]
  ) -> [Row] {
    var rows = texts.map { _ in Row() }
    guard texts.count <= Self.mostRows else { return rows }
    guard let width = texts.first?.count, texts.allSatisfy({ $0.count == width }) else {
      let head = texts.firstIndex { isHeader($0, goingOn: false) } ?? texts.count
      if before != .usual { for number in 0..<head { rows[number].order = .contradictory } }
      return rows
    }
    var order = before
    var header: [Int] = []
    var isBelow = true
    for (number, fields) in texts.enumerated() {
      if isHeader(fields, goingOn: !isBelow) {
        if isBelow { header = [] }
        header.append(number)
        rows[number].isHeader = true
        isBelow = false
        continue
      }
      if !isBelow {
        let names = header.map { filled($0).map(\.folded) }
        order = self.order(below: names, of: texts, from: start) ?? order.withoutStrange
        for line in header { rows[line].order = order }
        isBelow = true
      }
      rows[number].order = order
    }
    return rows
  }

  /// Whether a row names columns: no figure and no numbered label is among its words.
  private func isHeader(_ fields: [String], goingOn: Bool) -> Bool {
    let words = fields.filter { !$0.isEmpty }
    guard !words.isEmpty, !words.contains(where: { $0.beginsWithDigit }) else { return false }
    return goingOn && words.count > 1 || words.contains { known.contains($0.folded) }
  }

  /// The order that a header tells; nil where it is that of none of the wider tables.
  private func order(
    below header: [[Folded]], of texts: [[String]], from start: Int
  ) -> ColumnOrder? {
    let width = texts[0].count
    guard let best = bestMatch(of: header, from: start) else { return nil }
    let places = best.places.compactMap(\.self)
    guard places.count == best.places.count, let first = places.min() else {
      // A column of which nothing is there at all is none of those that are not named.
      let isBlank = (0..<width).map { column in
        header.allSatisfy { $0[column].isEmpty } && texts.allSatisfy { $0[column].isEmpty }
      }
      let end = isBlank.lastIndex(of: false) ?? 0
      if isBlank[min(end, start + best.target.labelFields)..<end].contains(true)
        || best.stacks.contains(where: isOfAnother)
      {
        return .contradictory
      }
      if best.count < Self.leastColumns || best.count * 2 <= best.places.count { return nil }
      return mayBeUsual(best.places, best.target, best.stacks, from: start)
        ? .usual : .contradictory
    }
    var labels = Array(start..<first)
    if labels.count > best.target.labelFields {
      labels.removeAll { column in texts.allSatisfy { $0[column].isEmpty } }
    }
    if best.target.labelFields == 0 { labels = [] }
    let columns = labels + places
    guard columns != Array(start..<width) else { return .usual }
    return .other(columns, strange: (start..<width).filter { !columns.contains($0) })
  }

  /// The table of a form of which a header names most columns, the first of those it names as many
  /// of; nil where it names none.
  private func bestMatch(of header: [[Folded]], from start: Int) -> Match? {
    let filled = filledToTheRight(header)
    let headers = (filled == header ? [header] : [header, filled]).map(stacks(of:))
    for stacks in headers {
      // Nearly every header names the columns as a form does.
      for target in targets {
        let places = places(named: target.columns, in: stacks, from: start)
        guard !places.contains(nil) else { continue }
        return Match(target: target, places: places, stacks: stacks)
      }
    }
    var best: Match?
    for stacks in headers {
      for target in targets {
        let places = places(of: target.columns, in: stacks, from: start)
        let match = Match(target: target, places: places, stacks: stacks)
        if match.count > best?.count ?? 0 { best = match }
      }
      if let best, best.count == best.places.count { break }
    }
    return best
  }

  /// Which columns of a form's table a header names, and where.
  private struct Match {
    let target: Target
    let places: [Int?]
    let stacks: [Stack]
    let count: Int

    init(target: Target, places: [Int?], stacks: [Stack]) {
      self.target = target
      self.places = places
      self.stacks = stacks
      count = places.count { $0 != nil }
    }
  }

  /// The words that stand above a column, from top to bottom.
  private struct Stack {
    let words: [Folded]
    /// What the last of them may be the name of: a label may be torn over three rows.
    let names: [Folded]

    init(_ words: [Folded]) {
      self.words = words
      names =
        words.isEmpty ? [] : (1...min(3, words.count)).map { Folded(words.suffix($0).joined()) }
    }
  }

  private func stacks(of header: [[Folded]]) -> [Stack] {
    header[0].indices.map { column in
      Stack(
        header.reduce(into: [Folded]()) { stack, row in
          guard !row[column].isEmpty, stack.last != row[column] else { return }
          stack.append(row[column])
        })
    }
  }

  /// The rows of a header with the names of groups in all columns up to the next name: programs
  /// without merged cells write them over the first alone.
  private func filledToTheRight(_ header: [[Folded]]) -> [[Folded]] {
    header.dropLast().map { row in
      row.reduce(into: [Folded]()) { $0.append($1.isEmpty ? $0.last ?? [] : $1) }
    } + header.suffix(1)
  }

  /// Whether the columns that are named stand as in the form, and nothing says that another one is
  /// not there.
  private func mayBeUsual(
    _ places: [Int?], _ target: Target, _ stacks: [Stack], from start: Int
  ) -> Bool {
    let shifts = Set(places.enumerated().compactMap { column, place in place.map { $0 - column } })
    guard shifts.count == 1, let first = shifts.first, first >= start,
      first - start <= target.labelFields, first + places.count <= stacks.count,
      stacks[(first + places.count)...].allSatisfy(\.words.isEmpty)
    else { return false }
    return places.indices.allSatisfy { column in
      guard places[column] == nil, let name = stacks[first + column].words.last else { return true }
      return !known.contains(name) || name == target.columns[column].label
    }
  }

  /// Whether the words above a column name one that offices add to a form's.
  private func isOfAnother(_ stack: Stack) -> Bool {
    guard let name = stack.words.last, name.count <= 12, !known.contains(name) else { return false }
    return Self.otherNames.contains { $0[...].isFragment(of: name) }
  }

  private static let otherNames = ["上年", "去年", "同比", "增减", "比例", "占比", "备注", "说明"]
    .map(\.folded)

  /// Where each column stands by its whole label; nil where none does, or more than one.
  private func places(named columns: [Column], in stacks: [Stack], from start: Int) -> [Int?] {
    columns.map { column in
      let found = stacks.indices.dropFirst(start).filter { isName(stacks[$0], of: column) }
      return found.count == 1 ? found[0] : nil
    }
  }

  /// Where each column stands: by its whole label, or else by one that is nearer to it than to any
  /// other; nil where none does, or more than one.
  private func places(of columns: [Column], in stacks: [Stack], from start: Int) -> [Int?] {
    var places = places(named: columns, in: stacks, from: start)
    for (number, column) in columns.enumerated()
    where places[number] == nil && column.groups.isEmpty {
      let found = stacks.indices.dropFirst(start).filter { place in
        guard !places.contains(place), let name = stacks[place].words.last else { return false }
        return isNear(name, to: column.label)
          && columns.indices.allSatisfy {
            $0 == number || places[$0] != nil || !isNear(name, to: columns[$0].label)
          }
      }
      if found.count == 1 { places[number] = found[0] }
    }
    return places
  }

  /// Whether the words above a column end in its label.
  private func isName(_ stack: Stack, of column: Column) -> Bool {
    stack.names.contains(column.label) && column.groups.allSatisfy(stack.words.contains)
  }

  private func isNear(_ name: Folded, to label: Folded) -> Bool {
    guard 2...40 ~= name.count else { return false }
    return name[...].isFragment(of: label) || label[...].isFragment(of: name)
      || editDistance(name, label) <= max(1, label.count / 4)
  }
}

extension String {
  fileprivate var beginsWithDigit: Bool {
    unicodeScalars.first.map { $0.narrowed.isASCIIDigit } ?? false
  }
}
