import ReportModel
import Testing

@Suite("Parts, sums and shares in a text")
struct FiguresPartsTests {
  @Test(
    "are doubted where they do not fit together",
    arguments: [
      ("subset", "公开信息58条，其中政策文件63条。"), ("subset", "收到留言20条，其中公开答复4条、转办25条。"),
      ("text-sum", "公开信息198条，分四类：机构21条、政策40条、动态70条、其他类57条。"),
      ("text-sum", "公开信息53条，包括机构类信息4条、政策类信息7条和其他信息21条。"),
      ("text-sum", "组织培训8次，分别为集中培训4次、岗前培训2次、线上培训1次，参训68人次。"),
      ("text-sum", "办理建议提案27件，由代表建议18件、政协提案4件组成。"),
      ("text-sum", "通过网站公开36条，通过公示栏公开34条，通过其他方式公开5条，合计公开信息85条。"),
      ("percent", "公开信息200条，其中动态79条，占39.5%；文件66条，占41.5%；其他55条，占27.5%。"),
      ("text-sum", "公开信息185条，其中概况105条；动态26条；其他信息共计44条。"),
      ("text-sum", "办理建议、提案40件。其中，代表建议13件，政协提案17件。"),
      ("text-sum", "收到申请40件，其中自然人33件，法人6件。"),
      ("percent", "公开信息130条，其中文件59条，占45.3%。"),
      ("percent", "申请人通过网络提交申请30件，占77%；通过信函提交10件，占25%。"),
      ("percent", "公开信息130条，其中文件59条、占45.3%；动态71条、占54.6%。"),
      ("percent", "公开信息95条（其中文件89条，动态6条），较2022年增加20条，增长21.05%。"),
      ("percent", "收到留言58条，其中公开答复43条，公开率为81.6%。"),
      ("percent", "受理申请33件，年内办结31件，办结率97.1%。"), ("percent", "全年按时办结率103%。"),
      ("text-sum", "答复代表建议9件、政协提案6件，共16件。"),
      ("percent", "2023年公开信息300条，较2022年的250条增长30%。"),
    ])
  func areDoubted(rule: String, text: String) throws {
    #expect(try quotesBesideFigures(rule, in: text).count == 1, "\(rule) \(text)")
  }

  @Test(
    "are left alone where they fit or need not",
    arguments: [
      "公开信息58条，其中政策文件43条；公众号编发图文256篇。",
      "公开信息198条，分四类：机构21条、政策40条、动态80条、其他类57条。",
      "通过网站公开36条，通过公众号公开34条，公开信息合计50条。",
      "受理申请33件，年内办结31件，办结率93.9%。", "受理申请33件，年内办结31件，满意率97.1%。",
      "公开信息130条，其中文件59条，占45.4%。", "申请人通过网络提交申请30件，占75%；通过信函提交10件，占25%。",
      "收到留言30件，占77%；收到来信9件，占25%。",
      "公开信息3条，其中甲1条，占33.3%；乙1条，占33.3%；丙1条，占33.4%。",
      "收到7件，其中自然人6件，法人1件，予以公开1件，部分公开6件。",
      "公开信息175条，其中概况105条；动态26条；其他信息共计44条。", "公开信息185条，其中概况105条；动态26条；图片44张。",
      "办理建议、提案40件。其中，代表建议13件，主办17件。",
      "公开信息95条（其中文件89条，动态6条），较2022年增加20条，增长26.67%。",
      "2023年公开信息300条，较2022年的250条增长20%。", "收到网上申请105件，快递17件，合计122件。",
      "制定制度2项，由办公室受理5件，组成工作专班3个。", "答复代表建议9件、政协提案6件，共15件。",
      "依申请公开方面，予以公开12件、部分公开6件，公开率48%。",
    ])
  func areLeftAlone(text: String) throws {
    for rule in ["subset", "text-sum", "percent"] {
      #expect(try quotesBesideFigures(rule, in: text).isEmpty, "\(rule) \(text)")
    }
  }

  @Test(
    "grow as last year's report says",
    arguments: [("同比增长23.2%", true), ("同比增长25%", false), ("同比下降25%", true)])
  func growsAsLastYear(growth: String, isDoubted: Bool) throws {
    var draft = try Draft.agreeing(try shipped("disclosure-2021"))
      .with(["applications.new.total": "75"]).withPrevious(["applications.new.total": "60"])
    draft.setText(Prose("依申请公开方面，新收政府信息公开申请75件，\(growth)。"), of: "overview")
    let found = Validation(draft).problems(in: draft).filter { $0.rule == "percent" }
    #expect(found.count == (isDoubted ? 1 : 0))
    #expect(found.allSatisfy { !$0.previous.isEmpty })
  }

  @Test(
    "are more or less than last year's as last year's report says",
    arguments: [
      ("较上年增加15件", false), ("较2022年增加20件", true), ("比上年减少15件", true), ("较2020年增加3件", false),
    ])
  func differsFromLastYear(change: String, isDoubted: Bool) throws {
    var draft = try Draft.agreeing(try shipped("disclosure-2021"))
      .with(["applications.new.total": "75"]).withPrevious(["applications.new.total": "60"])
    draft.setText(Prose("依申请公开方面，新收政府信息公开申请75件，\(change)。"), of: "overview")
    let found = Validation(draft).problems(in: draft).filter { $0.rule == "percent" }
    #expect(found.count == (isDoubted ? 1 : 0))
  }

  @Test(
    "are read to the end of the longest text", arguments: ["（其中5件", "5、", "由5件", "合计3件，", "占5%；"])
  func areReadToTheEnd(piece: String) throws {
    let text = String(repeating: piece, count: 20_000)
    _ = try quotesBesideFigures("text-sum", in: text)
  }
}
