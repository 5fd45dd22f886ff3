import JSONText
import Testing

@Suite("accept")
struct AcceptTests {
  static let form = """
    {
      "schema": "nianbao/form/1", "id": "training", "name": "培训统计",
      "title": "{organ}{year}年政府信息公开工作年度报告", "basis": "内部通知",
      "sections": [
        {"id": "sessions", "title": "一、培训情况", "short": "一 培训", "tables": [
          {"id": "held", "columns": [
            {"id": "first", "label": "上半年"}, {"id": "second", "label": "下半年"},
            {"id": "all", "label": "全年"}],
           "rows": [{"id": "times", "label": "场次"}, {"id": "people", "label": "人次"}]}]},
        {"id": "remarks", "title": "二、说明", "short": "二 说明", "text": {}}],
      "rules": [
        {"id": "year", "severity": "warning", "basis": "内部通知", "name": "全年合计",
         "formula": "全年＝上半年＋下半年", "leftName": "两个半年", "rightName": "全年",
         "table": "held", "rows": "all", "left": ["first", "second"], "right": ["all"]},
        {"id": "some", "severity": "error", "name": "有培训", "formula": "场次≥人次",
         "leftName": "场次", "rightName": "人次",
         "left": ["held.times.all"], "comparison": "<=", "right": ["held.people.all"]}]
    }
    """

  /// A draft with one warning, at the sum of the first row.
  static func desk() throws -> Desk {
    let desk = try Desk()
    try desk.folder.write(form, to: "form.json")
    try desk.run("new", "x.json", "--organ", "示例局", "--year", "2024", "--form", "form.json")
    try desk.run(
      "set", "x.json", "held.times.first=2", "held.times.second=3", "held.times.all=6",
      "held.people.first=40", "held.people.second=50", "held.people.all=90")
    return desk
  }

  private func found(_ desk: Desk, _ draft: String = "x.json") throws -> JSON {
    let ran = try desk.run("check", draft, "--format", "json")
    return try #require(try ran.json()["drafts"]?.array?.first)
  }

  @Test("lets a warning stand, with reason, name and day, until a value changes")
  func lets() throws {
    let desk = try Self.desk()
    #expect(try desk.run("check", "x.json", "--strict").status == 1)
    let ran = try desk.run(
      "accept", "x.json", "year", "held.times.second", "--reason", " 含 跨年  一场 ", "--by", "张三")
    #expect(ran.status == 0)
    #expect(ran.errors.isEmpty && ran.output.isEmpty)
    #expect(try desk.run("check", "x.json", "--strict").status == 0)
    let answer = try found(desk)
    #expect(answer["warnings"]?.integer == 0)
    #expect(answer["accepted"]?.integer == 1)
    let accepted = try #require(answer["findings"]?.array?.first?["accepted"])
    #expect(accepted["by"]?.string == "张三")
    #expect(accepted["reason"]?.string == "含 跨年 一场")
    #expect(accepted["on"]?.string?.count == 10)
    let text = try desk.run("check", "x.json").text
    #expect(text.contains("提醒 0，提示 0，已说明 1"))
    #expect(text.contains("✓ year  held.times.all"))
    #expect(text.contains("已说明：含 跨年 一场（张三，20"))
    try desk.run("set", "x.json", "held.times.first=1")
    let changed = try found(desk)
    #expect(changed["warnings"]?.integer == 1)
    #expect(changed["accepted"]?.integer == 0)
  }

  @Test("knows last year's figures by --previous, without storing them")
  func previous() throws {
    let desk = try Desk(sample: "x.json")
    try desk.run("set", "x.json", "applications.carriedOut.total=0")
    try desk.folder.write(Desk.sample(), to: "last.json")
    try desk.run(
      "set", "last.json", "year=2022", "applications.carriedOut.natural=3",
      "applications.carriedOut.total=3")
    let place = "applications.carriedIn.natural"
    #expect(try desk.run("accept", "x.json", "carried", place, "--reason", "x").status == 64)
    let check = ["check", "x.json", "--previous", "last.json", "--format", "json"]
    let before = try #require(try desk.run(check).json()["drafts"]?.array?.first)
    let ran = try desk.run(
      "accept", "x.json", "carried", place, "--previous", "last.json", "--reason", "上年公布数有误")
    #expect(ran.status == 0, "\(ran.errors)")
    let after = try #require(try desk.run(check).json()["drafts"]?.array?.first)
    #expect(after["accepted"]?.integer == 1)
    #expect(after["errors"]?.integer == before["errors"]?.integer.map { $0 - 1 })
    let text = String(decoding: try desk.bytes(of: "x.json"), as: UTF8.self)
    #expect(!text.contains(#""previous": {"#))
  }

  @Test("reads standard input and writes standard output for -")
  func streams() throws {
    let desk = try Self.desk()
    let draft = try desk.bytes(of: "x.json")
    let ran = try desk.run(
      ["accept", "-", "year", "held.times.all", "--reason", "核对无误"], stdin: draft,
      environment: ["USER": "lisi"])
    #expect(ran.status == 0)
    #expect(try desk.bytes(of: "x.json") == draft)
    try desk.folder.write(ran.output, to: "y.json")
    let accepted = try found(desk, "y.json")["findings"]?.array?.first?["accepted"]
    #expect(accepted?["by"]?.string == "lisi")
  }

  @Test(
    "refuses in one line what cannot be accepted",
    arguments: [
      (["year", "held.times.all", "--reason", "  "], "请写明理由"),
      (["year", "held.times.all", "--reason", "a\u{1B}[2J"], "含有控制字符"),
      (["year", "held.times.none", "--reason", "x"], "held.times.none"),
      (["year", "sessions", "--reason", "x"], "sessions"),
      (["year", "held.people.all", "--reason", "x"], "held.people.all 处没有“year”这类问题"),
      (["nothing", "held.times.all", "--reason", "x"], "没有“nothing”这类问题"),
      (["some", "held.times.all", "--reason", "x"], "是错误，不能说明后保留"),
    ])
  func refuses(arguments: [String], complaint: String) throws {
    let desk = try Self.desk()
    try desk.run("set", "x.json", "held.people.all=1")
    if arguments[1] == "held.people.all" { try desk.run("set", "x.json", "held.people.all=90") }
    let before = try desk.bytes(of: "x.json")
    let ran = try desk.run(["accept", "x.json"] + arguments)
    #expect(ran.status == 64)
    #expect(ran.complaints.count == 1, "\(ran.errors)")
    #expect(ran.errors.contains(complaint), "\(ran.errors)")
    #expect(try desk.bytes(of: "x.json") == before)
  }
}
