import SafeText

/// A word with the box that its letters take.
struct PDFWord: Equatable {
  var text: String
  var box: Box
}

/// The size of a page and its words, in the order of the file.
struct PDFPage: Equatable {
  var width: Double
  var height: Double
  var words: [PDFWord]

  /// Whether a page is as wide and as high, but for rounding.
  func hasSameSize(as other: PDFPage) -> Bool {
    abs(width - other.width) < 1 && abs(height - other.height) < 1
  }
}

/// Reads what `pdftotext -bbox` writes.
func pages(inBoxes bytes: [UInt8]) throws(FormatError) -> [PDFPage] {
  guard let part = part(of: bytes, from: "<doc>", to: "</doc>") else { return [] }
  var pull = try XMLPull(wellFormed(part), part: "pdftotext")
  var pages: [PDFPage] = []
  var word: PDFWord?
  while let event = try pull.next() {
    switch event {
    case .open("page"):
      pages.append(
        PDFPage(
          width: number(pull.attribute("width")), height: number(pull.attribute("height")),
          words: []))
    case .open("word"):
      let box = Box(
        left: number(pull.attribute("xMin")), top: number(pull.attribute("yMin")),
        right: number(pull.attribute("xMax")), bottom: number(pull.attribute("yMax")))
      word = PDFWord(text: "", box: box)
    case .text(let text): word?.text += text
    case .close("word"):
      if let word = word.take().map(cleaned), !word.text.isEmpty, !pages.isEmpty {
        pages[pages.count - 1].words.append(word)
      }
    case .open, .close: break
    }
  }
  return pages
}

/// The word with the letters that it shows, without blanks.
private func cleaned(_ word: PDFWord) -> PDFWord {
  var word = word
  var scalars = String.UnicodeScalarView()
  for scalar in word.text.unicodeScalars
  where !scalar.isBlank && !scalar.isUnsafe && scalar != "\u{FEFF}" {
    scalars.append(scalar.asLetter)
  }
  word.text = String(scalars)
  return word
}

private func number(_ attribute: String?) -> Double {
  guard let attribute, let number = Double(attribute), number.isFinite else { return 0 }
  return number
}

/// The bytes between two marks, both included: what stands before may be no XML, such as a title.
private func part(of bytes: [UInt8], from first: String, to last: String) -> ArraySlice<UInt8>? {
  let (first, last) = (Array(first.utf8), Array(last.utf8))
  guard bytes.count >= first.count + last.count,
    let start = (0...bytes.count - first.count).first(where: {
      bytes[$0] == first[0] && bytes[$0..<$0 + first.count].elementsEqual(first)
    }),
    let end = (start...bytes.count - last.count).reversed().first(where: {
      bytes[$0] == last[0] && bytes[$0..<$0 + last.count].elementsEqual(last)
    })
  else { return nil }
  return bytes[start..<end + last.count]
}

/// The bytes as UTF-8 without what XML does not allow: a file may give its letters any number.
private func wellFormed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.lazy.filter {
    $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || $0 == "\n" || $0 == "\t"
  }
  return Array(String(String.UnicodeScalarView(text)).utf8)
}
