import ReportModel
import Storage
import Wording

/// The last resort for unsaved work where no journal can be written.
enum Rescue {
  /// Puts a draft beside a file, or else in the folder for temporary files; says where it is.
  static func write(_ draft: Draft, beside path: String) -> String {
    let wording = Wording.ofProcess
    let bytes = DraftFile.bytes(of: draft)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for place in [path, PrivateFolder.base + "/" + name] {
      for number in 1...99 {
        let name = "\(place).rescued-\(number)"
        do throws(FileError) {
          // In a folder that is everybody's it is only this person's.
          try createFile(at: name, with: bytes, secret: place != path)
          return wording.rescued(wording.shown(name))
        } catch {
          guard error.cause == .exists else { break }
        }
      }
    }
    return wording.notRescued
  }
}
