import Documents
import Glibc
import ReportModel
import Wording

/// What a person said that a word means.
struct ToldWord {
  /// `applicant` or `outcome`.
  var role: Register.Role
  var word: String
  /// The id of a column or a row.
  var id: String
  /// Whether the command line says so, and not an answer of earlier.
  var isGiven = false
}

/// A register counted for a draft.
struct Counted {
  var form: Form
  var definition: RegisterDefinition
  var register: Register
  var tally: Tally
  /// The words whose meaning a person told, now or earlier.
  var told: [ToldWord]
  /// The sheets that were left out because they are hidden.
  var hiddenSheets: [String]

  var table: Table { form.tables[definition.table] }

  /// Whether every line found its place, and not all of them in other years.
  ///
  /// A register without a line says that nobody applied, but nothing against figures that stand in
  /// the draft.
  func isWhole(for draft: Draft) -> Bool {
    guard tally.misfits.isEmpty else { return false }
    guard register.lines.isEmpty else { return tally.countedLines > 0 }
    return tally.changes(of: draft).allSatisfy { $0.from == nil }
  }
}

/// The counting of a register, with what is asked and answered about it.
struct Counting {
  let path: String
  let file: RegisterFile
  let options: RegisterOptions
  /// Whether somebody is there to be asked.
  let canAsk: Bool
  private var answers: RegisterAnswers
  /// What was chosen for this register alone, headings of one name.
  private var numbers: [Register.Role: Int] = [:]
  /// The words that were left open.
  private var leftOpen: Set<String> = []

  init(_ file: RegisterFile, at path: String, options: RegisterOptions, canAsk: Bool) throws {
    self.path = path
    self.file = file
    self.options = options
    self.canAsk = canAsk
    answers = try RegisterAnswers.kept()
  }

  /// Counts the register for a draft; asks what it does not know, each thing once.
  mutating func count(for draft: Draft) throws -> Counted {
    guard let definition = draft.form.register else {
      throw Failure.file(Wording.ofProcess.formWithoutRegister(draft.form.id))
    }
    let before = answers
    let register = try readRegister(as: definition)
    var counted = try count(register, as: definition, for: draft)
    let open = counted.tally.unknownWords.filter { !leftOpen.contains($0.word) }
    if canAsk, !open.isEmpty {
      try ask(about: open, in: counted)
      counted = try count(register, as: definition, for: draft)
    }
    if answers != before { answers.keep() }
    return counted
  }

  private func count(
    _ register: Register, as definition: RegisterDefinition, for draft: Draft
  ) throws(Failure) -> Counted {
    let told = try told(about: definition, in: draft.form)
    var words = RegisterWords(definition, of: draft.form)
    let table = draft.form.tables[definition.table]
    for told in told {
      if told.role == .applicant, let column = definition.applicant(id: told.id, in: table) {
        words.add(told.word, forApplicant: column)
      }
      if told.role == .outcome, let outcome = definition.outcome(id: told.id, in: table) {
        words.add(told.word, for: outcome)
      }
    }
    let tally = Tally(register, as: definition, of: draft.form, year: draft.year, words: words)
    return Counted(
      form: draft.form, definition: definition, register: register, tally: tally, told: told,
      hiddenSheets: file.hiddenSheets)
  }

  /// The answers, and what the command line says in their place.
  private func told(about definition: RegisterDefinition, in form: Form) throws(Failure)
    -> [ToldWord]
  {
    let table = form.tables[definition.table]
    var told: [ToldWord] = []
    for (word, id) in options.words {
      let isApplicant = definition.applicant(id: id, in: table) != nil
      let isOutcome = definition.outcome(id: id, in: table) != nil
      if isApplicant { told.append(ToldWord(role: .applicant, word: word, id: id, isGiven: true)) }
      if isOutcome { told.append(ToldWord(role: .outcome, word: word, id: id, isGiven: true)) }
      guard isApplicant || isOutcome else {
        let choices = [Register.Role.applicant, .outcome].flatMap {
          definition.choices(for: $0, in: table)
        }
        throw Failure.usage(
          Wording.ofProcess.valueNotAllowed("--map", id, allowed: choices.map(\.id)))
      }
    }
    // An answer that was given on another form may name what this one has not.
    let kept =
      answers.applicants.sorted { $0.key < $1.key }
      .filter { definition.applicant(id: $0.value, in: table) != nil }
      .map { ToldWord(role: .applicant, word: $0.key, id: $0.value) }
      + answers.outcomes.sorted { $0.key < $1.key }
      .filter { definition.outcome(id: $0.value, in: table) != nil }
      .map { ToldWord(role: .outcome, word: $0.key, id: $0.value) }
    return told
      + kept.filter { kept in
        !told.contains { $0.role == kept.role && isSameHeading($0.word, kept.word) }
      }
  }
}

