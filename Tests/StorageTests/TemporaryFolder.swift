private import Glibc

/// A folder of a test's own that goes with all in it.
final class TemporaryFolder: Sendable {
  /// The system would not make a folder.
  struct Unavailable: Error {}

  let path: String

  init() throws {
    path = "/tmp/nianbao-test-\(UInt64.random(in: .min ... .max))"
    guard mkdir(path, 0o700) == 0 else { throw Unavailable() }
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in names(in: path) { remove("\(path)/\(name)") }
    if unlink(path) != 0 { rmdir(path) }
  }

  static func / (folder: TemporaryFolder, name: String) -> String { "\(folder.path)/\(name)" }

  /// The names of all that is in the folder, sorted.
  var names: [String] { Self.names(in: path) }

  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all files below, whatever their depth, sorted.
  var files: [String] { Self.files(below: path).sorted() }

  private static func files(below path: String) -> [String] {
    names(in: path).flatMap { name -> [String] in
      let below = files(below: "\(path)/\(name)")
      return below.isEmpty ? ["\(path)/\(name)"] : below
    }
  }

  func mode(of name: String) -> UInt32 {
    var status = stat()
    return stat(self / name, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  func isLink(_ name: String) -> Bool {
    var status = stat()
    return lstat(self / name, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
