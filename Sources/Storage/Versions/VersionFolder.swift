/// The folder that holds the versions of one draft, which only its owner may enter.
struct VersionFolder: Sendable {
  private let draft: String
  private let state: String
  private let system: FileSystem

  init(of draft: String, state: String, in system: FileSystem) {
    self.draft = draft
    self.state = state
    self.system = system
  }

  /// The folder opened, and whether no other process is keeping something in it.
  struct Entrance {
    let descriptor: FileSystem.Descriptor
    let isAlone: Bool
  }

  static func / (folder: VersionFolder, name: String) -> String { folder.path + "/" + name }

  private var parent: String { state + "/versions" }

  /// The end of the draft's name, for people, and the digest of its path, for the program.
  private var path: String {
    var name = ""
    for scalar in draft.unicodeScalars.reversed().prefix(while: { $0 != "/" }).prefix(24).reversed()
    {
      name.unicodeScalars.append(scalar.properties.generalCategory == .control ? "_" : scalar)
    }
    return "\(parent)/\(name)-\(Digest(of: Array(draft.utf8)).text.prefix(32))"
  }

  /// The file that says whose versions these are.
  private var label: String { self / "path" }

  /// Makes the folder where it is missing, makes sure that it is this draft's and nobody else's,
  /// and keeps others waiting until the descriptor is closed.
  func enter() throws(FileError) -> Entrance {
    let own = OwnFolders(system)
    for folder in [state, parent, path] {
      try own.make(folder)
      closeQuietly(try own.open(folder), in: system)
    }
    let descriptor = try own.open(path)
    do throws(FileError) {
      let isAlone = claimOrGoOn(descriptor, in: system)
      if try !isLabelled() { try put(Array(draft.utf8) + [UInt8(ascii: "\n")], as: "path") }
      return Entrance(descriptor: descriptor, isAlone: isAlone)
    } catch {
      closeQuietly(descriptor, in: system)
      throw error
    }
  }

  /// The names in the folder; none where it is not there.
  func names() throws(FileError) -> [String] {
    do throws(SystemError) {
      _ = try system.linkStatus(path)
    } catch {
      if error == .notFound { return [] }
      throw FileError(.examine, .init(error), path: path)
    }
    let own = OwnFolders(system)
    for folder in [state, parent, path] { closeQuietly(try own.open(folder), in: system) }
    _ = try isLabelled()
    do throws(SystemError) {
      return try system.names(path)
    } catch {
      throw FileError(.read, .init(error), path: path)
    }
  }

  /// Puts a file into the folder, whole or not at all, on the disk with its name.
  func put(_ content: [UInt8], as name: String) throws(FileError) {
    let temporary = self / Self.litter(ProcessIdentity.current.token)
    try writeWhole(content, to: temporary, mode: 0o600, for: self / name, in: system)
    do throws(SystemError) {
      try repeating { () throws(SystemError) in try system.rename(temporary, self / name) }
    } catch {
      unlinkQuietly(temporary, in: system)
      throw FileError(.replace, .init(error), path: self / name)
    }
    try synchronizeFolder(path, for: self / name, in: system)
  }

  /// Removes what processes left behind that ended while they kept something; no other may be at it.
  func removeLitter() {
    do throws(SystemError) {
      for name in try system.names(path) where Self.isLitter(name) {
        unlinkQuietly(self / name, in: system)
      }
    } catch {}  // Litter is no loss.
  }

  private static func litter(_ token: String) -> String { ".\(token).tmp" }

  private static func isLitter(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".tmp")
  }

  /// Whether the folder says whose it is.
  ///
  /// - Throws: `FileError`, with `.differs` where it is another draft's.
  private func isLabelled() throws(FileError) -> Bool {
    let said: [UInt8]
    do throws(FileError) {
      said = try readFile(at: label, limit: 1 << 16, flags: .noTricks, in: system).content
    } catch {
      if error.cause == .notFound { return false }
      throw error
    }
    guard said == Array(draft.utf8) + [UInt8(ascii: "\n")] else {
      throw FileError(.compare, .differs, path: label)
    }
    return true
  }
}
