/// A report as all file formats share it: headings, paragraphs and tables in reading order.
///
/// Readers make one from a file, writers make a file from one; neither knows the other's format.
package struct Document: Equatable, Sendable {
  /// One piece of a document.
  package enum Block: Equatable, Sendable {
    /// A heading; level 1 is the title of the whole document.
    case heading(level: Int, Paragraph)
    case paragraph(Paragraph)
    case table(DocumentTable)
  }

  /// The title as a file's properties name it; empty where none is known.
  package var title: String
  package var blocks: [Block]
  /// What belongs to the page and not to the text, such as page numbers, in order.
  package var furniture: [Paragraph]
  /// How many pictures stand among the blocks: a table may be one, and no figure is read from it.
  package var pictureCount: Int
  /// Who answers for it and on what day, below the text; nil where it is not signed.
  package var signature: Signature?

  package init(
    title: String, blocks: [Block], furniture: [Paragraph] = [], pictureCount: Int = 0,
    signature: Signature? = nil
  ) {
    self.title = title
    self.blocks = blocks
    self.signature = signature
    self.furniture = furniture
    self.pictureCount = pictureCount
  }
}

/// Where something stands in a file that has no lines; all are counted from 1.
package struct Spot: Hashable, Sendable {
  package var page: Int?
  package var sheet: String?
  /// The table in the file, or on the page where one is named.
  package var table: Int?
  /// The row of the table or sheet.
  package var row: Int?

  package init(page: Int? = nil, sheet: String? = nil, table: Int? = nil, row: Int? = nil) {
    self.page = page
    self.sheet = sheet
    self.table = table
    self.row = row
  }
}

/// A run of text with the line of the source it came from.
package struct Paragraph: Equatable, Sendable {
  package var text: String
  /// The line in the source, counted from 1, or its number among the paragraphs and rows of a file
  /// without lines; nil where the document was not read from one.
  package var line: Int?
  /// Where it stands in a file without lines.
  package var spot: Spot?
  /// Whether the file says that a paragraph begins here; else it may go on from the line before.
  package var begins: Bool
  /// After how many characters a line is broken best, where it must be; nil where anywhere.
  package var bestBreak: Int?

  package init(
    _ text: String, line: Int? = nil, spot: Spot? = nil, begins: Bool = false,
    bestBreak: Int? = nil
  ) {
    self.text = text
    self.bestBreak = bestBreak
    self.line = line
    self.spot = spot
    self.begins = begins
  }
}
