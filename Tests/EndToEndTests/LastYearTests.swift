import JSONText
import Testing

/// Last year's report on the command line.
@Suite("--previous")
struct LastYearTests {
  /// A desk with a draft of 2023 in order, and one of 2022 that carried two requests over.
  private func desk() throws -> Desk {
    let desk = try Desk(sample: "2023.json")
    try desk.run("set", "2023.json", "applications.carriedOut.total=0", "organ.name=示例局")
    try desk.folder.write(try desk.bytes(of: "2023.json"), to: "2022.json")
    try desk.run(
      "set", "2022.json", "year=2022", "organ.level=county", "organ.kind=department",
      "organ.telephone=0000-2022123",
      "preface=统计期限为2022年1月1日至2022年12月31日，2023年1月发布，电话0000-2022123。",
      "applications.carriedOut.natural=2", "applications.carriedOut.total=2")
    return desk
  }

  @Test("check compares with it and stores nothing")
  func check() throws {
    let desk = try desk()
    let before = try desk.bytes(of: "2023.json")
    let ran = try desk.run("check", "2023.json", "--previous", "2022.json", "--format", "json")
    #expect(ran.status == 1)
    #expect(ran.errors.isEmpty)
    let found = try #require(try ran.json()["drafts"]?.array?.first?["findings"]?.array)
    let carried = found.filter { $0["rule"]?.string == "carried" }
    #expect(carried.count == 2)
    #expect(
      carried.first?["at"]?.array?.compactMap(\.string) == [
        "applications.carriedIn.natural", "previous:applications.carriedOut.natural",
      ])
    #expect(
      carried.first?["message"]?.string == "“自然人”列：上年结转 0，上年报告的结转数 2，两者应相等，相差 2")
    #expect(try desk.bytes(of: "2023.json") == before)
    #expect(!(try desk.run("check", "2023.json").text.contains("carried ")))
  }

  @Test("new begins with what stays, and keeps what it was given")
  func new() throws {
    let desk = try desk()
    #expect(try desk.run("new", "n.json", "--year", "2023", "--previous", "2022.json").status == 0)
    #expect(try desk.value(of: "organ.name", in: "n.json") == "示例局")
    #expect(try desk.value(of: "organ.level", in: "n.json") == "county")
    #expect(try desk.value(of: "organ.kind", in: "n.json") == "department")
    #expect(try desk.value(of: "applications.carriedIn.natural", in: "n.json") == "2")
    #expect(try desk.value(of: "applications.carriedIn.legal", in: "n.json") == "0")
    #expect(try desk.value(of: "applications.carriedOut.natural", in: "n.json") == "")
    #expect(try desk.value(of: "previous:applications.carriedOut.natural", in: "n.json") == "2")
    #expect(
      try desk.value(of: "preface", in: "n.json")
        == "统计期限为2023年1月1日至2023年12月31日，2024年1月发布，电话0000-2022123。")
    #expect(try desk.value(of: "overview", in: "n.json") == "")
    let named = try desk.run(
      "new", "m.json", "--year", "2023", "--organ", "新局", "--level", "city", "--previous",
      "2022.json")
    #expect(named.status == 0)
    #expect(try desk.value(of: "organ.name", in: "m.json") == "新局")
    #expect(try desk.value(of: "organ.level", in: "m.json") == "city")
  }

  @Test("wins over what the draft holds, and import keeps it")
  func importKeeps() throws {
    let desk = try desk()
    let report = """
      示例局2023年政府信息公开工作年度报告
      一、总体情况
      本年工作正常开展。
      二、主动公开政府信息情况
      三、收到和处理政府信息公开申请情况
      一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1
      二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0
      四、政府信息公开行政复议、行政诉讼情况
      五、存在的主要问题及改进情况
      没有。
      六、其他需要报告的事项
      没有。
      """
    try desk.folder.write(report, to: "2023.txt")
    let ran = try desk.run("import", "2023.txt", "-o", "i.json", "--previous", "2022.json")
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(try desk.value(of: "previous:applications.carriedOut.total", in: "i.json") == "2")
    #expect(try desk.run("check", "i.json").text.contains("✗ carried"))
    try desk.run("set", "2022.json", "applications.carriedOut.natural=0")
    try desk.run("set", "2022.json", "applications.carriedOut.total=0")
    let again = try desk.run("check", "i.json", "--previous", "2022.json")
    #expect(!again.text.contains("✗ carried"))
    // A report that is no draft is read as an import reads it.
    try desk.folder.write(report.replacing("2023年", with: "2022年"), to: "2022.txt")
    let text = try desk.run("check", "2023.json", "--previous", "2022.txt")
    #expect(text.status == 0)
    #expect(text.errors.contains("2022.txt：作为上年报告读取，2022 年度"))
  }

  @Test("edit takes it in as a change that can be saved")
  func edit() throws {
    let desk = try desk()
    let session = try desk.open("edit", "2023.json", "--previous", "2022.json")
    session.press(.control("q"))
    try session.waitUntil(shows: "草稿有未保存的修改")
    session.press(.text("c"))
    try session.waitUntil("the question gone") { !$0.contains("草稿有未保存的修改") }
    session.press(.control("s"))
    try session.waitUntil(shows: "已保存")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.value(of: "previous:applications.carriedOut.total", in: "2023.json") == "2")
    let unchanged = try desk.open("edit", "2023.json", "--previous", "2022.json")
    unchanged.press(.control("q"))
    #expect(try unchanged.waitForExit() == 0)
  }

  @Test("edit begins a new draft after it")
  func editNew() throws {
    let desk = try desk()
    let session = try desk.open("edit", "2024.json", "--previous", "2023.json")
    try session.waitUntil("what is proposed") { $0.contains("示例局") && $0.contains("2024") }
    #expect(!desk.folder.names.contains("2024.json"))
    session.press(.control("s"))
    try session.waitUntil(shows: "示例局 · 2024 年度")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.value(of: "applications.carriedIn.total", in: "2024.json") == "0")
  }

  @Test("of another year is kept and noted, and nothing is compared")
  func otherYear() throws {
    let desk = try desk()
    try desk.run("set", "2022.json", "year=2021")
    let ran = try desk.run("check", "2023.json", "--previous", "2022.json")
    #expect(ran.status == 0)
    #expect(ran.complaints.count == 1)
    #expect(ran.errors.contains("不是上一年度，未与它比较"))
  }

  @Test(
    "that cannot be is refused",
    arguments: [
      (["check", "2023.json", "--previous", "none.json"], 2, "none.json"),
      (["check", "2023.json", "--previous", "bad.json"], 2, "bad.json"),
      (["check", "2023.json", "--previous", "bad.txt"], 2, "bad.txt"),
      (["check", "-", "--previous", "-"], 64, "标准输入"),
      (["import", "-", "--previous", "-"], 64, "标准输入"),
      (["new", "n.json", "--year", "2023"], 64, "--organ"),
      (["new", "n.json", "--year", "2023", "--previous", "bad.json"], 2, "bad.json"),
      (["edit", "2023.json", "--previous", "-"], 2, "标准输入"),
    ])
  func refused(command: [String], status: Int, says: String) throws {
    let desk = try desk()
    try desk.folder.write("{", to: "bad.json")
    try desk.folder.write("一段文字", to: "bad.txt")
    let ran = try desk.run(command)
    #expect(ran.status == status)
    #expect(ran.errors.contains(says), "\(ran.errors)")
    #expect(!desk.folder.names.contains("n.json"))
  }

  @Test("on the other edition is compared where the addresses are the same")
  func otherEdition() throws {
    let desk = try Desk()
    try desk.run("new", "2020.json", "--organ", "示例局", "--year", "2020")
    try desk.run(
      "set", "2020.json", "applications.carriedOut.total=3", "licensing.services.decisions=500")
    #expect(
      try desk.run("new", "2021.json", "--year", "2021", "--previous", "2020.json").status == 0)
    #expect(try desk.value(of: "applications.carriedIn.total", in: "2021.json") == "3")
    try desk.run("set", "2021.json", "year=2020")
    let ran = try desk.run("check", "2021.json")
    #expect(ran.text.contains("✗ superseded  year  "))
  }
}
