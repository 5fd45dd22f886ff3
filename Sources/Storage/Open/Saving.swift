package import ReportModel

extension OpenDraft {
  /// How a save went.
  package enum Outcome: Equatable, Sendable {
    /// The file holds this draft: the one given, with what others changed in the meantime and one
    /// more entry in its history.
    case saved(Draft)
    /// Others changed the same places; nothing was written, and somebody must choose.
    case conflicted(Merge)
  }

  /// Why a save was refused.
  package enum Refusal: Error, Equatable, Sendable {
    case file(FileError)
    /// Another program made something of the file that is no draft; it was left alone.
    case noDraft(DraftError, content: [UInt8])
    /// Another program put the draft on another form; it was left alone.
    case otherForm
  }

  /// How often a save is begun anew because somebody wrote in that very moment.
  private static let saveTries = 20

  /// Saves a draft over what was opened or last saved.
  ///
  /// Where the file holds something else by now both are merged. `by` and `on` are who and when, as
  /// the history of the draft has them. After success the journal is gone; after anything else it
  /// holds what it held.
  ///
  /// - Throws: `Refusal`; the file then holds what it held, but see `replaceFile`.
  package func save(
    _ draft: Draft, by: String, on: String
  ) throws(Refusal) -> Outcome {
    guard let content else { return try .saved(create(draft)) }
    for _ in 0..<Self.saveTries {
      let current = try currentContent() ?? content
      let saved: Draft
      if current == content {
        saved = draft.revised(from: stored, by: by, on: on)
      } else {
        let theirs = try theirDraft(in: current)
        let merge = try merge(draft, with: theirs)
        guard merge.conflicts.isEmpty else {
          awaited = (current, theirs)
          return .conflicted(merge)
        }
        saved = merge.draft.revised(from: theirs, by: by, on: on)
      }
      if try replace(current, with: saved) { return .saved(saved) }
    }
    throw .file(FileError(.compare, .changed, path: path))
  }

  /// Saves a draft in which somebody decided what becomes of the conflicts that a save told of.
  ///
  /// - Throws: as `save`; where the file was changed once more, the outcome may be a conflict again.
  package func saveDecided(
    _ draft: Draft, by: String, on: String
  ) throws(Refusal) -> Outcome {
    if let awaited { rebase(onto: awaited.content, awaited.draft) }
    return try save(draft, by: by, on: on)
  }

  private func create(_ draft: Draft) throws(Refusal) -> Draft {
    do throws(FileError) {
      let bytes = try DraftFile.bytes(of: draft, for: path)
      try createFile(at: path, with: bytes, in: system)
      noteSaved(bytes, draft)
    } catch {
      throw .file(error)
    }
    return draft
  }

  /// Puts a draft in the place of what the file held; false where somebody was faster.
  private func replace(
    _ current: [UInt8], with draft: Draft
  ) throws(Refusal) -> Bool {
    do throws(FileError) {
      let bytes = try DraftFile.bytes(of: draft, for: path)
      try replaceFile(at: path, with: bytes, ifStill: current, in: system)
      noteSaved(bytes, draft)
    } catch {
      if error.cause == .changed { return false }
      throw .file(error)
    }
    return true
  }

  /// What the file holds now; nil where it is gone.
  private func currentContent() throws(Refusal) -> [UInt8]? {
    do throws(FileError) {
      let place = try FilePlace(at: path, in: system)
      return try readDraftFile(at: place, limit: DraftFile.sizeLimit, in: system)
    } catch {
      if error.cause == .notFound { return nil }
      throw .file(error)
    }
  }

  private func theirDraft(in content: [UInt8]) throws(Refusal) -> Draft {
    do throws(DraftError) {
      let draft = try DraftFile.draft(reading: content)
      if draft.form == stored.form { return draft }
      // The person may work on a form that was named for this time.
      return try DraftFile.draft(reading: content, form: stored.form)
    } catch {
      throw .noDraft(error, content: content)
    }
  }

  private func merge(_ draft: Draft, with theirs: Draft) throws(Refusal) -> Merge {
    do throws(MergeError) {
      return try Merge(base: stored, ours: draft, theirs: theirs)
    } catch {
      throw .otherForm
    }
  }
}
