/// `privacy`: numbers that tell who a person is.
package struct PrivateNumbers: WordRule {
  package static let id = "privacy"

  private let contacts: WordList
  private let persons: WordList
  private let units: WordList

  /// The rule with what a sentence with an office's number speaks of (联系电话), whose number is
  /// private all the same (申请人), and what stands after a figure that is no number (元).
  package init(contacts: [String], except exceptions: [String], persons: [String], units: [String])
  {
    self.contacts = WordList(contacts, except: exceptions)
    self.persons = WordList(persons)
    self.units = WordList(units)
  }

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    var faults: [WordFault] = []
    var offset = 0
    var sentence = 0
    while offset < scan.scalars.count {
      guard WordScan.isDigit(scan.scalars[offset]) else {
        offset += 1
        continue
      }
      let run = run(at: offset, in: scan)
      offset = run.range.upperBound
      while sentence < scan.sentences.count,
        scan.sentences[sentence].upperBound <= run.range.lowerBound
      {
        sentence += 1
      }
      guard sentence < scan.sentences.count, let problem = problem(of: run, in: scan, sentence)
      else { continue }
      faults.append(WordFault(scan.original(run.range), problem))
    }
    return faults
  }

  /// Digits with single blanks and hyphens between them.
  private struct Run {
    var digits: [UInt32]
    /// How many digits stand together, group by group.
    var groups: [Int]
    var range: Range<Int>
  }

  /// The most digits that are kept: a longer run is no number of a person.
  private static let longest = 20

  private func run(at start: Int, in scan: WordScan) -> Run {
    var digits: [UInt32] = []
    var groups = [0]
    var offset = start
    while offset < scan.scalars.count {
      let scalar = scan.scalars[offset]
      if WordScan.isDigit(scalar) {
        if digits.count < Self.longest {
          digits.append(scalar - 0x30)
          groups[groups.count - 1] += 1
        }
        offset += 1
      } else if scalar == 0x20 || scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 {
        guard WordScan.isDigit(scan.scalar(at: offset + 1)) else { break }
        if digits.count < Self.longest { groups.append(0) }
        offset += 1
      } else {
        break
      }
    }
    let next = scan.scalar(at: offset)
    if digits.count == 17, next == 0x58 || next == 0x78 {
      digits.append(10)
      offset += 1
    }
    return Run(digits: digits, groups: groups, range: start..<offset)
  }

  private func problem(of run: Run, in scan: WordScan, _ sentence: Int) -> WordProblem? {
    let before = scan.scalar(at: run.range.lowerBound - 1)
    let after = scan.scalar(at: run.range.upperBound)
    // A letter, a point or a solidus beside it makes it a part of something longer.
    for scalar in [before, after]
    where WordScan.isLetter(scalar) || scalar == 0x2E || scalar == 0x2F || scalar == 0x5F {
      return nil
    }
    if isIdentityNumber(run.digits) { return .identityNumber }
    guard isMobileNumber(run),
      !units.begins(in: scan.scalars, at: run.range.upperBound, before: scan.scalars.count),
      !isContact(run.range, in: scan, sentence)
    else { return nil }
    return .mobileNumber
  }

  /// Eighteen digits, the last perhaps an X, with a date of birth and the check digit of
  /// GB 11643-1999.
  private func isIdentityNumber(_ digits: [UInt32]) -> Bool {
    guard digits.count == 18, digits[0] > 0 else { return false }
    let month = digits[10] * 10 + digits[11]
    let day = digits[12] * 10 + digits[13]
    let century = digits[6] * 10 + digits[7]
    guard 18...20 ~= century, 1...12 ~= month, 1...31 ~= day else { return false }
    let weights: [UInt32] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(UInt32(0)) { $0 + $1.0 * $1.1 }
    return (12 - sum % 11) % 11 == digits[17]
  }

  /// 1, then 3 to 9, then nine digits, divided as such numbers are; 86 may stand before it.
  private func isMobileNumber(_ run: Run) -> Bool {
    var number = run.digits[...]
    var groups = run.groups[...]
    if number.count == 13, number.starts(with: [8, 6]) {
      number = number.dropFirst(2)
      groups[0] -= 2
      if groups[0] == 0 { groups = groups.dropFirst() }
    }
    let isDivided = [[11], [3, 4, 4], [3, 8], [7, 4], [3, 3, 5]].contains(Array(groups))
    return isDivided && number.first == 1 && number.dropFirst().first ?? 0 >= 3
      && number.allSatisfy { $0 <= 9 }
  }

  /// Whether the words before a number, or a short sentence before its own, speak of a contact.
  private func isContact(_ range: Range<Int>, in scan: WordScan, _ number: Int) -> Bool {
    let reach = 200
    let sentence = scan.sentences[number]
    let near =
      max(
        sentence.lowerBound, range.lowerBound - reach)..<min(
        sentence.upperBound, range.upperBound + reach)
    if persons.occurs(in: scan.scalars, near) { return false }
    if contacts.occurs(in: scan.scalars, near) { return true }
    guard number > 0 else { return false }
    let last = scan.sentences[number - 1]
    return last.count <= 30 && contacts.occurs(in: scan.scalars, last)
  }
}
