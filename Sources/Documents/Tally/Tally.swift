package import ReportModel

/// A register counted into a table of the form.
package struct Tally: Equatable, Sendable {
  /// Why a line fits nowhere.
  package enum Reason: Equatable, Sendable {
    case notReceived
    /// What stands under a heading for days and is none.
    case noDay(Register.Role, String)
    case answeredBeforeReceived(received: CalendarDay, answered: CalendarDay)
    case noApplicant
    case unknownApplicant(String)
    /// It was answered on this day, nobody says how.
    case noOutcome(answered: CalendarDay)
    case unknownOutcome(String)
    /// It has an outcome and no day of an answer.
    case notAnswered(outcome: String)
    /// It was answered on this day, and is said to be open.
    case openThoughAnswered(answered: CalendarDay, outcome: String)
  }

  /// A line that fits nowhere; there may be several reasons.
  package struct Misfit: Equatable, Sendable {
    /// The index of the line in the register.
    package var line: Int
    package var reasons: [Reason]
  }

  /// A line that belongs to another year's report.
  package struct Foreign: Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
      case receivedAfter(CalendarDay)
      case answeredBefore(CalendarDay)
    }

    /// The index of the line in the register.
    package var line: Int
    package var reason: Reason
  }

  /// A word that means nothing yet, and the lines that have it.
  package struct UnknownWord: Equatable, Sendable {
    /// `applicant` or `outcome`.
    package var role: Register.Role
    package var word: String
    package var lines: [Int]
  }

  /// The lines that make up each cell, totals too, by their indices in the register.
  ///
  /// A cell that registers say nothing about is absent.
  package private(set) var lines: [CellIndex: [Int]] = [:]
  package private(set) var misfits: [Misfit] = []
  package private(set) var foreign: [Foreign] = []
  /// What is asked for, in the order of its first line.
  package private(set) var unknownWords: [UnknownWord] = []
  /// How many lines are counted.
  package private(set) var countedLines = 0

  /// Counts the lines of a register for the report of a year.
  ///
  /// - Precondition: the definition is that of the form.
  package init(
    _ register: Register, as definition: RegisterDefinition, of form: Form, year: Int,
    words: RegisterWords
  ) {
    let table = form.tables[definition.table]
    let rows = definition.rows
    let counted =
      [rows.received, rows.openBefore, rows.openAfter] + definition.outcomes.map(\.line)
    for row in counted {
      for applicant in definition.applicants {
        lines[table.cell(row: row, column: applicant.line)] = []
      }
    }
    for (index, line) in register.lines.enumerated() {
      switch Request.read(line, year: year, rows: rows, words: words) {
      case .placed(let column, let rows):
        for row in rows { lines[table.cell(row: row, column: column)]?.append(index) }
        countedLines += 1
      case .foreign(let reason): foreign.append(Foreign(line: index, reason: reason))
      case .misfit(let reasons):
        misfits.append(Misfit(line: index, reasons: reasons))
        noteUnknownWords(in: reasons, of: index)
      }
    }
    addTotals(by: form, in: table)
  }

  private mutating func noteUnknownWords(in reasons: [Reason], of line: Int) {
    for reason in reasons {
      switch reason {
      case .unknownApplicant(let word): note(word, as: .applicant, in: line)
      case .unknownOutcome(let word): note(word, as: .outcome, in: line)
      case .notReceived, .noDay, .answeredBeforeReceived, .noApplicant, .noOutcome, .notAnswered,
        .openThoughAnswered:
        continue
      }
    }
  }

  private mutating func note(_ word: String, as role: Register.Role, in line: Int) {
    let known = unknownWords.firstIndex { $0.role == role && $0.word.folded == word.folded }
    if let known {
      unknownWords[known].lines.append(line)
    } else {
      unknownWords.append(UnknownWord(role: role, word: word, lines: [line]))
    }
  }

  /// Adds the cells that the form's rules make totals of cells which are counted, and the totals of
  /// these.
  private mutating func addTotals(by form: Form, in table: Table) {
    var relations = form.relations.filter { relation in
      relation.total.map { table.cells.contains($0.position) } ?? false
    }
    while true {
      let ready = relations.filter { $0.left.allSatisfy { lines[$0] != nil } }
      guard !ready.isEmpty else { return }
      relations.removeAll { $0.left.allSatisfy { lines[$0] != nil } }
      for relation in ready {
        guard let total = relation.total, lines[total] == nil else { continue }
        lines[total] = relation.left.flatMap { lines[$0] ?? [] }.sorted()
      }
    }
  }
}

extension Tally {
  /// A figure that the register gives another value than the draft has.
  package struct Change: Equatable, Sendable {
    package var cell: CellIndex
    package var from: Quantity?
    package var to: Quantity
  }

  /// What the register changes in a draft, in form order.
  ///
  /// - Precondition: the draft is on the form that was counted for.
  package func changes(of draft: Draft) -> [Change] {
    lines.keys.sorted().compactMap { cell in
      guard let figure = Quantity(whole: Int64(lines[cell]?.count ?? 0)),
        draft[cell]?.micros != figure.micros
      else { return nil }
      return Change(cell: cell, from: draft[cell], to: figure)
    }
  }
}
