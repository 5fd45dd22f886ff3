/// How a register of requests, one line each, is counted into a table of the form.
///
/// Plain data: which rows count what, and the words that offices write in their registers.
package struct RegisterDefinition: Equatable, Sendable {
  /// What a column of a register says of a request.
  package enum Role: String, CaseIterable, Hashable, Sendable {
    /// The kind of applicant.
    case applicant
    /// The day on which the request was received.
    case received
    /// The day on which it was answered, or closed without an answer.
    case answered
    /// How it was answered.
    case outcome
  }

  /// A row or a column of the table with the words that mean it, its labels aside.
  package struct Meaning: Equatable, Sendable {
    /// The index of the row or column in its table.
    package var line: Int
    package var words: [String]

    package init(line: Int, words: [String]) {
      self.line = line
      self.words = words
    }
  }

  /// The rows that count requests whatever became of them, by their indices.
  package struct Rows: Equatable, Sendable {
    /// Received within the year.
    package var received: Int
    /// Received before the year and still open when it began.
    package var openBefore: Int
    /// Still open when the year ended.
    package var openAfter: Int

    package init(received: Int, openBefore: Int, openAfter: Int) {
      self.received = received
      self.openBefore = openBefore
      self.openAfter = openAfter
    }
  }

  /// The index of the table in the form.
  package var table: Int
  package var rows: Rows
  /// The headings that a column of a register may have, the preferred ones first.
  package var headings: [Role: [String]]
  /// The columns of the table, one for each kind of applicant.
  package var applicants: [Meaning]
  /// The rows of the table, one for each outcome.
  package var outcomes: [Meaning]
  /// The words that stand for an outcome while there is none.
  package var open: [String]
  /// The words that begin a line which is no request, such as a sum below the others.
  package var asides: [String]

  package init(
    table: Int, rows: Rows, headings: [Role: [String]], applicants: [Meaning],
    outcomes: [Meaning], open: [String], asides: [String]
  ) {
    self.table = table
    self.rows = rows
    self.headings = headings
    self.applicants = applicants
    self.outcomes = outcomes
    self.open = open
    self.asides = asides
  }
}
