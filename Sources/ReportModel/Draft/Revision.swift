package import JSONText

/// What one save changed: who changed which figures, texts and data from what to what, and when.
///
/// It tells of the content of a report and of nothing else: that a finding was accepted, or last
/// year's report taken in, is no revision. Places are kept as they are written in the draft file,
/// also those that the form does not have.
package struct Revision: Equatable, Sendable {
  /// A value that became another; nil is blank.
  package struct Change<Value: Equatable & Sendable>: Equatable, Sendable {
    /// The address of a cell, the key of the organ's data, or `year`.
    package var key: String
    package var from: Value?
    package var to: Value?
    /// Keys of the draft file that this version does not know, kept and written back.
    package var unknown: [JSON.Member]

    package init(_ key: String, from: Value?, to: Value?, unknown: [JSON.Member] = []) {
      self.key = key
      self.from = from
      self.to = to
      self.unknown = unknown
    }
  }

  /// Paragraphs of a text that others took the place of.
  package struct Hunk: Equatable, Sendable {
    /// How many paragraphs stood before it in the old text.
    package var start: Int
    package var removed: [String]
    package var added: [String]
    /// Keys of the draft file that this version does not know, kept and written back.
    package var unknown: [JSON.Member]

    package init(
      start: Int, removed: [String], added: [String], unknown: [JSON.Member] = []
    ) {
      self.start = start
      self.removed = removed
      self.added = added
      self.unknown = unknown
    }
  }

  /// What changed in the text of a section, from its first paragraph to its last.
  package struct Text: Equatable, Sendable {
    package var section: String
    package var hunks: [Hunk]

    package init(_ section: String, _ hunks: [Hunk]) {
      self.section = section
      self.hunks = hunks
    }
  }

  /// Who saved; empty where that is not known.
  package var by: String
  /// The local time with its offset, as 2026-01-31T09:30:05+08:00; empty where it is not known.
  package var on: String
  /// The figures that changed, by the bytes of their addresses.
  package var cells: [Change<Quantity>] = []
  /// The texts that changed, by the bytes of their sections' ids.
  package var texts: [Text] = []
  /// The data of the organ that changed, by the bytes of their keys.
  package var organ: [Change<String>] = []
  package var year: Change<Int>?
  /// Keys of the draft file that this version does not know, kept and written back.
  package var unknown: [JSON.Member] = []

  /// A revision that tells of nothing yet.
  package init(by: String, on: String) {
    self.by = by
    self.on = on
  }

  /// What makes one draft of another; nil where nothing differs.
  ///
  /// Figures are compared by value, so that 1.50 in the place of 1.5 is no change.
  ///
  /// - Complexity: O(*c* + *p* log *p*) for *c* cells and *p* paragraphs.
  package init?(from old: Draft, to new: Draft, by: String, on: String) {
    let difference = Difference(from: old, to: new)
    self.init(by: by, on: on)
    cells = difference.cells.map { Change($0.address.description, from: $0.from, to: $0.to) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    texts = difference.texts.map { text in
      Text(
        text.section,
        Hunk.hunks(from: text.from?.paragraphs ?? [], to: text.to?.paragraphs ?? []))
    }.sorted { $0.section.utf8.lexicographicallyPrecedes($1.section.utf8) }
    for key in Organ.Key.allCases where old.organ[key] != new.organ[key] {
      organ.append(Change(key.rawValue, from: old.organ[key], to: new.organ[key]))
    }
    organ.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    if old.year != new.year { year = Change("year", from: old.year, to: new.year) }
    if changeCount == 0 { return nil }
  }

  /// How many places changed: cells, texts and pieces of data.
  package var changeCount: Int {
    cells.count + texts.count + organ.count + (year == nil ? 0 : 1)
  }
}

extension Draft {
  /// The draft as it is to be saved in the place of another: with what was changed before, and
  /// with what this save changes, if anything.
  ///
  /// `base` is what the file holds.
  package func revised(from base: Draft, by: String, on: String) -> Draft {
    var revised = self
    revised.revisions = base.revisions
    if let revision = Revision(from: base, to: self, by: by, on: on) {
      revised.revisions.append(revision)
    }
    return revised
  }
}
