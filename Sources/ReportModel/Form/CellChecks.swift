/// The rules over cells that are no sums: they compare with last year's figures, with the organ,
/// with the texts, or with the edition in force.
package struct CellChecks: Equatable, Sendable {
  /// A figure that is out of proportion to last year's.
  package var jump: Check<Jump>?
  /// An amount that seems to be given in another unit.
  package var unit: Check<Unit>?
  /// Nothing but zeros while a text speaks of work done.
  package var allZero: Check<AllZero>?
  /// A figure that an organ of this level cannot have.
  package var authority: Check<Authority>?
  /// A form that is not the one of the report's year.
  package var superseded: Check<Superseded>?

  package init() {}
}

extension CellChecks {
  /// What counts as out of proportion.
  package struct Jump: Equatable, Sendable {
    /// More than so many times, or less than this part.
    package var factor: Int
    /// Where the larger of both figures is less than this, nothing is said.
    package var least: Int

    package init(factor: Int, least: Int) {
      self.factor = factor
      self.least = least
    }
  }

  /// What looks like an amount in a unit that is smaller by some thousands.
  package struct Unit: Equatable, Sendable {
    /// The cells that hold amounts.
    package var cells: Set<CellIndex>
    /// The ratios between two years that tell another unit.
    package var ratios: ClosedRange<Int>
    /// Whole amounts from here on tell another unit by themselves.
    package var least: Int
    /// How many of the smaller unit are one of the right unit.
    package var factor: Int

    package init(cells: Set<CellIndex>, ratios: ClosedRange<Int>, least: Int, factor: Int) {
      self.cells = cells
      self.ratios = ratios
      self.least = least
      self.factor = factor
    }
  }

  /// What tells that a text speaks of work done: a term with a count beside it.
  package struct AllZero: Equatable, Sendable {
    /// The ids of the sections that are read.
    package var sections: [String]
    /// What work is called.
    package var terms: [String]
    /// The measure words of counted work.
    package var counters: [String]
    /// What makes a sentence speak of nothing, or of another year.
    package var exceptions: [String]

    package init(sections: [String], terms: [String], counters: [String], exceptions: [String]) {
      self.sections = sections
      self.terms = terms
      self.counters = counters
      self.exceptions = exceptions
    }
  }

  /// Cells that are 0 for organs of some levels.
  package struct Authority: Equatable, Sendable {
    package var cells: [CellIndex]
    /// The levels, in the words of the draft file.
    package var levels: [String]

    package init(cells: [CellIndex], levels: [String]) {
      self.cells = cells
      self.levels = levels
    }
  }

  /// What tells a form that is no longer in force.
  package struct Superseded: Equatable, Sendable {
    /// Rows that an earlier form did not have: wholly blank while another row is filled, they tell
    /// that the report was made on that form.
    package var splitRow: SplitRow?

    package init(splitRow: SplitRow?) {
      self.splitRow = splitRow
    }
  }

  /// One row of an earlier form that became several.
  package struct SplitRow: Equatable, Sendable {
    /// The cells of the rows that the earlier form did not have.
    package var added: [CellIndex]
    /// The cells of the row that it had.
    package var kept: [CellIndex]

    package init(added: [CellIndex], kept: [CellIndex]) {
      self.added = added
      self.kept = kept
    }
  }
}
