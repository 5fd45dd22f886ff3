import Glibc
import Wording

/// A folder of this process's own among the temporary ones, which nobody else can read.
enum PrivateFolder {
  /// Where temporary folders are made.
  static var base: String { environment("TMPDIR") ?? "/tmp" }

  /// Makes one whose name begins with `name`.
  static func make(_ name: String) throws(Failure) -> String {
    var template = Array("\(base)/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure.file(Wording.ofProcess.complaint(.cannotCreateFolder, about: base))
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
