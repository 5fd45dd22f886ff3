package import Storage

/// Something that is done to files, and what must hold afterwards whatever went wrong meanwhile.
package struct Scenario: Sendable {
  package var name: String
  /// The disk before it.
  package var disk: SimulatedDisk
  /// The path of the draft.
  package var path: String
  /// What is done; it tells the witness what may stand in the draft from when on.
  package var act: @Sendable (FileSystem, Witness) throws -> Void
  /// What is wrong on a disk that works again, beside the content of the draft, which is always
  /// looked at; empty where all is well.
  package var check: @Sendable (FileSystem, Aftermath) -> [String]

  package init(
    _ name: String, on disk: SimulatedDisk, path: String = "/home/draft.json",
    act: @escaping @Sendable (FileSystem, Witness) throws -> Void,
    check: @escaping @Sendable (FileSystem, Aftermath) -> [String] = { _, _ in [] }
  ) {
    self.name = name
    self.disk = disk
    self.path = path
    self.act = act
    self.check = check
  }
}

/// How it ended.
package struct Aftermath: Sendable {
  package enum Ending: Equatable, Sendable {
    case succeeded
    case failed(FileError?)
    case killed
  }

  package var ending: Ending
  /// Whether the power was cut, then or thereafter.
  package var lostPower: Bool
  /// The paths of all files.
  package var paths: [String]
  package var witness: Witness
}
