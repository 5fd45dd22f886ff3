import ReportModel

/// One line of a register as the report of a year takes it.
enum Request {
  /// A request that is counted in one column and in these rows: one for how it came, one for what
  /// became of it.
  case placed(column: Int, rows: [Int])
  case foreign(Tally.Foreign.Reason)
  case misfit([Tally.Reason])

  static func read(
    _ line: Register.Line, year: Int, rows: RegisterDefinition.Rows, words: RegisterWords
  ) -> Request {
    let days: (received: CalendarDay, answered: CalendarDay?)
    switch Self.days(of: line, words: words) {
    case .success(let read): days = read
    case .failure(let error): return .misfit(error.reasons)
    }
    if days.received.year > year { return .foreign(.receivedAfter(days.received)) }
    if let answered = days.answered, answered.year < year {
      return .foreign(.answeredBefore(answered))
    }
    let column = column(of: line, words: words)
    let closing: Result<Int, Misfitting>
    if let answered = days.answered, answered.year > year {
      closing = .success(rows.openAfter)
    } else {
      closing = Self.closing(of: line, answered: days.answered, open: rows.openAfter, words: words)
    }
    switch (column, closing) {
    case (.success(let column), .success(let row)):
      let arrival = days.received.year == year ? rows.received : rows.openBefore
      return .placed(column: column, rows: [arrival, row])
    case (.failure(let error), .success), (.success, .failure(let error)):
      return .misfit(error.reasons)
    case (.failure(let first), .failure(let second)):
      return .misfit(first.reasons + second.reasons)
    }
  }

  private struct Misfitting: Error {
    var reasons: [Tally.Reason]

    init(_ reasons: Tally.Reason...) { self.reasons = reasons }
  }

  private static func days(
    of line: Register.Line, words: RegisterWords
  ) -> Result<(received: CalendarDay, answered: CalendarDay?), Misfitting> {
    var reasons: [Tally.Reason] = []
    let received = CalendarDay(written: line[.received])
    if received == nil {
      reasons.append(isBlank(line[.received]) ? .notReceived : .noDay(.received, line[.received]))
    }
    let answered = CalendarDay(written: line[.answered])
    // Some write 办理中 where the day will stand.
    if answered == nil, !isBlank(line[.answered]), words.outcome(line[.answered]) != .open {
      reasons.append(.noDay(.answered, line[.answered]))
    }
    if let received, let answered, answered < received {
      reasons.append(.answeredBeforeReceived(received: received, answered: answered))
    }
    guard let received, reasons.isEmpty else {
      var error = Misfitting()
      error.reasons = reasons
      return .failure(error)
    }
    return .success((received, answered))
  }

  private static func column(
    of line: Register.Line, words: RegisterWords
  ) -> Result<Int, Misfitting> {
    let word = line[.applicant]
    if let column = words.applicant(word) { return .success(column) }
    return .failure(Misfitting(isBlank(word) ? .noApplicant : .unknownApplicant(word)))
  }

  /// The row for what became of a request that was answered within the year, or not at all.
  private static func closing(
    of line: Register.Line, answered: CalendarDay?, open: Int, words: RegisterWords
  ) -> Result<Int, Misfitting> {
    let word = line[.outcome]
    if isBlank(word) {
      return answered.map { .failure(Misfitting(.noOutcome(answered: $0))) } ?? .success(open)
    }
    switch (words.outcome(word), answered) {
    case (nil, _): return .failure(Misfitting(.unknownOutcome(word)))
    case (.row(let row), _?): return .success(row)
    case (.row, nil): return .failure(Misfitting(.notAnswered(outcome: word)))
    case (.open, nil): return .success(open)
    case (.open, let answered?):
      return .failure(Misfitting(.openThoughAnswered(answered: answered, outcome: word)))
    }
  }

  /// Whether a field holds nothing, or a sign that stands for nothing.
  private static func isBlank(_ field: String) -> Bool {
    switch Figure(field) {
    case .empty, .mark: true
    case .value, nil: false
    }
  }
}
