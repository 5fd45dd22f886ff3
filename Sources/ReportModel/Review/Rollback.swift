extension Draft {
  /// The draft as it was after the first saves of its history; what no save tells of, such as
  /// acceptances and comments, is as it is now.
  ///
  /// - Returns: nil where there were not as many saves, or the history does not fit the draft, as
  ///   where another program changed the file.
  package func asOf(saves count: Int) -> Draft? {
    guard revisions.indices.contains(count) || count == revisions.count else { return nil }
    var draft = self
    for revision in revisions[count...].reversed() {
      guard draft.takeBack(revision) else { return nil }
    }
    draft.revisions = Array(revisions[..<count])
    return draft
  }

  /// The draft as it was when a reviewer last signed or returned it; nil where nobody did, or where
  /// the history does not tell.
  package var atLastReview: Draft? {
    guard let last = review.steps.last(where: { $0.action != .submit }),
      let count = last.revisionCount
    else { return nil }
    return asOf(saves: count)
  }

  /// Undoes a save; false where it does not fit.
  private mutating func takeBack(_ revision: Revision) -> Bool {
    for change in revision.cells {
      guard let cell = Address(change.key).flatMap({ form.cell(at: $0) }) else { continue }
      guard self[cell]?.micros == change.to?.micros else { return false }
      self[cell] = change.from
    }
    for change in revision.organ {
      guard let key = Organ.Key(rawValue: change.key) else { continue }
      organ[key] = change.from
    }
    if let year = revision.year?.from { self.year = year }
    for text in revision.texts {
      guard let paragraphs = paragraphs(of: text) else { return false }
      setText(Prose(paragraphs.joined(separator: "\n")), of: text.section)
    }
    return true
  }

  /// The paragraphs that a text had before a save; nil where what the save put there is not there.
  private func paragraphs(of text: Revision.Text) -> [String]? {
    let current = self.text(of: text.section)
    var paragraphs = current.isEmpty ? [] : current.paragraphs
    // From the last on, so that none moves another: each stands where it stood in the old text,
    // moved by what the ones before it added.
    var starts: [Int] = []
    var moved = 0
    for hunk in text.hunks {
      starts.append(hunk.start + moved)
      moved += hunk.added.count - hunk.removed.count
    }
    for (hunk, start) in zip(text.hunks, starts).reversed() {
      let range = start..<start + hunk.added.count
      guard start >= 0, range.upperBound <= paragraphs.count,
        paragraphs[range].elementsEqual(hunk.added)
      else { return nil }
      paragraphs.replaceSubrange(range, with: hunk.removed)
    }
    return paragraphs
  }
}

extension Draft {
  /// A figure that became another since last year.
  package struct YearlyChange: Equatable, Sendable {
    package var cell: CellIndex
    package var from: Quantity
    package var to: Quantity
  }

  /// The figures that differ most from last year's, totals left out, the most remarkable first.
  ///
  /// A difference counts by how far it is beyond what chance makes of counts of that size, so that 3
  /// in the place of 90 comes before 1003 in the place of 1090.
  package func biggestChanges(most count: Int) -> [YearlyChange] {
    guard let lastYear else { return [] }
    var changes: [(weight: Double, change: YearlyChange)] = []
    for cell in (0..<form.cellCount).map(CellIndex.init) where !form.isTotal(cell) {
      guard let from = lastYear[cell], let to = self[cell], from.micros != to.micros else {
        continue
      }
      let (old, new) = (Double(from.micros), Double(to.micros))
      let weight = (new - old) * (new - old) / max(1, abs(new) + abs(old))
      changes.append((weight, YearlyChange(cell: cell, from: from, to: to)))
    }
    return changes.sorted { ($1.weight, $0.change.cell) < ($0.weight, $1.change.cell) }
      .prefix(count).map(\.change)
  }

  /// What a person saved, in all.
  package struct Share: Equatable, Sendable {
    package var by: String
    package var saves: Int
    package var changes: Int
    /// When last; empty where that is not known.
    package var last: String
  }

  /// Who saved what, the one who saved last first.
  package var shares: [Share] {
    var shares: [Share] = []
    for revision in revisions.reversed() {
      let index = shares.firstIndex { $0.by == revision.by } ?? shares.count
      if index == shares.count {
        shares.append(Share(by: revision.by, saves: 0, changes: 0, last: revision.on))
      }
      shares[index].saves += 1
      shares[index].changes += revision.changeCount
    }
    return shares
  }
}
