import SafeText

/// How often each letter and digit stands in a document, wherever.
package struct LetterCounts {
  private var counts: [Unicode.Scalar: Int] = [:]

  package init(of document: Document) {
    for block in document.blocks {
      switch block {
      case .heading(_, let paragraph), .paragraph(let paragraph): add(paragraph.text)
      case .table(let table): for cell in table.rows.lazy.flatMap(\.cells) { add(cell.text) }
      }
    }
    for paragraph in document.furniture { add(paragraph.text) }
  }

  private mutating func add(_ text: String) {
    for letter in text.unicodeScalars where letter.isLetterOrDigit {
      counts[letter, default: 0] += 1
    }
  }

  /// Takes the letters and digits of a text out; gives the first of which there is none left.
  package mutating func take(_ text: String) -> Unicode.Scalar? {
    for letter in text.unicodeScalars where letter.isLetterOrDigit {
      guard let count = counts[letter], count > 0 else { return letter }
      counts[letter] = count - 1
    }
    return nil
  }
}
