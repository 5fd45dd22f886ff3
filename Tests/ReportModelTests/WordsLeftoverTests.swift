import ReportModel
import Testing

@Suite("What was left over in a text")
struct WordsLeftoverTests {
  @Test(
    "is told: places still held",
    arguments: [
      ("××局主动公开信息12条。", ["××"]),
      ("全年发布信息XX条，回应留言xx件。", ["XX", "xx"]),
      ("联系人：ＸＸＸ。", ["ＸＸＸ"]),
      ("20XX年公开信息12条。", ["XX"]),
      ("收到申请X件。", ["X"]),
      ("收到申请×件。", ["×"]),
      ("监督保障情况待补充。", ["待补充"]),
      ("TODO：补写平台建设。", ["TODO"]),
      ("（此处填写单位名称）主动公开信息12条。", ["此处填写"]),
      ("【】主动公开信息12条。", ["【】"]),
      ("【 】主动公开信息12条。", ["【 】"]),
      ("【填写单位名称】主动公开信息12条。", ["【填写单位名称】"]),
      ("【注：根据实际情况选填】主动公开。", ["【注：根据实际情况选填】"]),
      ("该部分以表格形式报告。", ["该部分以表格形式报告"]),
      ("依次写五个方面：（一）主动公开，（二）依申请公开，（三）政府信息管理，（四）政府信息公开平台建设，（五）监督保障。", nil),
      ("表面尺寸为3×4米，面积为12平方米。", []),
      ("使用X光机检查2次，发布XML文件3份。", []),
      ("网址为www.xxgk.gov.cn/xx/xxx.html。", []),
      ("电子邮箱xx@example.cn，xxgk123。", []),
      ("热线电话138XXXX1234。", []),
      ("依据青办〔2023〕5号和【2023】6号文件公开。", []),
      ("有待补充完善的目录2个。", []),
      ("【政策解读】栏目发布信息12条。", []),
      ("请填写申请表后提交。", []),
    ] as [(String, [String]?)])
  func tellsPlaces(text: String, expected: [String]?) throws {
    let found = try quotes("leftover", in: text)
    #expect(expected == nil ? !found.isEmpty : found == expected, "\(text) \(found)")
  }

  @Test(
    "is told: signs of other formats",
    arguments: [
      ("**四是**加强培训。", ["**", "**"]),
      ("__主动公开__信息12条。", ["__", "__"]),
      ("主动公开&nbsp;信息12条。", ["&nbsp;"]),
      ("主动公开&nbsp信息&#160;12条&ldquo;。", ["&nbsp", "&#160;", "&ldquo;"]),
      ("主动公开<br/>信息<p style=\"x\">12条</p>。", ["<br/>", "<p style=\"x\">", "</p>"]),
      ("## 主动公开\n信息12条。", ["##"]),
      ("# 主动公开", ["#"]),
      ("详见[公开目录](http://example.cn)。", ["]("]),
      ("累计发布____条。", ["____"]),
      ("联系电话：0319-XXXXXXX。", ["XXXXXXX"]),
      ("热线138****1234。", []),
      ("邮箱a_b__c@example.cn，编号A**3。", []),
      ("R&D投入；Q&A；5<6；a<b>c。", ["<b>"]),
      ("话题#政务公开#阅读12次。", []),
      ("详见<http://example.cn>。", []),
      ("3*4、2 * 3。", []),
    ] as [Reading])
  func tellsSigns(example: Reading) throws {
    #expect(try quotes("leftover", in: example.text) == example.quotes, "\(example)")
  }

  @Test(
    "is told: half a bracket",
    arguments: [
      ("依据条例（国令第711号公开。", ["（"]),
      ("依据条例国令第711号）公开。", ["）"]),
      ("坚持“谁公开、谁负责的原则。", ["“"]),
      ("坚持谁公开、谁负责”的原则。", ["”"]),
      ("依据《条例开展工作。", ["《"]),
      ("依据国办公开办函2021〕30号编制。", ["〕"]),
      ("（一主动公开。\n（二）依申请公开。", ["（"]),
      ("（一)主动公开。(二）依申请公开。", []),
      ("依据《关于印发〈格式〉的通知》编制。", []),
      ("依据《关于印发〈格式的通知》编制。", ["〈"]),
      ("依据工作年度报告格式>。", [">"]),
      ("路径为首页>政务公开>年报。", []),
      ("依据<工作年度报告格式>。", []),
      ("1）主动公开；2）依申请公开；\n一)平台；a) 保障。", []),
      ("请与办公室联系（地址：北街3号，电子邮箱：\noffice@example.cn）。", []),
      ("按“先审查、后公开”的原则（见《条例》第3条）办理。", []),
    ] as [Reading])
  func tellsHalfBrackets(example: Reading) throws {
    #expect(try quotes("leftover", in: example.text) == example.quotes, "\(example)")
  }

  @Test(
    "is told: a gap without its figure",
    arguments: [
      ("通过公众号累计发布   条，进展较好。", ["布   条"]),
      ("通过公众号累计发布 条，进展较好。", ["布 条"]),
      ("通过公众号累计发布条，进展较好。", ["布条"]),
      ("全年收到申请   件。", ["请   件"]),
      ("召开培训会　　次，参加   人次。", ["会　　次", "加   人次"]),
      ("全年收费  万元。", ["费  万元"]),
      ("公告171条、动态75条、预算条、政策5条。", ["算条"]),
      ("公告171条、动态75条、头条、政策5条。", []),
      ("公告171条、动态75条、政策文件、解读5条。", []),
      ("截至    年  月  日。", ["年  月", "月  日"]),
      ("联系电话（ ）。", ["（ ）"]),
      ("（地址：北街3号，电话：）", ["电话：）"]),
      ("联系电话：0319-1234567，邮编：123456。", []),
      ("发布信息 12 条，解读 3 次。", []),
      ("发布 条例解读3篇，公开 项目12个。", []),
      ("发布《条例》，逐条解读。", []),
      ("承诺办理件，即办件。", []),
      ("规 章 的 条 文 已 公 开 。", []),
      ("每年、每月、每日更新。", []),
      ("2023 年 1 月 3 日发布。", []),
    ] as [Reading])
  func tellsGaps(example: Reading) throws {
    #expect(try quotes("leftover", in: example.text) == example.quotes, "\(example)")
  }

  @Test("is told a few times of each kind, not hundreds")
  func isToldAFewTimes() throws {
    let many = String(repeating: "××局（发布信息XX条**。\n", count: 200)
    #expect(try findings("leftover", in: many).count <= 15)
  }
}
