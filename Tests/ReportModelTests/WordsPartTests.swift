import ReportModel
import Testing

@Suite("The parts of a report")
struct WordsPartTests {
  @Test(
    "must be written: nothing and too little are errors",
    arguments: [
      ("preface", "", [.textBlank(characters: 0, least: 10)]),
      ("preface", " \n\u{3000}", [.textBlank(characters: 0, least: 10)]),
      ("overview", "另行报告。", [.textBlank(characters: 5, least: 10)]),
      ("problems", "没有问题需要改进。", [.textBlank(characters: 9, least: 10)]),
      ("problems", "没有 问题 需要 改进。", [.textBlank(characters: 9, least: 10)]),
      ("problems", "没有需要改进的问题。", []),
      ("other", "", [.textBlank(characters: 0, least: 1)]),
      ("other", "无", []),
    ] as [(String, String, [WordProblem])])
  func mustBeWritten(section: String, text: String, expected: [WordProblem]) throws {
    let found = try findings("text-blank", in: text, of: section)
    #expect(found.map(\.detail) == expected.map { .words($0) })
    #expect(found.allSatisfy { $0.severity == .error })
    #expect(found.allSatisfy { $0.text?.range == 0..<text.unicodeScalars.count })
  }

  @Test(
    "say what was charged for information",
    arguments: [
      ("无", true),
      ("没有其他需要报告的事项。", true),
      ("本年度行政事业性收费12万元，没有其他事项。", true),
      ("2023年未收取信息处理费。", false),
      ("2023年未发出信息公开处理费收费通知。", false),
      ("未收取政府信息公开信息处理费。", false),
      ("收取政府信息处理费0元。", false),
      ("全年没有发出收费通知。", false),
      ("依申请公开政府信息未收费。", false),
      ("依申请公开未产生任何费用。", false),
      ("", false),
    ])
  func sayWhatWasCharged(text: String, isMissed: Bool) throws {
    #expect(try findings("fee", in: text, of: "other").isEmpty != isMissed)
    #expect(try findings("fee", in: text, of: "other", form: "disclosure-2019").isEmpty)
    #expect(try findings("fee", in: text, of: "overview").isEmpty)
  }

  private static let five =
    "（一）主动公开方面。发布信息12条。\n（二）依申请公开办理。收到3件。\n（三）信息资源管理。"
    + "\n（四）网站建设。\n（五）监督考核。"

  @Test(
    "are five in the overview, under whatever heading",
    arguments: [
      (five, []),
      (five.replacing("（四）网站建设。", with: ""), ["政府信息公开平台建设"]),
      (five.replacing("（四）网站建设。", with: "通过网站公开。"), ["政府信息公开平台建设"]),
      (five.replacing("（四）网站建设。", with: "平台建设稳步推进。"), []),
      (five.replacing("\n（四）网站建设。\n（五）监督考核。", with: "\n（四）网站建设和监督考核。"), []),
      (
        "全年主动公开信息12条，收到公开申请3件，均已答复。",
        ["政府信息管理", "政府信息公开平台建设", "监督保障"]
      ),
      ("全年工作平稳，没有特别的情况需要说明。", ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"]),
      ("", []),
    ] as [(String, [String])])
  func areFive(text: String, missing: [String]) throws {
    let expected = missing.isEmpty ? [] : [Finding.Detail.words(.partsMissing(missing))]
    #expect(try findings("parts", in: text).map(\.detail) == expected)
  }

  @Test(
    "are announced as many as there are",
    arguments: [
      ("本报告由总体情况等七个部分组成。", ["七个部分"]),
      ("全文包括总体情况、存在的问题四个部分。", ["四个部分"]),
      ("本年报共分5部分。", ["5部分"]),
      ("报告由十一个部分组成。", ["十一个部分"]),
      ("本报告由总体情况等六个部分组成。", []),
      ("本报告共6个部分，分六大部分叙述。", []),
      ("本报告第三部分为表格，前两部分为文字，大部分内容已公开。", []),
      ("公开指南分为三个部分。", []),
    ] as [Reading])
  func areAnnounced(example: Reading) throws {
    #expect(try quotes("parts", in: example.text, of: "preface") == example.quotes)
  }

  @Test(
    "tell nobody's numbers",
    arguments: [
      ("申请人身份证号为11010519491231002X。", ["11010519491231002X"]),
      ("申请人证号为１１０１０５１９４９１２３１００２Ｘ。", ["１１０１０５１９４９１２３１００２Ｘ"]),
      ("编号110105194912310021。", []),
      ("信用代码110105194912310020123。", []),
      ("张某的手机为13800001234。", ["13800001234"]),
      ("村民李某（138-0000-1234）反映情况。", ["138-0000-1234"]),
      ("回访 138 0000 1234 后办结。", ["138 0000 1234"]),
      ("回访+8613800001234后办结。", ["8613800001234"]),
      ("申请人电话13800001234，已回访。", ["13800001234"]),
      ("联系人：王主任，联系电话：13800001234。", []),
      ("如有疑问，请与办公室联系（地址：北街3号，电话：13800001234）。", []),
      ("联系电话：0818-7216232。", []),
      ("咨询热线：\n13800001234", []),
      ("全年收费13800001234元，编号213800001234。", []),
      ("12800001234号，1380000123，1995-03-04 123。", []),
      ("文件编号为A13800001234和13800001234.5。", []),
    ] as [Reading])
  func tellNobodysNumbers(example: Reading) throws {
    #expect(try quotes("privacy", in: example.text) == example.quotes, "\(example)")
  }

  @Test("are told anew each year")
  func areToldAnew() throws {
    let old = (0..<12).map { "第\($0)项工作按照计划逐月检查并在会上通报结果" }.joined(separator: "，")
    let new = (0..<12).map { "今年新做的第\($0)件事与往年不同而且写法也换了" }.joined(separator: "，")
    let draft = Draft(
      form: try shipped("disclosure-2021"), carriesForm: false, organ: Organ(name: "甲局"),
      year: 2023)
    func percent(_ text: String, _ before: String) -> Int? {
      var draft = draft
      var previous = PreviousYear(
        year: 2022, form: "disclosure-2021", organ: "甲局", source: "x", comparedOn: draft.form)
      previous.texts["problems"] = Prose(before)
      draft.previous = previous
      draft.setText(Prose(text), of: "problems")
      let found = Validation(draft).problems(in: draft).first { $0.rule == "same-text" }
      guard case .words(.sameText(let percent)) = found?.detail else { return nil }
      return percent
    }
    #expect(percent(old, old) == 100)
    #expect(percent(old.replacing("第", with: "2023年第"), old) == nil || percent(old, old) == 100)
    #expect(percent(new, old) == nil)
    #expect(percent(old + new, old) == nil)
    #expect((percent(old + old + new, old) ?? 0) > 50)
    #expect(percent("短的文字", "短的文字") == nil)
    #expect(percent(old, "") == nil)
  }

  @Test(
    "are read in one go, however strange they are",
    arguments: [
      "（", "）", "1", "“", "<a ", "××", "**", "2022年", "由", "向", "近1", "编制", "判决", "的", "13", "&",
      "____，", "电话：）",
    ])
  func areReadInOneGo(piece: String) throws {
    let text = String(repeating: piece, count: 20_000)
    for section in ["preface", "overview"] {
      #expect(try findings("leftover", in: text, of: section).count < 100)
    }
  }
}
