import ArgumentParser
import CellGrid
import Editor
import ReportModel
import Storage
import Terminal
import Wording

/// The editor in the world: the only place that meets the terminal and the files.
struct EditorSession {
  let path: String
  /// Whether the file is not there yet: the first save must not replace one that came meanwhile.
  private(set) var isNew: Bool
  private let wording = Wording.ofProcess

  init(path: String, isNew: Bool) {
    self.path = path
    self.isNew = isNew
  }

  /// Refuses standard input, which is the keyboard here.
  static func requireFile(_ path: String) throws(Failure) {
    if path == "-" { throw Failure.file(Wording.ofProcess.standardInputRefused) }
  }

  /// Shows the editor until the person leaves it.
  mutating func run(_ draft: Draft, access: Editor.Access, _ options: Screen.Options) throws {
    let rescued = try interact(draft, access: access, options)
    guard let rescued else { return }
    throw Failure.file(rescued)
  }

  /// Runs the loop with the terminal taken; returns what is to be said once it is given back.
  private mutating func interact(
    _ draft: Draft, access: Editor.Access, _ options: Screen.Options
  ) throws(Failure) -> String? {
    var screen = try Self.screen(options)
    var editor = Editor(
      draft: draft, access: access, fileName: Self.name(of: path), wording: wording,
      size: screen.size, isNew: isNew)
    if options.ambiguousWidth == .wide {
      _ = editor.update(.input(.metrics(Metrics(ambiguousIsWide: true))))
    }
    var farewell: String?
    while true {
      screen.show(editor.screen())
      for input in screen.nextInputs() {
        var effects = editor.update(.input(input))[...]
        while let effect = effects.popFirst() {
          switch effect {
          case .quit: return farewell
          case .save(let draft): effects += editor.update(save(draft))
          case .rescue(let draft): farewell = rescue(draft)
          case .redraw: screen.repaint()
          }
        }
      }
    }
  }

  private static func screen(_ options: Screen.Options) throws(Failure) -> Screen {
    let wording = Wording.ofProcess
    do throws(Unavailable) {
      return try Screen(options: options)
    } catch {
      switch error {
      case .notATerminal: throw .file(wording.needsTerminal)
      case .unknownTerminal(let name): throw .file(wording.unknownTerminal(name))
      case .noCursorAddressing(let name): throw .file(wording.incapableTerminal(name))
      case .noUTF8Locale: throw .file(wording.noUTF8Locale)
      }
    }
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Saves, and tells the editor how it went.
  private mutating func save(_ draft: Draft) -> Event {
    do throws(FileError) {
      let bytes = DraftFile.bytes(of: draft)
      if isNew {
        try createFile(at: path, with: bytes)
      } else {
        try replaceFile(at: path, with: bytes)
      }
      isNew = false
      return .saved
    } catch {
      return .saveFailed(message: error.message(about: path))
    }
  }

  /// Puts unsaved work beside the draft, or else in the folder for temporary files.
  private func rescue(_ draft: Draft) -> String {
    let bytes = DraftFile.bytes(of: draft)
    let places = [path, (environment("TMPDIR") ?? "/tmp") + "/" + Self.name(of: path)]
    for place in places {
      for number in 1...99 {
        let name = "\(place).rescued-\(number).json"
        do throws(FileError) {
          try createFile(at: name, with: bytes)
          return wording.rescued(wording.shown(name))
        } catch {
          guard error.cause == .exists else { break }
        }
      }
    }
    return wording.notRescued
  }
}
