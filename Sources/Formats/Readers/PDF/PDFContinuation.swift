import Documents

extension DocumentTable {
  /// How many of the first rows of the table on the next page repeat those of this one.
  func countOfRepeatedRows(in next: DocumentTable) -> Int {
    let own = expandedTexts.map { $0.filter { !$0.isEmpty } }
    let other = next.expandedTexts.map { $0.filter { !$0.isEmpty } }
    let count = zip(own, other).prefix { $0 == $1 && !$0.contains(where: isFigure) }.count
    // A heading cell that reaches further down cannot go without what is beside it.
    let isWhole = next.rows.prefix(count).enumerated().allSatisfy { row, cells in
      cells.cells.allSatisfy { row + $0.rowSpan <= count }
    }
    return isWhole ? count : 0
  }

  /// Joins to the last row the rest of it that the next page begins with; tells whether it did.
  ///
  /// That is certain only where the figures stand in the first part and only words in the second,
  /// none of which begins an item of its own.
  mutating func join(_ rest: Row, isAligned: Bool) -> Bool {
    let last = rows.count - 1
    let words = rest.cells.filter { !$0.text.isEmpty }
    guard last >= 0, rows[last].cells.contains(where: { isFigure($0.text) }), !words.isEmpty,
      words.allSatisfy({ !isFigure($0.text) && !beginsItem($0.text) })
    else { return false }
    let places = isAligned ? alignedPlaces(of: rest) : onlyPlace(of: rest)
    guard let places, places.allSatisfy({ !isFigure(rows[$0.row].cells[$0.cell].text) }) else {
      return false
    }
    for (place, word) in zip(places, words) {
      let text = rows[place.row].cells[place.cell].text
      rows[place.row].cells[place.cell].text = joined(text, word.text)
    }
    return true
  }

  /// The cells above the words of a row, spans reckoned with; nil where one has none.
  private func alignedPlaces(of rest: Row) -> [Place]? {
    var walk = Walk()
    let last = rows.reduce([]) { _, row in walk.owners(of: row.cells) }
    var places: [Place] = []
    var column = 0
    for cell in rest.cells {
      if !cell.text.isEmpty {
        guard column < last.count else { return nil }
        // What reaches further than the cell above is the heading of something else.
        let under = last[column..<min(column + max(1, cell.columnSpan), last.count)]
        guard under.allSatisfy({ $0 == last[column] }) else { return nil }
        places.append(last[column])
      }
      column += cell.columnSpan
    }
    return places
  }

  /// The only label of the last row, for the only words of a row.
  private func onlyPlace(of rest: Row) -> [Place]? {
    let last = rows.count - 1
    let labels = rows[last].cells.indices.filter {
      !rows[last].cells[$0].text.isEmpty && !isFigure(rows[last].cells[$0].text)
    }
    guard labels.count == 1, rest.cells.count(where: { !$0.text.isEmpty }) == 1 else { return nil }
    return [Place(row: last, cell: labels[0])]
  }
}

/// Whether a text is made of digits and the signs within figures.
func isFigure(_ text: String) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy { isDigit($0) || ".,-".utf8.contains($0) }
}

/// Whether a text begins with a number of its own, as （一）, 二、 or 第二十条 do.
private func beginsItem(_ text: String) -> Bool {
  if text.unicodeScalars.first == "第" { return true }
  let letters = text.unicodeScalars.drop { "（(".unicodeScalars.contains($0) }
  let number = letters.prefix {
    "0123456789一二三四五六七八九十".unicodeScalars.contains($0)
  }
  guard !number.isEmpty, let sign = letters.dropFirst(number.count).first else { return false }
  return ".．、）)".unicodeScalars.contains(sign)
}
