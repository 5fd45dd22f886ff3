import JSONText

/// Two drafts that began as one, put together again.
///
/// What one side changed is taken over, cell by cell, paragraph by paragraph, key by key; what both
/// changed in the same way, too. What both changed otherwise is a conflict, and somebody must
/// choose. Figures are compared by value: 1.50 in the place of 1.5 is no change that could
/// contradict another, but where nobody else touched the cell the digits are kept.
package struct Merge: Equatable, Sendable {
  /// What contradicts, in the order of the form, the texts after the figures.
  package private(set) var conflicts: [Conflict] = []
  /// The changes of both sides; ours where they contradict.
  package private(set) var draft: Draft
  /// The texts in which something contradicts.
  private var texts: [MergeText] = []

  /// Merges what `ours` and `theirs` made of `base`.
  ///
  /// Without a common draft everything was added by both: what only one of them has is taken over,
  /// and the rest is a conflict unless it is the same.
  ///
  /// - Throws: `MergeError` where the drafts are not on one form.
  /// - Complexity: linear in the size of the drafts, but for texts that differ in very much.
  package init(base common: Draft?, ours: Draft, theirs: Draft) throws(MergeError) {
    let forms = [common?.form, ours.form, theirs.form].compactMap { $0 }
    guard forms.allSatisfy({ $0 == ours.form }) else {
      throw .differentForms(forms.map(\.id))
    }
    let base =
      common ?? Draft(form: ours.form, carriesForm: false, organ: Organ(name: ""), year: ours.year)
    draft = ours
    if draft.carriesForm == base.carriesForm { draft.carriesForm = theirs.carriesForm }
    mergeOrgans(base, ours, theirs)
    mergeYears(Sides(base: common?.year, ours: ours.year, theirs: theirs.year))
    mergeCells(base, ours, theirs)
    mergeTexts(base, ours, theirs)
    mergeAcceptances(base, ours, theirs)
    mergePrevious(Sides(base: base.previous, ours: ours.previous, theirs: theirs.previous))
    mergeReviews(Sides(base: base.review, ours: ours.review, theirs: theirs.review))
    draft.comments =
      Sides(base: base.comments, ours: ours.comments, theirs: theirs.comments).merged
    mergeUnknown(base, ours, theirs)
    draft.revisions = Self.revisions(base.revisions, ours.revisions, theirs.revisions)
  }

  /// The draft with one choice for each conflict, in the order of `conflicts`.
  ///
  /// Where both cannot be kept, that choice is ours.
  ///
  /// - Precondition: there are as many choices as conflicts.
  package func draft(choosing choices: [Choice]) -> Draft {
    precondition(choices.count == conflicts.count, "Each conflict is decided once.")
    var draft = draft
    var choicesOfTexts: [String: [Choice]] = [:]
    for (conflict, choice) in zip(conflicts, choices) {
      if case .text(let section, _) = conflict {
        choicesOfTexts[section, default: []].append(choice)
      } else if choice == .theirs {
        draft.takeTheirs(of: conflict)
      }
    }
    for text in texts {
      draft.setText(text.text(choosing: choicesOfTexts[text.section] ?? []), of: text.section)
    }
    return draft
  }
  // One kind of content after the other; each leaves ours where it finds a conflict.

  private mutating func mergeOrgans(_ base: Draft, _ ours: Draft, _ theirs: Draft) {
    for key in Organ.Key.allCases {
      let sides = Sides(base: base.organ[key], ours: ours.organ[key], theirs: theirs.organ[key])
      switch sides.outcome(isSame) {
      case .agreed(let value): draft.organ[key] = value
      case .contradiction: conflicts.append(.organ(key, sides))
      }
    }
  }

  private mutating func mergeYears(_ sides: Sides<Int?>) {
    switch sides.outcome(==) {
    case .agreed(let year): draft.year = year ?? draft.year
    case .contradiction: conflicts.append(.year(sides))
    }
  }

  private mutating func mergeCells(_ base: Draft, _ ours: Draft, _ theirs: Draft) {
    for cell in (0..<base.form.cellCount).map(CellIndex.init) {
      let sides = Sides(base: base[cell], ours: ours[cell], theirs: theirs[cell])
      switch sides.outcome {
      case .agreed(let figure): draft[cell] = figure
      case .contradiction: conflicts.append(.cell(cell, sides))
      }
    }
  }

  private mutating func mergeTexts(_ base: Draft, _ ours: Draft, _ theirs: Draft) {
    for section in base.form.textSections.map(\.id) {
      let text = MergeText(
        section: section, base: base.text(of: section), ours: ours.text(of: section),
        theirs: theirs.text(of: section))
      draft.setText(text.text(choosing: []), of: section)
      guard !text.conflicts.isEmpty else { continue }
      texts.append(text)
      conflicts += text.conflicts.map { .text(section: section, $0) }
    }
  }

  private mutating func mergeAcceptances(_ base: Draft, _ ours: Draft, _ theirs: Draft) {
    let sides = [base, ours, theirs].map { Dictionary(grouping: $0.acceptances, by: \.subject) }
    var subjects: [Acceptance.Subject] = []
    var known: Set<Acceptance.Subject> = []
    for acceptance in (ours.acceptances + theirs.acceptances).sorted(by: Acceptance.precedes)
    where known.insert(acceptance.subject).inserted {
      subjects.append(acceptance.subject)
    }
    var merged: [Acceptance] = []
    for subject in subjects {
      let here = Sides(
        base: sides[0][subject] ?? [], ours: sides[1][subject] ?? [],
        theirs: sides[2][subject] ?? [])
      switch here.outcome(==) {
      case .agreed(let acceptances): merged += acceptances
      case .contradiction:
        merged += here.ours
        conflicts.append(.acceptances(subject, here))
      }
    }
    draft.acceptances = merged.sorted(by: Acceptance.precedes)
  }

  private mutating func mergePrevious(_ sides: Sides<PreviousYear?>) {
    switch sides.outcome(==) {
    case .agreed(let previous): draft.previous = previous
    case .contradiction: conflicts.append(.previous(sides))
    }
  }

  /// Steps follow each other, so that two people who made some at once cannot both be right.
  private mutating func mergeReviews(_ sides: Sides<Review>) {
    switch sides.outcome(==) {
    case .agreed(let review): draft.review = review
    case .contradiction: conflicts.append(.review(sides))
    }
  }

  private mutating func mergeUnknown(_ base: Draft, _ ours: Draft, _ theirs: Draft) {
    let sides = [base, ours, theirs].map(UnknownKeys.init)
    var merged = UnknownKeys()
    for path in sides[1].paths + sides[2].paths where merged[path] == nil {
      let here = Sides(base: sides[0][path], ours: sides[1][path], theirs: sides[2][path])
      switch here.outcome(==) {
      case .agreed(let value): merged[path] = value
      case .contradiction:
        merged[path] = here.ours
        conflicts.append(.unknown(path: path, here))
      }
    }
    draft.unknown = merged.unknown
  }
}
