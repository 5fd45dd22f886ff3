import Storage

private let old = Array(String(repeating: "the old content, ", count: 20).utf8)
private let new = Array(String(repeating: "what is new and a little longer, ", count: 15).utf8)
private let third = Array(String(repeating: "a third, short; ", count: 9).utf8)
private let draftPath = "/home/draft.json"
private let stranger: UInt32 = 4242

extension Scenario {
  /// Everything that `Storage` does to files without knowing what is in them.
  package static var ofFiles: [Scenario] {
    [
      createFile, createFileWithoutHardLinks, createFileAfterCutOffSave, replaceByRename,
      replaceFileOfAnother,
      replaceFileWithTwoNames, replaceFileWithAccessList, replaceThroughLink, replaceChangedFile,
      replaceTwice, replaceTwiceInPlace, replaceAfterCutOffSave, replaceInPlaceAfterCutOffSave,
      keepVersions,
    ]
  }

  private static func disk(_ kind: SimulatedDisk.Kind = .ordinary) -> SimulatedDisk {
    let disk = SimulatedDisk(kind)
    disk.addFolder("/home")
    return disk
  }

  private static func disk(holding content: [UInt8], mode: UInt32 = 0o640) -> SimulatedDisk {
    let disk = disk()
    disk.add(content, at: draftPath, mode: mode)
    return disk
  }

  static var createFile: Scenario {
    Scenario("create a file", on: disk()) { system, witness in
      try witness.saving(new) { try Storage.createFile(at: draftPath, with: new, in: system) }
    }
  }

  static var createFileWithoutHardLinks: Scenario {
    Scenario("create a file without hard links", on: disk(.withoutHardLinks)) { system, witness in
      try witness.saving(new) { try Storage.createFile(at: draftPath, with: new, in: system) }
    }
  }

  static var replaceByRename: Scenario {
    Scenario("replace a file", on: disk(holding: old)) { system, witness in
      try witness.saving(new) {
        try replaceFile(at: draftPath, with: new, ifStill: old, in: system)
      }
    } check: { system, _ in
      wrongStatus(at: draftPath, in: system) { $0.mode == 0o640 && $0.linkCount == 1 }
    }
  }

  static var replaceFileOfAnother: Scenario {
    let disk = disk()
    disk.add(old, at: draftPath, mode: 0o666, owner: stranger)
    return Scenario("replace another's file", on: disk) { system, witness in
      try witness.saving(new) {
        try replaceFile(at: draftPath, with: new, ifStill: old, in: system)
      }
    } check: { system, _ in
      wrongStatus(at: draftPath, in: system) { $0.user == stranger && $0.mode == 0o666 }
    }
  }

  static var replaceFileWithTwoNames: Scenario {
    let disk = disk(holding: old)
    disk.addName("/home/same.json", of: draftPath)
    return Scenario("replace a file with two names", on: disk) { system, witness in
      try witness.saving(new) { try replaceFile(at: draftPath, with: new, in: system) }
    } check: { system, _ in
      wrongStatus(at: "/home/same.json", in: system) { $0.linkCount == 2 }
    }
  }

  static var replaceFileWithAccessList: Scenario {
    let disk = disk(holding: old)
    disk.addAccessList(draftPath)
    return Scenario("replace a file with an access list", on: disk) { system, witness in
      try witness.saving(third) { try replaceFile(at: draftPath, with: third, in: system) }
    } check: { system, _ in
      system.hasAccessList(draftPath) ? [] : ["the access list is gone"]
    }
  }

  static var replaceThroughLink: Scenario {
    let disk = disk()
    disk.addFolder("/home/real")
    disk.add(old, at: "/home/real/draft.json")
    disk.addLink(draftPath, to: "real/draft.json")
    return Scenario("replace through a link", on: disk) { system, witness in
      try witness.saving(new) { try replaceFile(at: draftPath, with: new, in: system) }
    } check: { system, _ in
      do throws(SystemError) {
        return try system.linkTarget(draftPath) == "real/draft.json"
          ? [] : ["the link leads elsewhere"]
      } catch {
        return ["the link is no link any more"]
      }
    }
  }

  static var replaceChangedFile: Scenario {
    Scenario("replace a file that another changed", on: disk(holding: third)) { system, _ in
      do throws(FileError) {
        try replaceFile(at: draftPath, with: new, ifStill: old, in: system)
      } catch {
        guard error.cause == .changed else { throw error }
      }
    }
  }

  static var replaceTwice: Scenario {
    Scenario("replace twice", on: disk(holding: old)) { system, witness in
      try twice(system, witness)
    }
  }

  static var replaceTwiceInPlace: Scenario {
    let disk = disk()
    disk.add(old, at: draftPath, mode: 0o666, owner: stranger)
    return Scenario("replace twice in place", on: disk) { system, witness in
      try twice(system, witness)
    }
  }

  private static func twice(_ system: FileSystem, _ witness: Witness) throws {
    try witness.saving(new) { try replaceFile(at: draftPath, with: new, ifStill: old, in: system) }
    try witness.saving(third) {
      try replaceFile(at: draftPath, with: third, ifStill: new, in: system)
    }
  }

  /// A file whose saving in place was cut off: it holds `old` with an end of something else, and
  /// the copy beside it holds what was to be saved.
  private static var cutOff: SimulatedDisk {
    let disk = disk()
    disk.add(new, at: draftPath, mode: 0o666, owner: stranger)
    disk.kill(atFirst: .truncate) { system in try replaceFile(at: draftPath, with: old, in: system)
    }
    return disk
  }

  static var replaceAfterCutOffSave: Scenario {
    let disk = cutOff
    disk.takeOver(draftPath)
    return Scenario("replace after a save that was cut off", on: disk) { system, witness in
      try witness.saving(new) {
        try replaceFile(at: draftPath, with: new, ifStill: old, in: system)
      }
    }
  }

  static var createFileAfterCutOffSave: Scenario {
    let disk = cutOff
    disk.remove(draftPath)
    return Scenario("create a file where one was removed", on: disk) { system, witness in
      try witness.saving(new) { try Storage.createFile(at: draftPath, with: new, in: system) }
    }
  }

  static var replaceInPlaceAfterCutOffSave: Scenario {
    Scenario("replace in place after a save that was cut off", on: cutOff) {
      system, witness in
      try witness.saving(new) {
        try replaceFile(at: draftPath, with: new, ifStill: old, in: system)
      }
    }
  }

  static var keepVersions: Scenario {
    Scenario("keep versions", on: disk()) { system, witness in
      let versions = Versions(of: draftPath, state: "/home/.local/state/nianbao", in: system)
      try versions.keep(old)
      try versions.keep(new)
    } check: { system, aftermath in
      let versions = Versions(of: draftPath, state: "/home/.local/state/nianbao", in: system)
      do throws(FileError) {
        let contents = try versions.list().map { version throws(FileError) in
          try versions.content(of: version)
        }
        let wanted = aftermath.ending == .succeeded ? [[new, old]] : [[], [old], [new, old]]
        return wanted.contains(contents) ? [] : ["\(contents.count) versions, or others"]
      } catch {
        return ["the versions cannot be read: \(error)"]
      }
    }
  }

  private static func wrongStatus(
    at place: String, in system: FileSystem, unless isRight: (FileStatus) -> Bool
  ) -> [String] {
    do throws(SystemError) {
      let status = try system.status(place)
      return isRight(status) ? [] : ["has become another file: \(status)"]
    } catch {
      return ["is gone: errno \(error.number)"]
    }
  }
}
