import FormCatalog
import JSONText
import ReportModel
import Testing

@Suite("A definition that is no form")
struct FormErrorTests {
  /// A small form that is sound; each case breaks it in one place.
  private static let sound = #"""
    {
      "schema": "nianbao/form/1", "id": "own", "name": {"zh": "表", "en": "Form"},
      "title": "{organ}{year}", "basis": "", "years": {"first": 2020, "last": 2024},
      "sections": [
        {"id": "words", "title": "一", "aliases": ["甲"], "text": {"prompt": "写"}},
        {"id": "figures", "title": "二", "tables": [
          {"id": "staff", "columns": [
            {"label": "人", "columns": [{"id": "men", "label": "男"}, {"id": "women", "label": "女"}]},
            {"id": "sum", "label": "计", "kind": "count"}
          ], "rows": [{"id": "old", "label": "旧"}, {"id": "new", "label": "新"}]}
        ]}
      ],
      "rules": [
        {"id": "sum", "severity": "error", "name": "", "formula": "", "leftName": "",
         "rightName": "", "table": "staff", "rows": "all", "left": ["men", "women"],
         "right": ["sum"]},
        {"id": "grown", "severity": "hint", "name": "", "formula": "", "leftName": "",
         "rightName": "", "relations": [
           {"left": ["staff.new.sum"], "comparison": ">=", "right": ["staff.old.sum"]}]}
      ]
    }
    """#

  @Test("is only what is broken: the sound one is a form")
  func soundIsAForm() throws {
    let form = try FormCatalog.form(reading: Array(Self.sound.utf8))
    #expect(form.cellCount == 6)
    #expect(form.name == LocalizedText("表", english: "Form"))
    #expect((form.firstYear, form.lastYear) == (2020, 2024))
    #expect(form.tables[0].columns.map(\.groups) == [["人"], ["人"], []])
    #expect(form.tables[0].columnTree.map(\.span) == [0..<2, 2..<3])
    #expect(form.tables[0].columnTree.map(\.depth) == [2, 1])
    #expect(form.relations.map(\.rule) == [0, 0, 1])
    #expect(form.relations[1].left == [CellIndex(3), CellIndex(4)])
    #expect(form.relations[1].total == CellIndex(5))
    #expect(form.relations[2].comparison == .atLeast)
    #expect(form.definition == form.definition.withSortedKeys)
  }

  @Test(
    "is told with its cause and path",
    arguments: [
      (#""schema": "nianbao/form/1", "#, "", .missingKey("schema"), ""),
      ("nianbao/form/1", "nianbao/form/2", .badSchema("nianbao/form/2"), "schema"),
      (#""id": "own""#, #""id": "o.n""#, .badID("o.n"), "id"),
      (#""id": "own""#, #""id": """#, .badID(""), "id"),
      (#""id": "own""#, #""id": "o n""#, .badID("o n"), "id"),
      (#""id": "own""#, #""id": "check""#, .reservedID("check"), "id"),
      (#""id": "own""#, #""id": 7"#, .wrongType(expected: .string), "id"),
      (
        #""id": "own""#, #""id": "disclosure-2019""#, .redefinesShippedForm("disclosure-2019"),
        "id"
      ),
      (#""basis""#, #""bases""#, .unknownKey("bases"), "bases"),
      (#""basis": """#, #""basis": "\u001b[2J""#, .controlCharacter, "basis"),
      (#"{"zh": "表", "en": "Form"}"#, "[]", .wrongType(expected: .localizedText), "name"),
      (#""zh": "表", "#, "", .missingKey("zh"), "name"),
      (#""en": "Form""#, #""fr": "Form""#, .unknownKey("fr"), "name.fr"),
      (#""en": "Form""#, "\"en\": \"Fo\u{202E}rm\"", .controlCharacter, "name.en"),
      (#""en": "Form""#, "\"en\": \"Fo\u{2066}rm\"", .controlCharacter, "name.en"),
      (#""en": "Form""#, #""en": null"#, .wrongType(expected: .string), "name.en"),
      ("2024", "2019", .badYear(2019), "years"),
      ("2024", "0", .badYear(0), "years.last"),
      ("2024", "\"2024\"", .wrongType(expected: .integer), "years.last"),
      (#"["甲"]"#, "[1]", .wrongType(expected: .string), "sections[0].aliases[0]"),
      (#""words""#, #""year""#, .reservedID("year"), "sections[0].id"),
      (#""figures""#, #""words""#, .duplicateID("words"), "sections[1].id"),
      (
        #""text": {"prompt": "写"}"#, #""text": "写""#, .wrongType(expected: .object),
        "sections[0].text"
      ),
      (#", "text": {"prompt": "写"}"#, "", .missingKey("tables"), "sections[0]"),
      (
        #""title": "二","#, #""title": "二", "text": {},"#, .exclusiveKeys("text", "tables"),
        "sections[1]"
      ),
      (
        #"{"label": "人", "columns": ["#, #"{"label": "人", "id": "x", "columns": ["#,
        .unknownKey("id"), "sections[1].tables[0].columns[0].id"
      ),
      (
        #"[{"id": "men", "label": "男"}, {"id": "women", "label": "女"}]"#, "[]", .emptyList,
        "sections[1].tables[0].columns[0].columns"
      ),
      (
        #"[{"id": "old", "label": "旧"}, {"id": "new", "label": "新"}]"#, "[]", .emptyList,
        "sections[1].tables[0].rows"
      ),
      (
        #""rows": [{"id": "old""#, #""colums": [{"id": "old""#, .unknownKey("colums"),
        "sections[1].tables[0].colums"
      ),
      (
        #"{"id": "new", "label": "新"}"#, #"{"id": "old", "label": "新"}"#, .duplicateID("old"),
        "sections[1].tables[0].rows[1].id"
      ),
      (
        #"{"id": "sum", "label": "计""#, #"{"id": "men", "label": "计""#, .duplicateID("men"),
        "sections[1].tables[0].columns[1].id"
      ),
      (
        #"{"id": "old", "label": "旧"}"#, #"{"id": "old"}"#, .missingKey("label"),
        "sections[1].tables[0].rows[0]"
      ),
      (
        #""kind": "count""#, #""kind": "number""#,
        .unknownWord("number", allowed: ["count", "change", "amount"]),
        "sections[1].tables[0].columns[1].kind"
      ),
      (#""id": "grown""#, #""id": "sum""#, .duplicateID("sum"), "rules[1].id"),
      (#""id": "grown""#, #""id": "blank""#, .reservedID("blank"), "rules[1].id"),
      (#""id": "grown""#, #""id": "text-year""#, .reservedID("text-year"), "rules[1].id"),
      (#""words""#, #""staff""#, .duplicateID("staff"), "sections[1].tables[0].id"),
      (#""rows": "all""#, #""rows": ["old", "old"]"#, .duplicateID("old"), "rules[0].rows[1]"),
      (
        #""severity": "hint""#, #""severity": "fatal""#,
        .unknownWord("fatal", allowed: ["error", "warning", "hint"]), "rules[1].severity"
      ),
      (
        #"">=""#, #"">""#, .unknownWord(">", allowed: ["=", "<=", ">="]),
        "rules[1].relations[0].comparison"
      ),
      (#""table": "staff""#, #""table": "stuff""#, .unknownTable("stuff"), "rules[0].table"),
      (#""rows": "all""#, #""rows": "every""#, .wrongType(expected: .linesOrAll), "rules[0].rows"),
      (#""rows": "all""#, #""rows": ["gone"]"#, .unknownRow("gone"), "rules[0].rows[0]"),
      (
        #""rows": "all""#, #""rows": "all", "columns": "all""#, .exclusiveKeys("rows", "columns"),
        "rules[0]"
      ),
      (#""rows": "all""#, #""columns": "all""#, .unknownRow("men"), "rules[0].left[0]"),
      (#""table": "staff", "#, "", .missingKey("table"), "rules[0]"),
      (#""rows": "all", "#, "", .missingKey("rows"), "rules[0]"),
      (#"["men", "women"]"#, #"["men", "boys"]"#, .unknownColumn("boys"), "rules[0].left[1]"),
      (#"["men", "women"]"#, "[]", .emptyList, "rules[0].left"),
      (
        #"["men", "women"]"#, #"["men", "men"]"#,
        .repeatedCell(Address(table: "staff", row: "old", column: "men")), "rules[0]"
      ),
      (
        #""staff.new.sum""#, #""staff.new""#, .unknownCell("staff.new"),
        "rules[1].relations[0].left[0]"
      ),
      (
        #""staff.old.sum""#, #""staff.odd.sum""#, .unknownCell("staff.odd.sum"),
        "rules[1].relations[0].right[0]"
      ),
      (
        #""relations": ["#, #""left": [], "relations": ["#, .exclusiveKeys("relations", "left"),
        "rules[1]"
      ),
      ("\"rules\": [", "\"rules\": {", .notJSON(.unexpected("{")), ""),
    ] as [(String, String, FormError.Cause, String)])
  func isTold(part: String, replacement: String, cause: FormError.Cause, path: String) throws {
    let definition = try replacing(part, with: replacement)
    let error = #expect(throws: FormError.self) {
      try FormCatalog.form(reading: Array(definition.utf8))
    }
    #expect(error?.cause == cause)
    #expect(error?.path == path)
  }

  @Test("is told with the place of the wrong value")
  func isToldWithItsPlace() throws {
    let bytes = Array(try replacing(#""label": "旧""#, with: "\"label\":\n 7").utf8)
    let error = #expect(throws: FormError.self) { try FormCatalog.form(reading: bytes) }
    let offset = try #require(error?.offset)
    #expect(TextPosition(of: offset, in: bytes).column == 2)
    #expect(bytes[offset] == UInt8(ascii: "7"))
  }

  @Test("has more cells than a form may have")
  func hasTooManyCells() throws {
    let rows = (0..<Form.cellLimit / 3 + 1).map { "{\"id\":\"r\($0)\",\"label\":\"\"}" }
    let definition = try replacing(
      #"[{"id": "old", "label": "旧"}, {"id": "new", "label": "新"}]"#,
      with: "[\(rows.joined(separator: ","))]")
    let error = #expect(throws: FormError.self) {
      try FormCatalog.form(reading: Array(definition.utf8))
    }
    #expect(error?.cause == .tooManyCells(limit: Form.cellLimit))
    #expect(error?.path == "sections[1].tables[0]")
  }

  @Test("is not a shipped one that says the same in another order")
  func takesAnIdenticalShippedForm() throws {
    for id in FormCatalog.shippedIDs {
      let shipped = try #require(FormCatalog.form(id: id))
      let sorted = Array(shipped.definition.canonicalText.utf8)
      #expect(try FormCatalog.form(reading: sorted) == shipped)
    }
  }

  /// The sound definition with the first occurrence of a part replaced.
  private func replacing(_ part: String, with replacement: String) throws -> String {
    let found = try #require(Self.sound.firstRange(of: part))
    return Self.sound.replacingCharacters(in: found, with: replacement)
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    indices.lazy.filter { self[$0...].hasPrefix(part) }.first.map { start in
      start..<index(start, offsetBy: part.count)
    }
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
