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

  package init(title: String, blocks: [Block], furniture: [Paragraph] = []) {
    self.title = title
    self.blocks = blocks
    self.furniture = furniture
  }
}

/// A run of text with the line of the source it came from.
package struct Paragraph: Equatable, Sendable {
  package var text: String
  /// The line in the source, counted from 1; nil where the document was not read from one.
  package var line: Int?

  package init(_ text: String, line: Int? = nil) {
    self.text = text
    self.line = line
  }
}
