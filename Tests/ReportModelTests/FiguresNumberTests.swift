import ReportModel
import Testing

@Suite("A figure in a text")
struct FiguresNumberTests {
  @Test(
    "is held against the cells that its words name",
    arguments: [
      ("全年收到政府信息公开申请41件。", ["全年收到政府信息公开申请41件"]),
      ("共受理 36 件政府信息公开申请。", ["共受理 36 件"]),
      ("全年收到政府信息公开申请四十二件。", ["全年收到政府信息公开申请四十二件"]),
      ("依申请公开方面，办结申请38件，结转下年度4件。", ["结转下年度4件"]),
      ("依申请公开方面，2022年结转4件，结转2024年办理5件。", ["2022年结转4件"]),
      ("依申请公开方面，结转2024年办理6件。", ["结转2024年办理6件"]),
      ("依申请公开方面，6件结转至2024年继续办理。", ["依申请公开方面，6件结转至2024年"]),
      (
        "依申请公开办理结果：11件予以公开，6件作部分公开处理，21件因不掌握而无法提供。",
        ["依申请公开办理结果：11件予以公开", "6件作部分公开"]
      ),
      ("因政府信息公开引发行政复议五件，行政诉讼三件。", ["因政府信息公开引发行政复议五件"]),
      ("推进执法信息公示，全年作出行政许可决定1021件、行政处罚决定58件。", ["全年作出行政许可决定1021件"]),
      ("全年行政事业性收费 752.54 万元。", ["全年行政事业性收费 752.54 万元"]),
      ("收到政府信息公开申请总量突破 50 件。", ["收到政府信息公开申请总量突破 50 件"]),
    ] as [FigureExample])
  func isHeldAgainstCells(example: FigureExample) throws {
    #expect(try quotesBesideFigures("text-number", in: example.text) == example.quotes)
  }

  @Test(
    "is left alone where it agrees or counts something else",
    arguments: [
      "全年收到政府信息公开申请40件，上年结转3件，办结38件，结转下年度5件。",
      "共处理政府信息公开申请43件（含上年结转3件）。", "全年行政事业性收费 752.45 万元。",
      "全年收到政府信息公开申请近 50 件。", "申请总量突破 30 件。",
      "对12件予以公开，5件部分公开。", "依申请公开方面，结转2024年办理 5 件。",
      "邀请律师对依申请公开典型案例3件进行点评。", "主动公开行政许可93条、行政处罚12条。",
      "办理人大代表建议8件、政协提案6件，均已答复。", "受理12345热线工单347件，办结347件。",
      "自2019年以来，我局累计收到政府信息公开申请185件。", "近三年，收到政府信息公开申请100件。",
      "较2022年的38件增加2件。", "依申请公开信息数59条。", "公布典型行政处罚案例5件。",
      "收到政府信息公开申请40件。其中机关本级收到申请7件。", "另有6件因申请内容不明而补正。",
      "各乡镇收到政府信息公开申请12件。", "公示行政处罚决定12件。",
      "依申请公开方面，共收到信访件120件，办结120件。", "全县收到政府信息公开申请300件，我局收到40件。",
    ])
  func isLeftAlone(text: String) throws {
    #expect(try quotesBesideFigures("text-number", in: text).isEmpty, "\(text)")
  }
}

@Suite("A claim in words")
struct FiguresClaimTests {
  @Test(
    "is held against the cells that it says are 0",
    arguments: [
      ("依申请公开方面，无结转下年度办理的申请。", ["无结转下年度办理的申请"]),
      ("依申请公开方面，新收40件，无上年结转。", ["无上年结转"]),
      ("全年没有公民、法人或其他组织提出政府信息公开申请。", ["没有公民、法人或其他组织提出政府信息公开申请"]),
      ("全年未收到政府信息公开申请。", ["未收到政府信息公开申请"]),
      ("未发生因政府信息公开引起的行政诉讼。", ["未发生因政府信息公开引起的行政诉讼"]),
    ] as [FigureExample])
  func isHeldAgainstCells(example: FigureExample) throws {
    let found = try quotesBesideFigures("claim", in: example.text)
    #expect(found.count == example.quotes.count, "\(example) \(found)")
  }

  @Test(
    "is left alone where it is right or about something else",
    arguments: [
      "收到政府信息公开申请40件，除5件结转外均已答复。", "答复政府信息公开申请38件，均在期限内答复。",
      "未收到关于收费的投诉举报。", "行政执法未发生行政复议。", "全年办理建议提案8件，全部办结。",
      "2022年未收到政府信息公开申请。", "没有公民对政府信息公开申请的答复提出异议。",
    ])
  func isLeftAlone(text: String) throws {
    #expect(try quotesBesideFigures("claim", in: text).isEmpty, "\(text)")
  }
}
