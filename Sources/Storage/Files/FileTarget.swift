private import Glibc

/// Where a file is really written, and what stands there now.
struct FileTarget {
  /// What of the old file is kept for the new one.
  struct Present: Equatable {
    var mode: UInt32
    var user: UInt32
    var group: UInt32
  }

  /// The path behind all links, also where nothing stands there yet.
  let path: String

  /// The file that is there, if one is.
  let present: Present?

  /// Follows the links at `given` and looks at what they lead to.
  ///
  /// - Throws: `FileError` for anything but a file that may be written, or no file.
  init(at given: String) throws(FileError) {
    path = try Self.followLinks(from: given)
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw FileError(.examine, .init(errno: errno), path: given) }
      present = nil
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileError(.examine, .isDirectory, path: given)
    default: throw FileError(.examine, .notAFile, path: given)
    }
    // A rename would replace a write-protected file; its owner did not mean that.
    guard faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 else {
      throw FileError(.examine, .init(errno: errno), path: given)
    }
    present = Present(mode: status.st_mode & 0o777, user: status.st_uid, group: status.st_gid)
  }

  /// A name in the same folder that nothing has yet; hidden, and never longer than a name may be.
  var sibling: String {
    let number = String(UInt64.random(in: .min ... .max), radix: 36)
    let ending = ".\(number).tmp"
    var stem = ""
    for scalar in name.unicodeScalars {
      let length = stem.utf8.count + UTF8.width(scalar)
      guard length + 1 + ending.utf8.count <= Int(NAME_MAX) else { break }
      stem.unicodeScalars.append(scalar)
    }
    return "\(folderPrefix).\(stem)\(ending)"
  }

  /// The folder of the file.
  var folder: String { folderPrefix.isEmpty ? "." : folderPrefix }

  private var name: Substring {
    Substring(path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...])
  }

  private var folderPrefix: String { Self.folderPrefix(of: path) }

  /// Everything up to the last slash, itself included.
  private static func folderPrefix(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  /// The most links that are followed, as many as the system itself follows.
  private static let linkLimit = 40

  private static func followLinks(from given: String) throws(FileError) -> String {
    var path = given
    for _ in 0...linkLimit {
      guard let target = linkTarget(at: path) else { return path }
      path = target.hasPrefix("/") ? target : folderPrefix(of: path) + target
    }
    throw FileError(.examine, .linkLoop, path: given)
  }

  /// What the link at `path` says; nil where no link is.
  private static func linkTarget(at path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes {
      $0.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink(path, $0, text.count) } ?? -1
      }
    }
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }
}
