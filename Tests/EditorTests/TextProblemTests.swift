@testable import Editor
import ReportModel
import Testing

@Suite("Findings in a text")
struct TextProblemTests {
  /// Two paragraphs with a family of five scalars, a combining mark, and characters beyond 16 bits.
  private static let text = Prose("收到👨‍👩‍👦e\u{301}件。\n𠮷公开了3件")

  private static func finding(
    _ range: Range<Int>, _ severity: Severity = .warning, accepted: Bool = false
  ) -> Finding {
    let place = TextPlace(section: "x", range: range, quote: "")
    let acceptance = Acceptance(
      .init(rule: "r", places: [], quote: nil), values: [:], by: "", on: "", reason: "")
    return Finding(
      rule: "r", severity: severity, text: place, detail: .organMissing, basis: "",
      acceptance: accepted ? acceptance : nil)
  }

  @Test(
    "begin at the character that their first scalar belongs to",
    arguments: [
      (0, 0, 0), (1, 0, 1), (2, 0, 2), (4, 0, 2), (6, 0, 2), (7, 0, 3), (8, 0, 3), (9, 0, 4),
      (10, 0, 5), (11, 0, 6), (12, 1, 0), (13, 1, 1), (18, 1, 6), (99, 1, 6),
    ])
  func begin(scalar: Int, paragraph: Int, character: Int) {
    let problems = TextProblems(Self.text)
    let caret = problems.caret(at: scalar, in: Self.text)
    #expect(caret == Caret(paragraph: paragraph, offset: character))
    let offsets = problems.offsets(at: caret, in: Self.text)
    #expect(offsets.contains(min(scalar, 18)) || scalar > 18)
  }

  @Test("mark whole characters, each paragraph its own part, and not what was accepted")
  func mark() {
    var problems = TextProblems(Self.text)
    problems.findings = [
      Self.finding(4..<5), Self.finding(9..<14), Self.finding(0..<2, accepted: true),
      Self.finding(11..<11),
    ]
    let first = problems.marks(inParagraph: 0, Array(Self.text.paragraphs[0]))
    #expect(first.map(\.range) == [2..<3, 4..<6])
    let second = problems.marks(inParagraph: 1, Array(Self.text.paragraphs[1]))
    #expect(second.map(\.range) == [0..<2])
  }

  @Test("are told where the caret stands in them, else the nearest of the paragraph")
  func areTold() {
    var problems = TextProblems(Self.text)
    let (wide, narrow, last) = (Self.finding(0..<10), Self.finding(7..<9), Self.finding(13..<15))
    let whole = Self.finding(0..<0)
    func told(_ paragraph: Int, _ offset: Int) -> Finding? {
      problems.finding(at: Caret(paragraph: paragraph, offset: offset), in: Self.text)
    }
    problems.findings = [wide, narrow, last]
    #expect(told(0, 0) == wide)
    #expect(told(0, 3) == narrow)
    #expect(told(1, 6) == last)
    problems.findings = [last, whole]
    #expect(told(0, 0) == whole)
    #expect(told(1, 0) == last)
    problems.findings = [last]
    #expect(told(0, 0) == nil)
    let accepted = Self.finding(0..<2, accepted: true)
    problems.findings = [accepted, narrow]
    #expect(told(0, 1) == accepted)
    #expect(told(0, 6) == narrow)
  }
}
