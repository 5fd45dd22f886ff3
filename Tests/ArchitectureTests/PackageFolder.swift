private import Glibc

/// The package as files, seen from where these tests were compiled.
enum PackageFolder {
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  struct Unreadable: Error {
    let path: String
  }

  /// The names in a folder, in order.
  static func names(in folder: String) throws -> [String] {
    guard let stream = opendir("\(root)/\(folder)") else { throw Unreadable(path: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all files below a folder, in order.
  static func files(below folder: String, endingIn suffix: String) throws -> [String] {
    var files: [String] = []
    for name in try names(in: folder) {
      let path = "\(folder)/\(name)"
      if isFolder(path) {
        files += try self.files(below: path, endingIn: suffix)
      } else if name.hasSuffix(suffix) {
        files.append(path)
      }
    }
    return files
  }

  static func text(of path: String) throws -> String {
    guard let file = fopen("\(root)/\(path)", "r") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func exists(_ path: String) -> Bool { access("\(root)/\(path)", F_OK) == 0 }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat("\(root)/\(path)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
