/// Words that stand on one line, from left to right.
struct PDFLine: Equatable {
  private(set) var words: [PDFWord]
  private(set) var box: Box

  private init(_ word: PDFWord) {
    words = [word]
    box = word.box
  }

  /// The lines that words stand on, from the top to the bottom.
  static func lines(of words: [PDFWord]) -> [PDFLine] {
    var lines: [PDFLine] = []
    for word in words.sorted(by: { $0.box.middle.y < $1.box.middle.y }) {
      if let last = lines.last, last.isAbreast(of: word.box) {
        lines[lines.count - 1].add(word)
      } else {
        lines.append(PDFLine(word))
      }
    }
    return lines.map(\.inOrder)
  }

  /// Whether either reaches the middle of the other.
  private func isAbreast(of other: Box) -> Bool {
    abs(box.middle.y - other.middle.y) < min(box.height, other.height) / 2
  }

  private mutating func add(_ word: PDFWord) {
    words.append(word)
    box = box.union(word.box)
  }

  private var inOrder: PDFLine {
    var line = self
    line.words.sort { $0.box.left < $1.box.left }
    return line
  }

  /// How large its letters are.
  var letterHeight: Double { words.map(\.box.height).max() ?? 0 }

  /// The words in a row; where the gap between two is wide they are two fields, and a blank is left.
  var text: String {
    var text = ""
    for (number, word) in words.enumerated() {
      let isField = number > 0 && isWide(gap(before: number))
      text = isField ? text + " " + word.text : joined(text, word.text)
    }
    return text
  }

  /// Whether it looks like the row of a table that has no rules: wide gaps, and figures behind them.
  var isRow: Bool {
    words.indices.dropFirst().contains { number in
      isWide(gap(before: number)) && words[number].text.utf8.contains(where: isDigit)
    }
  }

  /// Whether it looks like prose whose blanks were widened until it reached the edge.
  func isStretched(to right: Double) -> Bool {
    let letters = words.reduce(0) { $0 + $1.text.unicodeScalars.count { !$0.isASCII } }
    return abs(box.right - right) < letterHeight / 2 && letters >= 10
  }

  private func gap(before number: Int) -> Double {
    words[number].box.left - words[number - 1].box.right
  }

  private func isWide(_ gap: Double) -> Bool { gap > letterHeight }
}

/// Two pieces of a text one behind the other: with a blank between Latin words and figures, and none
/// beside a Chinese letter.
func joined(_ first: String, _ second: String) -> String {
  guard let last = first.utf8.last, let next = second.utf8.first else { return first + second }
  return isLatin(last) && isLatin(next) ? first + " " + second : first + second
}

private func isLatin(_ byte: UInt8) -> Bool {
  isDigit(byte) || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
}

func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