extension Counting {
  private var columns: RegisterColumns {
    var columns = options.columns
    for (heading, role) in answers.columns.sorted(by: { $0.key < $1.key })
    where columns.names[role] == nil {
      columns.names[role] = (columns.names[role] ?? []) + [heading]
    }
    columns.numbers.merge(numbers) { given, _ in given }
    return columns
  }

  /// Reads the register, and asks for the columns that it has no name for.
  private mutating func readRegister(as definition: RegisterDefinition) throws -> Register {
    let wording = Wording.ofProcess
    while true {
      let register = Register(file.document, as: definition, columns: columns)
      guard !register.sheets.isEmpty else {
        throw Failure.file(wording.complaint(about: path, cause: wording.noHeadings))
      }
      try requireGivenHeadings(in: register)
      guard let sheet = register.sheets.first(where: { !$0.missing.isEmpty }) else {
        return register
      }
      guard canAsk else {
        let place = wording.sourcePlace(sheet.place, field: nil, in: [path])
        throw Failure.file(
          wording.complaint(
            about: path,
            cause: wording.missingColumns(
              sheet.missing, at: place, headings: sheet.headings.filter { !$0.isEmpty })))
      }
      try askForColumns(of: sheet)
    }
  }

  /// Refuses a `--column` that names no column: another one would be taken in its place.
  private func requireGivenHeadings(in register: Register) throws(Failure) {
    let headings = register.sheets.flatMap(\.headings)
    let most = register.sheets.map(\.headings.count).max() ?? 0
    let missing =
      options.columns.names.values.joined().first { name in
        !headings.contains { isSameHeading($0, name) }
      } ?? options.columns.numbers.values.first { $0 >= most }.map { String($0 + 1) }
    guard let missing else { return }
    throw Failure.usage(
      Wording.ofProcess.noSuchHeading(missing, known: headings.filter { !$0.isEmpty }))
  }

  private mutating func askForColumns(of sheet: Register.Sheet) throws(Failure) {
    let wording = Wording.ofProcess
    var questions = try RegisterQuestions()
    let filled = sheet.headings.indices.filter { !sheet.headings[$0].isEmpty }
    for role in sheet.missing {
      let place = wording.sourcePlace(sheet.place, field: nil, in: [path])
      let choice = questions.choose(
        wording.whichColumn(role, at: place), among: filled.map { sheet.headings[$0] },
        none: wording.noColumn)
      guard case .choice(let number) = choice else { throw Failure.stopped }
      let heading = sheet.headings[filled[number]]
      if sheet.headings.count(where: { isSameHeading($0, heading) }) == 1 {
        answers.columns[heading] = role
      } else {
        numbers[role] = filled[number]
      }
    }
  }

  private mutating func ask(
    about words: [Tally.UnknownWord], in counted: Counted
  ) throws(Failure) {
    let wording = Wording.ofProcess
    var questions = try RegisterQuestions()
    for word in words {
      let choices = counted.definition.choices(for: word.role, in: counted.table)
      let places = word.lines.map {
        wording.sourcePlace(counted.register.lines[$0].place, field: nil, in: [path])
      }
      let answer = questions.choose(
        wording.whatDoesItMean(word.word, as: word.role, lines: places),
        among: choices.map(\.label), none: wording.leaveWord)
      switch answer {
      case .choice(let number):
        if word.role == .applicant { answers.applicants[word.word] = choices[number].id }
        if word.role == .outcome { answers.outcomes[word.word] = choices[number].id }
      case .none: leftOpen.insert(word.word)
      case .end: throw Failure.stopped
      }
    }
  }
}
