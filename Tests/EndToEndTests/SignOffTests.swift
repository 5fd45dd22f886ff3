import JSONText
import Testing

@Suite("A review in stages")
struct SignOffTests {
  private static let carriedOut = "applications.carriedOut.total"

  /// A desk with a draft without errors, handed in for two stages.
  private func desk(_ stages: String = "初审,终审") throws -> Desk {
    let desk = try Desk(sample: "x.json")
    try desk.run("set", "x.json", Self.carriedOut + "=0")
    #expect(try desk.run("submit", "x.json", "--stages", stages, "--as", "王五").status == 0)
    return desk
  }

  @discardableResult
  private func sign(_ desk: Desk, _ stage: String, as person: String) throws -> Ran {
    try desk.run("sign", "x.json", "--stage", stage, "--as", person)
  }

  private func state(of desk: Desk) throws -> (state: String?, status: Int, valid: [Bool]) {
    let ran = try desk.run("status", "x.json", "--format", "json")
    let draft = try #require(try ran.json()["drafts"]?.array?.first)
    let valid = draft["stages"]?.array?.map { $0["valid"] == JSON(.bool(true)) } ?? []
    return (draft["state"]?.string, ran.status, valid)
  }

  @Test("goes from the officer through the stages to the final file")
  func goesThrough() throws {
    let desk = try desk()
    #expect(try state(of: desk) == ("inReview", 0, [false, false]))
    let early = try desk.run("export", "x.json", "-o", "x.html")
    #expect(early.status == 1)
    #expect(early.errors.contains("审核没有完成（待初审）"))
    #expect(try desk.run("export", "x.json", "-o", "draft.html", "--draft").status == 0)
    #expect(try sign(desk, "初审", as: "李四").status == 0)
    #expect(try sign(desk, "终审", as: "赵六").status == 0)
    #expect(try state(of: desk) == ("complete", 0, [true, true]))
    #expect(try desk.run("export", "x.json", "-o", "x.html").status == 0)
    #expect(desk.folder.names == ["draft.html", "x.html", "x.json"])
  }

  @Test("is returned with a reason, mended and handed in again, and signed from the first stage on")
  func isReturned() throws {
    let desk = try desk()
    try sign(desk, "初审", as: "李四")
    let reason = "请补充行政复议的说明"
    #expect(try desk.run("return", "x.json", "--reason", reason, "--as", "赵六").status == 0)
    #expect(try desk.run("status", "x.json").text.contains("终审：赵六退回：\(reason)"))
    #expect(try sign(desk, "初审", as: "李四").status == 1)
    try desk.run("set", "x.json", "organ.telephone=12345678")
    #expect(try desk.run("submit", "x.json", "--as", "王五").status == 0)
    #expect(try state(of: desk) == ("inReview", 0, [false, false]))
    #expect(try sign(desk, "终审", as: "赵六").status == 1)
    try sign(desk, "初审", as: "李四")
    try sign(desk, "终审", as: "赵六")
    #expect(try state(of: desk) == ("complete", 0, [true, true]))
  }

  @Test(
    "loses its sign-offs by any later edit, and nothing else",
    arguments: [
      (["set", "x.json", "applications.new.natural=2"], true),
      (["set", "x.json", "organ.telephone=1"], true),
      (["set", "x.json", "year=2022"], true),
      (["set", "x.json", "problems=没有问题，继续做好工作。"], true),
      (["comments", "x.json", "--on", "problems", "--text", "请再看"], false),
    ] as [([String], Bool)])
  func isVoidedByEdits(edit: [String], voids: Bool) throws {
    let desk = try desk()
    try sign(desk, "初审", as: "李四")
    try sign(desk, "终审", as: "赵六")
    #expect(try desk.run(edit).status == 0)
    let after = try state(of: desk)
    #expect(after == (voids ? "void" : "complete", voids ? 1 : 0, [!voids, !voids]))
    #expect(try desk.run("export", "x.json", "-o", "x.html").status == (voids ? 1 : 0))
    guard voids else { return }
    #expect(try desk.run("status", "x.json").text.contains("失效：签核后内容有改动"))
  }

