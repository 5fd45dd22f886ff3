import Documents
import FormCatalog
import ReportModel
import Testing

/// A sheet made of lines whose fields `|` parts.
func sheet(_ lines: String, named name: String? = nil) -> DocumentTable {
  let rows = lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
    number, line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
      DocumentTable.Cell(String($0), role: .figure(nil))
    }
    return DocumentTable.Row(
      cells, line: number + 1, spot: name.map { Spot(sheet: $0, row: number + 1) })
  }
  return DocumentTable(rows: rows)
}

/// Decoded once: the tables of cases are long.
let shippedFormsByID = Dictionary(
  uniqueKeysWithValues: FormCatalog.shippedIDs.compactMap { id in
    FormCatalog.form(id: id).map { (id, $0) }
  })

/// A register with its form, to be counted for 2024.
struct CountedRegister {
  let form: Form
  let definition: RegisterDefinition
  let register: Register
  let tally: Tally

  init(
    _ sheets: [DocumentTable], form id: String = "disclosure-2021",
    columns: RegisterColumns = RegisterColumns(), adding: (inout RegisterWords) -> Void = { _ in }
  ) throws {
    form = try #require(shippedFormsByID[id])
    definition = try #require(form.register)
    let document = Document(title: "", blocks: sheets.map { .table($0) })
    register = Register(document, as: definition, columns: columns)
    var words = RegisterWords(definition, of: form)
    adding(&words)
    tally = Tally(register, as: definition, of: form, year: 2024, words: words)
  }

  /// A register of the usual four columns with these lines.
  init(lines: String, form id: String = "disclosure-2021") throws {
    try self.init([sheet("收到日期|申请人类型|答复日期|办理结果\n" + lines)], form: id)
  }

  /// The cells that hold more than 0, totals left out, as `row.column` with the lines of the sheet.
  var cells: [String: [Int]] {
    var cells: [String: [Int]] = [:]
    for (cell, lines) in tally.lines where !lines.isEmpty && !form.isTotal(cell) {
      let address = form.address(of: cell)
      cells["\(address.row).\(address.column)"] = lines.map { register.lines[$0].place.line }
    }
    return cells
  }

  /// The draft with what was counted.
  var draft: Draft {
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "示例县公安局"), year: 2024)
    for change in tally.changes(of: draft) { draft[change.cell] = change.to }
    return draft
  }
}
