import Testing

@Suite("merge")
struct MergeCommandTests {
  /// A desk with a common draft and two that were made of it.
  private func desk(
    ours: [String] = ["applications.new.natural=77"], theirs: [String] = ["charges.fees.amount=3"]
  ) throws -> Desk {
    let desk = try Desk(sample: "base.json")
    for (name, assignments) in [("ours.json", ours), ("theirs.json", theirs)] {
      try desk.folder.write(Desk.sample(), to: name)
      if !assignments.isEmpty { try desk.run(["set", name] + assignments) }
    }
    return desk
  }

  private static let command = ["merge", "base.json", "ours.json", "theirs.json"]

  @Test("writes the changes of both into ours")
  func writesBoth() throws {
    let desk = try desk(
      ours: ["applications.new.natural=77", "other=本方的话"],
      theirs: ["charges.fees.amount=1.50", "organ.region=示例市"])
    let theirs = try desk.bytes(of: "theirs.json")
    let ran = try desk.run(Self.command)
    #expect(ran.status == 0 && ran.output.isEmpty && ran.errors.isEmpty, "\(ran.errors)")
    #expect(try desk.value(of: "applications.new.natural", in: "ours.json") == "77")
    #expect(try desk.value(of: "charges.fees.amount", in: "ours.json") == "1.50")
    #expect(try desk.value(of: "organ.region", in: "ours.json") == "示例市")
    #expect(try desk.value(of: "other", in: "ours.json") == "本方的话")
    #expect(try desk.bytes(of: "theirs.json") == theirs)
    #expect(try desk.bytes(of: "base.json") == Desk.sample())
    #expect(desk.folder.names == ["base.json", "ours.json", "theirs.json"])
  }

  private func contradicting() throws -> Desk {
    try desk(
      ours: ["applications.new.natural=77", "other=本方", "charges.fees.amount=1"],
      theirs: ["applications.new.natural=9", "other=对方的话", "remedies.cases.afterOther=2"])
  }

  @Test("has ours where both differ, tells of each and ends with 1")
  func tells() throws {
    let desk = try contradicting()
    let ran = try desk.run(Self.command)
    #expect(ran.status == 1 && ran.output.isEmpty)
    #expect(
      ran.complaints.map(String.init) == [
        "ours.json：2 处两边改得不同，合并结果里暂取本方的内容，请逐处核对",
        "applications.new.natural\t自然人 · 一、本年新收政府信息公开申请数量", "  原来：1", "  本方：77", "  对方：9",
        "other\t六 其他事项，第 1 段",
        "  原来：2023年没有发出信息处理费收费通知，也没有收取信息处理费。没有其他需要报告的事项。", "  本方：本方", "  对方：对方的话",
      ])
    #expect(try desk.value(of: "applications.new.natural", in: "ours.json") == "77")
    #expect(try desk.value(of: "other", in: "ours.json") == "本方")
    #expect(try desk.value(of: "remedies.cases.afterOther", in: "ours.json") == "2")
    #expect(try desk.run("check", "ours.json").status == 1)
  }

  @Test(
    "decides for one side where that is asked for", arguments: [("ours", "77"), ("theirs", "9")])
  func favors(side: String, value: String) throws {
    let desk = try contradicting()
    let ran = try desk.run(Self.command + ["--favor", side, "--name", "草稿.json"])
    #expect(ran.status == 0)
    #expect(ran.complaints.count == 1 && ran.errors.contains("草稿.json：2 处"), "\(ran.errors)")
    #expect(try desk.value(of: "applications.new.natural", in: "ours.json") == value)
    #expect(try desk.value(of: "charges.fees.amount", in: "ours.json") == "1")
    #expect(try desk.value(of: "remedies.cases.afterOther", in: "ours.json") == "2")
  }

  @Test("speaks English where that is asked for")
  func english() throws {
    let ran = try contradicting().run(Self.command + ["--lang", "en"])
    #expect(ran.errors.hasPrefix("ours.json: 2 conflicts; the merged draft has ours there"))
    #expect(ran.errors.contains("\n  before: 1\n  ours: 77\n  theirs: 9\n"))
  }

  @Test("writes elsewhere with -o, and to standard output for -")
  func writesElsewhere() throws {
    let desk = try desk()
    let ours = try desk.bytes(of: "ours.json")
    #expect(try desk.run(Self.command + ["-o", "new.json"]).status == 0)
    let merged = try desk.bytes(of: "new.json")
    #expect(try desk.bytes(of: "ours.json") == ours)
    #expect(try desk.run(Self.command + ["-o", "-"]).output == merged)
    let piped = try desk.run(["merge", "base.json", "-", "theirs.json"], stdin: ours)
    #expect(piped.status == 0 && piped.output == merged)
    // A file that is there already is left alone, unless it is ours.
    let refused = try desk.run(Self.command + ["-o", "base.json"])
    #expect(refused.status == 2 && refused.complaints.count == 1)
    #expect(try desk.bytes(of: "base.json") == Desk.sample())
    #expect(try desk.run(Self.command + ["-o", "ours.json"]).status == 0)
    #expect(try desk.bytes(of: "ours.json") == merged)
    #expect(try desk.run(Self.command + ["-o", "base.json", "--force"]).status == 0)
    #expect(try desk.bytes(of: "base.json") == merged)
  }

  @Test("takes an empty file for drafts that have nothing in common")
  func takesAnEmptyBase() throws {
    let desk = try desk()
    try desk.folder.write("", to: "base.json")
    let ran = try desk.run(Self.command)
    #expect(ran.status == 1)
    #expect(ran.complaints.first?.contains("ours.json：2 处") == true, "\(ran.errors)")
    #expect(ran.errors.contains("  原来：（空白）\n  本方：77\n  对方：1\n"))
  }

  @Test(
    "writes nothing where a draft cannot be read or used",
    arguments: [
      (name: "base.json", content: "[]", says: "base.json："), ("ours.json", "", "ours.json："),
      ("theirs.json", "{", "theirs.json："), ("theirs.json", nil, "theirs.json："),
      (
        "theirs.json",
        #"{"cells":{},"form":"disclosure-2019","organ":{"name":"局"},"schema":"nianbao/draft/1","year":2020}"#,
        "disclosure-2019"
      ),
    ] as [(name: String, content: String?, says: String)])
  func writesNothing(name: String, content: String?, says: String) throws {
    let desk = try desk()
    if let content {
      try desk.folder.write(content, to: name)
    } else {
      TemporaryFolder.remove(desk.folder / name)
    }
    let before = name == "ours.json" ? [] : try desk.bytes(of: "ours.json")
    let ran = try desk.run(Self.command)
    #expect(ran.status == 2 && ran.complaints.count == 1, "\(ran.errors)")
    #expect(ran.errors.contains(says), "\(ran.errors)")
    #expect(try desk.bytes(of: "ours.json") == before)
  }

  @Test("refuses to read two drafts from standard input")
  func refusesTwo() throws {
    let ran = try desk().run(["merge", "-", "ours.json", "-"], stdin: Desk.sample())
    #expect(ran.status == 64 && ran.complaints.count == 1)
  }
}

