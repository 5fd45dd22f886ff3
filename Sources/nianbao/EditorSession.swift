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
  /// What the file held when it was opened or last saved; nil while it is not there yet.
  private var known: [UInt8]?
  let wording = Wording.ofProcess

  /// How the editor is used.
  enum Manner {
    case onScreen(Screen.Options)
    /// A line in, some lines out.
    case lineByLine
  }

  /// A session on a file that is not there yet.
  init(newFile path: String) { self.path = path }

  /// A session on a file with its content.
  init(path: String, content: [UInt8]) {
    self.path = path
    known = content
  }

  /// Refuses standard input, which is the keyboard here.
  static func requireFile(_ path: String) throws(Failure) {
    if path == "-" { throw Failure.file(Wording.ofProcess.standardInputRefused) }
  }

  /// Runs the editor until the person leaves it.
  ///
  /// `isChanged` tells that the draft is already another than the file holds.
  mutating func run(
    _ draft: Draft, access: Editor.Access, _ manner: Manner, isChanged: Bool = false
  ) throws {
    let rescued =
      switch manner {
      case .onScreen(let options):
        try interact(draft, access: access, options, isChanged: isChanged)
      case .lineByLine: try converse(about: draft, access: access, isChanged: isChanged)
      }
    guard let rescued else { return }
    throw Failure.file(rescued)
  }

  /// Runs the loop with the terminal taken; returns what is to be said once it is given back.
  private mutating func interact(
    _ draft: Draft, access: Editor.Access, _ options: Screen.Options, isChanged: Bool
  ) throws(Failure) -> String? {
    var screen = try Self.screen(options)
    var editor = editor(on: draft, access: access, size: screen.size, isChanged: isChanged)
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
          case .suspend: screen.suspend()
          case .copy, .edit: break
          }
        }
      }
    }
  }

  /// The editor at the beginning of a session.
  func editor(on draft: Draft, access: Editor.Access, size: Size, isChanged: Bool) -> Editor {
    Editor(
      draft: draft, access: access, fileName: Self.name(of: path), wording: wording, size: size,
      isNew: known == nil, isChanged: isChanged, person: Person.name, today: Person.today,
      keymap: Config.ofProcess.keymap)
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
  ///
  /// What another program wrote in the meantime is never written over.
  mutating func save(_ draft: Draft) -> Event {
    let bytes = DraftFile.bytes(of: draft)
    do throws(FileError) {
      if let known {
        guard try isUnchanged(since: known) else {
          return .saveFailed(
            message: wording.complaint(.changedMeanwhile, about: path))
        }
        try replaceFile(at: path, with: bytes)
      } else {
        try createFile(at: path, with: bytes)
      }
    } catch {
      let isMeanwhile = known == nil && error.cause == .exists
      return .saveFailed(
        message: isMeanwhile
          ? wording.complaint(.appearedMeanwhile, about: path)
          : error.message(about: path))
    }
    known = bytes
    return .saved
  }

  /// Whether the file still holds what it did; one that is gone can be written anew.
  private func isUnchanged(since known: [UInt8]) throws(FileError) -> Bool {
    do throws(FileError) {
      return try readFile(at: path, limit: Workspace.sizeLimit) == known
    } catch {
      guard error.cause == .notFound else { throw error }
      return true
    }
  }

  /// Puts unsaved work beside the draft, or else in the folder for temporary files.
  func rescue(_ draft: Draft) -> String {
    let bytes = DraftFile.bytes(of: draft)
    let places = [path, (environment("TMPDIR") ?? "/tmp") + "/" + Self.name(of: path)]
    for place in places {
      for number in 1...99 {
        let name = "\(place).rescued-\(number)"
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
