/// The steps that led to a draft and those taken back, without limit.
///
/// `Place` is what the owner wants to remember with a step, such as where the cursor stood.
package struct History<Place: Equatable & Sendable>: Equatable, Sendable {
  /// One action of a person: it is undone and redone as a whole.
  package struct Step: Equatable, Sendable {
    package var edits: [Edit]
    package var before: Place
    package var after: Place

    package init(_ edits: [Edit], before: Place, after: Place) {
      self.edits = edits
      self.before = before
      self.after = after
    }

    /// The edits that take the step back, in the order to apply them.
    package var inverse: [Edit] { edits.reversed().map(\.inverse) }
  }

  private var done: [Step] = []
  private var undone: [Step] = []
  /// How many steps were done when the draft was last saved; nil once that state is out of reach.
  private var savedCount: Int? = 0

  package init() {}

  /// Whether the draft is as it was last saved.
  package var isSaved: Bool { savedCount == done.count }

  package var canUndo: Bool { !done.isEmpty }
  package var canRedo: Bool { !undone.isEmpty }

  /// The last step done, which a further edit of the same kind may extend.
  package var last: Step? { done.last }

  /// Takes note of a new step; what was undone before cannot be redone any more.
  package mutating func record(_ step: Step) {
    forgetUndone()
    done.append(step)
  }

  /// Puts a longer step in the place of the last one.
  ///
  /// - Precondition: there is a last step, and the draft was not saved right after it.
  package mutating func extendLast(to step: Step) {
    precondition(canUndo && !isSaved, "Only an unsaved last step can grow.")
    forgetUndone()
    done[done.count - 1] = step
  }

  /// Offers a step for redoing that was never done, such as a value typed and then given up.
  package mutating func offer(_ step: Step) {
    forgetUndone()
    undone = [step]
  }

  /// Drops the steps taken back; a saved state among them is out of reach then.
  private mutating func forgetUndone() {
    if let savedCount, savedCount > done.count { self.savedCount = nil }
    undone.removeAll()
  }

  /// The step to take back; its inverse edits are the caller's to apply.
  package mutating func undo() -> Step? {
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  /// The step to do again; its edits are the caller's to apply.
  package mutating func redo() -> Step? {
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }

  /// Takes note that the draft is not as it was saved, before any step was done.
  package mutating func noteChanged() { savedCount = nil }

  /// Takes note that the draft as it is now was saved.
  package mutating func noteSaved() { savedCount = done.count }
}
