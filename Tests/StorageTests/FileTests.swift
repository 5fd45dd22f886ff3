import Storage
import Testing

private import Glibc

@Suite("Replacing a file")
struct ReplaceFileTests {
  private let folder = try? TemporaryFolder()

  @Test("makes a new file with what the umask leaves")
  func makesANewFile() throws {
    let folder = try #require(folder)
    let path = folder / "a.json"
    try replaceFile(at: path, with: [1, 2, 3])
    #expect(try readFile(at: path, limit: 3) == [1, 2, 3])
    let mask = umask(0)
    umask(mask)
    #expect(folder.mode(of: "a.json") == 0o666 & ~mask)
    #expect(folder.names == ["a.json"])
  }

  @Test("keeps the mode", arguments: [0o600, 0o640, 0o664, 0o777] as [UInt32])
  func keepsTheMode(mode: UInt32) throws {
    let folder = try #require(folder)
    let path = folder / "a.json"
    try replaceFile(at: path, with: [1])
    chmod(path, mode)
    try replaceFile(at: path, with: [2])
    #expect(folder.mode(of: "a.json") == mode)
    #expect(try readFile(at: path, limit: 1) == [2])
  }

  @Test("keeps a link and writes what it leads to", arguments: ["b.json", "new.json"])
  func keepsALink(target: String) throws {
    let folder = try #require(folder)
    try replaceFile(at: folder / "b.json", with: [1])
    symlink(target, folder / "second")
    symlink("second", folder / "first")
    try replaceFile(at: folder / "first", with: [2])
    #expect(try readFile(at: folder / target, limit: 9) == [2])
    #expect(Set(folder.names) == ["b.json", target, "first", "second"])
    #expect(folder.isLink("first") && folder.isLink("second") && !folder.isLink(target))
  }

  @Test("writes a file whose name is as long as a name may be", arguments: ["a", "年"])
  func writesALongName(letter: String) throws {
    let folder = try #require(folder)
    let name = String(repeating: letter, count: 255 / letter.utf8.count)
    try replaceFile(at: folder / name, with: [1])
    try replaceFile(at: folder / name, with: [2])
    #expect(try readFile(at: folder / name, limit: 1) == [2])
    #expect(folder.names == [name])
  }

  @Test("refuses what is no file and leaves it")
  func refusesOthers() throws {
    let folder = try #require(folder)
    mkdir(folder / "folder", 0o755)
    mkfifo(folder / "pipe", 0o644)
    symlink("loop", folder / "loop")
    try replaceFile(at: folder / "file", with: [])
    for (name, cause) in [
      ("folder", .isDirectory), ("pipe", .notAFile), ("loop", .linkLoop),
      ("none/a.json", .notFound), ("file/a.json", .notADirectory),
    ] as [(String, FileError.Cause)] {
      let error = #expect(throws: FileError.self) {
        try replaceFile(at: folder / name, with: [1])
      }
      #expect(error?.cause == cause, "\(name)")
      #expect(error?.path == folder / name)
    }
    #expect(folder.names == ["file", "folder", "loop", "pipe"])
  }

  @Test("refuses a write-protected file", .enabled(if: geteuid() != 0, "Root may write all."))
  func refusesAProtectedFile() throws {
    let folder = try #require(folder)
    try replaceFile(at: folder / "a", with: [1])
    chmod(folder / "a", 0o444)
    let error = #expect(throws: FileError.self) { try replaceFile(at: folder / "a", with: [2]) }
    #expect(error?.cause == .permission)
    #expect(try readFile(at: folder / "a", limit: 1) == [1])
  }
}

@Suite("Creating a file")
struct CreateFileTests {
  private let folder = try? TemporaryFolder()

  @Test("makes it where nothing is")
  func makesIt() throws {
    let folder = try #require(folder)
    try createFile(at: folder / "a", with: [1])
    #expect(try readFile(at: folder / "a", limit: 1) == [1])
    #expect(folder.names == ["a"])
  }

  @Test("never replaces anything", arguments: ["file", "folder", "pipe", "dangling"])
  func neverReplaces(name: String) throws {
    let folder = try #require(folder)
    try replaceFile(at: folder / "file", with: [1])
    mkdir(folder / "folder", 0o755)
    mkfifo(folder / "pipe", 0o644)
    symlink("nothing", folder / "dangling")
    let error = #expect(throws: FileError.self) { try createFile(at: folder / name, with: [2]) }
    #expect(error == FileError(.create, .exists, path: folder / name))
    #expect(folder.names == ["dangling", "file", "folder", "pipe"])
    #expect(try readFile(at: folder / "file", limit: 1) == [1])
  }
}

@Suite("Reading a file")
struct ReadFileTests {
  private let folder = try? TemporaryFolder()

  @Test("says why it cannot be read")
  func saysWhy() throws {
    let folder = try #require(folder)
    try replaceFile(at: folder / "four", with: [1, 2, 3, 4])
    mkdir(folder / "folder", 0o755)
    for (name, cause) in [
      ("none", .notFound), ("folder", .isDirectory), ("four/x", .notADirectory),
      ("four", .tooLarge(limit: 3)),
    ] as [(String, FileError.Cause)] {
      let error = #expect(throws: FileError.self) { try readFile(at: folder / name, limit: 3) }
      #expect(error?.cause == cause, "\(name)")
    }
    #expect(try readFile(at: "/dev/null", limit: 0) == [])
    let endless = #expect(throws: FileError.self) { try readFile(at: "/dev/zero", limit: 99) }
    #expect(endless?.cause == .tooLarge(limit: 99))
  }

  @Test("reads a pipe to its end")
  func readsAPipe() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    try writeAll([1, 2, 3], to: ends[1])
    close(ends[1])
    #expect(try readAll(fileDescriptor: ends[0], limit: 3) == [1, 2, 3])
    close(ends[0])
  }
}
