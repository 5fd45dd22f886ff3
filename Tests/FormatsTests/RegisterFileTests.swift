import Documents
import FormCatalog
import Formats
import ReportModel
import Testing

@Suite("A register in a file")
struct RegisterFileTests {
  @Test("is counted alike in every encoding and with every separator")
  func isCounted() throws {
    let text = SampleRegister.csv
    let tabs = text.replacing("\"消防检查记录,附件\"", with: "消防检查记录、附件")
      .replacing(",", with: "\t")
    let files = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8),
      try gb18030(text), try gb18030(tabs),
    ]
    for bytes in files {
      let tally = try Self.tally(of: bytes)
      #expect(tally.figures == SampleRegister.figures)
      #expect(tally.misfits == [])
      #expect(tally.foreign == [32, 33])
      #expect(tally.broken == [])
    }
  }

  /// What was counted of a file for 2024: figures by row and column without totals, and lines.
  private static func tally(
    of bytes: [UInt8]
  ) throws -> (figures: [String: Int], misfits: [Int], foreign: [Int], broken: [String]) {
    let form = try #require(FormCatalog.form(id: "disclosure-2021"))
    let definition = try #require(form.register)
    let register = Register(
      try Document(csv: bytes), as: definition, columns: RegisterColumns())
    let tally = Tally(
      register, as: definition, of: form, year: 2024,
      words: RegisterWords(definition, of: form))
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "示例县公安局"), year: 2024)
    for change in tally.changes(of: draft) { draft[change.cell] = change.to }
    var figures: [String: Int] = [:]
    for (cell, lines) in tally.lines where !lines.isEmpty && !form.isTotal(cell) {
      let address = form.address(of: cell)
      figures["\(address.row).\(address.column)"] = lines.count
    }
    let relations = ["row-total", "handled-total", "balance"]
    return (
      figures, tally.misfits.map { register.lines[$0.line].place.line },
      tally.foreign.map { register.lines[$0.line].place.line },
      Validation(draft).findings(in: draft).map(\.rule).filter(relations.contains)
    )
  }
}
