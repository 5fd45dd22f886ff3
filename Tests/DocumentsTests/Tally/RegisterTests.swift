import Documents
import ReportModel
import Testing

@Suite("A register")
struct RegisterTests {
  @Test(
    "is found below its title, whatever the order and the names of its columns",
    arguments: [
      "申请人类型|收到日期|答复日期|办理结果",
      "序号|登记日期|申请人|申请人类别|收到申请日期|答复时间|备注|处理结果",
      "编号|收文日期|申请人类型（自然人/法人）|申请内容|答复日期(年/月/日)|答复类型",
      "办 理 结 果|申请人\n类型|收件时间|办结日期",
    ])
  func isFound(headings: String) throws {
    let headings = headings.replacing("申请人\n类型", with: "申请人 类型")
    let counted = try CountedRegister([sheet("某局2024年依申请公开登记表\n\n" + headings + "\n||||||||")])
    #expect(counted.register.isComplete)
    #expect(counted.register.sheets.map(\.place.line) == [3])
  }

  @Test("prefers the day of receipt to that of the entry")
  func prefersReceipt() throws {
    let counted = try CountedRegister([
      sheet("登记日期|收到日期|申请人类型|答复日期|办理结果\n2024-01-09|2023-12-30|个人|2024-01-20|公开")
    ])
    #expect(counted.cells == ["carriedIn.natural": [2], "granted.natural": [2]])
  }

  @Test("has headings over two rows where some columns stand under one of several")
  func headingsOverTwoRows() throws {
    let counted = try CountedRegister([
      sheet(
        """
        序号|收到日期|申请人情况|||办理情况||
        ||姓名|申请人类型|电话|答复日期|办理结果|文号
        1|2024-01-05|张三|个人|1|2024-01-20|予以公开|1号
        """)
    ])
    #expect(counted.register.sheets.map(\.missing) == [[]])
    #expect(counted.cells == ["new.natural": [3], "granted.natural": [3]])
  }

  @Test(
    "has headings torn over two rows",
    arguments: [
      """
      序号|申请人||收到|答复|
      |姓名|类型|日期|日期|结果
      1|张三|个人|2024-01-05|2024-01-20|予以公开
      """,
      """
      2024年登记表|||||
      序号|申请人||收到|答复|办理
      |姓名|类型|日期|日期|结果
      1|张三|个人|2024-01-05|2024-01-20|予以公开
      """,
    ])
  func tornHeadings(lines: String) throws {
    var columns = RegisterColumns()
    if !lines.contains("办理") { columns.names[.outcome] = ["结果"] }
    let counted = try CountedRegister([sheet(lines)], columns: columns)
    #expect(counted.cells.keys.sorted() == ["granted.natural", "new.natural"])
  }

  @Test("needs no headings where the numbers of all its columns are given")
  func numberedColumns() throws {
    let columns = RegisterColumns(
      numbers: [.received: 0, .applicant: 1, .answered: 2, .outcome: 3])
    for head in ["", "甲|乙|丙|丁\n", "登记表|||\n甲|乙|丙|丁\n"] {
      let counted = try CountedRegister(
        [sheet(head + "2024-01-05|个人|2024-01-20|予以公开\n2024-01-06|个人|2024-01-21|重复申请")],
        columns: columns)
      #expect(counted.tally.countedLines == 2, "\(head)")
    }
  }

  @Test("may have headings and words broken over lines in their cells")
  func brokenCells() throws {
    let table = DocumentTable(
      rows: [
        ["申请人\n类型", "收到\n日期", "答复日期", "办理结果"], ["个\n人", "2024-01-05", "2024-01-20", "予以\n公开"],
      ]
      .map { row in
        DocumentTable.Row(row.map { DocumentTable.Cell($0, role: .figure(nil)) })
      })
    let counted = try CountedRegister([table])
    #expect(counted.tally.countedLines == 1)
    #expect(counted.register.sheets.first?.headings.prefix(2) == ["申请人类型", "收到日期"])
  }

