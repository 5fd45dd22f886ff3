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
    var inject: @Sendable (inout FileSystem) -> Void
  }

  static let faults = [
    Fault(testDescription: "no sibling can be made", step: .create, cause: .permission) {
      $0.open = { _, _, _ throws(SystemError) in throw SystemError(EACCES) }
    },
    Fault(testDescription: "the disk is full at once", step: .write, cause: .noSpace) {
      $0.write = { _, _ throws(SystemError) in throw SystemError(ENOSPC) }
    },
    Fault(testDescription: "the disk is full after some bytes", step: .write, cause: .noSpace) {
      $0.write = { descriptor, bytes throws(SystemError) in
        guard bytes.startIndex < 2 else { throw SystemError(ENOSPC) }
        return try FileSystem.system.write(descriptor, bytes.prefix(1))
      }
    },
    Fault(testDescription: "the quota is used up on closing", step: .write, cause: .noSpace) {
      $0.close = { descriptor throws(SystemError) in
        try FileSystem.system.close(descriptor)
        throw SystemError(EDQUOT)
      }
    },
    Fault(testDescription: "nothing is ever written", step: .write, cause: .noSpace) {
      $0.write = { _, _ in 0 }
    },
    Fault(testDescription: "the mode cannot be kept", step: .keepPermissions, cause: .permission) {
      $0.changeMode = { _, _ throws(SystemError) in throw SystemError(EPERM) }
    },
    Fault(
      testDescription: "the bytes do not reach the disk", step: .synchronize, cause: .inputOutput
    ) {
      $0.synchronize = { _ throws(SystemError) in throw SystemError(EIO) }
    },
    Fault(testDescription: "the rename fails", step: .replace, cause: .readOnly) {
      $0.rename = { _, _ throws(SystemError) in throw SystemError(EROFS) }
    },
  ]

  @Test("leaves the old file and no other", arguments: faults)
  func leavesTheOldFile(fault: Fault) throws {
    let folder = try #require(folder)
    let path = folder / "a.json"
    try replaceFile(at: path, with: [7, 7, 7])
    chmod(path, 0o640)
    var system = FileSystem.system
    fault.inject(&system)
    let error = #expect(throws: FileError.self) {
      try replaceFile(at: path, with: [1, 2, 3, 4], in: system)
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
    var system = FileSystem.system
    system.write = { descriptor, bytes throws(SystemError) in
      if Bool.random() { throw SystemError(EINTR) }
      return try FileSystem.system.write(descriptor, bytes.prefix(1))
    }
    let bytes = (0..<200).map { UInt8($0) }
    try replaceFile(at: path, with: bytes, in: system)
    #expect(try readFile(at: path, limit: 200) == bytes)
  }

  @Test("and knows no hard links still never replaces a file")
  func createsWithoutHardLinks() throws {
    let folder = try #require(folder)
    var system = FileSystem.system
    system.link = { _, _ throws(SystemError) in throw SystemError(EPERM) }
    try createFile(at: folder / "a", with: [1], in: system)
    #expect(try readFile(at: folder / "a", limit: 1) == [1])
    // Another program is faster: the file comes between the look and the write.
    system.link = { _, name throws(SystemError) in
      try? replaceFile(at: name, with: [2])
      throw SystemError(EPERM)
    }
    let error = #expect(throws: FileError.self) {
      try createFile(at: folder / "b", with: [3], in: system)
    }
    #expect(error?.cause == .exists)
    #expect(try readFile(at: folder / "b", limit: 1) == [2])
    #expect(folder.names == ["a", "b"])
  }

  @Test("or an owner that cannot be kept is written in place, keeping everything")
  func writesInPlace() throws {
    let folder = try #require(folder)
    let path = folder / "a.json"
    try replaceFile(at: path, with: [1, 2, 3])
    chmod(path, 0o640)
    let before = try FileSystem.system.status(path)
    let system = Self.withForeignGroup
    try replaceFile(at: path, with: [4], in: system)
    #expect(try readFile(at: path, limit: 9) == [4])
    #expect(folder.mode(of: "a.json") == 0o640)
    #expect(folder.names == ["a.json"])
    #expect(try FileSystem.system.status(path).linkCount == before.linkCount)
  }

  /// Every file is of a group that this process cannot give to another.
  private static var withForeignGroup: FileSystem {
    var system = FileSystem.system
    system.changeOwner = { _, _, _ throws(SystemError) in throw SystemError(EPERM) }
    system.status = { path throws(SystemError) in
      var status = try FileSystem.system.status(path)
      status.group &+= 1
      return status
    }
    return system
  }

  @Test("and keeps the copy of a save in place does not show it for what others write later")
  func retiresTheCopy() throws {
    let folder = try #require(folder)
    let path = folder / "a.json"
    try replaceFile(at: path, with: [1, 2, 3])
    var system = Self.withForeignGroup
    system.unlink = { name throws(SystemError) in
      if name.hasSuffix(".saving") { throw SystemError(EACCES) }
      try FileSystem.system.unlink(name)
    }
    try replaceFile(at: path, with: [4], in: system)
    #expect(folder.names == [".a.json.saving", "a.json"])
    #expect(try readDraftFile(at: path, limit: 9) == [4])
    let others = try #require(fopen(path, "w"))
    fputs("others", others)
    fclose(others)
    #expect(try readDraftFile(at: path, limit: 9) == Array("others".utf8))
  }

  @Test("only on synchronizing the folder has replaced the file all the same")
  func folderIsNoFailure() throws {
    let folder = try #require(folder)
    var system = FileSystem.system
    system.open = { path, flags, mode throws(SystemError) in
      if flags.contains(.folder) { throw SystemError(EACCES) }
      return try FileSystem.system.open(path, flags, mode)
    }
    try replaceFile(at: folder / "a", with: [5], in: system)
    #expect(try readFile(at: folder / "a", limit: 1) == [5])
  }
}
