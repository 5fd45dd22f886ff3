import JSONText
package import ReportModel

/// A draft file that somebody works on.
///
/// It knows what the file held, tells others who is there, keeps a journal of what is not saved, and
/// saves without writing over anybody’s work. When nobody holds it any more the sign of presence goes;
/// the journal stays where it holds something that was not saved.
package final class OpenDraft {
  /// The path as the person gave it.
  package let path: String
  let place: FilePlace
  let system: FileSystem
  let presence: Presence
  /// What the file held when it was opened or last saved; nil while there is none.
  private(set) package var content: [UInt8]?
  /// The draft in `content`; where there is none, what was opened.
  private(set) package var stored: Draft
  /// The draft that the next journal begins from, where that is another than `stored`.
  private var opened: Draft?
  /// What another program wrote, while somebody decides what becomes of it.
  var awaited: (content: [UInt8], draft: Draft)?
  private var journal: Journal?
  /// What is to be written to a journal that could not be begun.
  private var unwritten: [JSON] = []
  private(set) var sign: PresenceFile?

  /// Begins to work on a file.
  ///
  /// `content` is what the file held when it was read, nil for one that is not there yet; `stored`
  /// the draft in it, on the form that the person works with; `opened` the draft that the person
  /// begins with.
  ///
  /// - Throws: `FileError` where the path leads to anything but a file or nothing.
  package init(
    at path: String, content: [UInt8]?, stored: Draft, opened: Draft, presence: Presence,
    in system: FileSystem = .system
  ) throws(FileError) {
    self.path = path
    self.content = content
    self.stored = stored
    self.opened = content != nil && opened == stored ? nil : opened
    self.presence = presence
    self.system = system
    place = try FilePlace(at: path, in: system)
  }

  deinit {
    journal?.close()
    sign?.remove(in: system)
  }

  /// Whether the file was there when it was opened, or has been saved since.
  package var isStored: Bool { content != nil }

  // Others at work.

  /// Puts a sign beside the draft that somebody is at work on it, and returns who else is.
  ///
  /// Where no sign can be put there nobody else can be told of either; that is no failure.
  package func arrive() -> [Neighbour] {
    if sign == nil { sign = PresenceFile(presence, beside: place, in: system) }
    return PresenceFile.neighbours(beside: place, except: sign?.path, in: system)
  }

  /// Who else is at work, without leaving a sign of one's own.
  package func others() -> [Neighbour] {
    PresenceFile.neighbours(beside: place, except: nil, in: system)
  }

  /// Takes the sign away again, as somebody does who only reads.
  package func leave() {
    sign?.remove(in: system)
    sign = nil
  }

  /// How many seconds may pass between two signs of life.
  package static let beat = PresenceFile.beat

  /// Gives a sign of life to those on other machines.
  package func beat() { sign?.touch(in: system) }

  // The journal.

  /// Writes to the journal what was done and what is being typed; when it returns, that survives
  /// the end of the process.
  ///
  /// - Throws: `FileError` where it could not be written; it is tried again with the next change.
  package func note(_ edits: [Edit], typing: HalfTyped?) throws(FileError) {
    unwritten.append(JournalLine(edits: edits, typing: typing, form: stored.form).json)
    try write()
  }

  /// Writes what could not be written before, too.
  private func write() throws(FileError) {
    if unwritten.isEmpty { return }
    if journal == nil { journal = try beginJournal() }
    // What a journal has taken it keeps until it is written.
    let lines = unwritten
    unwritten = []
    for line in lines { journal?.add(line) }
    try journal?.flush()
  }

  private func beginJournal() throws(FileError) -> Journal {
    let head = JournalHead(
      name: place.name, presence: presence, content: content,
      opened: opened.map { DraftFile.bytes(of: $0) })
    return try Journal(head, beside: place, in: system)
  }

  /// Whether something of the journal would not survive a power cut yet.
  package var isUnsynchronized: Bool { journal?.isUnsynchronized ?? false }

  /// Forces the journal to the disk.
  ///
  /// - Throws: `FileError` where the disk failed.
  package func synchronize() throws(FileError) {
    try write()
    try journal?.synchronize()
  }

  /// Takes the journal away: what it holds is saved, or was given up by the person.
  package func endJournal() {
    journal?.remove()
    journal = nil
    unwritten = []
  }

  /// Takes note that what the person works with was saved.
  func noteSaved(_ content: [UInt8], _ draft: Draft) {
    rebase(onto: content, draft)
    endJournal()
  }

  /// Takes note of what the file holds now.
  func rebase(onto content: [UInt8], _ draft: Draft) {
    self.content = content
    stored = draft
    opened = nil
    awaited = nil
  }
}

/// A line of a journal behind the first.
struct JournalLine {
  var json: JSON

  init(edits: [Edit], typing: HalfTyped?, form: Form) {
    json = .make([
      "edits": edits.isEmpty ? nil : .list(edits.map { EditLine.json(of: $0, on: form) }),
      "typing": typing?.json,
    ])
  }
}
