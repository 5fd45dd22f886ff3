import JSONText
import Testing

/// A command and how it must end; the draft `x.json` is the bundled sample.
struct Usage: CustomTestStringConvertible, Sendable {
  var command: [String]
  var status: Int
  /// What standard error must say; an empty text is found in every one.
  var says: String

  init(_ command: String, _ status: Int, says: String = "") {
    self.command = command.split(separator: " ").map(String.init)
    self.status = status
    self.says = says
  }

  var testDescription: String { command.joined(separator: " ") }
}

@Suite("The command line")
struct UsageTests {
  static let done: [Usage] = [
    Usage("--help", 0), Usage("--version", 0), Usage("help check", 0), Usage("export --help", 0),
    Usage("--generate-completion-script bash", 0), Usage("show x.json", 0),
    Usage("show x.json applications", 0), Usage("show x.json applications.new", 0),
    Usage("show x.json organ.name year overview", 0), Usage("forms", 0),
    Usage("set x.json applications.new.natural=2", 0),
    Usage("set x.json charges.fees.amount=1.50", 0),
    Usage("set x.json applications.new.natural=", 0), Usage("set x.json organ.level=city", 0),
    Usage("diff x.json x.json", 0), Usage("merge x.json x.json x.json", 0),
    Usage("new y.json --organ 示例局 --year 2024", 0),
    Usage("export x.json -o y.html --draft", 0),
    Usage("export x.json -o - --format html --draft", 0),
    Usage("set x.json applications.new.natural=－３", 0),
    Usage("check x.json", 1), Usage("check x.json --strict", 1), Usage("check .", 1),
    Usage("export x.json -o y.html", 1, says: "未导出"),
  ]

  static let wrongUsage: [Usage] = [
    Usage("exprot x.json", 64, says: "export"), Usage("chekc x.json", 64, says: "check"),
    Usage("sho", 64, says: "show"), Usage("st x.json", 64, says: "set"),
    Usage("show x.json a.b.c", 64, says: "a.b.c"),
    Usage("show x.json nothing", 64, says: "nothing"),
    Usage("set x.json a.b.c=1", 64, says: "a.b.c"),
    Usage("set x.json nothing=1", 64, says: "nothing"),
    Usage("set x.json proactive=1", 64, says: "proactive"),
    Usage("set x.json applications.new.natural", 64, says: "applications.new.natural"),
    Usage("set x.json applications.new.natural=x", 64, says: "x"),
    Usage("set x.json applications.new.natural=1e99", 64, says: "1e99"),
    Usage("set x.json applications.new.natural=1234567890123456", 64),
    Usage("set x.json applications.new.natural=0.1234567", 64),
    Usage("set x.json applications.new.natural=1,23", 64),
    Usage("set x.json year=abc", 64, says: "abc"), Usage("set x.json year=24", 64),
    Usage("set x.json organ.level=village", 64, says: "county"),
    Usage("set x.json organ.nothing=1", 64, says: "organ.nothing"),
    Usage("new y.json", 64), Usage("new y.json --organ 示例局", 64),
    Usage("new y.json --organ 示例局 --year 24", 64),
    Usage("new y.json --organ 示例局 --year 2024 --level village", 64), Usage("check", 64),
    Usage("check x.json --nothing", 64), Usage("check x.json --format xml", 64),
    Usage("export x.json", 64), Usage("export x.json -o y.nothing", 64, says: "nothing"),
    Usage("export x.json -o y.docx --gbk", 64, says: "--gbk"),
    Usage("export x.json -o y.xlsx --signed-on 2024-01-15", 64, says: "--signed-on"),
    Usage("export x.json -o y.docx --signed-on 2024-02-30", 64, says: "2024-02-30"),
    Usage("export x.json -o y.docx --line-pitch 31", 64, says: "31"),
    Usage("export x.json -o - --format csv --by-table", 64, says: "--by-table"),
    Usage("--plain", 64, says: "edit --plain"), Usage("--nothing", 64),
    Usage("forms nothing", 64, says: "nothing"), Usage("forms check", 64), Usage("diff x.json", 64),
    Usage("diff x.json x.json --version 1", 64, says: "--version"),
    Usage("diff x.json --version one", 64, says: "one"),
    Usage("diff x.json --version 7", 64, says: "7"), Usage("diff - --version 1", 64),
    Usage("merge x.json x.json", 64), Usage("merge x.json x.json x.json --favor both", 64),
    Usage("mrege x.json x.json x.json", 64, says: "merge"),
    Usage("import", 64), Usage("show x.json --lang fr", 64),
  ]

  @Test("ends with the code that is promised", arguments: done + wrongUsage)
  func ends(usage: Usage) throws {
    let desk = try Desk(sample: "x.json")
    let ran = try desk.run(usage.command)
    #expect(ran.status == usage.status, "\(ran.errors)")
    #expect(ran.errors.contains(usage.says), "\(ran.errors)")
    if usage.status == 64 {
      #expect(ran.output.isEmpty)
      #expect(!ran.errors.isEmpty)
      #expect(desk.folder.names == ["x.json"])
      #expect(try desk.bytes(of: "x.json") == Desk.sample())
    }
  }

