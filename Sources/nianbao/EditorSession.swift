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
  /// The draft that the file held when it was opened or last saved, or that a new one began with.
  private var base: Draft?
  /// The older version that the file is of, if it is.
  private let upgradedFrom: String?
  let wording = Wording.ofProcess

  /// How the editor is used.
  enum Manner {
    case onScreen(Screen.Options)
    /// A line in, some lines out.
    case lineByLine
  }

  /// A session on a file that is not there yet.
  init(newFile path: String) {
    self.path = path
    upgradedFrom = nil
  }

  /// A session on a file with its content; `upgradedFrom` is the older version that it is of.
  init(path: String, content: [UInt8], upgradedFrom: String? = nil) {
    self.path = path
    self.upgradedFrom = upgradedFrom
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
    switch manner {
    case .onScreen(let options):
      var stage = try Stage(options)
      try run(draft, access: access, on: &stage, isChanged: isChanged)
    case .lineByLine:
      let rescued = try converse(about: draft, access: access, isChanged: isChanged)
      if let rescued { throw Failure.file(rescued) }
    }
  }

  /// The same on a terminal that was taken before.
  ///
  /// - Throws: what is to be said once the terminal is given back: where unsaved work is.
  mutating func run(
    _ draft: Draft, access: Editor.Access, on stage: inout Stage, isChanged: Bool = false,
    greeting: String? = nil
  ) throws(Failure) {
    var editor = editor(
      on: draft, access: access, size: stage.screen.size, isChanged: isChanged, greeting: greeting)
    if stage.metrics != editor.metrics { _ = editor.update(.input(.metrics(stage.metrics))) }
    var farewell: String?
    while true {
      guard let input = stage.next(showing: editor.screen()) else { continue }
      var effects = editor.update(.input(input))[...]
      while let effect = effects.popFirst() {
        switch effect {
        case .quit:
          stage.metrics = editor.metrics
          if let farewell { throw Failure.file(farewell) }
          return
        case .save(let draft): effects += editor.update(save(draft))
        case .rescue(let draft): farewell = rescue(draft)
        case .redraw: stage.screen.repaint()
        case .suspend: stage.screen.suspend()
        case .copy(let text):
          if stage.screen.copy(text) == .tooLong {
            effects += editor.update(.notCopied(message: wording.tooLongForTerminal))
          }
        case .edit(let text):
          effects += editor.update(ExternalEditor.edit(text, on: &stage))
        }
      }
    }
  }

  /// The editor at the beginning of a session.
  mutating func editor(
    on draft: Draft, access: Editor.Access, size: Size, isChanged: Bool, greeting: String? = nil
  ) -> Editor {
    base = draft
    return Editor(
      draft: draft, access: access, fileName: Self.name(of: path), wording: wording, size: size,
      isNew: known == nil, isChanged: isChanged, greeting: greeting, person: Person.name,
      today: Person.today, keymap: Config.ofProcess.keymap, upgradedFrom: upgradedFrom)
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Saves, and tells the editor how it went.
  ///
  /// What another program wrote in the meantime is never written over.
  mutating func save(_ draft: Draft) -> Event {
    let revised = draft.revised(from: base ?? draft, by: Person.name, on: LocalTime.now)
    let bytes = DraftFile.bytes(of: revised)
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
    base = revised
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
