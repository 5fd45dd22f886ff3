import JSONText
import Testing

@Suite("versions")
struct VersionsTests {
  private let desk: Desk
  private let environment: [String: String]

  init() throws {
    desk = try Desk(sample: "x.json")
    environment = ["XDG_STATE_HOME": desk.folder / "state"]
  }

  @discardableResult
  private func run(_ command: String...) throws -> Ran {
    try desk.run(command, environment: environment)
  }

  /// Changes the draft twice, so that it has three versions.
  private func change() throws {
    try run("set", "x.json", "applications.carriedOut.total=0", "applications.new.natural=3")
    try run("set", "x.json", "overview=新的文字", "year=2022")
  }

  @Test("lists what the draft held before each change, and what it holds now")
  func lists() throws {
    let first = try desk.bytes(of: "x.json")
    try change()
    let ran = try run("versions", "x.json")
    #expect(ran.status == 0)
    #expect(ran.errors.isEmpty, "\(ran.errors)")
    let lines = ran.text.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(lines.map(\.first) == ["3", "2", "1"])
    #expect(lines[0][3] == "改 1 处文字，改 1 项基本信息")
    #expect(lines[0][4] == "← 文件现在的内容")
    #expect(lines[1][3] == "改 2 格")
    #expect(lines[2].dropFirst(2) == ["\(first.count) 字节", "保留的第一版"])
    let json = try #require(
      try run("versions", "x.json", "--format", "json").json()["versions"]?.array)
    #expect(json.map { $0["cells"]?.integer } == [0, 2, nil])
    #expect(json.map { $0["present"]?.content } == [.bool(true), .bool(false), .bool(false)])
    #expect(try run("versions", "x.json", "--lang", "en").text.contains("2 cells changed"))
  }

  @Test("is compared with the file, from the old to the new")
  func compares() throws {
    try change()
    let ran = try run("diff", "x.json", "--version", "2", "--format", "json")
    #expect(ran.status == 1)
    #expect(try ran.json()["cells"]?.array == [])
    #expect(try ran.json()["organ"]?.array?.first?["to"]?.string == "2022")
    let first = try run("diff", "x.json", "--version", "1")
    #expect(first.text.contains("applications.new.natural\t1 → 3"))
    #expect(try run("diff", "x.json", "--version", "3").status == 0)
    #expect(try run("diff", "x.json", "--version", "9").errors.contains("没有第 9 版"))
  }

  @Test("shows an old version byte by byte, and restores it without losing the present one")
  func restores() throws {
    let first = try desk.bytes(of: "x.json")
    try change()
    try desk.folder.write("not a draft any more", to: "x.json")
    #expect(try run("versions", "x.json", "--show", "1").output == first)
    let ran = try run("versions", "x.json", "--restore", "1")
    #expect(ran.status == 0)
    #expect(ran.complaints == ["x.json：已恢复为第 1 版"])
    #expect(try desk.bytes(of: "x.json") == first)
    #expect(try run("versions", "x.json", "--show", "4").text == "not a draft any more")
    let lines = try run("versions", "x.json").text.split(separator: "\n")
    #expect(lines[0].hasSuffix("← 文件现在的内容"))
    #expect(lines[1].contains("不是年报草稿"))
  }

  @Test("brings a draft back that is gone")
  func gone() throws {
    let first = try desk.bytes(of: "x.json")
    try change()
    TemporaryFolder.remove(desk.folder / "x.json")
    #expect(try run("versions", "x.json").text.split(separator: "\n").count == 3)
    #expect(try run("versions", "x.json", "--restore", "1", "-o", "y.json").status == 0)
    #expect(try desk.bytes(of: "y.json") == first)
    #expect(try run("versions", "x.json", "--restore", "1").status == 0)
    #expect(try desk.bytes(of: "x.json") == first)
  }

  @Test("keeps what new --force and import --force replace")
  func force() throws {
    let first = try desk.bytes(of: "x.json")
    try run("new", "x.json", "--organ", "甲局", "--year", "2024", "--force")
    #expect(try run("versions", "x.json", "--show", "1").output == first)
    #expect(try run("versions", "x.json", "--show", "2").output == desk.bytes(of: "x.json"))
  }

  @Test("tells a damaged version and does not restore it")
  func damaged() throws {
    try change()
    let folder = desk.folder / "state/nianbao/versions"
    let kept = folder + "/" + (try #require(TemporaryFolder.names(in: folder).first))
    let file = try #require(TemporaryFolder.names(in: kept).first { $0.hasPrefix("000001-") })
    try desk.folder.write("{", to: "broken")
    let before = try desk.bytes(of: "x.json")
    try #require(move(desk.folder / "broken", kept + "/" + file))
    #expect(try run("versions", "x.json").text.contains("已损坏，不能恢复"))
    for option in ["--show", "--restore"] {
      let ran = try run("versions", "x.json", option, "1")
      #expect(ran.status == 2)
      #expect(ran.output.isEmpty)
      #expect(ran.complaints == ["x.json：第 1 版已损坏，未恢复，请选用其他版本"])
    }
    #expect(try desk.bytes(of: "x.json") == before)
  }

  @Test(
    "refuses what makes no sense, in one line",
    arguments: [
      (["x.json", "--show", "9"], 64), (["x.json", "--restore", "0"], 64),
      (["x.json", "--show", "1", "--restore", "1"], 64), (["x.json", "-o", "y.json"], 64),
      (["-"], 64), (["none.json"], 2), (["x.json", "--restore", "1", "-o", "x.json"], 2),
    ])
  func refuses(arguments: [String], status: Int) throws {
    try change()
    let before = try desk.bytes(of: "x.json")
    let ran = try desk.run(["versions"] + arguments, environment: environment)
    #expect(ran.status == status)
    #expect(ran.complaints.count == 1, "\(ran.errors)")
    #expect(!ran.errors.contains("--force"))
    #expect(try desk.bytes(of: "x.json") == before)
  }

  @Test("that cannot be kept never stop a save", arguments: ["state", "state/nianbao"])
  func cannotBeKept(blocked: String) throws {
    if blocked.contains("/") { desk.folder.makeFolder("state") }
    try desk.folder.write("a file where a folder is wanted", to: blocked)
    let ran = try run("set", "x.json", "applications.new.natural=3")
    #expect(ran.status == 0)
    #expect(ran.errors.contains("未能保留这一版"))
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "3")
  }

  @Test(
    "are not kept, without a word, where nothing says where",
    arguments: [
      ["HOME": ""], ["HOME": "/nonexistent"], ["HOME": "relative", "XDG_STATE_HOME": "relative"],
    ])
  func nowhere(environment: [String: String]) throws {
    let ran = try desk.run(["set", "x.json", "year=2022"], environment: environment)
    #expect(ran.status == 0)
    #expect(ran.errors.isEmpty)
    #expect(desk.folder.names == ["x.json"])
    let list = try desk.run(["versions", "x.json"], environment: environment)
    #expect(list.status == 0)
    #expect(list.complaints == ["x.json：没有保留的版本"])
  }

  @Test("are kept below the home folder where there is one")
  func home() throws {
    desk.folder.makeFolder("home")
    let environment = ["HOME": desk.folder / "home"]
    try desk.run(["set", "x.json", "year=2022"], environment: environment)
    #expect(TemporaryFolder.names(in: desk.folder / "home/.local/state/nianbao") == ["versions"])
    #expect(
      try desk.run(["versions", "x.json"], environment: environment).text.split(separator: "\n")
        .count == 2)
  }
}