  @Test(
    "says in Chinese what is wrong with the arguments",
    arguments: [
      ("export", "缺少参数 <draft>"), ("export x.json --fo", "没有“--fo”这个选项，是不是 --form？"),
      ("log x.json --nothing", "没有“--nothing”这个选项"),
      ("export x.json -o", "选项 -o <output> 后面缺少内容"),
      ("show x.json --plain=1", "没有“--plain”这个选项，是不是 --lang？"),
      ("export x.json y.json -o z.html", "多出参数“y.json”"),
      ("merge a b c d e", "多出参数“d”“e”"),
      ("export x.json -o y.html --draft=1", "选项 --draft 不带内容，却写了“1”"),
      ("show x.json --color blue", "“blue”不能用于 --color <when>，可用 auto、always、never"),
    ])
  func complaint(command: String, says: String) throws {
    let desk = try Desk(sample: "x.json")
    let ran = try desk.run(command.split(separator: " ").map(String.init))
    #expect(ran.status == 64)
    let lines = ran.errors.split(separator: "\n")
    #expect(lines.first.map(String.init) == says)
    #expect(lines.contains { $0.hasPrefix("用法：nianbao \(command.prefix { $0 != " " })") })
    #expect(lines.last?.contains("--help") ?? false)
  }

  @Test("explains every command in Chinese, or in English where that is asked for")
  func help() throws {
    let desk = try Desk()
    let english = [
      "Usage", "USAGE", "OVERVIEW", "ARGUMENTS", "OPTIONS", "COMMANDS", "Show ", "See ",
    ]
    let whole = try desk.run("--help").text
    let names = whole.split(separator: "\n").drop { $0 != "命令：" }.dropFirst()
      .prefix { $0.hasPrefix("  ") && !$0.contains("help") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.count > 20)
    for name in names {
      let help = try desk.run(name, "--help").text
      #expect(help == (try desk.run("help", name).text))
      #expect(help.contains("用法：nianbao \(name)") && help.contains("选项："), "\(help)")
      for word in english { #expect(!help.contains(word), "\(help)") }
      #expect(try desk.run(name, "--help", "--lang", "en").text.contains("USAGE: nianbao \(name)"))
    }
  }

  @Test("one bad assignment leaves all others undone")
  func allOrNothing() throws {
    let desk = try Desk(sample: "x.json")
    let ran = try desk.run(
      "set", "x.json", "applications.new.natural=5", "applications.new.business=x")
    #expect(ran.status == 64)
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
  }

  @Test("new never replaces a file without --force")
  func newTwice() throws {
    let desk = try Desk(sample: "x.json")
    let command = ["new", "x.json", "--organ", "示例局", "--year", "2024"]
    let refused = try desk.run(command)
    #expect(refused.status == 2)
    #expect(refused.complaints.count == 1)
    #expect(refused.errors.contains("x.json"))
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
    #expect(try desk.run(command + ["--force"]).status == 0)
    #expect(try desk.value(of: "organ.name", in: "x.json") == "示例局")
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "")
  }

  @Test("- is standard input and standard output")
  func pipes() throws {
    let desk = try Desk()
    let sample = try Desk.sample()
    let shown = try desk.run(["show", "-", "applications.new.natural"], stdin: sample)
    #expect(shown.text == "applications.new.natural\t1\n")
    let checked = try desk.run(["check", "-", "--format", "json"], stdin: sample)
    #expect(checked.status == 1)
    #expect(try checked.json()["drafts"]?.array?.first?["path"]?.string == "-")
    let set = try desk.run(["set", "-", "applications.carriedOut.total=0"], stdin: sample)
    #expect(set.status == 0)
    #expect(try desk.run(["check", "-"], stdin: set.output).status == 0)
    let page = try desk.run(["export", "-", "-o", "-"], stdin: set.output)
    #expect(page.text.hasPrefix("<!DOCTYPE html>"))
    let new = try desk.run("new", "-", "--organ", "示例局", "--year", "2024")
    #expect(new.status == 0)
    #expect(
      try desk.run(["show", "-", "organ.name"], stdin: new.output).text == "organ.name\t示例局\n")
    let same = try desk.run(
      ["export", "-", "-o", "-", "--format", "json", "--draft"], stdin: sample)
    #expect(same.output == sample)
    #expect(desk.folder.names.isEmpty)
  }

  @Test("texts are set as they stand, from a file, and with an @ in front")
  func texts() throws {
    let desk = try Desk(sample: "x.json")
    try desk.folder.write("\u{FEFF}甲\r\n乙\t丙\\\n", to: "text.txt")
    try desk.run("set", "x.json", "overview=@text.txt", "problems=@@某人", "other=")
    let shown = try desk.run("show", "x.json", "overview", "problems", "other")
    #expect(shown.text == "overview\t甲\\n乙\\t丙\\\\\nproblems\t@某人\nother\t\n")
    let missing = try desk.run("set", "x.json", "overview=@missing.txt")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("missing.txt"))
  }

  @Test("figures come back digit for digit")
  func digits() throws {
    let desk = try Desk(sample: "x.json")
    try desk.run(
      "set", "x.json", "charges.fees.amount=1.50", "applications.new.natural=1.0",
      "applications.new.business=－３", "licensing.permits.decisions=12,345")
    let shown = try desk.run(
      "show", "x.json", "charges.fees.amount", "applications.new.natural",
      "applications.new.business", "licensing.permits.decisions")
    #expect(
      shown.text.split(separator: "\n").map { $0.split(separator: "\t").last ?? "" }
        == ["1.50", "1", "-3", "12345"])
  }

  @Test("speaks English where that is asked for", arguments: [["--lang", "en"], ["--lang=en"]])
  func english(option: [String]) throws {
    let desk = try Desk()
    #expect(
      try desk.run(["show", "x.json"] + option).errors == "x.json: no such file; check the path\n")
  }
}
