import FormCatalog
import ReportModel
import Testing

/// A shipped form.
func shipped(_ id: String) throws -> Form { try #require(FormCatalog.form(id: id)) }

/// A small form of our own: counts, amounts and changes in one table, and one text.
func ownForm(rules: String) throws -> Form {
  let source = """
    {"schema":"nianbao/form/1","id":"own","name":"表","title":"{organ}{year}","sections":[
    {"id":"figures","title":"一","tables":[{"id":"staff","columns":[
    {"id":"men","label":"男"},{"id":"women","label":"女"},{"id":"sum","label":"合计"}],"rows":[
    {"id":"young","label":"青"},{"id":"old","label":"老"},{"id":"all","label":"共"},
    {"id":"pay","label":"薪","kind":"amount"},{"id":"shift","label":"增减","kind":"change"}]}]},
    {"id":"words","title":"二","text":{}}],"rules":[\(rules)]}
    """
  return try FormCatalog.form(reading: Array(source.utf8))
}

/// A rule of a form of our own; `cells` says what it compares.
func rule(_ id: String, severity: String = "error", _ cells: String) -> String {
  """
  {"id":"\(id)","severity":"\(severity)","name":"n","formula":"f","leftName":"l","rightName":"r",\
  \(cells)}
  """
}

/// Rows and columns with totals, and one relation of each other comparison.
func formWithEverything() throws -> Form {
  try ownForm(
    rules: [
      rule("row-total", #""table":"staff","rows":"all","left":["men","women"],"right":["sum"]"#),
      rule(
        "column-total",
        #""table":"staff","columns":"all","left":["young","old"],"right":["all"]"#),
      rule("most", #""left":["staff.pay.men"],"comparison":"<=","right":["staff.pay.women"]"#),
      rule("least", #""left":["staff.shift.men"],"comparison":">=","right":["staff.old.men"]"#),
    ].joined(separator: ","))
}

extension Draft {
  /// A draft whose figures agree, every cell is 0, and whose texts say what they must.
  static func agreeing(_ form: Form) -> Draft {
    let year = form.lastYear ?? 2023
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "甲"), year: year)
    for position in 0..<form.cellCount { draft[CellIndex(position)] = .zero }
    for section in form.textSections {
      let text = soundTexts[section.id] ?? ""
      draft.setText(Prose(text.replacing("2023", with: String(year))), of: section.id)
    }
    return draft
  }

  /// Texts in which nothing is to be found.
  private static let soundTexts = [
    "preface": "本报告根据条例编制，统计期限为2023年1月1日至12月31日。",
    "overview": "主动公开、依申请公开、信息管理、平台建设和监督保障都按照规定进行。",
    "problems": "公开的范围还不够广，已经逐项核对目录。",
    "other": "没有收取信息处理费。",
  ]

  /// The draft with other figures, written as in a file; nil blanks the cell.
  func with(_ figures: KeyValuePairs<String, String?>) throws -> Draft {
    var draft = self
    for (address, figure) in figures {
      let cell = try draft.form.cell(address)
      draft[cell] = try figure.map { try #require(Quantity(json: $0)) }
    }
    return draft
  }

  /// The draft with figures of last year, written as in a file; all else of last year is unknown.
  func withPrevious(_ figures: KeyValuePairs<String, String>) throws -> Draft {
    var draft = self
    var previous = PreviousYear(
      year: year - 1, form: form.id, organ: organ.name, source: "a.json", comparedOn: form)
    for (address, figure) in figures {
      previous[try form.cell(address)] = Quantity(json: figure)
    }
    draft.previous = previous
    return draft
  }

  /// All findings, each as its rule and the cell that it is listed under.
  var foundRules: [String] { rules(of: Validation(self).findings(in: self)) }

  /// The same without what is found in texts, for drafts whose texts are beside the point.
  var foundRulesOfCells: [String] {
    rules(of: Validation(self).findings(in: self).filter { $0.text == nil })
  }

  private func rules(of findings: [Finding]) -> [String] {
    let validation = Validation(self)
    return findings.map { finding in
      let cell =
        switch finding.detail {
        case .unequal(let sums): validation.anchor(of: sums.relation)
        case .organMissing, .blank, .wrongKind, .cells, .figures, .words: finding.at.first
        }
      return finding.rule + (cell.map { " \(form.address(of: $0))" } ?? "")
    }
  }

  /// The suggestions of the first finding of a rule, as addresses with values.
  func suggestions(for rule: String) -> [String]? {
    let finding = Validation(self).findings(in: self).first { $0.rule == rule }
    return finding?.fixes.map { fix in
      fix.changes.map { "\(form.address(of: $0.cell))=\($0.value)" }.joined(separator: " ")
    }
  }
}

extension Form {
  func cell(_ address: String) throws -> CellIndex {
    try #require(Address(address).flatMap { cell(at: $0) }, "\(address)")
  }
}

/// Random numbers that are the same at every run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A figure or a blank, small enough that relations hold now and then.
  mutating func figure() -> Quantity? {
    let texts = ["0", "0", "1", "1", "2", "3", "-1", "1.5", "0.5", "999999999999999"]
    return Bool.random(using: &self)
      ? texts.randomElement(using: &self).flatMap { Quantity(json: $0) }
      : Int.random(in: 0...3, using: &self) == 0 ? nil : .zero
  }
}
