import JSONText
package import ReportModel

extension Recovery {
  /// What the bytes of a journal let recover.
  ///
  /// A journal is told from any other bytes by its digests; what was torn off at its end is left
  /// out. Edits that do not fit the draft end it there.
  ///
  /// - Returns: nil where not even the beginning is whole.
  package static func reading(journal bytes: [UInt8]) -> Recovery? { read(bytes)?.recovery }

  static func read(_ bytes: [UInt8]) -> (head: JournalHead, recovery: Recovery)? {
    let (values, isTorn) = JournalLines.values(in: bytes)
    guard let first = values.first, let head = JournalHead(first) else { return nil }
    guard let (base, opened) = beginning(of: head) else { return nil }
    var draft = opened
    var halfTyped: HalfTyped?
    var isCutOff = isTorn
    for value in values.dropFirst() {
      guard apply(value, to: &draft) else {
        isCutOff = true
        break
      }
      halfTyped = value["typing"].flatMap(HalfTyped.init)
    }
    let recovery = Recovery(
      user: head.presence.user, host: head.presence.process.host, since: head.presence.since,
      base: base, draft: draft, halfTyped: halfTyped, isCutOff: isCutOff)
    return (head, recovery)
  }

  /// The draft that the file held and the one that the edits begin from, both on the form of the
  /// latter; a file that was not there counts as what was opened.
  private static func beginning(of head: JournalHead) -> (base: Draft, opened: Draft)? {
    do throws(DraftError) {
      guard let bytes = head.opened else {
        guard let content = head.content else { return nil }
        let draft = try DraftFile.draft(reading: content)
        return (draft, draft)
      }
      let opened = try DraftFile.draft(reading: bytes)
      guard let content = head.content else { return (opened, opened) }
      return (try DraftFile.draft(reading: content, form: opened.form), opened)
    } catch {
      return nil
    }
  }

  /// Makes the edits of a line; false where one does not fit the draft.
  private static func apply(_ line: JSON, to draft: inout Draft) -> Bool {
    for value in line["edits"]?.array ?? [] {
      guard let edit = EditLine.edit(reading: value, of: draft) else { return false }
      draft.apply(edit)
    }
    return true
  }
}

extension HalfTyped {
  var json: JSON { .make(["at": .text(at), "text": .text(text)]) }

  init?(_ json: JSON) {
    guard let at = json["at"]?.string, let text = json["text"]?.string else { return nil }
    self.init(at: at, text: text)
  }
}