  @Test("holds again when the edit is taken back, and can be signed anew where it is not")
  func holdsAgain() throws {
    let desk = try desk()
    try sign(desk, "初审", as: "李四")
    try desk.run("set", "x.json", "applications.new.natural=2")
    #expect(try state(of: desk).state == "void")
    try desk.run("set", "x.json", "applications.new.natural=1")
    #expect(try state(of: desk).state == "inReview")
    try desk.run("set", "x.json", "organ.telephone=7654321")
    #expect(try sign(desk, "终审", as: "赵六").status == 1)
    #expect(try sign(desk, "初审", as: "李四").status == 0)
    #expect(try state(of: desk) == ("inReview", 0, [true, false]))
  }

  @Test("tells of a record that something else changed, and begins anew when it is handed in")
  func tellsOfForgery() throws {
    let desk = try desk()
    try sign(desk, "初审", as: "李四")
    try desk.folder.write(
      Array(
        String(decoding: try desk.bytes(of: "x.json"), as: UTF8.self)
          .replacing("\"by\": \"李四\"", with: "\"by\": \"孙七\"").utf8), to: "x.json")
    let ran = try desk.run("status", "x.json")
    #expect(ran.status == 1)
    #expect(ran.text.contains("审核记录被改动过"))
    #expect(try sign(desk, "终审", as: "赵六").status == 1)
    #expect(try desk.run("submit", "x.json", "--as", "王五").status == 0)
    #expect(try sign(desk, "初审", as: "李四").status == 0)
    #expect(try state(of: desk) == ("inReview", 0, [true, false]))
  }

  @Test("says what is odd: one person for two stages, a clock that runs back")
  func warns() throws {
    let desk = try desk()
    try sign(desk, "初审", as: "李四")
    let ran = try sign(desk, "终审", as: "李四")
    #expect(ran.status == 0)
    #expect(ran.errors.contains("李四一人签了初审、终审"))
    let other = try self.desk()
    // The first step is said to be of the far future; only its own digest can tell.
    try other.folder.write(
      Array(
        String(decoding: try other.bytes(of: "x.json"), as: UTF8.self)
          .replacing("\"on\": \"20", with: "\"on\": \"29").utf8), to: "x.json")
    #expect(try other.run("submit", "x.json", "--as", "王五").status == 0)
    #expect(try other.run("status", "x.json").text.contains("时间倒退"))
  }

  @Test(
    "refuses what is out of turn or unsaid, and leaves the file as it is",
    arguments: [
      (["submit", "x.json", "--as", "王五"], 1, "已经提交"),
      (["sign", "x.json", "--stage", "终审", "--as", "赵六"], 1, "还没有轮到终审"),
      (["sign", "x.json", "--stage", "会签", "--as", "赵六"], 64, "没有环节“会签”"),
      (["sign", "x.json", "--stage", "初审", "--as", ""], 64, "--as"),
      (["return", "x.json", "--reason", " ", "--as", "赵六"], 64, "理由"),
      (["submit", "x.json", "--stages", "甲,甲", "--as", "王五"], 64, "--stages"),
      (["submit", "x.json", "--stages", "甲,乙", "--as", "王五"], 1, "不能改环节"),
      (["sign", "x.json", "--as", "李四", "--sign-key", "nokey"], 2, "nokey"),
    ] as [([String], Int, String)])
  func refuses(command: [String], status: Int, said: String) throws {
    let desk = try desk()
    let before = try desk.bytes(of: "x.json")
    let ran = try desk.run(command)
    #expect(ran.status == status)
    #expect(ran.errors.contains(said))
    #expect(ran.complaints.count == 1)
    #expect(try desk.bytes(of: "x.json") == before)
  }

