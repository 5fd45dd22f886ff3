import Documents
import ReportModel
import Wording

/// Tells what a counting found.
struct TallyPrinter {
  private let counted: Counted
  private let draft: Draft
  private let path: String
  private let wording = Wording.ofProcess

  /// - Precondition: the register was counted for this draft.
  init(_ counted: Counted, for draft: Draft, at path: String) {
    self.counted = counted
    self.draft = draft
    self.path = path
  }

  /// The report for people with these figures replaced; what matters most stands last, next to the
  /// prompt.
  func text(replacing replaced: [Tally.Change]) -> String {
    let register = counted.register
    let changes = counted.tally.changes(of: draft)
    var lines = register.sheets.map(sheetLine)
    lines += register.unread.map { wording.sheetNotRead(at: place($0)) }
    lines += counted.hiddenSheets.map(wording.hiddenSheet)
    lines += register.skipped.map { wording.skippedLine($0.text, at: place($0.place)) }
    lines += toldLines
    lines += counted.tally.foreign.map { foreign in
      let place = place(ofLine: foreign.line)
      return switch foreign.reason {
      case .receivedAfter(let day): wording.receivedAfter(day.description, at: place)
      case .answeredBefore(let day): wording.answeredBefore(day.description, at: place)
      }
    }
    lines += replaced.compactMap { change in
      change.from.map {
        wording.figureChanged(address(of: change.cell), from: $0, to: change.to)
      }
    }
    lines += counted.tally.misfits.map { misfit in
      wording.misfit(misfit.reasons.map(sentence), at: place(ofLine: misfit.line))
    }
    lines += unknownWordLines
    lines.append(
      wording.tallySummary(
        year: draft.year, counted: counted.tally.countedLines, foreign: counted.tally.foreign.count,
        misfits: counted.tally.misfits.count, changed: changes.count,
        replaced: changes.count { $0.from != nil }))
    return lines.map(wording.shownField).joined(separator: "\n")
  }

  /// What changes, one figure a line: address, what stands there, what the register says.
  var changes: String {
    counted.tally.changes(of: draft).map { change in
      "\(address(of: change.cell))\t\(change.from?.description ?? "")\t\(change.to)\n"
    }.joined()
  }

  /// The lines that make up a cell; nil for one that registers say nothing about.
  func lines(of cell: CellIndex) -> String? {
    counted.tally.lines[cell]?.map { index in
      let line = counted.register.lines[index]
      let fields = [
        line.day(.received), line.day(.answered), line[.applicant], line[.outcome],
      ]
      return ([place(line.place)] + fields.map(wording.shown)).joined(separator: "\t") + "\n"
    }.joined()
  }

  /// What a cell is called, what was counted and what stands in the draft.
  func heading(of cell: CellIndex) -> String {
    wording.tallyHeading(
      address(of: cell), wording.fullName(of: cell, in: draft.form),
      count: counted.tally.lines[cell]?.count ?? 0, inDraft: draft[cell],
      misfits: counted.tally.misfits.count)
  }

  private func sheetLine(_ sheet: Register.Sheet) -> String {
    let columns = Register.Role.allCases.compactMap { role in
      sheet.columns[role].map { wording.columnRead(role, as: sheet.headings[$0], number: $0 + 1) }
    }
    return wording.sheetRead(lines: sheet.lineCount, columns: columns, at: place(sheet.place))
  }

  /// The words that were read as somebody told, in this register.
  private var toldLines: [String] {
    counted.told.compactMap { told in
      let count = counted.register.lines.count { isSameHeading($0[told.role], told.word) }
      if count == 0 { return told.isGiven ? wording.wordUnused(told.word, told.role) : nil }
      return wording.wordTold(told.word, told.role, id: told.id, lines: count)
    }
  }

  /// What to do about the words that mean nothing.
  private var unknownWordLines: [String] {
    let words = counted.tally.unknownWords
    return [Register.Role.applicant, .outcome].flatMap { role -> [String] in
      let asked = words.filter { $0.role == role }
      guard !asked.isEmpty else { return [] }
      let choices = counted.definition.choices(for: role, in: counted.table)
      return asked.map { wording.wordToMap($0.word, lines: $0.lines.count) }
        + [wording.meanings(of: role)] + choices.map { wording.meaning($0.id, $0.label) }
    }
  }

  private func sentence(_ reason: Tally.Reason) -> String {
    switch reason {
    case .notReceived: wording.fieldBlank(.received)
    case .noDay(let role, let text): wording.noDay(role, text)
    case .answeredBeforeReceived(let received, let answered):
      wording.answeredBeforeReceived(received.description, answered.description)
    case .noApplicant: wording.fieldBlank(.applicant)
    case .unknownApplicant(let word): wording.unknownWord(.applicant, word)
    case .noOutcome(let answered): wording.noOutcome(answered: answered.description)
    case .unknownOutcome(let word): wording.unknownWord(.outcome, word)
    case .notAnswered(let outcome): wording.notAnswered(outcome: outcome)
    case .openThoughAnswered(let answered, let outcome):
      wording.openThoughAnswered(answered.description, outcome: outcome)
    }
  }

  private func address(of cell: CellIndex) -> String {
    draft.form.address(of: cell).description
  }

  private func place(_ place: SourcePlace) -> String {
    wording.sourcePlace(place, field: nil, in: [path])
  }

  private func place(ofLine index: Int) -> String { place(counted.register.lines[index].place) }
}

extension Register.Line {
  /// A day in one form, however the register has it.
  fileprivate func day(_ role: Register.Role) -> String {
    CalendarDay(written: self[role])?.description ?? self[role]
  }
}
