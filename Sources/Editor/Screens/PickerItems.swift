import ReportModel
import Wording

extension Picker {
  /// One line of the list.
  struct Item: Equatable, Sendable {
    var label: String
    /// What stands at the end of the line: a key, a figure, an address.
    var detail = ""
    /// Whether it can be chosen here.
    var isOffered = true
    var action: Action
  }

  /// What choosing a line does.
  enum Action: Equatable, Sendable {
    case perform(Command)
    case go(Place)
    /// Put a figure into the text.
    case insert(String)
  }

  /// The most lines that a list holds; what is typed narrows it.
  static let limit = 200
}

extension Editor {
  /// The lines of a list that fit what is typed, the best first.
  func items(of kind: Picker.Kind, for text: String) -> [Picker.Item] {
    let search = Search(text)
    switch kind {
    case .commands: return commandItems(search)
    case .places: return placeItems(search, text)
    case .find: return search.isEmpty ? [] : foundItems(search, text)
    case .figures: return figureItems(search)
    }
  }

  /// Items with the best of the ranks of their texts, in the order of these.
  private func ranked(_ items: [(item: Picker.Item, rank: Int?)]) -> [Picker.Item] {
    let fitting = items.enumerated().compactMap { number, entry in
      entry.rank.map { (rank: $0, number: number, item: entry.item) }
    }
    return fitting.sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }
      .prefix(Picker.limit).map(\.item)
  }

  /// Every command that is worth a line; those that do nothing here come last.
  private func commandItems(_ search: Search) -> [Picker.Item] {
    let here = mainContext
    let entries = Command.allCases.filter(Picker.offers).map { command in
      let keys = keymap.keys(for: command, in: here)
      let isOffered =
        (!keys.isEmpty || Keymap.keyless.contains(command)) && !isOutOfPlace(command)
      let key = keys.first ?? keymap.bindings.first { $0.command == command }?.key
      let ranks = [wording.longName(command), wording.shortName(command)]
        .compactMap { search.rank(of: $0) }
      let item = Picker.Item(
        label: wording.longName(command), detail: key.map(wording.keyName) ?? "",
        isOffered: isOffered, action: .perform(command))
      return (item: item, rank: ranks.min())
    }
    let items = ranked(entries)
    return items.filter(\.isOffered) + items.filter { !$0.isOffered }
  }

  /// Sections, rows by label and address, and a cell by its address.
  private func placeItems(_ search: Search, _ text: String) -> [Picker.Item] {
    let form = draft.form
    var items: [(item: Picker.Item, rank: Int?)] = []
    for number in spots.indices {
      let section = number == 0 ? nil : form.sections[number - 1]
      let name = section.map { $0.title.isEmpty ? $0.short : $0.title } ?? wording.organEntry
      let action = Picker.Action.go(Place(entry: number, spot: spots[number]))
      let isNumbered = Int(text).map { name.hasPrefix("\(Self.numeral($0))、") } ?? false
      items.append(
        (Picker.Item(label: name, action: action), isNumbered ? 0 : search.rank(of: name)))
    }
    if search.isEmpty { return ranked(items) }
    if let cell = Address(text).flatMap({ form.cell(at: $0) }) {
      items.append((item(for: cell), 0))
    }
    items += rowItems(search)
    return ranked(items)
  }

  /// The Chinese numeral of a section's number.
  private static func numeral(_ number: Int) -> String {
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return numerals.indices.contains(number - 1) ? numerals[number - 1] : "?"
  }

  /// The rows of all tables whose label or address fits.
  private func rowItems(_ search: Search) -> [(item: Picker.Item, rank: Int?)] {
    let form = draft.form
    let column = cell.map { form.place(of: $0).column } ?? 0
    return form.tables.flatMap { table in
      table.rows.indices.map { row in
        let line = table.rows[row]
        let label = line.label.isEmpty ? line.short ?? "" : line.label
        let address = "\(table.id).\(line.id)"
        let groups = line.groups.last.map { $0 + " " } ?? ""
        let cell = table.cell(row: row, column: min(column, table.columns.count - 1))
        let ranks = [search.rank(of: label), search.rank(of: address).map { $0 + 4 }]
          .compactMap(\.self)
        let item = Picker.Item(
          label: groups + label, detail: address, action: .go(place(of: cell)))
        return (item, ranks.min())
      }
    }
  }

  /// Rows by label, cells by figure, paragraphs by words.
  private func foundItems(_ search: Search, _ text: String) -> [Picker.Item] {
    var items = rowItems(search)
    if let figure = Quantity(typed: text) {
      for position in 0..<draft.form.cellCount {
        let cell = CellIndex(position)
        guard let value = draft[cell], value.micros == figure.micros else { continue }
        items.append((item(for: cell), 1))
      }
    }
    for (number, section) in draft.form.sections.enumerated() where section.isText {
      let paragraphs = draft.text(of: section.id).paragraphs
      for (paragraph, words) in paragraphs.enumerated() {
        guard let rank = search.rank(of: words), rank < 2 else { continue }
        let offset = offset(of: text, in: words)
        let start = max(0, offset - 6)
        let spot = Place.Spot.caret(Caret(paragraph: paragraph, offset: offset))
        items.append(
          (
            Picker.Item(
              label: (start > 0 ? "…" : "") + words.dropFirst(start).prefix(60),
              detail: section.short, action: .go(Place(entry: number + 1, spot: spot))), 2
          ))
      }
    }
    return ranked(items)
  }

  /// Where a text first stands in a paragraph, width and case aside.
  private func offset(of text: String, in paragraph: String) -> Int {
    let characters = Array(paragraph)
    let low = (0..<characters.count).first { start in
      Search(text).rank(of: String(characters[start...].prefix(text.count))) == 0
    }
    return low ?? 0
  }

  /// All cells that hold a figure.
  private func figureItems(_ search: Search) -> [Picker.Item] {
    ranked(
      (0..<draft.form.cellCount).compactMap { position in
        let cell = CellIndex(position)
        guard let value = draft[cell] else { return nil }
        let name = wording.fullName(of: cell, in: draft.form)
        let ranks = [name, value.description].compactMap { search.rank(of: $0) }
        let item = Picker.Item(
          label: name, detail: value.description, action: .insert(value.description))
        return (item, ranks.min())
      })
  }

  private func item(for cell: CellIndex) -> Picker.Item {
    let value = draft[cell]?.description ?? wording.blankValue
    return Picker.Item(
      label: wording.fullName(of: cell, in: draft.form), detail: value,
      action: .go(place(of: cell)))
  }

  private func place(of cell: CellIndex) -> Place {
    Place(entry: entry(of: cell), spot: .cell(cell))
  }
}
