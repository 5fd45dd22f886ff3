import CellGrid
import Editor
import Glibc
import ReportModel
import Storage
import Terminal
import Wording

/// The start screen in the world, and the editor opened from it.
struct StartSession {
  private let wording = Wording.ofProcess
  private var start: StartScreen
  /// The page for a new draft as it was left.
  private var newDraft: NewDraftSession?
  /// What must be said again once the terminal is given back: where unsaved work was put.
  private var farewells: [String] = []

  /// A session for the folder that the process works in.
  init(on stage: borrowing Stage) {
    start = StartScreen(
      folder: Self.folder(), wording: Wording.ofProcess, keymap: Config.ofProcess.keymap,
      size: stage.screen.size, metrics: stage.metrics)
  }

  /// Shows the drafts, and what is opened of them, until the person leaves.
  static func run(_ options: Screen.Options) throws(Failure) {
    var stage = try Stage(options)
    var session = StartSession(on: stage)
    session.run(on: &stage)
    if !session.farewells.isEmpty {
      throw Failure.file(session.farewells.joined(separator: "\n"))
    }
  }

  private mutating func run(on stage: inout Stage) {
    stage.screen.show(start.screen())
    list()
    while !stage.isHungUp {
      // While files wait to be read nothing is waited for.
      let next = start.nextToRead
      guard let input = stage.next(showing: start.screen(), timeout: next == nil ? nil : 0) else {
        if let next { _ = start.update(.read(name: next, Folder.state(of: next))) }
        continue
      }
      if case .burst(_, let keys) = input {
        stage.putBack(keys)
        continue
      }
      var effects = start.update(.input(input))[...]
      while let effect = effects.popFirst() {
        switch effect {
        case .quit: return
        case .list: list()
        case .open(let name): open(name, on: &stage)
        case .new: makeNew(on: &stage)
        case .demo: openSample(on: &stage)
        case .suspend: stage.screen.suspend()
        case .redraw: stage.screen.repaint()
        }
      }
    }
  }

  private mutating func list() {
    do throws(Failure) {
      _ = start.update(.listed(try Folder.drafts()))
    } catch {
      _ = start.update(.listingFailed(message: error.message))
    }
  }

  private mutating func open(_ name: String, on stage: inout Stage) {
    if Workspace.size(of: name) > Workspace.slowSize {
      _ = start.update(.told(wording.reading(name), .normal))
      stage.screen.show(start.screen())
    }
    do throws(Failure) {
      let content = try Workspace.bytes(at: name)
      let reading = try Workspace.reading(content, at: name)
      edit(
        reading.draft, content, at: name, on: &stage, upgradedFrom: reading.upgradedFrom)
    } catch {
      _ = start.update(.told(error.message, .error))
    }
  }

  /// Runs the editor, then shows the folder as it is now.
  private mutating func edit(
    _ draft: Draft, _ content: [UInt8], at path: String, on stage: inout Stage,
    greeting: String? = nil, upgradedFrom: String? = nil
  ) {
    start.takeBackNotice()
    do throws(Failure) {
      let session = try EditorSession(
        path: path, content: content, stored: draft, upgradedFrom: upgradedFrom)
      try session.run(access: .editing, on: &stage, greeting: greeting)
    } catch {
      farewells.append(error.message)
      _ = start.update(.told(error.message, .warning))
    }
    comeBack(on: stage)
  }

  /// Takes note of what happened to the terminal and the folder meanwhile.
  private mutating func comeBack(on stage: borrowing Stage) {
    _ = start.update(.input(.resize(stage.screen.size)))
    _ = start.update(.input(.metrics(stage.metrics)))
    list()
  }

  private mutating func makeNew(on stage: inout Stage) {
    let reports = start.reports + Folder.lastChanged(endings: LastYear.endings)
    let taken = start.names
    var session: NewDraftSession
    if var left = newDraft {
      left.resume(reports: reports, takenNames: taken, on: stage)
      session = left
    } else {
      do throws(Failure) {
        session = try NewDraftSession(
          file: nil, form: nil, reports: reports, takenNames: taken, on: stage)
      } catch {
        _ = start.update(.told(error.message, .error))
        return
      }
    }
    let made = session.run(on: &stage)
    newDraft = made == nil ? session : nil
    guard let made else { return comeBack(on: stage) }
    list()
    start.choose(name: made.path)
    edit(
      made.draft, made.content, at: made.path, on: &stage,
      greeting: wording.draftCreated(wording.shown(made.path)))
  }

  private mutating func openSample(on stage: inout Stage) {
    do throws(Failure) {
      let (path, draft) = try DemoCommand.sample()
      edit(draft, PackageResources.demo_json, at: path, on: &stage)
      _ = start.update(.told(wording.sampleKept(path), .normal))
    } catch {
      _ = start.update(.told(error.message, .error))
    }
  }

  /// The folder that the process works in, the person's own as `~`.
  private static func folder() -> String {
    guard let buffer = getcwd(nil, 0) else { return "." }
    defer { free(buffer) }
    let path = String(cString: buffer)
    guard let home = environment("HOME"), home.count > 1 else { return path }
    if path == home { return "~" }
    return path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }
}
