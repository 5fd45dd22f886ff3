/// Where a file is really written, what stands there now, and what may lie beside it.
struct FilePlace: Sendable {
  /// The path as the person gave it; errors name this one.
  let given: String

  /// The path behind all links, also where nothing stands there yet.
  let path: String

  /// The file that is there, if one is.
  let present: FileStatus?

  /// Follows the links at `given` and looks at what they lead to.
  ///
  /// - Throws: `FileError` for anything but a file, or no file.
  init(at given: String, in system: FileSystem) throws(FileError) {
    self.given = given
    path = try Self.followLinks(from: given, in: system)
    do throws(SystemError) {
      present = try system.status(path)
    } catch {
      guard error == .notFound else { throw FileError(.examine, .init(error), path: given) }
      present = nil
    }
    switch present?.kind {
    case .file, nil: break
    case .folder: throw FileError(.examine, .isDirectory, path: given)
    case .link, .other: throw FileError(.examine, .notAFile, path: given)
    }
  }

  /// Refuses a file that is write-protected: a rename would replace it, and its owner did not mean
  /// that.
  func requireWritable(in system: FileSystem) throws(FileError) {
    guard present != nil else { return }
    do throws(SystemError) {
      try system.requireWritable(path)
    } catch {
      throw FileError(.examine, .init(error), path: given)
    }
  }

  /// A name in the same folder for a file that is being written; nothing has it yet.
  var sibling: String {
    companion(ProcessIdentity.current.token + "-\(UInt16.random(in: .min ... .max))", .temporary)
  }

  /// The copy of a file that is written in place, complete before the file is touched.
  var safetyCopy: String { companion(nil, .safetyCopy) }

  /// What kinds of hidden files may lie beside a file.
  enum Companion: String, Sendable {
    case temporary = "tmp"
    case safetyCopy = "saving"
    case journal
    case lock
  }

  /// The name of a hidden file beside this one, never longer than a name may be.
  func companion(_ token: String?, _ kind: Companion) -> String {
    prefix + companionName(token, kind)
  }

  private func companionName(_ token: String?, _ kind: Companion) -> String {
    let ending = (token.map { ".\($0)" } ?? "") + ".\(kind.rawValue)"
    return companionStem(leaving: ending.utf8.count) + ending
  }

  /// The hidden name without its ending, cut at a character where it would become too long.
  private func companionStem(leaving room: Int) -> String {
    var stem = "."
    for scalar in name.unicodeScalars {
      guard stem.utf8.count + UTF8.width(scalar) + room <= Self.nameLimit else { break }
      stem.unicodeScalars.append(scalar)
    }
    return stem
  }

  /// The most bytes that a name may have.
  private static let nameLimit = 255

  /// The tokens of the companions of a kind that lie in the folder, with their paths.
  ///
  /// Where names are cut, those of another file may be among them: what is inside tells.
  func companions(
    _ kind: Companion, in system: FileSystem
  ) throws(SystemError) -> [(token: String, path: String)] {
    var found: [(token: String, path: String)] = []
    for name in try system.names(folder).sorted() {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count >= 4, parts.last == kind.rawValue[...] else { continue }
      let token = parts[parts.count - 2]
      guard name == companionName(String(token), kind) else { continue }
      found.append((String(token), prefix + name))
    }
    return found
  }

  /// The folder of the file.
  var folder: String { prefix.isEmpty ? "." : prefix }

  /// The file's own name.
  var name: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  private var prefix: String { folderPrefix(of: path) }

  /// The most links that are followed, as many as the system itself follows.
  private static let linkLimit = 40

  private static func followLinks(
    from given: String, in system: FileSystem
  ) throws(FileError) -> String {
    var path = given
    for _ in 0...linkLimit {
      let target: String
      do throws(SystemError) {
        target = try system.linkTarget(path)
      } catch {
        // A link that cannot be read must not be taken for a file, and be replaced by one.
        guard error.isNoLink else { throw FileError(.examine, .init(error), path: given) }
        return path
      }
      path = isAbsolute(target) ? target : folderPrefix(of: path) + target
    }
    throw FileError(.examine, .linkLoop, path: given)
  }
}
