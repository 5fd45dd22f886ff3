import Editor
import Glibc
import Storage
import Terminal
import Wording

/// The editor of the person's own choice, on a private file that lasts as long as it runs.
enum ExternalEditor {
  /// Lets the person change a text; the terminal is the editor's meanwhile.
  ///
  /// Whatever fails, what was written is not lost: the file is kept where it holds anything else
  /// than it was given.
  static func edit(_ text: String, on stage: inout Stage) -> Event {
    stage.dropTyped()
    let wording = Wording.ofProcess
    let folder: String
    do throws(Failure) {
      folder = try PrivateFolder.make("nianbao")
    } catch {
      return .editFailed(message: error.message)
    }
    let path = folder + "/text.txt"
    let given = Array(text.utf8)
    do throws(FileError) {
      try createFile(at: path, with: given)
    } catch {
      remove(folder)
      return .editFailed(message: error.message(about: path))
    }
    chmod(path, 0o600)
    var end = ProgramEnd.notStarted(error: Int(ENOENT))
    var name = ""
    for words in candidates {
      name = words[0]
      end = stage.screen.lend(to: words + [path])
      guard case .notStarted = end else { break }
    }
    if end == .hungUp { stage.hangUp() }
    let (event, isKept) = outcome(of: end, editor: name, path: path, given: given)
    if isKept {
      // The person may have missed it below: it is said once more in the end.
      stage.screen.partingLines.append(wording.editedTextKept(path))
    } else {
      remove(folder)
    }
    return event
  }

  /// What to try, in order: the editor that was chosen, or else what there usually is.
  private static var candidates: [[String]] {
    for name in ["VISUAL", "EDITOR"] {
      let words = (environment(name) ?? "").split(separator: " ").map(String.init)
      if !words.isEmpty { return [words] }
    }
    return [["sensible-editor"], ["vi"]]
  }

  /// Takes the file back, or says why not; tells whether it is to be kept.
  private static func outcome(
    of end: ProgramEnd, editor: String, path: String, given: [UInt8]
  ) -> (event: Event, isKept: Bool) {
    let wording = Wording.ofProcess
    let failure: String
    switch end {
    case .exited(code: 0):
      do throws(FileError) {
        let bytes = try readFile(at: path, limit: Workspace.sizeLimit)
        if let text = String(validating: bytes, as: UTF8.self) { return (.edited(text), false) }
        failure = wording.editedNotUTF8
      } catch {
        failure = error.cause == .notFound ? wording.editedFileGone : error.message(about: path)
      }
    case .exited(let code): failure = wording.editorFailed(code: code)
    case .killed(let signal): failure = wording.editorKilled(signal: signal)
    case .notStarted: failure = wording.editorNotStarted(editor)
    case .hungUp: failure = wording.editorLeft
    }
    // An editor that was left may still write.
    let isKept = end == .hungUp || holdsOther(than: given, at: path)
    let message = isKept ? wording.editedKept(path, because: failure) : failure
    return (.editFailed(message: message), isKept)
  }

  /// Whether a file holds anything else than it was given, be it unreadable.
  private static func holdsOther(than given: [UInt8], at path: String) -> Bool {
    do throws(FileError) {
      return try readFile(at: path, limit: Workspace.sizeLimit) != given
    } catch {
      return error.cause != .notFound
    }
  }

  /// Removes the folder with what an editor left in it, such as a copy of what was there before.
  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink(path + "/" + name) }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
