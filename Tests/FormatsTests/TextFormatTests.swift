import Documents
import FormCatalog
import ReportModel
import Testing

@testable import Formats

@Suite("A report as Markdown, plain text and CSV")
struct TextFormatTests {
  private static var forms: [Form] {
    FormCatalog.shippedIDs.compactMap { FormCatalog.form(id: $0) }
  }

  @Test("the plain text is read back as it was written", arguments: FormCatalog.shippedIDs)
  func plainText(form: String) throws {
    let draft = try Samples.draft(form: form)
    for encoding in [TextEncoding.utf8, .gb18030] {
      let bytes = try Document(report: draft).plainText(.final, encoding: encoding)
      let read = try importReport(
        [Document(plainText: try decodedText(bytes))], forms: Self.forms)
      #expect(read.draft.organ == draft.organ)
      #expect(read.draft.texts == draft.texts)
      for position in 0..<draft.form.cellCount {
        #expect(read.draft[CellIndex(position)] == draft[CellIndex(position)])
      }
      #expect(read.report.notPlaced == [])
    }
  }

  @Test("the figures of Markdown are read back, too", arguments: FormCatalog.shippedIDs)
  func markdown(form: String) throws {
    let draft = try Samples.draft(form: form)
    let text = String(decoding: Document(report: draft).markdown(.final), as: UTF8.self)
    let read = try importReport([Document(plainText: text)], forms: Self.forms)
    for position in 0..<draft.form.cellCount {
      #expect(read.draft[CellIndex(position)] == draft[CellIndex(position)])
    }
  }

  @Test(
    "Markdown shows texts as they are",
    arguments: [
      ("# 标题", "\\# 标题"), ("- 项", "\\- 项"), ("+1", "\\+1"), ("---", "\\---"), ("===", "\\==="),
      ("1. 项", "1\\. 项"), ("1) 项", "1\\) 项"), ("1.", "1\\."), ("1.5 倍", "1.5 倍"),
      ("1.提高", "1.提高"), ("2023 年", "2023 年"), ("> 引", "\\> 引"), ("a|b", "a\\|b"),
      ("*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"), ("<b>&amp;", "\\<b\\>\\&amp;"),
      ("[a](b)", "\\[a\\](b)"), ("\\", "\\\\"), ("    码", "码"), ("$x$", "\\$x\\$"),
      (":smile:", "\\:smile\\:".replacing("e\\:", with: "e:")), ("10:30", "10:30"),
      ("甲\n乙\u{202E}", "甲 乙"), ("", ""),
    ])
  func escaped(text: String, written: String) {
    #expect(markdownParagraph(text) == written)
  }

  @Test("CSV has a row for every figure, blank or not, and for every text")
  func csv() throws {
    var draft = try Samples.draft()
    let amount = try Samples.amount(in: draft.form)
    draft[amount] = Quantity(typed: "1.50")
    draft[CellIndex(0)] = nil
    draft.organ.name = "示例,“局”\"甲\""
    draft.setText(Prose("甲,乙\n\"丙\""), of: draft.form.textSections[0].id)
    let bytes = try draft.csv(.final)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = csvRows(String(decoding: bytes.dropFirst(3), as: UTF8.self))
    #expect(rows[0] == ["organ", "year", "table", "row", "column", "address", "value"])
    #expect(rows.allSatisfy { $0.count == 7 })
    let body = rows.dropFirst()
    #expect(body.count == draft.form.cellCount + draft.form.textSections.count)
    #expect(body.allSatisfy { $0[0] == draft.organ.name && $0[1] == "2023" })
    let values = Dictionary(uniqueKeysWithValues: body.map { ($0[5], $0[6]) })
    for position in 0..<draft.form.cellCount {
      let cell = CellIndex(position)
      #expect(values["\(draft.form.address(of: cell))"] == draft[cell]?.description ?? "")
    }
    for section in draft.form.textSections {
      #expect(values[section.id] == draft.text(of: section.id).text)
    }
  }

  @Test("CSV in GB18030 says the same")
  func gbk() throws {
    let draft = try Samples.draft()
    let plain = try draft.csv(.final, encoding: .utf8)
    let bytes = try draft.csv(.final, encoding: .gb18030)
    #expect(bytes != plain)
    #expect(try decodedText(bytes) == String(decoding: plain, as: UTF8.self))
  }

  @Test("CSV of each table has its figures in their rows and columns")
  func csvTables() throws {
    let draft = try Samples.draft()
    let files = try draft.csvTables(encoding: .utf8)
    #expect(files.map(\.table) == draft.form.tables.map(\.id))
    for (table, file) in zip(draft.form.tables, files) {
      let rows = csvRows(String(decoding: file.bytes, as: UTF8.self))
      #expect(rows.count == table.rows.count + 1)
      for row in table.rows.indices {
        for column in table.columns.indices {
          let figure = draft[table.cell(row: row, column: column)]?.description
          #expect(rows[row + 1][column + 1] == figure)
        }
      }
    }
  }

  @Test("a draft says so, and only a draft")
  func mark() throws {
    let draft = try Samples.draft()
    let document = Document(report: draft)
    for edition in [Edition.draft, .final] {
      for bytes in [
        document.markdown(edition), try document.plainText(edition), try draft.csv(edition),
      ] {
        #expect(String(decoding: bytes, as: UTF8.self).contains("草稿") == (edition == .draft))
      }
    }
  }

  /// RFC 4180, as another program reads it.
  private func csvRows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    func add(_ scalar: Unicode.Scalar) {
      rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
    }
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        if !isQuoted, previous == "\"" { add("\"") }
        isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted: rows.append([""])
      default: add(scalar)
      }
      previous = scalar
    }
    return Array(rows.dropLast())
  }
}
