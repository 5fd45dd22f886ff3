import Storage
import Testing

private import Glibc

@Suite("The versions of a draft")
struct VersionsTests {
  private let folder: TemporaryFolder
  private let versions: Versions

  init() throws {
    folder = try TemporaryFolder()
    versions = Versions(of: folder / "a.json", state: folder / "home/state/nianbao")
  }

  private func numbers() throws -> [Int] { try versions.list().map(\.number) }

  /// The files of the versions, without the label.
  private var files: [String] { folder.files.filter { $0.contains("/00") } }

  @Test("are kept newest first, no content twice in a row, and come back")
  func areKept() throws {
    #expect(try versions.list() == [])
    for content in [[1], [1], [2, 2], [1]] as [[UInt8]] { try versions.keep(content) }
    let kept = try versions.list()
    #expect(kept.map(\.number) == [3, 2, 1])
    #expect(kept.map(\.size) == [1, 2, 1])
    #expect(kept.allSatisfy { $0.time > 1_700_000_000 })
    #expect(try kept.map { try versions.content(of: $0) } == [[1], [2, 2], [1]])
  }

  @Test("are ten at most, and their numbers go on")
  func areTen() throws {
    for number in 1...25 { try versions.keep([UInt8(number)]) }
    #expect(try numbers() == Array((16...25).reversed()))
    #expect(files.count == 10)
  }

  @Test("belong to one draft, by whatever way one comes to it")
  func belongToOneDraft() throws {
    try replaceFile(at: folder / "a.json", with: [1])
    mkdir(folder / "sub", 0o700)
    symlink("../a.json", folder / "sub/link")
    symlink("sub", folder / "way")
    try versions.keep([1])
    for path in ["way/link", "sub/../a.json", "./way//./link"] {
      let same = Versions(of: folder / path, state: folder / "home/state/nianbao")
      #expect(try same.list().count == 1, "\(path)")
    }
    let other = Versions(of: folder / "sub/a.json", state: folder / "home/state/nianbao")
    #expect(try other.list() == [])
    unlink(folder / "a.json")
    #expect(try numbers() == [1])
  }

  @Test("can be read and written by their owner only")
  func areTheOwners() throws {
    try versions.keep([1])
    for path in folder.files {
      #expect(try FileSystem.system.status(path).mode == 0o600, "\(path)")
      let parts = path.split(separator: "/")
      for count in (folder.path.split(separator: "/").count + 1)..<parts.count {
        let above = "/" + parts.prefix(count).joined(separator: "/")
        #expect(try FileSystem.system.status(above).mode == 0o700, "\(above)")
      }
    }
    chmod(folder / "home/state/nianbao/versions", 0o777)
    try versions.keep([2])
    #expect(folder.mode(of: "home/state/nianbao/versions") == 0o700)
  }

  @Test(
    "that were damaged are told and not given",
    arguments: [[], [9, 9], [1, 2, 3, 0]] as [[UInt8]])
  func damaged(left: [UInt8]) throws {
    try versions.keep([1, 2, 3])
    try replaceFile(at: try #require(files.first), with: left)
    let damaged = try #require(try versions.list().first)
    let error = #expect(throws: FileError.self) { try versions.content(of: damaged) }
    #expect(error?.cause == .differs)
    // The same content is kept anew where its version is no good any more.
    try versions.keep([1, 2, 3])
    let newest = try #require(try versions.list().first)
    #expect(newest.number == 2)
    #expect(try versions.content(of: newest) == [1, 2, 3])
  }

  @Test("are not looked for behind planted links")
  func plantedLinks() throws {
    try versions.keep([1])
    let file = try #require(files.first)
    mkdir(folder / "trap", 0o777)
    try replaceFile(at: folder / "trap/secret", with: [1])
    unlink(file)
    symlink(folder / "trap/secret", file)
    #expect(try versions.list() == [])
    rename(folder / "home/state/nianbao/versions", folder / "away")
    symlink(folder / "trap", folder / "home/state/nianbao/versions")
    #expect(throws: FileError.self) { try versions.keep([2]) }
    #expect(folder.files.filter { $0.hasPrefix(folder / "trap") } == [folder / "trap/secret"])
  }

  @Test("in a folder that is labelled with another draft are not used")
  func foreignLabel() throws {
    try versions.keep([1])
    let label = try #require(folder.files.first { $0.hasSuffix("/path") })
    #expect(try readFile(at: label, limit: 999) == Array((folder / "a.json\n").utf8))
    try replaceFile(at: label, with: Array("/another.json\n".utf8))
    let error = #expect(throws: FileError.self) { try versions.list() }
    #expect(error?.cause == .differs)
    #expect(throws: FileError.self) { try versions.keep([2]) }
  }

  @Test("leave no litter of processes that died while keeping one")
  func noLitter() throws {
    try versions.keep([1])
    let label = try #require(folder.files.first { $0.hasSuffix("/path") })
    let litter = label.dropLast(4) + ".host-1-2.tmp"
    try replaceFile(at: String(litter), with: [7])
    #expect(try numbers() == [1])
    try versions.keep([2])
    #expect(!folder.files.contains(String(litter)))
  }
}