/// The program whose merges are tried.
private enum Git {
  static let path = "/usr/bin/git"
  static let absence: Comment = "git is not installed: what it does with nianbao merge is not tried"
}

@Suite("merge as a driver of git")
struct MergeDriverTests {
  /// A repository with the sample in it, in which git asks `nianbao merge`.
  private func repository() throws -> Desk {
    let desk = try Desk()
    try git(desk, "init", "-q", "-b", "main")
    let program = try builtProgram()
    try git(desk, "config", "merge.nianbao.driver", "'\(program)' merge %O %A %B --name %P")
    try git(desk, "config", "merge.nianbao.name", "nianbao")
    try desk.folder.write("*.json merge=nianbao\n", to: ".gitattributes")
    return desk
  }

  @discardableResult
  private func git(_ desk: Desk, _ arguments: String...) throws -> Ran {
    let identity = [
      "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@localhost", "GIT_COMMITTER_NAME": "x",
      "GIT_COMMITTER_EMAIL": "x@localhost", "GIT_CONFIG_NOSYSTEM": "1", "HOME": desk.folder.path,
    ]
    return try desk.execute([Git.path] + arguments, environment: identity)
  }

  private func commit(_ desk: Desk, _ title: String) throws {
    try git(desk, "add", "-A")
    try #require(git(desk, "commit", "-q", "-m", title).status == 0)
  }

  /// Lets a branch set some keys beside the main one, and merges it.
  private func merged(_ desk: Desk, ours: [String], theirs: [String]) throws -> Ran {
    try desk.folder.write(Desk.sample(), to: "x.json")
    try commit(desk, "begin")
    try git(desk, "checkout", "-q", "-b", "other")
    try desk.run(["set", "x.json"] + theirs)
    try commit(desk, "theirs")
    try git(desk, "checkout", "-q", "main")
    try desk.run(["set", "x.json"] + ours)
    try commit(desk, "ours")
    return try git(desk, "merge", "-q", "other", "-m", "merge")
  }

  @Test("merges neighbouring figures by itself", .enabled(if: exists(Git.path), Git.absence))
  func merges() throws {
    let desk = try repository()
    let ran = try merged(
      desk, ours: ["applications.new.natural=2", "overview=本方"],
      theirs: ["applications.new.business=3", "organ.level=city"])
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "2")
    #expect(try desk.value(of: "applications.new.business", in: "x.json") == "3")
    #expect(try desk.value(of: "organ.level", in: "x.json") == "city")
    #expect(try git(desk, "status", "--porcelain").output.isEmpty)
  }

  @Test("leaves a draft with ours where both differ", .enabled(if: exists(Git.path), Git.absence))
  func leavesOurs() throws {
    let desk = try repository()
    let ran = try merged(
      desk, ours: ["applications.new.natural=2"],
      theirs: ["applications.new.natural=3", "applications.new.business=4"])
    #expect(ran.status == 1)
    #expect(ran.errors.contains("x.json：1 处两边改得不同"), "\(ran.errors)")
    #expect(ran.errors.contains("  本方：2\n  对方：3\n"))
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "2")
    #expect(try desk.value(of: "applications.new.business", in: "x.json") == "4")
    #expect(
      String(decoding: try git(desk, "status", "--porcelain").output, as: UTF8.self)
        == "UU x.json\n")
  }

  @Test("merges a draft that both made", .enabled(if: exists(Git.path), Git.absence))
  func mergesTwoNew() throws {
    let desk = try repository()
    try commit(desk, "begin")
    try git(desk, "checkout", "-q", "-b", "other")
    let new = ["new", "y.json", "--organ", "示例局", "--year", "2024"]
    try desk.run(new)
    try desk.run("set", "y.json", "applications.new.business=4")
    try commit(desk, "theirs")
    try git(desk, "checkout", "-q", "main")
    try desk.run(new)
    try desk.run("set", "y.json", "applications.new.natural=2")
    try commit(desk, "ours")
    let ran = try git(desk, "merge", "-q", "other", "-m", "merge")
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(try desk.value(of: "applications.new.natural", in: "y.json") == "2")
    #expect(try desk.value(of: "applications.new.business", in: "y.json") == "4")
  }
}
