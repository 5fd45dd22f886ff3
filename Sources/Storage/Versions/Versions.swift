/// The last contents of one draft, kept in a folder of the person's own, away from the draft.
///
/// They are there when the draft itself is gone or damaged. A version's file says in its name which
/// one it is and what digest its content has, so that a damaged one is never taken for good.
package struct Versions: Sendable {
  /// One content that the draft had.
  package struct Version: Equatable, Sendable {
    /// Which one it is, counted from the first that was ever kept.
    package var number: Int
    /// When it was kept, in seconds since 1970.
    package var time: Int
    /// How many bytes its file has.
    package var size: Int
    /// What digest its content had when it was kept.
    package var digest: String

    /// The name of its file.
    fileprivate var name: String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "-" + digest
    }
  }

  /// How many are kept.
  package static let limit = 10

  private let folder: VersionFolder
  private let system: FileSystem

  /// The versions of the draft at an absolute path, in the person's state folder.
  ///
  /// Links in the path are followed, so that a draft has the same versions by whatever way one
  /// comes to it. Neither the draft nor the folder need be there.
  package init(of path: String, state: String, in system: FileSystem = .system) {
    folder = VersionFolder(of: resolvedPath(path, in: system), state: state, in: system)
    self.system = system
  }

  /// Keeps a content, unless the newest version has it already, and lets the oldest go.
  ///
  /// - Throws: `FileError` naming the folder or file that stood in the way. What was kept before is
  ///   kept still.
  package func keep(_ content: [UInt8]) throws(FileError) {
    let entrance = try folder.enter()
    defer { closeQuietly(entrance.descriptor, in: system) }
    let kept = try list()
    let digest = Digest(of: content).text
    if let newest = kept.first, newest.digest == digest, isIntact(newest) { return }
    let new = Version(
      number: (kept.first?.number ?? 0) + 1, time: 0, size: content.count, digest: digest)
    if entrance.isAlone { folder.removeLitter() }
    try folder.put(content, as: new.name)
    for old in kept.dropFirst(Self.limit - 1) { unlinkQuietly(folder / old.name, in: system) }
  }

  /// What is kept, the newest first; nothing where no folder is.
  ///
  /// - Throws: `FileError`, with `.differs` where the folder says that it is another draft's.
  package func list() throws(FileError) -> [Version] {
    var versions: [Version] = []
    for name in try folder.names() {
      guard let (number, digest) = Self.parts(of: name) else { continue }
      let path = folder / name
      do throws(SystemError) {
        let status = try system.linkStatus(path)
        guard status.kind == .file else { continue }
        versions.append(
          Version(
            number: number, time: Int(status.changed / 1_000_000_000), size: status.size,
            digest: digest))
      } catch {
        // It may have been let go at this very moment.
        guard error == .notFound else { throw FileError(.examine, .init(error), path: path) }
      }
    }
    return versions.sorted { ($0.number, $0.digest) > ($1.number, $1.digest) }
  }

  /// The content of a version.
  ///
  /// - Throws: `FileError`, with `.differs` where it is not what was kept.
  package func content(of version: Version) throws(FileError) -> [UInt8] {
    let path = folder / version.name
    let content = try readFile(at: path, limit: .max, flags: .noTricks, in: system).content
    guard Digest(of: content).text == version.digest else {
      throw FileError(.verify, .differs, path: path)
    }
    return content
  }

  private func isIntact(_ version: Version) -> Bool {
    do throws(FileError) {
      _ = try content(of: version)
      return true
    } catch {
      return false
    }
  }

  /// The number and the digest in the name of a version's file; nil for any other name.
  private static func parts(of name: String) -> (number: Int, digest: String)? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), number > 0, parts[1].utf8.count == 64,
      Version(number: number, time: 0, size: 0, digest: String(parts[1])).name == name
    else { return nil }
    return (number, String(parts[1]))
  }
}
