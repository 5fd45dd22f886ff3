import FormCatalog
import ReportModel
import Testing

@Suite("The statutory wording")
struct StatutoryLabelTests {
  private static let applicationRows = """
    new 一、本年新收政府信息公开申请数量 |
    carriedIn 二、上年结转政府信息公开申请数量 |
    granted （一）予以公开 | 三、本年度办理结果
    partial （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 三、本年度办理结果
    deniedStateSecret 1.属于国家秘密 | 三、本年度办理结果 / （三）不予公开
    deniedByLaw 2.其他法律行政法规禁止公开 | 三、本年度办理结果 / （三）不予公开
    deniedSecurity 3.危及“三安全一稳定” | 三、本年度办理结果 / （三）不予公开
    deniedThirdParty 4.保护第三方合法权益 | 三、本年度办理结果 / （三）不予公开
    deniedInternal 5.属于三类内部事务信息 | 三、本年度办理结果 / （三）不予公开
    deniedProcess 6.属于四类过程性信息 | 三、本年度办理结果 / （三）不予公开
    deniedCaseFile 7.属于行政执法案卷 | 三、本年度办理结果 / （三）不予公开
    deniedInquiry 8.属于行政查询事项 | 三、本年度办理结果 / （三）不予公开
    unavailableNotHeld 1.本机关不掌握相关政府信息 | 三、本年度办理结果 / （四）无法提供
    unavailableToCreate 2.没有现成信息需要另行制作 | 三、本年度办理结果 / （四）无法提供
    unavailableUnclear 3.补正后申请内容仍不明确 | 三、本年度办理结果 / （四）无法提供
    declinedPetition 1.信访举报投诉类申请 | 三、本年度办理结果 / （五）不予处理
    declinedRepeat 2.重复申请 | 三、本年度办理结果 / （五）不予处理
    declinedPublication 3.要求提供公开出版物 | 三、本年度办理结果 / （五）不予处理
    declinedExcessive 4.无正当理由大量反复申请 | 三、本年度办理结果 / （五）不予处理
    declinedReissue 5.要求行政机关确认或重新出具已获取信息 | 三、本年度办理结果 / （五）不予处理
    otherNotCorrected 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 三、本年度办理结果 / （六）其他处理
    otherFeeUnpaid 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 三、本年度办理结果 / （六）其他处理
    otherReasons 3.其他 | 三、本年度办理结果 / （六）其他处理
    handled （七）总计 | 三、本年度办理结果
    carriedOut 四、结转下年度继续办理 |
    """

  @Test("of the 25 outcomes of requests is exact, and so are their groups")
  func applicationRows() throws {
    let table = try table("applications", of: "disclosure-2021")
    #expect(described(table.rows) == Self.applicationRows)
    #expect(table.corner == "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
  }

  @Test("of edition 2019 has one row for other outcomes")
  func applicationRowsOf2019() throws {
    let table = try table("applications", of: "disclosure-2019")
    let expected = Self.applicationRows.split(separator: "\n").compactMap { row -> String? in
      if row.hasPrefix("otherReasons") { return "otherReasons （六）其他处理 | 三、本年度办理结果" }
      return row.hasPrefix("other") ? nil : String(row)
    }
    #expect(described(table.rows) == expected.joined(separator: "\n"))
  }

  @Test("of the columns is exact", arguments: FormCatalog.shippedIDs)
  func columns(id: String) throws {
    #expect(
      described(try table("applications", of: id).columns) == """
        natural 自然人 | 申请人情况
        business 商业企业 | 申请人情况 / 法人或其他组织
        research 科研机构 | 申请人情况 / 法人或其他组织
        welfare 社会公益组织 | 申请人情况 / 法人或其他组织
        legal 法律服务机构 | 申请人情况 / 法人或其他组织
        other 其他 | 申请人情况 / 法人或其他组织
        total 总计 | 申请人情况
        """)
    let remedies = try table("remedies", of: id)
    let expected = [
      ("review", "行政复议"), ("direct", "行政诉讼 / 未经复议直接起诉"), ("after", "行政诉讼 / 复议后起诉"),
    ].flatMap { prefix, groups in
      [
        ("Upheld", "结果维持"), ("Corrected", "结果纠正"), ("Other", "其他结果"), ("Pending", "尚未审结"),
        ("Total", "总计"),
      ].map { "\(prefix)\($0) \($1) | \(groups)" }
    }
    #expect(described(remedies.columns) == expected.joined(separator: "\n"))
    #expect(remedies.rows.map { [$0.id, $0.label, $0.short] } == [["cases", "", "本年"]])
  }

  @Test(
    "of the small tables is exact",
    arguments: [
      (
        "disclosure-2021",
        """
        第二十条第（一）项: issued 本年制发件数, repealed 本年废止件数, effective 现行有效件数; \
        rules 规章, normative 行政规范性文件
        第二十条第（五）项: decisions 本年处理决定数量; permits 行政许可
        第二十条第（六）项: decisions 本年处理决定数量; penalties 行政处罚, coercion 行政强制
        第二十条第（八）项: amount 本年收费金额（单位：万元）; fees 行政事业性收费
        """
      ),
      (
        "disclosure-2019",
        """
        第二十条第（一）项: made 本年新制作数量, published 本年新公开数量, publicTotal 对外公开总数量; \
        rules 规章, normative 规范性文件
        第二十条第（五）项: previous 上一年项目数量, change 本年增/减, decisions 处理决定数量; \
        permits 行政许可, services 其他对外管理服务事项
        第二十条第（六）项: previous 上一年项目数量, change 本年增/减, decisions 处理决定数量; \
        penalties 行政处罚, coercion 行政强制
        第二十条第（八）项: previous 上一年项目数量, change 本年增/减; fees 行政事业性收费
        第二十条第（九）项: projects 采购项目数量, amount 采购总金额; government 政府集中采购
        """
      ),
    ])
  func smallTables(id: String, expected: String) throws {
    let form = try #require(FormCatalog.form(id: id))
    let section = try #require(form.section("proactive"))
    let described = form.tables(of: section).map { table in
      let columns = table.columns.map { "\($0.id) \($0.label)" }.joined(separator: ", ")
      let rows = table.rows.map { "\($0.id) \($0.label)" }.joined(separator: ", ")
      return "\(table.heading ?? ""): \(columns); \(rows)"
    }
    #expect(described.joined(separator: "\n") == expected)
    #expect(form.tables(of: section).allSatisfy { $0.corner == "信息内容" })
  }

  @Test("has a short form of every label that is too long for a narrow screen")
  func shortLabels() throws {
    for id in FormCatalog.shippedIDs {
      let form = try #require(FormCatalog.form(id: id))
      for line in form.tables.flatMap(\.rows) {
        // Two columns a character, one less for each digit or point; three to indent.
        let label = line.short ?? line.label
        let width = label.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
        #expect(width + 2 * line.groups.count <= 34, "\(label)")
      }
      for line in form.tables.flatMap(\.rows) { #expect(line.definition != nil, "\(line.id)") }
    }
  }

  private func table(_ table: String, of form: String) throws -> Table {
    let form = try #require(FormCatalog.form(id: form))
    return try #require(form.tables.first { $0.id == table })
  }

  /// One line for each: the id, the label, and the groups around it.
  private func described(_ lines: [Line]) -> String {
    lines.map { line in
      let groups = line.groups.joined(separator: " / ")
      return "\(line.id) \(line.label) |" + (groups.isEmpty ? "" : " \(groups)")
    }.joined(separator: "\n")
  }
}
