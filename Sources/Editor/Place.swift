package import ReportModel

/// A place between two characters of a text.
package struct Caret: Hashable, Comparable, Sendable {
  package var paragraph: Int
  /// How many characters of the paragraph stand before it.
  package var offset: Int

  package init(paragraph: Int, offset: Int) {
    self.paragraph = paragraph
    self.offset = offset
  }

  package static let start = Caret(paragraph: 0, offset: 0)

  package static func < (left: Caret, right: Caret) -> Bool {
    (left.paragraph, left.offset) < (right.paragraph, right.offset)
  }
}

/// Where the person is: an entry of the contents and a spot in it.
package struct Place: Hashable, Sendable {
  /// A spot inside an entry.
  package enum Spot: Hashable, Sendable {
    /// A field of the organ's data, by its number.
    case field(Int)
    case cell(CellIndex)
    case caret(Caret)
  }

  /// 0 is the organ's data, then the form's sections in order.
  package var entry: Int
  package var spot: Spot

  package init(entry: Int, spot: Spot) {
    self.entry = entry
    self.spot = spot
  }
}
