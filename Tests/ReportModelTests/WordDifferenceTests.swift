import Simulation
import Testing

@testable import ReportModel

@Suite("The difference of two texts, by words")
struct WordDifferenceTests {
  /// The pieces as a reader sees them.
  private func marked(_ pieces: [WordDifference.Piece]) -> String {
    pieces.map { piece in
      switch piece.operation {
      case .same: piece.text
      case .removed: "[-\(piece.text)-]"
      case .added: "{+\(piece.text)+}"
      }
    }.joined()
  }

  private func marked(_ old: String, _ new: String) -> String {
    marked(WordDifference(from: Prose(old), to: Prose(new)).pieces)
  }

  @Test(
    "marks what went and what came, and tears no number and no word",
    arguments: [
      ("收到申请 3 件。", "收到申请 5 件。", "收到申请 [-3-]{+5+} 件。"),
      ("收到申请123件", "收到申请129件", "收到申请[-123-]{+129+}件"),
      ("共1,234.5万元", "共1,235.5万元", "共[-1,234.5-]{+1,235.5+}万元"),
      ("增长１２．５％。", "增长１２．６％。", "增长[-１２．５％-]{+１２．６％+}。"),
      ("见 www.example.cn", "见 www.sample.cn", "见 www.[-example-]{+sample+}.cn"),
      ("主动公开", "依法主动公开", "{+依法+}主动公开"),
      ("主动公开信息", "主动公开", "主动公开[-信息-]"),
      ("", "无", "{+无+}"),
      ("无", "", "[-无-]"),
      ("一样", "一样", "一样"),
    ])
  func marks(old: String, new: String, expected: String) {
    #expect(marked(old, new) == expected)
  }

  @Test(
    "puts changes together where what stays between them is too short to read",
    arguments: [
      ("甲乙丙丁戊", "子乙丑丁戊", "[-甲乙丙-]{+子乙丑+}丁戊"),
      ("甲乙丙丁戊", "子乙丙丑戊", "[-甲-]{+子+}乙丙[-丁-]{+丑+}戊"),
      (
        "积极推进各项重点工作的落实", "扎实做好年度公开任务的督办",
        "[-积极推进各项重点工作的落实-]{+扎实做好年度公开任务的督办+}"
      ),
    ])
  func joins(old: String, new: String, expected: String) {
    #expect(marked(old, new) == expected)
  }

  @Test(
    "puts what came where a sentence or a part of one begins",
    arguments: [
      ("第一项，第四项。", "第一项，第三项，第四项。", "第一项，{+第三项，+}第四项。"),
      ("收件。办结。", "收件。办件。办结。", "收件。{+办件。+}办结。"),
      ("甲件。乙件。丙件。", "甲件。丙件。", "甲件。[-乙件。-]丙件。"),
    ])
  func slides(old: String, new: String, expected: String) {
    #expect(marked(old, new) == expected)
  }

  @Test(
    "keeps paragraphs apart",
    arguments: [
      ("一\n二\n三", "一\n三", "一\n[-二\n-]三"),
      ("一\n三", "一\n二\n三", "一\n{+二\n+}三"),
      ("一\n二", "一", "一[-\n二-]"),
      ("一", "一\n二", "一{+\n二+}"),
      ("一\n二", "二", "[-一\n-]二"),
      ("一二", "一\n二", "一{+\n+}二"),
      ("一\n\n二", "一\n二", "一\n[-\n-]二"),
      ("一甲\n二乙", "一丙\n二丁", "一[-甲-]{+丙+}\n二[-乙-]{+丁+}"),
    ])
  func keepsParagraphs(old: String, new: String, expected: String) {
    #expect(marked(old, new) == expected)
  }

  @Test("tells which paragraphs changed")
  func tellsPassages() {
    let difference = WordDifference(
      from: Prose("一\n二甲\n三\n四"), to: Prose("一\n二乙\n三\n四\n五"))
    #expect(difference.passages.map(\.old) == [1..<2, 4..<4])
    #expect(difference.passages.map(\.new) == [1..<2, 4..<5])
    #expect(difference.passages.map { marked($0.pieces) } == ["二[-甲-]{+乙+}", "{+五+}"])
  }

  /// Letters that a text may have beside each other, such that some make one letter together.
  private static let letters = [
    "一", "二", "，", "。", "\n", "1", "2", ".", ",", "a", "b", " ", "e\u{301}", "\u{301}", "é", "\r",
    "%", "👍🏽", "\u{200D}", "１",
  ]

  private static func text(_ dice: inout Dice) -> String {
    (0..<Int.random(in: 0...14, using: &dice)).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &dice)]
    }.joined()
  }

  @Test("gives both texts back, byte by byte, whatever they are")
  func givesBack() {
    var dice = Dice(seed: 7)
    for _ in 0..<20_000 {
      let old = Self.text(&dice)
      var new = Self.text(&dice)
      if Bool.random(using: &dice) {
        // A few letters changed, as a person does.
        var scalars = Array(old.unicodeScalars)
        let place = Int.random(in: 0...scalars.count, using: &dice)
        scalars.insert(contentsOf: new.unicodeScalars.prefix(2), at: place)
        new = String(String.UnicodeScalarView(scalars))
      }
      let pieces = WordDifference(from: Prose(old), to: Prose(new)).pieces
      func text(without operation: WordDifference.Operation) -> [UInt8] {
        pieces.filter { $0.operation != operation }.flatMap { Array($0.text.utf8) }
      }
      #expect(text(without: .added) == Array(old.utf8), "\(old.debugDescription)")
      #expect(text(without: .removed) == Array(new.utf8), "\(new.debugDescription)")
      #expect(pieces.allSatisfy { !$0.text.isEmpty })
      #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.operation != $1.operation })
      if Array(old.utf8) == Array(new.utf8) {
        #expect(pieces.allSatisfy { $0.operation == .same })
      }
    }
  }

  @Test("ends soon on long texts that have nothing in common", .timeLimit(.minutes(1)))
  func endsSoon() {
    var dice = Dice(seed: 8)
    func paragraph(_ count: Int) -> String {
      String(
        String.UnicodeScalarView(
          (0..<count).compactMap { _ in
            Unicode.Scalar(0x4E00 + UInt32.random(in: 0..<3000, using: &dice))
          }))
    }
    let (old, new) = (paragraph(20_000), paragraph(20_000))
    let one = WordDifference(from: Prose(old), to: Prose(new))
    #expect(one.pieces.map(\.text) == [old, new])
    // Each passage alone could be compared, all of them would take too long.
    let kept = "保持不变的一段"
    let many = (0..<60).map { _ in (paragraph(600), paragraph(600)) }
    let difference = WordDifference(
      from: Prose(many.map { $0.0 + "\n" + kept }.joined(separator: "\n")),
      to: Prose(many.map { $0.1 + "\n" + kept }.joined(separator: "\n")))
    #expect(difference.passages.count == 60)
  }
}
