package import ReportModel

/// A line of one of the sources.
package struct SourcePlace: Hashable, Sendable {
  /// Which source, counted from 0 in the order they were given.
  package var source: Int
  /// The line in it, counted from 1; in a source without lines the number of the paragraph or row.
  package var line: Int
  /// Where it stands in a source without lines.
  package var spot: Spot?

  package init(source: Int, line: Int, spot: Spot? = nil) {
    self.source = source
    self.line = line
    self.spot = spot
  }
}

/// Why no draft could be made of a source.
package enum ImportError: Error, Equatable, Sendable {
  /// Nothing in it looks like such a report, or not one row of its tables.
  case notThisReport
  /// The report names no year, and none was given.
  case noYear
  /// Two different values stand for one cell.
  case conflict(Address, ImportReport.Placed, ImportReport.Placed)
}

/// A draft read from a report, and how.
package struct ImportResult: Equatable, Sendable {
  package var draft: Draft
  package var report: ImportReport

  /// The titles of the sections of whose tables nothing was found, not even a blank cell.
  package var sectionsWithoutTables: [String] {
    let found = Set(
      report.placed.map(\.address.table) + report.blanks.map(\.address.table)
        + report.readAs.map(\.table))
    return draft.form.sections.filter { section in
      guard case .tables = section.content else { return false }
      return draft.form.tables(of: section).allSatisfy { !found.contains($0.id) }
    }.map(\.title)
  }
}

/// What an import did with every figure and line of its sources.
package struct ImportReport: Equatable, Sendable {
  /// What decided between several forms.
  package enum FormChoice: Equatable, Sendable {
    /// There was only one.
    case only
    /// Labels that only this form has, this many of them, against those of the next best.
    case labels(count: Int, next: Int)
    /// The labels did not tell them apart, the year did.
    case year
    /// Nothing told them apart; the first was taken.
    case first
  }

  /// Where the organ or the year came from.
  package enum Origin: Equatable, Sendable {
    case given
    case title(SourcePlace)
    /// The title in the properties of the file, as that of a page.
    case properties
    /// The period that the figures are of.
    case period(SourcePlace)
    case missing
  }

  /// A figure that was placed.
  package struct Placed: Equatable, Sendable {
    package var address: Address
    package var value: Quantity
    package var place: SourcePlace
    /// Which field of its line it was, counted from 1.
    package var field: Int
    /// The figure as it stands in the source.
    package var text: String
  }

  /// A row placed under a label that is not quite the statutory one.
  package struct ReadAs: Equatable, Sendable {
    package var table: String
    package var row: String
    /// The label in the source.
    package var label: String
    package var statutoryLabel: String
    package var place: SourcePlace
  }

  /// A cell that stays blank.
  package struct Blank: Equatable, Sendable {
    package var address: Address
    /// What stands in its place, such as `/` or 无; empty where nothing does.
    package var mark: String
    package var place: SourcePlace
    package var field: Int
  }

  /// A remark beside a figure, which a draft has no room for.
  package struct Remark: Equatable, Sendable {
    package var address: Address
    package var value: Quantity
    package var remark: String
    package var place: SourcePlace
  }

  /// Why a line was not placed.
  package enum Reason: Equatable, Sendable {
    /// Figures without a label.
    case noLabel
    /// A label that is none of the form's.
    case unknownLabel
    /// A label that several rows of the form could be.
    case ambiguousLabel
    /// The row asks for so many figures, and other many stand there.
    case figureCount(found: Int, expected: Int)
    /// It cannot be told which of the cells are missing.
    case unclearCells
    /// A cell of the row holds this, which is no figure.
    case noFigure(String)
    /// A figure with a unit that is not the cell's.
    case unit(String)
    /// The header above names other columns than the form, or in another order.
    case columns
    /// A column that is none of the form's; what stands in it, from top to bottom.
    case strangeColumn
    /// A line among tables that is neither row nor header.
    case noRow
    /// A line before the title.
    case beforeTitle
  }

  /// A line that was not placed.
  package struct NotPlaced: Equatable, Sendable {
    package var place: SourcePlace
    package var text: String
    package var reason: Reason
  }

  /// A line that belongs to the page or repeats another, or a prompt of the blank form.
  package struct Dropped: Equatable, Sendable {
    package var place: SourcePlace
    package var text: String
  }

  /// How much text a section got.
  package struct TextCount: Equatable, Sendable {
    package var section: String
    package var paragraphs: Int
    package var characters: Int
  }

  /// The id of the form that was chosen.
  package var form: String
  package var formChoice: FormChoice
  package var organ: Origin
  package var year: Origin
  package var placed: [Placed] = []
  package var readAs: [ReadAs] = []
  package var blanks: [Blank] = []
  package var remarks: [Remark] = []
  package var notPlaced: [NotPlaced] = []
  package var dropped: [Dropped] = []
  package var texts: [TextCount] = []
}
