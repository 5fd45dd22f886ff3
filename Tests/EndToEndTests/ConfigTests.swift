import Testing

/// A config file that is wrong, and what is said of it.
struct WrongConfig: CustomTestStringConvertible, Sendable {
  var text: String
  /// Line and column.
  var place: (line: Int, column: Int)
  /// What the complaint must say besides.
  var says: String

  init(_ text: String, at line: Int, _ column: Int, says: String) {
    self.text = text
    place = (line, column)
    self.says = says
  }

  var testDescription: String { String(text.prefix(60)) }
}

@Suite("The config file")
struct ConfigTests {
  private func desk(config: String) throws -> Desk {
    let desk = try Desk(sample: "x.json")
    desk.folder.makeFolder("config")
    desk.folder.makeFolder("config/nianbao")
    try desk.folder.write(config, to: "config/nianbao/config.json")
    return desk
  }

  private func settings(_ desk: Desk) -> [String: String] {
    ["XDG_CONFIG_HOME": desk.folder / "config"]
  }

  static let wrong = [
    WrongConfig("", at: 1, 1, says: "不完整"), WrongConfig("[]", at: 1, 1, says: "{ }"),
    WrongConfig("{\n  \"keys\": {},\n}", at: 2, 13, says: "逗号"),
    WrongConfig("{\n  \"colour\": \"never\"\n}", at: 2, 3, says: "colour"),
    WrongConfig(#"{"name": 1}"#, at: 1, 10, says: "name"),
    WrongConfig(#"{"language": "fr"}"#, at: 1, 14, says: "zh、en"),
    WrongConfig(#"{"color": "sometimes"}"#, at: 1, 11, says: "never"),
    WrongConfig(#"{"ambiguous": true}"#, at: 1, 15, says: "ambiguous"),
    WrongConfig(#"{"styles": {"eror": {}}}"#, at: 1, 13, says: "eror"),
    WrongConfig(#"{"styles": {"error": {"foreground": 256}}}"#, at: 1, 37, says: "255"),
    WrongConfig(#"{"styles": {"error": {"italic": true}}}"#, at: 1, 23, says: "italic"),
    WrongConfig(#"{"styles": {"error": {"bold": 1}}}"#, at: 1, 31, says: "styles.error.bold"),
    WrongConfig(#"{"keys": {"safe": "Ctrl+O"}}"#, at: 1, 11, says: "safe"),
    WrongConfig(#"{"keys": {"save": "Strg+S"}}"#, at: 1, 19, says: "Strg+S"),
    WrongConfig(#"{"keys": {"save": "s"}}"#, at: 1, 19, says: "keys.save"),
    WrongConfig(#"{"keys": {"save": "Esc"}}"#, at: 1, 19, says: "Esc"),
    WrongConfig(#"{"keys": {"save": "Ctrl+M"}}"#, at: 1, 19, says: "Ctrl+M"),
    WrongConfig(#"{"keys": {"find": "Ctrl+S"}}"#, at: 1, 19, says: "save"),
    WrongConfig(#"{"keys": {"save": "Ctrl+O", "find": "Ctrl+O"}}"#, at: 1, 37, says: "save"),
  ]

  @Test("that is wrong stops every command in one line", arguments: wrong)
  func stops(_ config: WrongConfig) throws {
    let desk = try desk(config: config.text)
    let path = desk.folder / "config/nianbao/config.json"
    for command in [["check", "x.json"], ["show", "x.json", "year"], ["forms"], ["x.json"]] {
      let ran = try desk.run(command, environment: settings(desk))
      #expect(ran.status == 2)
      #expect(ran.output.isEmpty)
      #expect(ran.complaints.count == 1)
      let place = "\(path)：第 \(config.place.line) 行第 \(config.place.column) 列："
      #expect(ran.errors.hasPrefix(place), "\(ran.errors)")
      #expect(ran.errors.contains(config.says), "\(ran.errors)")
    }
    let session = try desk.start(["x.json"], environment: settings(desk))
    #expect(try session.waitForExit() == 2)
    #expect(session.isCooked)
    for command in [["--help"], ["help", "check"], ["--version"]] {
      #expect(try desk.run(command, environment: settings(desk)).status == 0)
    }
  }

  @Test("that is none, or that is too large, is named too")
  func unreadable() throws {
    let desk = try desk(config: String(repeating: " ", count: 2 << 20))
    let large = try desk.run(["check", "x.json"], environment: settings(desk))
    #expect(large.status == 2)
    #expect(large.errors.contains("超过 1 MiB") && large.complaints.count == 1)
    TemporaryFolder.remove(desk.folder / "config/nianbao/config.json")
    desk.folder.makeFolder("config/nianbao/config.json")
    let folder = try desk.run(["check", "x.json"], environment: settings(desk))
    #expect(folder.status == 2)
    #expect(folder.errors.contains("config.json：是文件夹") && folder.complaints.count == 1)
  }

  @Test("may be missing, and lies in HOME where nothing else is said")
  func places() throws {
    let desk = try desk(config: #"{"language": "en"}"#)
    #expect(try desk.run("show", "none.json").errors.contains("没有这个文件"))
    desk.folder.makeFolder(".config")
    desk.folder.makeFolder(".config/nianbao")
    try desk.folder.write(#"{"language": "en"}"#, to: ".config/nianbao/config.json")
    let home = ["HOME": desk.folder.path, "XDG_CONFIG_HOME": "relative"]
    #expect(try desk.run(["show", "none.json"], environment: home).errors.contains("no such file"))
  }

  @Test(
    "chooses the language before the locale and after all else",
    arguments: [
      ([], [:], "no such file"), ([], ["LANG": "zh_CN.UTF-8"], "no such file"),
      ([], ["NIANBAO_LANG": "zh"], "没有这个文件"), (["--lang", "zh"], [:], "没有这个文件"),
    ] as [([String], [String: String], String)])
  func language(options: [String], environment: [String: String], says: String) throws {
    let desk = try desk(config: #"{"language": "en"}"#)
    let ran = try desk.run(
      ["show", "none.json"] + options,
      environment: environment.merging(settings(desk)) { one, _ in one })
    #expect(ran.errors.contains(says))
  }

  @Test("names the person")
  func person() throws {
    let desk = try desk(config: #"{"name": "张三"}"#)
    let last = try desk.bytes(of: "x.json")
    try desk.folder.write(last, to: "last.json")
    try desk.run("set", "last.json", "year=2022", "licensing.permits.decisions=1")
    try desk.run("set", "x.json", "licensing.permits.decisions=9999")
    let accepted = try desk.run(
      [
        "accept", "x.json", "jump", "licensing.permits.decisions", "--reason", "权限下放",
        "--previous", "last.json",
      ], environment: settings(desk).merging(["USER": "li"]) { one, _ in one })
    #expect(accepted.status == 0, "\(accepted.errors)")
    #expect(String(decoding: try desk.bytes(of: "x.json"), as: UTF8.self).contains("张三"))
  }

  @Test("gives commands other keys, and the screen names them")
  func keys() throws {
    let desk = try desk(config: #"{"keys": {"save": "Ctrl+W", "applySuggestion": "Ctrl+O"}}"#)
    let session = try desk.start(["x.json"], environment: settings(desk))
    try session.waitUntil(shows: "Ctrl+W 保存")
    session.press(.function(8))
    try session.waitUntil(shows: "Ctrl+O 填入 0")
    session.press(.control("o"), .control("w"))
    try session.waitUntil(shows: "已保存")
    #expect(try desk.value(of: "applications.carriedOut.total", in: "x.json") == "0")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
  }

  @Test("gives styles another look, where the terminal has the colours")
  func styles() throws {
    let desk = try desk(
      config: #"{"styles": {"title": {"foreground": 226, "background": 52, "underline": true}}}"#)
    let session = try desk.start(["x.json"], environment: settings(desk))
    let picture = try session.waitUntil(shows: "Ctrl+Q")
    #expect(picture.style(x: 1, y: 0)?.foreground == 226)
    #expect(picture.style(x: 1, y: 0)?.background == 52)
    var plain = settings(desk)
    plain["NO_COLOR"] = "1"
    let colorless = try desk.start(["x.json"], environment: plain)
    #expect(try colorless.waitUntil(shows: "正有人编辑").style(x: 1, y: 0)?.background == nil)
  }

  @Test(
    "turns colours off, unless the command line says otherwise",
    arguments: [
      ("never", [], [:], false), ("never", ["--color", "always"], [:], true),
      ("never", ["--color", "auto"], [:], true), ("always", [], ["NO_COLOR": "1"], false),
      ("always", ["--color", "never"], [:], false), ("auto", [], [:], true),
    ] as [(String, [String], [String: String], Bool)])
  func color(
    word: String, options: [String], environment: [String: String], isColored: Bool
  ) throws {
    let desk = try desk(config: #"{"color": "\#(word)"}"#)
    let session = try desk.start(
      ["x.json"] + options, environment: environment.merging(settings(desk)) { one, _ in one })
    let styles = try session.waitUntil(shows: "Ctrl+Q").styles.joined()
    #expect(styles.contains { $0.foreground != nil } == isColored)
  }
}
