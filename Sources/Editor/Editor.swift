package import CellGrid
package import ReportModel
package import Wording

/// The interactive program as a value: one draft, where the person is in it, and what is open.
///
/// `update` is the only way in, effects are the only way out, and `screen` draws what is: three
/// functions of their arguments, without a clock, a file or a terminal.
package struct Editor: Sendable {
  /// What the person may do with the draft.
  package enum Access: Sendable {
    case editing
    /// Everything can be read, no value changed.
    case reviewing
  }

  /// Which part of the screen takes the keys; the list of findings stands in the place of the main
  /// part while it does.
  enum Pane: CaseIterable, Sendable { case contents, main, findings }

  /// A value being typed.
  struct Typing: Equatable, Sendable {
    /// What the arrows do: leave the cell, or move inside the line.
    enum Mode: Sendable { case overwriting, inPlace }

    var input: LineInput
    var mode: Mode
  }

  /// A short message that stays until the next key.
  struct Notice: Equatable, Sendable {
    var text: String
    var style: Style
  }

  /// What lies over the main screen.
  enum Overlay: Equatable, Sendable {
    case help(context: Context, top: Int)
    case question(Question)
    case reason(ReasonInput)
    case picker(Picker)
    case preview(PastePreview)
    case replacing(ReplaceForm)
    case story(StoryPage)
    case recovery(RecoveryForm)
    case path(PathForm)
    case conflicts(ConflictList)
    case overview(OverviewPage)
    case thread(ThreadPage)
  }

  /// What a draft is compared with in a review.
  package struct Comparison: Equatable, Sendable {
    package var draft: Draft
    /// As in “changed since the last review”.
    package var name: String

    package init(draft: Draft, name: String) {
      self.draft = draft
      self.name = name
    }
  }

  /// How an entry is scrolled.
  struct Scroll: Equatable, Sendable {
    var line = 0
    var column = 0
    /// For texts: the first paragraph shown and its first line shown.
    var text = Caret.start
  }

  package private(set) var draft: Draft
  /// The draft as it was opened or last saved.
  var savedDraft: Draft
  package private(set) var validation: Validation
  /// What is found, as the screen shows it; follows every edit.
  private(set) var problems: Problems
  var history = History<Place>()
  /// What the person may do; who fills in may choose to read only.
  var access: Access
  let wording: Wording
  let keymap: Keymap
  /// Who is at work, as acceptances name them.
  let person: String
  /// The day of the session, as 2026-01-31.
  let today: String
  /// How the digests of sign-offs are made; nil where nothing is signed.
  let sealing: Sealing?
  /// What is marked as changed is so against this; nil for nothing.
  let comparison: Comparison?
  /// What changed in the texts since then.
  private(set) var comparedTexts = ComparedTexts()
  /// What the figures typed are compared with, where they are typed again unseen; nil elsewhere.
  var blindSheet: BlindSheet?
  /// How far the review is, as the draft is now; nil where nothing is signed.
  private(set) var reviewStatus: ReviewStatus?
  package internal(set) var fileName: String
  package private(set) var metrics: Metrics
  package private(set) var size: Size
  /// The table sections laid out in lines, by entry; nil for texts and the organ.
  private(set) var sheets: [Sheet?]
  /// Whether last year's figures show below this year's.
  private(set) var showsPrevious = false
  /// Where the tables of the current entry stand on the screen; kept up by `scrollIntoView`.
  var geometries: [SheetGeometry] = []
  /// How wide the figures of each table are.
  var measuredWidths: [Int: MeasuredWidths] = [:]
  /// How often the places became others.
  var geometryRevision = 0
  /// What the next screens have in common; kept up by `update`.
  var backdrop: Backdrop?
  /// How often the draft was changed, there or back.
  private(set) var revision = 0
  var pane: Pane
  var entry: Int {
    didSet {
      guard entry != oldValue else { return }
      anchor = nil
      pressed = nil
    }
  }
  /// Where the person is in each entry.
  var spots: [Place.Spot]
  var scrolls: [Scroll]
  /// Where the selection began that ends where the person is; nil while nothing is selected.
  ///
  /// It is a spot of the current entry, and in a table one of the same table.
  var anchor: Place.Spot?
  /// Where the mouse was pressed and not released, as a spot of the current entry.
  var pressed: Place.Spot?
  /// Which of the stops is chosen in the list of findings.
  var chosenStop = 0
  /// What was copied or cut last.
  var clipboard: Clipboard?
  /// What was sought last.
  var lastSearch = ""
  var typing: Typing?
  var overlay: Overlay?
  var notice: Notice?
  /// Whether the next character typed in a text belongs to the last step.
  var isTypingRun = false
  /// The column that up and down keep to in a text.
  var goalColumn: Int?
  /// The save that is under way, and whether the program ends after it.
  var saving: Saving?
  /// Keys that came at once with one that saves, and behind it.
  var waitingKeys: ArraySlice<Key> = []

  /// What a journal was not told yet.
  var unnoted: [Edit] = []
  /// What it was told to be half typed.
  var notedTyping: HalfTyped?

  /// What sessions that were cut off left, and the person was not asked about yet.
  var left: [Left] = []

  /// One of them, with its number among all.
  struct Left: Equatable, Sendable {
    var number: Int
    var recovery: Recovery
  }

  /// What contradicted at the last save, with what was chosen so far: asked again, it is still
  /// chosen.
  var lastConflicts: ConflictList?

  /// Whether the last save went wrong, so that there must be another way to keep the work.
  var lastSaveFailed = false

  /// The older version that the file is of while the person has not agreed to write another.
  var upgradedFrom: String?

  /// What follows a save.
  enum Saving: Sendable { case thenStay, thenQuit }

  /// An editor on a draft as it is on the disk, on one that is not there yet, or on one that was
  /// already changed since it was read; `greeting` shows until the first key.
  package init(
    draft: Draft, access: Access, fileName: String, wording: Wording, size: Size,
    isNew: Bool = false, isChanged: Bool = false, greeting: String? = nil, person: String = "",
    today: String = "", keymap: Keymap = .standard, upgradedFrom: String? = nil,
    sealing: Sealing? = nil, comparison: Comparison? = nil, blindSheet: BlindSheet? = nil
  ) {
    self.draft = draft
    savedDraft = draft
    self.upgradedFrom = upgradedFrom
    self.access = access
    self.fileName = fileName
    self.wording = wording
    self.keymap = keymap
    self.person = person
    self.today = today
    self.sealing = sealing
    self.comparison = comparison
    self.blindSheet = blindSheet
    self.size = size
    metrics = Metrics()
    validation = Validation(draft)
    if let comparison { comparedTexts.compare(draft, with: comparison.draft) }
    problems = Problems(
      validation, draft, ReviewMarks(draft, since: comparison?.draft, comparedTexts))
    reviewStatus = sealing.map { ReviewStatus(draft, $0) }
    sheets = [nil] + draft.form.sections.map { Sheet(section: $0, form: draft.form) }
    spots = [.field(0)] + draft.form.sections.map { Self.firstSpot(of: $0, in: draft.form) }
    scrolls = Array(repeating: Scroll(), count: spots.count)
    entry = isNew ? 0 : Self.firstEntry(of: draft, problems)
    pane = .main
    if isChanged { history.noteChanged() }
    if isNew {
      notice = Notice(text: wording.newDraftHint(saveKey: keyName(of: .save)), style: .suggestion)
    }
    if let greeting { notice = Notice(text: greeting, style: .good) }
    // Line by line there is no page to begin with.
    if access == .reviewing, sealing != nil, size.columns > 0 { openOverview() }
    scrollIntoView()
    prepareBackdrop()
  }

  private static func firstSpot(of section: Section, in form: Form) -> Place.Spot {
    switch section.content {
    case .text: .caret(.start)
    case .tables(let tables): .cell(CellIndex(form.tables[tables.lowerBound].cells.lowerBound))
    }
  }

  /// The first entry worth opening: the one with the first contradiction of figures, else the
  /// first table.
  private static func firstEntry(of draft: Draft, _ problems: Problems) -> Int {
    let wrong = problems.stops.first { stop in
      guard case .cell = stop.spot else { return false }
      return stop.mark == .error
    }
    if let wrong { return wrong.entry }
    return 1 + (draft.form.sections.firstIndex { !$0.isText } ?? 0)
  }

  /// The section of the current entry; nil for the organ's data.
  var section: Section? { entry == 0 ? nil : draft.form.sections[entry - 1] }

  /// Where the person is.
  package var place: Place { Place(entry: entry, spot: spots[entry]) }

  /// The cell under the cursor, where the current entry is a table.
  package var cell: CellIndex? {
    guard case .cell(let cell) = spots[entry] else { return nil }
    return cell
  }

  /// Whether everything is on the disk.
  package var isSaved: Bool { history.isSaved && typing == nil }

  /// Whether there is a step to take back, and one to do again.
  package var canUndo: Bool { history.canUndo }
  package var canRedo: Bool { history.canRedo }

  /// What the keys mean now.
  var context: Context {
    switch overlay {
    case .help: return .help
    case .question: return .question
    case .reason: return .reason
    case .picker: return .picker
    case .preview: return .preview
    case .replacing: return .replacing
    case .story: return .story
    case .recovery: return .recovery
    case .path: return .path
    case .conflicts: return .conflicts
    case .overview: return .overview
    case .thread: return .thread
    case nil: return contextBelow
    }
  }

  /// What the keys mean where nothing lies over the main screen.
  private var contextBelow: Context {
    switch pane {
    case .contents: return .contents
    case .findings: return .findings
    case .main: break
    }
    switch (spots[entry], typing?.mode) {
    case (.field, .some): return .field
    case (.field, nil): return .organ
    case (.caret, _): return .text
    case (.cell, .overwriting): return .overwriting
    case (.cell, .inPlace): return .editing
    case (.cell, nil): return .grid
    }
  }

  /// Changes the draft without touching the history, and judges what the change touches.
  mutating func apply(_ edits: [Edit]) {
    revision += 1
    unnoted += edits
    for edit in edits {
      draft.apply(edit)
      validation.note(edit, madeTo: draft)
      blindSheet?.note(edit)
    }
    bringBackCarets(after: edits)
    judge()
  }

  /// Judges a draft that is as it was, where what is marked became another.
  mutating func judgeAnew() {
    revision += 1
    judge()
  }

  /// Judges the draft as it is now, and whether its sign-offs still hold.
  private mutating func judge() {
    if let comparison { comparedTexts.compare(draft, with: comparison.draft) }
    let marks =
      blindSheet.map { ReviewMarks(typingAgain: $0.told, in: draft.form) }
      ?? ReviewMarks(draft, since: comparison?.draft, comparedTexts)
    problems = Problems(validation, draft, marks)
    guard let sealing else { return }
    let before = reviewStatus
    reviewStatus = ReviewStatus(draft, sealing)
    if reviewStatus?.isVoid == true, before?.isVoid == false {
      tell(wording.signOffVoided, .warning)
    }
  }

  /// Takes over what a draft that was written has beside what a person can edit; none of it is a
  /// step that could be taken back.
  mutating func takeOver(besideOf written: Draft) {
    draft.unknown = written.unknown
    draft.revisions = written.revisions
    draft.carriesForm = written.carriesForm
    guard draft.previous != written.previous else { return }
    draft.previous = written.previous
    revision += 1
    validation = Validation(draft)
    judge()
    if showsPrevious { showPrevious(draft.previous != nil) }
  }

  /// Makes a step of the person: applied, recorded, and the person moved to `after`.
  mutating func perform(_ edits: [Edit], movingTo after: Place? = nil) {
    guard !edits.isEmpty else { return }
    let step = History.Step(edits, before: place, after: after ?? place)
    apply(edits)
    history.record(step)
    isTypingRun = false
    if let after { go(to: after) }
  }

  /// Moves the person to a place, on whatever screen it is.
  mutating func go(to place: Place) {
    entry = place.entry
    spots[entry] = place.spot
    anchor = nil
    // What was pressed may not be there any more: a step changes a text and goes to its end.
    pressed = nil
    pane = .main
  }

  /// Shows last year's figures below this year's, or takes them away.
  mutating func showPrevious(_ isShown: Bool) {
    showsPrevious = isShown
    let label = isShown ? wording.previousYear(draft.previous?.year) : nil
    sheets =
      [nil] + draft.form.sections.map { Sheet(section: $0, form: draft.form, previousLabel: label) }
    measure(by: metrics)
  }

  mutating func resize(to size: Size) { self.size = size }

  /// Takes note of how wide the terminal draws characters.
  mutating func measure(by metrics: Metrics) {
    self.metrics = metrics
    for number in sheets.indices { sheets[number]?.measure(by: metrics) }
  }

  /// The key that does a command on the main screen where the person is, as sentences name it.
  func keyName(of command: Command) -> String {
    wording.keyName(of: command, in: contextBelow, keymap)
  }

  /// Shows a message until the next key.
  mutating func tell(_ text: String, _ style: Style = .normal) {
    notice = Notice(text: text, style: style)
  }
}

extension Section {
  /// Whether the table at an index of the form belongs to this section.
  func contains(table: Int) -> Bool {
    if case .tables(let tables) = content { tables.contains(table) } else { false }
  }
}
