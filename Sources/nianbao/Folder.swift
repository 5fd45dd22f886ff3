import Editor
import Glibc
import ReportModel
import Storage
import Wording

/// The folder that a person works in, as the start screen shows it.
enum Folder {
  /// The files with one of some endings directly in a folder, but for hidden ones.
  ///
  /// - Throws: what stands in the way of listing it.
  static func names(in folder: String, endings: [String]) throws(Failure) -> [String] {
    guard let stream = opendir(folder) else {
      throw Failure.file(Wording.ofProcess.complaint(.notPermitted, about: folder))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), endings.contains(where: { name.hasSuffix("." + $0) }) {
        names.append(name)
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The `*.json` of this folder, none of them read yet.
  static func drafts() throws(Failure) -> [StartScreen.Entry] {
    try names(in: ".", endings: ["json"]).map { name in
      var status = stat()
      guard stat(name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        let message = Wording.ofProcess.complaint(.notARegularFile, about: name)
        return StartScreen.Entry(
          name: name, changed: changed(status), changedShown: shown(status),
          state: .noDraft(reason: Wording.ofProcess.notAFile, message: message))
      }
      let isLarge = status.st_size > Workspace.slowSize
      return StartScreen.Entry(
        name: name, changed: changed(status), changedShown: shown(status),
        state: isLarge ? .tooLarge(bytes: Int(status.st_size)) : .unread)
    }
  }

  /// The regular files of this folder with one of some endings, the last changed first; none where
  /// the folder cannot be listed.
  static func lastChanged(endings: [String]) -> [String] {
    do throws(Failure) {
      return try names(in: ".", endings: endings).filter(Workspace.isRegularFile)
        .map { (name: $0, changed: changed(at: $0)) }
        .sorted { $0.changed > $1.changed }.map(\.name)
    } catch {
      return []
    }
  }

  /// What the start screen says of a file once it is read.
  static func state(of name: String) -> StartScreen.State {
    let wording = Wording.ofProcess
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readDraftFile(at: name, limit: Workspace.sizeLimit)
    } catch {
      let message = error.message(about: name)
      return .noDraft(reason: wording.cannotBeRead, message: message)
    }
    do throws(DraftError) {
      let draft = try DraftFile.draft(reading: bytes)
      return .draft(DraftSummary(draft, review: ReviewStatus(draft, .sha256).state))
    } catch {
      let reason: String =
        switch error.cause {
        case .notADraft: wording.notADraft
        case .newerSchema: wording.fromNewerVersion
        case .json where bytes.isEmpty: wording.emptyFile
        case .json: wording.damagedFile
        case .missing, .wrongType, .unknownAction, .yearOutOfRange, .figureOutOfRange,
          .unknownForm, .badForm, .formMismatch:
          error.cause.message
        }
      return .noDraft(reason: reason, message: error.message(about: name, in: bytes))
    }
  }

  private static func changed(at path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? changed(status) : 0
  }

  private static func changed(_ status: stat) -> Int {
    Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
  }

  /// The last change by the local clock, as 2026-01-31 10:22.
  private static func shown(_ status: stat) -> String { minute(Int(status.st_mtim.tv_sec)) }

  /// A time in seconds since 1970 by the local clock, as 2026-01-31 10:22.
  static func minute(_ time: Int) -> String {
    var seconds = time_t(time)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return "" }
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }
    return Person.day(parts) + " " + padded(parts.tm_hour) + ":" + padded(parts.tm_min)
  }
}
