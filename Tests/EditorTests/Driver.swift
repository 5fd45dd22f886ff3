import CellGrid
@testable import Editor
import FormCatalog
import ReportModel
import Storage
import Testing
import Wording

extension Editor {
  /// An editor on a draft in a window of 100 × 30, in Chinese.
  static func on(
    _ draft: Draft, access: Access = .editing, language: Language = .chinese,
    size: Size = Size(columns: 100, rows: 30)
  ) -> Editor {
    Editor(
      draft: draft, access: access, fileName: "sample.json", wording: Wording(language), size: size)
  }

  /// Presses keys; what they ask of the world, but for the notes of a journal.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { update(.input(.key($0))) }.withoutNotes
  }

  /// Types a text; the same of what it asks for.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.flatMap { update(.input(.key(.character($0)))) }.withoutNotes
  }

  mutating func paste(pasting text: String) { _ = update(.input(.paste(text))) }

  /// The screen as lines of text.
  var lines: [String] {
    let grid = screen()
    return (0..<grid.size.rows).map { grid.text(row: $0) }
  }

  /// The address of the cell under the cursor.
  var address: String { cell.map { draft.form.address(of: $0).description } ?? "" }

  /// What stands in a cell, or nothing.
  func figure(_ address: String) -> String {
    Address(address).flatMap { draft[$0] }?.description ?? ""
  }

  /// Opens an entry, and in it a cell if one is named.
  mutating func open(entry: Int) { go(to: Place(entry: entry, spot: spots[entry])) }

  mutating func open(_ address: String) throws {
    let cell = try draft.form.cell(address)
    go(to: Place(entry: entry(of: cell), spot: .cell(cell)))
  }

  /// Opens a text section with the caret at its start.
  mutating func open(text section: String) throws {
    let number = try #require(draft.form.sections.firstIndex { $0.id == section })
    go(to: Place(entry: number + 1, spot: .caret(.start)))
  }
}

extension [Effect] {
  /// All but what is noted in a journal.
  var withoutNotes: [Effect] {
    filter { effect in
      if case .note = effect { false } else { true }
    }
  }
}

extension Form {
  func cell(_ address: String) throws -> CellIndex {
    try #require(Address(address).flatMap { cell(at: $0) }, "\(address)")
  }
}

extension Draft {
  /// A draft in which nothing is found: every cell is 0, and every text is written.
  static func agreeing() throws -> Draft {
    let form = try #require(FormCatalog.form(id: "disclosure-2021"))
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "示例县公安局"), year: 2023)
    for position in 0..<form.cellCount { draft[CellIndex(position)] = .zero }
    draft.texts = [
      "preface": Prose("本报告的统计期限为2023年1月1日至12月31日，由办公室负责解释。"),
      "overview": Prose("（一）主动公开。\n（二）依申请公开。\n（三）政府信息管理。\n（四）政府信息公开平台建设。\n（五）监督保障。"),
      "problems": Prose("人员不足，将充实力量，加强培训。"),
      "other": Prose("本年没有收取信息处理费。"),
    ]
    return draft
  }

  /// The draft with other figures; nil blanks the cell.
  func with(_ figures: KeyValuePairs<String, Int64?>) throws -> Draft {
    var draft = self
    for (address, figure) in figures {
      draft[try draft.form.cell(address)] = figure.flatMap { Quantity(whole: $0) }
    }
    return draft
  }

  /// The sample that comes with the program.
  static func sample() throws -> Draft {
    let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = package + "/Sources/nianbao/Samples/demo.json"
    return try DraftFile.draft(reading: try readFile(at: path, limit: 1 << 20))
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
}
