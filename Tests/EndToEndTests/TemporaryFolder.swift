private import Glibc

/// A folder of a test's own that goes with all in it.
final class TemporaryFolder {
  /// The system would not make a folder.
  struct Unavailable: Error {}

  let path: String

  init() throws {
    path = "/tmp/nianbao-test-\(UInt64.random(in: .min ... .max))"
    guard mkdir(path, 0o700) == 0 else { throw Unavailable() }
  }

  deinit { Self.remove(path) }

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

  /// Writes a file in the folder and returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    guard let file = fopen(self / name, "w") else { throw Unavailable() }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Unavailable() }
    return self / name
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  func makeFolder(_ name: String) { mkdir(self / name, 0o700) }

  /// Puts a symbolic link to `target` into the folder.
  func link(_ name: String, to target: String) { symlink(target, self / name) }

  /// When a file of the folder was changed last, in nanoseconds.
  func lastChange(of name: String) throws -> Int {
    var status = stat()
    guard stat(self / name, &status) == 0 else { throw Unavailable() }
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  /// Sets who may do what with a file of the folder.
  func setMode(_ mode: UInt32, of name: String) { chmod(self / name, mode) }

  /// Removes a file or a folder with all in it.
  static func remove(_ path: String) {
    for name in names(in: path) { remove("\(path)/\(name)") }
    if unlink(path) != 0 { rmdir(path) }
  }
}

/// Puts a file in the place of another; false where the system would not.
func move(_ from: String, _ to: String) -> Bool { Glibc.rename(from, to) == 0 }

struct UnreadableFile: Error {
  let path: String
}

func contents(ofFile path: String) throws -> [UInt8] {
  guard let file = fopen(path, "r") else { throw UnreadableFile(path: path) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return bytes
}

func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// Whether the system lets this process read whatever it likes.
var isSuperuser: Bool { geteuid() == 0 }

/// A variable of the tests' own environment.
func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
