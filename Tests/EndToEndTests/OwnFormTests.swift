import Testing

/// A user's own form, from its file to a checked draft that carries it.
@Suite("A form of one's own")
struct OwnFormTests {
  private static let form = """
    {
      "schema": "nianbao/form/1", "id": "training", "name": "培训统计",
      "title": "{organ}{year}年政府信息公开工作年度报告", "basis": "内部通知",
      "sections": [
        {"id": "sessions", "title": "一、培训情况", "short": "一 培训", "tables": [
          {"id": "held", "columns": [
            {"id": "first", "label": "上半年"}, {"id": "second", "label": "下半年"},
            {"id": "all", "label": "全年"}],
           "rows": [{"id": "times", "label": "场次"}, {"id": "people", "label": "人次"}]}]}],
      "rules": [
        {"id": "year", "severity": "error", "basis": "内部通知", "name": "全年合计",
         "formula": "全年＝上半年＋下半年", "leftName": "两个半年", "rightName": "全年",
         "table": "held", "rows": "all", "left": ["first", "second"], "right": ["all"]}]
    }
    """

  @Test("is carried by a new draft and by an imported one, so that either opens without the file")
  func carried() throws {
    let desk = try Desk()
    try desk.folder.write(Self.form, to: "form.json")
    try desk.folder.write(
      "示例局\n2024年政府信息公开工作年度报告\n一、培训情况\n\t上半年\t下半年\t全年\n场次\t2\t3\t6\n人次\t40\t50\t90\n",
      to: "report.txt")
    #expect(try desk.run("forms", "check", "form.json").status == 0)
    try desk.run("new", "new.json", "--organ", "示例局", "--year", "2024", "--form", "form.json")
    try desk.run("import", "report.txt", "-o", "read.json", "--form", "form.json")
    TemporaryFolder.remove(desk.folder / "form.json")
    try desk.run("set", "new.json", "held.times.first=2", "held.times.second=3", "held.times.all=6")
    for draft in ["new.json", "read.json"] {
      let ran = try desk.run("check", draft)
      #expect(ran.status == 1)
      #expect(ran.text.contains("✗ year  held.times.all"), "\(draft)")
      #expect(ran.text.contains("held.times.all=5"), "\(draft)")
    }
    #expect(try desk.value(of: "held.people.all", in: "read.json") == "90")
  }
}
