import FuzzBodies
private import Glibc

/// The inputs kept in `Tests/Fuzz/Corpus`, a folder for each target.
enum Corpus {
  struct Input {
    var name: String
    var bytes: [UInt8]
  }

  struct Unreadable: Error {
    var path: String
  }

  static func inputs(of target: FuzzTarget) throws -> [Input] {
    let tests = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let folder = "\(tests)/Fuzz/Corpus/\(target.rawValue)"
    guard let stream = opendir(folder) else { throw Unreadable(path: folder) }
    defer { closedir(stream) }
    var inputs: [Input] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      inputs.append(Input(name: name, bytes: try bytes(of: "\(folder)/\(name)")))
    }
    return inputs.sorted { $0.name < $1.name }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}
