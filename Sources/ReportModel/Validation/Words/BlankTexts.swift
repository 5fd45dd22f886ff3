/// `text-blank`: the sections that must say something, with how many characters at least.
package struct BlankTexts: WordRule {
  package static let id = "text-blank"
  package static let asksForWords = true

  private let least: [String: Int]

  /// - Parameter least: The characters, white space not counted, by section id.
  package init(least: [String: Int]) {
    self.least = least
  }

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    guard let least = least[scan.text.section] else { return [] }
    let scalars = scan.text.scalars
    var count = 0
    for scalar in scalars where !WordScan.isBlank(scalar) && !WordScan.isLineEnd(scalar) {
      count += 1
      if count == least { return [] }
    }
    return [WordFault(0..<scalars.count, .textBlank(characters: count, least: least))]
  }
}