  @Test("comes from new, from the config, and from nowhere")
  func comesFrom() throws {
    let desk = try Desk()
    let settings = ["HOME": desk.folder.path]
    desk.folder.makeFolder(".config")
    desk.folder.makeFolder(".config/nianbao")
    try desk.folder.write(#"{"stages": ["初审", "复审"]}"#, to: ".config/nianbao/config.json")
    func stages(_ options: [String], _ environment: [String: String]) throws -> [String?] {
      let ran = try desk.run(
        ["new", "-", "--organ", "某局", "--year", "2024"] + options, environment: environment)
      return try ran.json()["stages"]?.array?.map(\.string) ?? []
    }
    #expect(try stages([], [:]) == [])
    #expect(try stages([], settings) == ["初审", "复审"])
    #expect(try stages(["--stages", "甲，乙、丙"], settings) == ["甲", "乙", "丙"])
    #expect(try stages(["--stages", ""], settings) == [])
    try desk.folder.write(Desk.sample(), to: "old.json")
    let command = ["import", "old.json", "-o", "-"]
    #expect(try desk.run(command).json()["stages"] == nil)
    let imported = try desk.run(command, environment: settings).json()
    #expect(imported["stages"]?.array?.map(\.string) == ["初审", "复审"])
  }

  @Test("proves by keys who signed, where ssh-keygen is installed")
  func provesByKeys() throws {
    guard try Desk().execute(["/bin/sh", "-c", "command -v ssh-keygen"]).status == 0 else {
      print("skipped: ssh-keygen is not installed")
      return
    }
    let desk = try desk("初审")
    for key in ["li", "zhao"] {
      let made = try desk.execute(
        ["/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", key, "-f", key])
      #expect(made.status == 0)
    }
    func publicKey(_ name: String) throws -> String {
      String(decoding: try desk.bytes(of: name + ".pub"), as: UTF8.self)
        .split(separator: " ").prefix(2).joined(separator: " ")
    }
    try desk.folder.write("李四 \(try publicKey("li"))\n", to: "li.signers")
    try desk.folder.write("赵六 \(try publicKey("li"))\n", to: "zhao.signers")
    try desk.folder.write("赵六 \(try publicKey("zhao"))\n", to: "other.signers")
    let signed = try desk.run(
      "sign", "x.json", "--stage", "初审", "--as", "李四", "--sign-key", "li")
    #expect(signed.status == 0)
    func worth(_ signers: String) throws -> (String, Int) {
      let ran = try desk.run(
        "status", "x.json", "--allowed-signers", signers, "--format", "json")
      let stage = try ran.json()["drafts"]?.array?.first?["stages"]?.array?.first
      return (stage?["signature"]?.string ?? "", ran.status)
    }
    #expect(try worth("li.signers") == ("good", 0))
    #expect(try worth("zhao.signers") == ("otherPerson", 1))
    #expect(try worth("other.signers") == ("unknownSigner", 1))
    #expect(try desk.run("status", "x.json", "--allowed-signers", "none").status == 2)
    // The signature of another digest.
    let signature = try #require(try lastStep(of: desk)["signature"])
    try desk.run("set", "x.json", "organ.telephone=7654321")
    try desk.run("sign", "x.json", "--stage", "初审", "--as", "李四")
    #expect(try worth("li.signers") == ("none", 1))
    let step = try lastStep(of: desk)
    let forged = JSON(.object((step.object ?? []) + [JSON.Member("signature", signature)]))
    let file = try JSON(reading: try desk.bytes(of: "x.json")).compactText
    try desk.folder.write(
      file.replacing(step.compactText, with: forged.compactText), to: "x.json")
    #expect(try worth("li.signers") == ("bad", 1))
  }

  private func lastStep(of desk: Desk) throws -> JSON {
    try #require(try JSON(reading: try desk.bytes(of: "x.json"))["review"]?.array?.last)
  }
}
