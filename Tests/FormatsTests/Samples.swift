import Documents
import FormCatalog
import ReportModel
import Testing

/// Reports that these tests write.
enum Samples {
  /// A filled report: sums agree, and there are an amount with a last digit 0, a blank, and texts.
  static func draft(form id: String = "disclosure-2021") throws -> Draft {
    let form = try #require(FormCatalog.form(id: id))
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "示例县公安局"), year: 2023)
    for position in 0..<form.cellCount where !form.isTotal(CellIndex(position)) {
      draft[CellIndex(position)] = Quantity(whole: Int64(position % 3))
    }
    // Totals of totals come a round later.
    for _ in 0..<3 {
      for relation in form.relations {
        guard let total = relation.total else { continue }
        draft[total] = Quantity(micros: relation.left.reduce(0) { $0 + (draft[$1]?.micros ?? 0) })
      }
    }
    for section in form.textSections {
      draft.setText(Prose("（一）主动公开。全年公开 12 条。\n（二）其他“事项”已办结。"), of: section.id)
    }
    return draft
  }

  /// A cell of amounts, as 万元 are.
  static func amount(in form: Form) throws -> CellIndex {
    let position = try #require(
      (0..<form.cellCount).first { form.kind(of: CellIndex($0)) == .amount })
    return CellIndex(position)
  }

  /// Texts that mean something in one format or another, or that no file may hold.
  static let hostile = [
    "<w:p>&amp;</w:p>]]>", "a\u{0}b\u{1B}[31m\u{202E}c\u{FFFE}\u{2028}d", "\"',;\t|x|\n", "=1+1",
    "_x0041_", "# 标题", "- 项", "1. 项", "***", "| a | b |", "\\", "`x`", "<!-- -->", "", " ",
    String(repeating: "长", count: 70_000), "👨‍👩‍👧‍👦", "𠮷野家",
  ]
}
