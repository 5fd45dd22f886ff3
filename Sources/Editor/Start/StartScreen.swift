package import CellGrid
package import Wording

/// The start screen as a value: the drafts of a folder, and which of them is chosen.
///
/// As with `Editor`, `update` is the only way in and effects are the only way out. Reading is asked
/// for file by file (`nextToRead`), so that no key waits for a folder.
package struct StartScreen: Sendable {
  /// A file of the folder.
  package struct Entry: Equatable, Sendable {
    package var name: String
    /// Its last change, in units that only compare.
    package var changed: Int
    /// The same for people, as 2026-01-31 10:22.
    package var changedShown: String
    package var state: State
    /// Whether `state` is what the file holds now, and not what it held before the folder was read
    /// again.
    var isRead = false

    package init(name: String, changed: Int, changedShown: String, state: State = .unread) {
      self.name = name
      self.changed = changed
      self.changedShown = changedShown
      self.state = state
      isRead = state != .unread
    }
  }

  /// What is known of a file.
  package enum State: Equatable, Sendable {
    case unread
    case draft(DraftSummary)
    /// It could not be read as a draft; why, in a few words, and in a line.
    case noDraft(reason: String, message: String)
    /// A draft would be, but one so large that it is not read for a list.
    case tooLarge(bytes: Int)
  }

  /// What happened.
  package enum Event: Equatable, Sendable {
    case input(Input)
    /// The files that are in the folder now, in any order.
    case listed([Entry])
    case listingFailed(message: String)
    /// What was found in a file.
    case read(name: String, State)
    /// Something is to be said until the next key.
    case told(String, Style)
  }

  /// What the start screen asks of the world, in order.
  package enum Effect: Equatable, Sendable {
    /// List the folder; answered by `Event.listed` or `Event.listingFailed`.
    case list
    /// Open a draft of the folder in the editor.
    case open(name: String)
    /// Ask what a new draft is to be, and open it.
    case new
    /// Open a copy of the sample.
    case demo
    case suspend
    case redraw
    case quit
  }

  let folder: String
  let wording: Wording
  let keymap: Keymap
  /// The files, the last changed first.
  private(set) var entries: [Entry] = []
  /// Why there are none, where the folder cannot be listed.
  private(set) var failure: String?
  private(set) var isListed = false
  private(set) var chosen = 0
  /// The first entry that shows.
  private(set) var top = 0
  /// The first line of the help page; nil while that is not open.
  var helpTop: Int?
  var notice: (text: String, style: Style)?
  package private(set) var metrics: Metrics
  package private(set) var size: Size

  /// A start screen for a folder, as people call it, before anything is known of what is in it.
  package init(
    folder: String, wording: Wording, keymap: Keymap, size: Size, metrics: Metrics = Metrics()
  ) {
    self.folder = folder
    self.wording = wording
    self.keymap = keymap
    self.size = size
    self.metrics = metrics
  }

  /// The next file to be read for the list, those that show before all others; nil when all are.
  package var nextToRead: String? {
    let shown = top..<min(entries.count, top + max(1, layout.list.height))
    let next =
      entries.indices[shown].first { !entries[$0].isRead }
      ?? entries.indices.first { !entries[$0].isRead }
    return next.map { entries[$0].name }
  }

  /// The files that may be last year's report for a new draft, the last changed first.
  package var reports: [String] {
    entries.filter { entry in
      if case .noDraft = entry.state { false } else { true }
    }.map(\.name)
  }

  /// Takes back what was said, once it no longer holds.
  package mutating func takeBackNotice() { notice = nil }

  /// The names of all files in the list.
  package var names: [String] { entries.map(\.name) }

  /// Chooses a file by its name, where there is one.
  package mutating func choose(name: String) {
    if let number = entries.firstIndex(where: { $0.name == name }) { chosen = number }
    scrollIntoView()
  }

  var layout: StartLayout { StartLayout(size: size) }

  var chosenEntry: Entry? { entries.indices.contains(chosen) ? entries[chosen] : nil }

  /// How many entries are drafts, as far as is known.
  var draftCount: Int {
    entries.count { entry in
      switch entry.state {
      case .draft, .tooLarge: true
      case .unread, .noDraft: false
      }
    }
  }

  /// Takes the files of the folder, keeping what was known of them until they are read again.
  mutating func take(_ listed: [Entry]) {
    let name = chosenEntry?.name
    let known = Dictionary(
      entries.map { ($0.name, $0.state) }, uniquingKeysWith: { first, _ in first })
    entries = listed.sorted { ($1.changed, $0.name) < ($0.changed, $1.name) }
    for number in entries.indices where entries[number].state == .unread {
      entries[number].state = known[entries[number].name] ?? .unread
    }
    isListed = true
    failure = nil
    chosen = min(chosen, max(0, entries.count - 1))
    if let name { choose(name: name) }
  }

  mutating func fail(_ message: String) {
    entries = []
    isListed = true
    failure = message
  }

  mutating func note(_ state: State, of name: String) {
    guard let number = entries.firstIndex(where: { $0.name == name }) else { return }
    entries[number].state = state
    entries[number].isRead = true
  }

  mutating func move(by count: Int) {
    chosen = min(max(0, chosen + count), max(0, entries.count - 1))
    scrollIntoView()
  }

  mutating func choose(_ number: Int) {
    chosen = number
    scrollIntoView()
  }

  mutating func resize(to size: Size) {
    self.size = size
    scrollIntoView()
  }

  mutating func measure(by metrics: Metrics) { self.metrics = metrics }

  private mutating func scrollIntoView() {
    let height = max(1, layout.list.height)
    top = min(max(top, chosen - height + 1), chosen)
    top = max(0, min(top, entries.count - height))
  }
}
