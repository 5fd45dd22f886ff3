import Documents
import ReportModel
import Testing

/// Reports that differ from the sample as those of other offices do, and say the same.
@Suite("A report written in another way")
struct ImportVariantsTests {
  private static let numerals = ["一", "二", "三", "四", "五", "六"]

  /// The sample with the number of each section's title written otherwise.
  private static func numbered(_ number: (Int) -> String) -> String {
    let titles = ["总体情况", "主动公开", "收到和处理", "因政府信息公开", "存在的主要问题", "其他需要报告"]
    return zip(numerals, titles).enumerated().reduce(SampleReport.text) { text, title in
      text.replacing(
        "\n\(title.element.0)、\(title.element.1)",
        with: "\n\(number(title.offset))\(title.element.1)")
    }
  }

  private static let contents = [
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
    "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "五、存在的主要问题及改进措施", "六、其他需要报告的事项",
  ]

  /// The sample with a table of contents below its title.
  private static func withContents(_ line: (Int, String) -> String) -> String {
    let lines = contents.enumerated().map { line($0, $1) }.joined(separator: "\n")
    return SampleReport.replacing(
      "年度报告\n\n本报告", with: "年度报告\n\n目　录\n\(lines)\n\n本报告")
  }

  static let variants: [(name: String, text: String)] = [
    ("2、", numbered { "\($0 + 1)、" }), ("2.", numbered { "\($0 + 1)." }),
    ("第二部分", numbered { "第\(numerals[$0])部分　" }), ("第二章", numbered { "第\(numerals[$0])章 " }),
    ("contents", withContents { $1 }), ("dotted contents", withContents { "\($1)......\($0 + 2)" }),
    ("contents with pages on lines of their own", withContents { "\($1)\n\($0 + 2)" }),
    ("another first title", SampleReport.replacing("一、总体情况", with: "一、工作开展的基本情况")),
    ("another fifth title", SampleReport.replacing("五、存在的主要问题及改进措施", with: "五、不足之处与下步打算")),
    (
      "shorter labels",
      SampleReport.replacing("四、结转下年度继续办理", with: "四、结转下年度")
        .replacing("一、本年新收政府信息公开申请数量", with: "一、本年新收申请数量")
    ),
    (
      "a row that is torn before its figures",
      SampleReport.replacing(
        "四、结转下年度继续办理\t\t\t0", with: "四、结转下年度\n继续办理\t\t\t0")
    ),
  ]

  @Test("gives the same draft", arguments: variants)
  func isTheSame(name: String, text: String) throws {
    #expect(text != SampleReport.text, "\(name)")
    let whole = try importReport(
      [Document(plainText: SampleReport.text)], forms: shippedForms()
    ).draft
    let found = try importReport([Document(plainText: text)], forms: shippedForms()).draft
    for cell in (0..<whole.form.cellCount).map(CellIndex.init) where whole[cell] != found[cell] {
      Issue.record("\(name): \(whole.form.address(of: cell))")
    }
    for section in whole.form.textSections {
      #expect(found.text(of: section.id) == whole.text(of: section.id), "\(name): \(section.id)")
    }
  }

  @Test("is not taken for 万元 where its heading has another unit", arguments: ["元", "千元", "亿元"])
  func tellsMoneyInAnotherUnit(unit: String) throws {
    let text = SampleReport.replacing("本年收费金额（单位：万元）", with: "本年收费金额（单位：\(unit)）")
      .replacing("行政事业性收费\t1.50", with: "行政事业性收费\t15000")
    let result = try importReport([Document(plainText: text)], forms: shippedForms())
    let fees = try #require(Address("charges.fees.amount"))
    #expect(result.draft[fees] == nil)
    #expect(result.report.notPlaced.contains { $0.reason == .unit(unit) })
  }

  @Test("gives the figures beside one that is none, and tells of that")
  func placesWhatIsBesideWords() throws {
    let text = SampleReport.replacing(
      "申请数量\t2\t1\t0\t0\t0\t0\t3", with: "申请数量\t2\t1\t0\t另行统计\t0\t0\t3")
    #expect(text != SampleReport.text)
    let result = try importReport([Document(plainText: text)], forms: shippedForms())
    let row = ["natural", "business", "research", "welfare", "legal", "other", "total"]
    let cells = row.map { Address("applications.new.\($0)") }
    #expect(!cells.contains(nil))
    #expect(
      cells.map { $0.flatMap { result.draft[$0]?.description } } == [
        "2", "1", "0", nil, "0", "0", "3",
      ])
    #expect(result.report.notPlaced.contains { $0.reason == .noFigure("另行统计") })
  }

  @Test("keeps its columns where a program left one a hair wide between two headings")
  func foldsSeams() {
    func row(_ cells: [(String, Int)]) -> DocumentTable.Row {
      DocumentTable.Row(
        cells.map { DocumentTable.Cell($0.0, columnSpan: $0.1, role: .figure(nil)) })
    }
    let table = DocumentTable(rows: [
      row([("复议", 2), ("诉讼", 3)]), row([("甲", 1), ("总计", 2), ("乙", 1), ("总计", 1)]),
      row([("1", 1), ("2", 2), ("3", 1), ("4", 1)]),
    ])
    #expect(
      table.expandedTexts == [
        ["复议", "", "诉讼", ""], ["甲", "总计", "乙", "总计"], ["1", "2", "3", "4"],
      ])
    // Here the second column is needed: a row that is full has a cell in it.
    let other = DocumentTable(rows: [
      row([("a", 1), ("b", 2)]), row([("c", 2), ("d", 1)]), row([("1", 1), ("2", 1), ("3", 1)]),
    ])
    #expect(other.expandedTexts == [["a", "b", ""], ["c", "", "d"], ["1", "2", "3"]])
  }
}
