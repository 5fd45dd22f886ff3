import ReportModel
import Storage
import Wording

/// A draft that a command line names, by itself or as one of a folder's.
struct DraftPath {
  let path: String
  /// Whether it was named itself, and does not only stand in a folder that was.
  let isNamed: Bool

  /// Every file that is meant: a folder means the `*.json` directly in it.
  static func expanded(_ names: [String]) throws -> [DraftPath] {
    try names.flatMap { name -> [DraftPath] in
      guard name != "-", Workspace.isFolder(name) else {
        return [DraftPath(path: name, isNamed: true)]
      }
      let files = try files(in: name)
      if files.isEmpty { Output.error(Wording.ofProcess.noDrafts(in: name)) }
      return files.map { DraftPath(path: $0, isNamed: false) }
    }
  }

  /// The draft in the file; nil for a file of a folder that is no draft, which is said and skipped.
  func draft(on form: Form?) throws(Failure) -> Draft? {
    let bytes = try Workspace.bytes(at: path)
    do throws(DraftError) {
      return try DraftFile.draft(reading: bytes, form: form)
    } catch {
      if !isNamed, case .notADraft = error.cause {
        Output.error(Wording.ofProcess.skippedNoDraft(Wording.ofProcess.shown(path)))
        return nil
      }
      throw Failure.file(error.message(about: path, in: bytes))
    }
  }

  /// The `*.json` directly in a folder, in the order of their names.
  private static func files(in folder: String) throws -> [String] {
    try Folder.names(in: folder, endings: ["json"]).map { "\(folder)/\($0)" }
      .filter { path in
        if Workspace.isRegularFile(path) { return true }
        Output.error(Wording.ofProcess.skippedNoDraft(Wording.ofProcess.shown(path)))
        return false
      }
  }
}
