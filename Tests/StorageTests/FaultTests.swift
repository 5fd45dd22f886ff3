import Testing

@testable import Storage

private import Glibc

@Suite("A disk that fails")
struct FaultTests {
  private let folder = try? TemporaryFolder()

  /// A call that fails, and what is told of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var step: FileError.Step
    var cause: FileError.Cause
    var inject: @Sendable (inout FileSystemCalls) -> Void
  }

  static let faults = [
    Fault(testDescription: "no sibling can be made", step: .create, cause: .permission) {
      $0.open = { _, _, _ in -EACCES }
    },
    Fault(testDescription: "the disk is full at once", step: .write, cause: .noSpace) {
      $0.write = { _, _ in -Int(ENOSPC) }
    },
    Fault(testDescription: "the disk is full after some bytes", step: .write, cause: .noSpace) {
      $0.write = { descriptor, bytes in
        bytes.startIndex >= 2
          ? -Int(ENOSPC) : FileSystemCalls.system.write(descriptor, bytes.prefix(1))
      }
    },
    Fault(testDescription: "the quota is used up on closing", step: .write, cause: .noSpace) {
      $0.close = { descriptor in
        _ = FileSystemCalls.system.close(descriptor)
        return -EDQUOT
      }
    },
    Fault(testDescription: "nothing is ever written", step: .write, cause: .noSpace) {
      $0.write = { _, _ in 0 }
    },
    Fault(testDescription: "the mode cannot be kept", step: .keepPermissions, cause: .permission) {
      $0.changeMode = { _, _ in -EPERM }
    },
    Fault(
      testDescription: "the bytes do not reach the disk", step: .synchronize, cause: .inputOutput
    ) {
      $0.synchronize = { _ in -EIO }
    },
    Fault(testDescription: "the rename fails", step: .replace, cause: .readOnly) {
      $0.rename = { _, _ in -EROFS }
    },
  ]

  @Test("leaves the old file and no other", arguments: faults)
  func leavesTheOldFile(fault: Fault) throws {
    let folder = try #require(folder)
    let path = folder / "a.json"
    try replaceFile(at: path, with: [7, 7, 7])
    chmod(path, 0o640)
    var calls = FileSystemCalls.system
    fault.inject(&calls)
    let error = #expect(throws: FileError.self) {
      try replaceFile(at: path, with: [1, 2, 3, 4], calls: calls)
    }
    #expect(error == FileError(fault.step, fault.cause, path: path))
    #expect(try readFile(at: path, limit: 9) == [7, 7, 7])
    #expect(folder.mode(of: "a.json") == 0o640)
    #expect(folder.names == ["a.json"])
  }

  @Test("that writes a byte at a time, with interruptions, still gets everything")
  func survivesShortWrites() throws {
    let folder = try #require(folder)
    let path = folder / "a.json"
    var calls = FileSystemCalls.system
    calls.write = { descriptor, bytes in
      Bool.random()
        ? -Int(EINTR) : FileSystemCalls.system.write(descriptor, bytes.prefix(1))
    }
    let bytes = (0..<200).map { UInt8($0) }
    try replaceFile(at: path, with: bytes, calls: calls)
    #expect(try readFile(at: path, limit: 200) == bytes)
  }

  @Test("and knows no hard links still never replaces a file")
  func createsWithoutHardLinks() throws {
    let folder = try #require(folder)
    var calls = FileSystemCalls.system
    calls.link = { _, _ in -EPERM }
    try createFile(at: folder / "a", with: [1], calls: calls)
    #expect(try readFile(at: folder / "a", limit: 1) == [1])
    // Another program is faster: the file comes between the look and the write.
    calls.link = { _, name in
      try? replaceFile(at: name, with: [2])
      return -EPERM
    }
    let error = #expect(throws: FileError.self) {
      try createFile(at: folder / "b", with: [3], calls: calls)
    }
    #expect(error?.cause == .exists)
    #expect(try readFile(at: folder / "b", limit: 1) == [2])
    #expect(folder.names == ["a", "b"])
  }

  @Test("or a group that cannot be kept lets nobody in who was out")
  func neverWidensAccess() throws {
    let folder = try #require(folder)
    let path = folder / "a.json"
    try replaceFile(at: path, with: [1])
    let present = try #require(try FileTarget(at: path).present)
    let foreign = FileTarget.Present(mode: 0o664, user: present.user, group: present.group &+ 1)
    var calls = FileSystemCalls.system
    calls.changeOwner = { _, _, _ in -EPERM }
    let sibling = folder / "b.json"
    try writeThrough([2], toNew: sibling, like: foreign, for: path, calls)
    #expect(folder.mode(of: "b.json") == 0o644)
  }

  @Test("only on synchronizing the folder has replaced the file all the same")
  func folderIsNoFailure() throws {
    let folder = try #require(folder)
    var calls = FileSystemCalls.system
    calls.open = { path, flags, mode in
      flags & O_DIRECTORY != 0 ? -EACCES : FileSystemCalls.system.open(path, flags, mode)
    }
    try replaceFile(at: folder / "a", with: [5], calls: calls)
    #expect(try readFile(at: folder / "a", limit: 1) == [5])
  }
}