  @Test("may have several sheets, and tells which it could not read")
  func severalSheets() throws {
    let month = "收到日期|申请人类型|答复日期|办理结果\n2024-01-05|个人|2024-01-20|公开"
    let counted = try CountedRegister([
      sheet(month, named: "1月"), sheet("填表说明\n请按月填写", named: "说明"), sheet(month, named: "2月"),
      sheet("", named: "空表"),
    ])
    #expect(counted.register.sheets.map(\.place.spot?.sheet) == ["1月", "2月"])
    #expect(counted.register.sheets.map(\.lineCount) == [1, 1])
    #expect(counted.register.unread.map(\.spot?.sheet) == ["说明"])
    #expect(counted.tally.countedLines == 2)
  }

  @Test("takes headings, sums and numbers put there beforehand for no requests, and lists them")
  func skips() throws {
    let counted = try CountedRegister([
      sheet(
        """
        序号|收到日期|申请人类型|答复日期|办理结果
        1|2024-01-05|个人|2024-01-20|公开

        序号|收到日期|申请人类型|答复日期|办理结果
        2|2024-01-06|个人|2024-01-20|公开
        3||||
        合计|2件|||
        填表人：张三|||审核人：李四|
        ||||
        """)
    ])
    #expect(
      counted.register.skipped.map(\.reason) == [.headings, .oneCell, .aside, .aside])
    #expect(counted.register.skipped.map(\.place.line) == [4, 6, 7, 8])
    #expect(counted.register.skipped.map(\.text) == ["序号", "3", "合计", "填表人：张三"])
    #expect(counted.tally.countedLines == 2)
    #expect(counted.tally.misfits.isEmpty)
  }

  @Test("drops no line that only looks like a sum, nor one without anything under its headings")
  func dropsNone() throws {
    let counted = try CountedRegister([
      sheet(
        """
        申请人|收到日期|申请人类型|答复日期|办理结果|内容
        注册会计师协会|2024-01-05|其他|2024-01-20|公开|甲
        张三|||||乙
        """)
    ])
    #expect(counted.tally.countedLines == 1)
    #expect(counted.tally.misfits.map(\.reasons) == [[.notReceived]])
  }

  @Test("lets a cell over several rows speak for each of them")
  func spansRows() throws {
    var table = sheet(
      """
      收到日期|申请人类型|答复日期|办理结果
      2024-01-05|个人|2024-01-20|公开
      2024-01-21|信息不存在
      2024-02-05|公司|2024-02-21|重复申请
      """)
    table.rows[1].cells[0].rowSpan = 2
    table.rows[1].cells[1].rowSpan = 2
    let counted = try CountedRegister([table])
    #expect(
      counted.cells == [
        "new.natural": [2, 3], "granted.natural": [2], "unavailableNotHeld.natural": [3],
        "new.business": [4], "declinedRepeat.business": [4],
      ])
  }

  @Test("asks for a column that has no name it knows, and takes the one it is told")
  func takesColumns() throws {
    let lines = "收文日|类型|答复日期|办理结果\n2024-01-05|个人|2024-01-20|公开"
    let asking = try CountedRegister([sheet(lines)])
    #expect(asking.register.sheets.map(\.missing) == [[.applicant, .received]])
    #expect(asking.register.lines.isEmpty && !asking.register.isComplete)
    let columns = RegisterColumns(names: [.received: ["收文日"]], numbers: [.applicant: 1])
    let told = try CountedRegister([sheet(lines)], columns: columns)
    #expect(told.cells == ["new.natural": [2], "granted.natural": [2]])
  }

  @Test("does not choose between two columns of one name")
  func doesNotChoose() throws {
    let lines = "收到日期|申请人类型|答复日期|答复日期|办理结果\n2024-01-05|个人|2024-01-20|2024-01-21|公开"
    let asking = try CountedRegister([sheet(lines)])
    #expect(asking.register.sheets.map(\.missing) == [[.answered]])
    let told = try CountedRegister(
      [sheet(lines)], columns: RegisterColumns(numbers: [.answered: 3]))
    #expect(told.tally.countedLines == 1)
  }

  @Test("is not found where there is only one heading")
  func isNotFound() throws {
    let counted = try CountedRegister([sheet("办理结果|备注\n公开|甲")])
    #expect(counted.register.sheets.isEmpty && !counted.register.isComplete)
    #expect(counted.register.unread.count == 1)
  }
}
