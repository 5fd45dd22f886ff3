import Documents
import ReportModel
import Testing

@Suite("Import of a plain text")
struct ImportTests {
  private func imported(_ text: String, organ: String? = nil, year: Int? = nil) throws
    -> ImportResult
  {
    try importReport(
      [Document(plainText: text)], forms: shippedForms(), organ: organ, year: year)
  }

  private func figure(_ address: String, _ text: String) throws -> String? {
    let cell = try #require(Address(address))
    return try imported(text).draft[cell]?.description
  }

  @Test(arguments: [
    ("documents.normative.issued", "2"), ("documents.normative.effective", "1005"),
    ("documents.rules.effective", nil), ("licensing.permits.decisions", "22"),
    ("enforcement.coercion.decisions", nil), ("charges.fees.amount", "1.50"),
    ("applications.new.total", "3"), ("applications.carriedIn.natural", "0"),
    ("applications.granted.business", "1"), ("applications.declinedRepeat.total", "1"),
    ("applications.carriedOut.total", "0"), ("remedies.cases.reviewUpheld", "1"),
    ("applications.partial.total", nil),
  ])
  func readsFiguresAsOfficesWriteThem(address: String, expected: String?) throws {
    #expect(try figure(address, SampleReport.text) == expected)
  }

  @Test func reportsWhatItDidBesidesPlacing() throws {
    let report = try imported(SampleReport.text).report
    #expect(report.formChoice != .first)
    #expect(
      report.blanks.map { "\($0.address)\($0.mark)" }
        == ["documents.rules.effective/", "enforcement.coercion.decisions"])
    #expect(report.remarks.map(\.remark) == ["（其中网上办理16件）"])
    #expect(report.notPlaced.map(\.text) == ["注：收费为绿化补偿。"])
    #expect(report.dropped.map(\.text) == ["- 1 -", "（文字描述）"])
    let first = try #require(report.placed.first { $0.address.row == "normative" })
    #expect(first.place == SourcePlace(source: 0, line: 18))
    #expect(first.field == 2)
  }

  @Test func joinsTornParagraphsAndKeepsHeadingsApart() throws {
    let draft = try imported(SampleReport.text).draft
    #expect(
      draft.text(of: "overview").paragraphs == [
        "（一）主动公开", "全年公开信息 12 条，其中公园改造的进展随工程逐月更新。",
        "（二）依申请公开。收到申请 3 件，已全部答复。",
      ])
    #expect(draft.text(of: "other").text == "本局未收取信息处理费。")
    #expect(draft.text(of: "preface").paragraphs.count == 1)
  }

  @Test(arguments: [
    ("示例县园林局\n2024 年政府信息公开工作年度报告", "示例县园林局", 2024),
    ("示例县园林局2024年政府信息公开\n工作年度报告", "示例县园林局", 2024),
    ("２０２４年示例县园林局政府信息公开工作年度报告", "示例县园林局", 2024),
    ("示例县园林局二〇二四年政府信息公开工作年度报告", "示例县园林局", 2024),
    ("示例县园林局政府信息公开工作年度报告\n（2024年度）", "示例县园林局", 2024),
    ("示例县园林局政府信息公开工作年度报告（2024 年度）", "示例县园林局", 2024),
    ("示例县园林局2024年度政府信息公开年报", "示例县园林局", 2024),
    ("示例县人民政府2024年政府信息公开工作年度报告", "示例县人民政府", 2024),
    ("示 例 县 园 林 局\n\n2 0 2 4 年政府信息公开工作\n年度报告", "示例县园林局", 2024),
    ("2024年政府信息公开工作年度报告", "", 2024),
    ("示例县园林局2024年度政务公开工作年度报告", "示例县园林局", 2024),
    ("示例县园林局政府信息公开2024年工作年度报告", "示例县园林局", 2024),
    ("示例县园林局关于2024年度政府信息公开工作的报告", "示例县园林局", 2024),
    ("关于2024年度政府信息公开工作的报告", "", 2024),
  ])
  func findsOrganAndYearInTheTitle(title: String, organ: String, year: Int) throws {
    let old = "示例县园林局\n2024 年政府信息公开工作年度报告"
    let draft = try imported(SampleReport.replacing(old, with: title)).draft
    #expect(draft.organ.name == organ)
    #expect(draft.year == year)
  }

  @Test func takesOrganAndYearThatAreGivenBeforeTheTitles() throws {
    let result = try imported(SampleReport.text, organ: "另一局", year: 2022)
    #expect(result.draft.organ.name == "另一局")
    #expect(result.draft.year == 2022)
    #expect(result.report.year == .given)
  }

  @Test func takesTheYearThatTheFiguresAreOf() throws {
    for title in ["政府信息公开工作年度报告", "政务公开图解（副本）"] {
      let text = SampleReport.replacing("2024 年政府信息公开工作年度报告", with: title)
      let result = try imported(text)
      #expect(result.draft.year == 2024, "\(title)")
      guard case .period = result.report.year else {
        Issue.record("\(result.report.year)")
        continue
      }
    }
  }

  @Test(arguments: [
    "2023年1月1日至2024年12月31日", "2024年1月1日至6月30日", "2024年2月1日至12月31日", "2024年", "",
  ])
  func saysThatTheYearIsMissing(period: String) throws {
    let text = SampleReport.replacing("2024 年政府", with: "政府")
      .replacing("2024 年 1 月 1 日至 12 月 31 日", with: period)
    #expect(throws: ImportError.noYear) { try imported(text) }
    #expect(try imported(text, year: 2024).draft.organ.name == "示例县园林局")
  }

  @Test(arguments: [
    "", "\n\n", "番茄炒蛋\n番茄 3\n鸡蛋 4\n", "2024-01-01 INFO start 1 2 3\n", "\u{0}\u{1}\u{7F}",
    "示例县园林局2024年政府信息公开工作年度报告\n一、总体情况\n很好。\n五、存在的主要问题及改进情况\n没有。",
  ])
  func refusesWhatIsNoSuchReport(text: String) {
    #expect(throws: ImportError.notThisReport) { try imported(text) }
  }

  @Test(arguments: [
    // A figure lost with its field, at the front, in the middle and at the end.
    ("一、本年新收政府信息公开申请数量\t2\t1", "一、本年新收政府信息公开申请数量\t1", "new"),
    ("\t(七)总计\t\t2\t1\t0", "\t(七)总计\t\t1\t0", "handled"),
    ("继续办理\t\t\t0\t0", "继续办理\t\t\t0", "carriedOut"),
    ("\t(七)总计\t\t2", "\t(七)总计\t\t两", "handled"),
    ("一、本年新收政府信息公开申请数量", "本表", "new"),
    ("一、本年新收政府信息公开申请数量\t2", "\t2", "new"),
    // Everything moved one field to the right, the last one cut.
    ("申请数量\t2\t1\t0\t0\t0\t0\t3", "申请数量\t\t2\t1\t0\t0\t0\t0", "new"),
  ])
  func placesNothingOfARowThatIsNotClear(old: String, new: String, row: String) throws {
    let result = try imported(SampleReport.replacing(old, with: new))
    let plain = try imported(SampleReport.text).draft.figures
    #expect(result.draft.figures == plain.filter { $0.key.row != row })
    #expect(result.report.notPlaced.count == 2)
  }

  @Test func leavesACellBlankWhoseFieldIsEmpty() throws {
    let text = SampleReport.replacing("申请数量\t2\t1\t0", with: "申请数量\t2\t\t0")
    #expect(try figure("applications.new.business", text) == nil)
    #expect(try figure("applications.new.total", text) == "3")
  }

  @Test func readsAMisprintBetweenItsNeighboursOnly() throws {
    let misprint = SampleReport.replacing("行政处罚", with: "行政处分")
    #expect(try figure("enforcement.penalties.decisions", misprint) == "4")
    #expect(try imported(misprint).report.readAs.map(\.label) == ["行政处分"])
    let alone = SampleReport.replacing("2．重复申请", with: "2．反复申请")
    #expect(try figure("applications.declinedRepeat.total", alone) == nil)
  }

  @Test func readsTheOneRowOfTheEarlierFormUnderTheHeadingOfThree() throws {
    let figures = "\t0\t0\t0\t0\t0\t0\t0"
    let before = "\t\t5.要求行政机关确认或重新出具已获取信息" + figures
    let row = "\t（六）其他处理\t\t1\t0\t0\t0\t0\t0\t1"
    let total = "\t(七)总计"
    let text = SampleReport.replacing(total, with: "\(before)\n\(row)\n\(total)")
    #expect(try figure("applications.otherReasons.total", text) == "1")
    #expect(try imported(text).report.readAs.map(\.row) == ["otherReasons"])
    // With one of the three rows there, or none before them, the heading means none of them.
    for other in ["\t\t3.其他" + figures, "\t\t1.信访举报投诉类申请" + figures] {
      let text = SampleReport.replacing(total, with: "\(other)\n\(row)\n\(total)")
      #expect(try figure("applications.otherReasons.total", text) != "1")
    }
  }

  @Test func refusesTwoValuesForOneCell() throws {
    let text = SampleReport.replacing("行政处罚\t4\t\t", with: "行政处罚\t4\t\t\n行政处罚\t5\t\t")
    let error = #expect(throws: ImportError.self) { try imported(text) }
    guard case .conflict(let address, let first, let second) = error else {
      Issue.record("Another error: \(String(describing: error))")
      return
    }
    #expect("\(address)" == "enforcement.penalties.decisions")
    #expect([first.text, second.text] == ["4", "5"])
  }

  @Test func placesFiguresBelowTheirNames() throws {
    let text = SampleReport.replacing("本年制发件数\t本年废止件数", with: "本年废止件数\t本年制发件数")
      .replacing("自然人\t法人或其他组织\t\t\t\t\t总计", with: "总计\t法人或其他组织\t\t\t\t\t自然人")
    let plain = try imported(SampleReport.text).draft
    let draft = try imported(text).draft
    for (address, value) in draft.figures {
      var own = address
      own.column =
        switch address.column {
        case "natural": "total"
        case "total": "natural"
        case "issued": "repealed"
        case "repealed": "issued"
        default: address.column
        }
      #expect(plain.figures[own] == value, "\(address)")
    }
    #expect(draft.figures.contains { $0.key.table == "applications" })
    #expect(draft.figures.contains { $0.key.table == "documents" })
  }

  @Test func leavesOutATableThatLacksAColumnInTheMiddle() throws {
    let text = SampleReport.replacing("本年制发件数\t本年废止件数\t现行有效件数", with: "本年制发件数\t现行有效件数\t备注")
    let tables = try imported(text).draft.figures.keys.map(\.table)
    #expect(!tables.contains("documents"))
  }

  @Test func choosesTheEditionByItsLabels() throws {
    let text = """
      示例镇人民政府2022年政府信息公开工作年度报告
      一、总体情况
      无。
      二、主动公开政府信息情况
      信息内容 本年新制作数量 本年新公开数量 对外公开总数量
      规章 0 0 0
      规范性文件 5 4 9
      信息内容 上一年项目数量 本年增/减 处理决定数量
      行政许可 10 －２ 33
      """
    let result = try imported(text)
    #expect(result.draft.form.id == "disclosure-2019")
    #expect(result.draft.figures.count == 9)
    #expect(try figure("licensing.permits.change", text) == "-2")
  }

  @Test func takesSeveralSourcesAsPartsOfOneReport() throws {
    let cut = try #require(SampleReport.text.firstRange(of: "三、收到"))
    let parts = [SampleReport.text[..<cut.lowerBound], SampleReport.text[cut.lowerBound...]]
    let documents = parts.map { Document(plainText: String($0)) }
    let result = try importReport(documents, forms: shippedForms())
    #expect(result.draft == (try imported(SampleReport.text).draft))
    #expect(result.report.placed.last?.place.source == 1)
  }

  /// What grows with the square of the text would take hours.
  @Test(.timeLimit(.minutes(10))) func isNotSlowOrTrappedByHostileText() throws {
    let junk = [
      String(repeating: "1 ", count: 400_000), String(repeating: "一、", count: 200_000),
      String(repeating: "|\t", count: 200_000), String(repeating: "（", count: 300_000),
      String(repeating: "规章 0 0\n", count: 5_000), String(repeating: "未完\n", count: 100_000),
    ]
    for text in junk {
      _ = try? imported(SampleReport.text + "\n" + text)
      _ = try? imported(text + "\n" + SampleReport.text)
    }
  }
}
