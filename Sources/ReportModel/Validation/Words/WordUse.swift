/// `wording`: words that stand for others, words that stand twice.
package struct WordUse: WordRule {
  package static let id = "wording"

  /// A word that is wrong wherever it stands, or wherever the conditions hold.
  package struct Term: Equatable, Sendable {
    let wrong: [String]
    let exceptions: [String]
    let right: String
    let isBeforeDigit: Bool
    let after: WordList
    let unless: WordList

    /// A term that is wrong, where asked for only before a digit, only `after` one of some words
    /// in its sentence, and not beside one of others; `exceptions` are longer words in which it is
    /// right.
    package init(
      wrong: [String], right: String, except exceptions: [String], isBeforeDigit: Bool,
      after: [String], unless: [String]
    ) {
      self.wrong = wrong
      self.exceptions = exceptions
      self.right = right
      self.isBeforeDigit = isBeforeDigit
      self.after = WordList(after)
      self.unless = WordList(unless)
    }
  }

  private let terms: [Term]
  /// The wrong words term by term, then the doubled ones, then what says that a figure is not
  /// reached.
  private let words: WordGroups
  /// What makes of the second of two equal words the beginning of a longer one: 公开公开栏.
  private let compounds: WordList
  let more: WordList

  /// The rule with its terms, the words and marks that must not stand twice, and what says that a
  /// figure is not reached (近) and that it is exceeded (余).
  ///
  /// Any other word of two characters must not stand twice either, unless one of `compounds`
  /// follows; where there are none, such words are not looked for.
  package init(
    terms: [Term], doubled: [String], except exceptions: [String], compounds: [String],
    about: [String], more: [String]
  ) {
    self.terms = terms
    self.compounds = WordList(compounds)
    words = WordGroups(
      terms.map(\.wrong) + [doubled, about],
      except: terms.flatMap(\.exceptions) + exceptions)
    self.more = WordList(more)
  }

  /// The most findings of one kind in one text.
  static let most = 5

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    var faults: [WordFault] = []
    var counts = Array(repeating: 0, count: terms.count + 2)
    var sentence = 0
    for match in words.matches(in: scan) where counts[match.group] < Self.most {
      while sentence < scan.sentences.count,
        scan.sentences[sentence].upperBound <= match.range.lowerBound
      {
        sentence += 1
      }
      guard let fault = fault(at: match, in: scan, sentence) else { continue }
      counts[match.group] += 1
      faults.append(fault)
    }
    let twice = (repeatedWords(in: scan) + repeatedPhrases(in: scan)).filter { fault in
      !faults.contains { $0.range.overlaps(fault.range) }
    }
    return faults + twice.prefix(Self.most) + vagueSums(in: scan)
  }

  private func fault(at match: WordGroups.Match, in scan: WordScan, _ sentence: Int) -> WordFault? {
    if match.group == terms.count { return WordFault(scan.original(match.range), .doubled) }
    if match.group > terms.count {
      guard let range = vagueFigure(at: match.range, in: scan) else { return nil }
      return WordFault(scan.original(range), .twiceVague)
    }
    let term = terms[match.group]
    if term.isBeforeDigit {
      let next = scan.scalar(at: match.range.upperBound)
      guard WordScan.isDigit(next) || WordScan.chineseDigit(next) != nil else { return nil }
    }
    guard holds(term, at: match.range, in: scan, sentence) else { return nil }
    return WordFault(scan.original(match.range), .wrongWord(right: term.right))
  }

  private func holds(_ term: Term, at range: Range<Int>, in scan: WordScan, _ number: Int) -> Bool {
    guard !term.after.isEmpty || !term.unless.isEmpty, number < scan.sentences.count else {
      return true
    }
    let reach = 100
    let sentence = scan.sentences[number]
    let before = max(sentence.lowerBound, range.lowerBound - reach)..<range.lowerBound
    let near = before.lowerBound..<min(sentence.upperBound, range.upperBound + reach)
    if !term.after.isEmpty, !term.after.occurs(in: scan.scalars, before) { return false }
    return !term.unless.occurs(in: scan.scalars, near)
  }

  /// Words of two characters that stand twice in a row and begin no longer word.
  private func repeatedWords(in scan: WordScan) -> [WordFault] {
    guard !compounds.isEmpty, scan.scalars.count >= 4 else { return [] }
    var found: [WordFault] = []
    var offset = 0
    while offset + 4 <= scan.scalars.count, found.count < Self.most {
      let word = (scan.scalars[offset], scan.scalars[offset + 1])
      let next = offset + 4
      guard word == (scan.scalars[offset + 2], scan.scalars[offset + 3]), word.0 != word.1,
        isOfWords(word.0), isOfWords(word.1),
        !compounds.begins(in: scan.scalars, at: next, before: scan.scalars.count)
      else {
        offset += 1
        continue
      }
      found.append(WordFault(scan.original(offset..<next), .doubled))
      offset = next
    }
    return found
  }

  /// Whether a scalar is part of a word and of no number: 二〇二〇 is a year, and 一条一条 is said so.
  private func isOfWords(_ scalar: UInt32) -> Bool {
    WordScan.isIdeograph(scalar) && WordScan.chineseDigit(scalar) == nil && scalar != 0x5341
  }

  /// Phrases of four to eight characters that stand twice in a row.
  private func repeatedPhrases(in scan: WordScan) -> [WordFault] {
    var found: [Range<Int>] = []
    for length in 4...8 where scan.scalars.count >= 2 * length {
      var equal = 0
      for offset in 0..<scan.scalars.count - length {
        let scalar = scan.scalars[offset]
        guard scalar == scan.scalars[offset + length], WordScan.isIdeograph(scalar) else {
          equal = 0
          continue
        }
        equal += 1
        guard equal == length else { continue }
        let start = offset + 1 - length
        if !isMonotone(start..<start + length, in: scan) {
          found.append(start..<start + 2 * length)
        }
        if found.count >= Self.most { break }
        equal = 0
      }
    }
    return found.map { WordFault(scan.original($0), .doubled) }
  }

  /// Whether a phrase is one character or two over and over, which is no slip of a phrase.
  private func isMonotone(_ range: Range<Int>, in scan: WordScan) -> Bool {
    range.dropFirst(2).allSatisfy { scan.scalars[$0] == scan.scalars[$0 - 2] }
  }

  /// A figure that is 近 and 余 at once, where 近 stands.
  private func vagueFigure(at about: Range<Int>, in scan: WordScan) -> Range<Int>? {
    let longest = 20
    var end = about.upperBound
    while end < scan.scalars.count, end - about.upperBound < longest, isFigure(scan.scalars[end]) {
      end += 1
    }
    guard end > about.upperBound,
      let last = more.match(in: scan.scalars, at: end, before: scan.scalars.count)
    else { return nil }
    return about.lowerBound..<last.range.upperBound
  }

  /// Digits, points, and 十百千万亿 with the Chinese digits.
  private func isFigure(_ scalar: UInt32) -> Bool {
    if WordScan.isDigit(scalar) || WordScan.chineseDigit(scalar) != nil { return true }
    return [0x2E, 0x2C, 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, 0x4E24].contains(scalar)
  }
}
