import Testing

private import Glibc

/// Expects a text to be the one in the folder of golden files, or records it with `RECORD_GOLDEN=1`.
func expectRecorded(_ shown: String, as name: String) throws {
  let folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")
  let path = "\(folder)/Golden/\(name).txt"
  if getenv("RECORD_GOLDEN") != nil {
    let file = try #require(fopen(path, "w"))
    fputs(shown, file)
    fclose(file)
  }
  let file = try #require(fopen(path, "r"), "No golden file \(name).txt")
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let count = fread(&bytes, 1, bytes.count, file)
  #expect(shown == String(decoding: bytes[..<count], as: UTF8.self), "\(name)")
}
