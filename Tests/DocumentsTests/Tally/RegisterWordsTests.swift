import Documents
import FormCatalog
import ReportModel
import Testing

@Suite("The words of a register")
struct RegisterWordsTests {
  private static func words(of id: String) throws -> (RegisterWords, Table, RegisterDefinition) {
    let form = try #require(shippedFormsByID[id])
    let definition = try #require(form.register)
    return (RegisterWords(definition, of: form), form.tables[definition.table], definition)
  }

  @Test(
    "mean a kind of applicant",
    arguments: [
      ("自然人", "natural"), ("公民", "natural"), (" 个 人 ", "natural"), ("商业企业", "business"),
      ("企业", "business"), ("公司", "business"), ("法人或其他组织—商业企业", "business"),
      ("科研机构", "research"), ("社会公益组织", "welfare"), ("社会公益", "welfare"),
      ("法律服务机构", "legal"), ("律师事务所", "legal"), ("律所", "legal"), ("其他", "other"),
      ("其它", "other"), ("法人或其他组织（其他）", "other"),
    ])
  func applicant(word: String, column: String) throws {
    let (words, table, _) = try Self.words(of: "disclosure-2021")
    #expect(words.applicant(word).map { table.columns[$0].id } == column)
  }

  @Test(
    "mean an outcome",
    arguments: [
      ("予以公开", "granted"), ("（一）予以公开", "granted"), ("全部公开", "granted"),
      ("部分公开", "partial"), ("(二)部分公开", "partial"), ("区分处理", "partial"),
      ("国家秘密", "deniedStateSecret"), ("1.属于国家秘密", "deniedStateSecret"),
      ("不予公开（属于国家秘密）", "deniedStateSecret"), ("（三）不予公开-1.属于国家秘密", "deniedStateSecret"),
      ("不予公开：国家秘密", "deniedStateSecret"), ("①属于国家秘密", "deniedStateSecret"),
      ("其他法律、行政法规禁止公开", "deniedByLaw"), ("危及“三安全一稳定”", "deniedSecurity"),
      ("危及\"三安全一稳定\"", "deniedSecurity"), ("保护第三方合法权益", "deniedThirdParty"),
      ("三类内部事务信息", "deniedInternal"), ("四类过程性信息", "deniedProcess"),
      ("行政执法案卷", "deniedCaseFile"), ("行政查询事项", "deniedInquiry"),
      ("本机关不掌握相关政府信息", "unavailableNotHeld"), ("信息不存在", "unavailableNotHeld"),
      ("无法提供（本机关不掌握相关政府信息）", "unavailableNotHeld"),
      ("没有现成信息需要另行制作", "unavailableToCreate"), ("补正后申请内容仍不明确", "unavailableUnclear"),
      ("信访举报投诉类申请", "declinedPetition"), ("信访、举报、投诉类申请", "declinedPetition"),
      ("重复申请", "declinedRepeat"), ("要求提供公开出版物", "declinedPublication"),
      ("无正当理由大量反复申请", "declinedExcessive"),
      ("要求行政机关确认或重新出具已获取信息", "declinedReissue"),
      ("申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "otherNotCorrected"),
      ("申请人无正当理由逾期不补正", "otherNotCorrected"), ("逾期未缴费", "otherFeeUnpaid"),
      ("申请人逾期未按收费通知要求缴纳费用", "otherFeeUnpaid"), ("其他", "otherReasons"),
      ("其他处理（其他）", "otherReasons"), ("申请人撤回", "otherReasons"),
    ])
  func outcome(word: String, row: String) throws {
    let (words, table, _) = try Self.words(of: "disclosure-2021")
    #expect(Self.row(words.outcome(word), of: table) == row)
  }

  @Test(
    "mean the rows of the older edition too",
    arguments: [
      ("（六）其他处理", "otherReasons"), ("其他处理", "otherReasons"), ("其他", "otherReasons"),
      ("逾期不补正", "otherReasons"), ("予以公开", "granted"), ("信息不存在", "unavailableNotHeld"),
    ])
  func olderEdition(word: String, row: String) throws {
    let (words, table, _) = try Self.words(of: "disclosure-2019")
    #expect(Self.row(words.outcome(word), of: table) == row)
  }

  @Test(
    "mean nothing where they could mean several things",
    arguments: ["不予公开", "无法提供", "不予处理", "其他处理", "总计", "（七）总计", "一", "", "已办结", "一般公开"])
  func meanNothing(word: String) throws {
    let (words, _, _) = try Self.words(of: "disclosure-2021")
    #expect(words.outcome(word) == nil)
  }

  @Test("say that there is no outcome yet", arguments: ["办理中", "结转下年度继续办理", "四、结转下年度继续办理", "未答复"])
  func meanOpen(word: String) throws {
    let (words, _, _) = try Self.words(of: "disclosure-2021")
    #expect(words.outcome(word) == .open)
  }

  @Test("mean one thing each in the shipped forms", arguments: FormCatalog.shippedIDs)
  func meanOneThing(form id: String) throws {
    let (words, table, definition) = try Self.words(of: id)
    for meaning in definition.applicants {
      for word in meaning.words + [table.columns[meaning.line].label] {
        #expect(words.applicant(word) == meaning.line, "\(word)")
      }
    }
    for meaning in definition.outcomes {
      for word in meaning.words + [table.rows[meaning.line].label] {
        #expect(words.outcome(word) == .row(meaning.line), "\(word)")
      }
    }
    for word in definition.open { #expect(words.outcome(word) == .open, "\(word)") }
  }

  @Test("name every column and row that is no total", arguments: FormCatalog.shippedIDs)
  func nameEveryLine(form id: String) throws {
    let form = try #require(shippedFormsByID[id])
    let definition = try #require(form.register)
    let table = form.tables[definition.table]
    let rows =
      definition.outcomes.map(\.line) + [
        definition.rows.received, definition.rows.openBefore, definition.rows.openAfter,
      ]
    for row in table.rows.indices {
      for column in table.columns.indices {
        let isNamed =
          rows.contains(row) && definition.applicants.contains { $0.line == column }
        #expect(isNamed != form.isTotal(table.cell(row: row, column: column)))
      }
    }
  }

  private static func row(_ outcome: RegisterWords.Outcome?, of table: Table) -> String? {
    guard case .row(let row) = outcome else { return nil }
    return table.rows[row].id
  }
}
