import FormCatalog
import JSONText
import ReportModel
import Storage
import Testing

@Suite("What is no draft")
struct MalformedDraftTests {
  @Test(
    "is refused with its cause and place",
    arguments: [
      ("", .json(.unexpectedEnd), 1, 1),
      ("[]", .notADraft, 1, 1),
      ("{}", .notADraft, 1, 1),
      ("{\n  \"schema\": 1\n}", .notADraft, 1, 1),
      ("{\n  \"schema\": \"nianbao/form/1\"\n}", .notADraft, 2, 13),
      ("{\n  \"schema\": \"nianbao/draft/0\"\n}", .notADraft, 2, 13),
      ("{\n  \"schema\": \"nianbao/draft/2x\"\n}", .notADraft, 2, 13),
      (
        "{\"cells\":7,\n\"schema\":\"nianbao/draft/2\"}", .newerSchema("nianbao/draft/2"), 2, 10
      ),
      ("{\"year\":2023,\n\"year\":2023}", .json(.duplicateKey("year")), 2, 1),
      ("{\"年\":[1,\n2,]}", .json(.trailingComma), 2, 2),
      ("{\"schema\":\"nianbao/draft/1\"}", .missing(path: "form"), 1, 1),
      (
        source(with: "\"form\":\n7"), .wrongType(path: "form", expected: .string), 2, 1
      ),
      (source(form: "own", with: "\"x\":1"), .unknownForm("own"), 1, 36),
      (
        source(with: "\"organ\":\n[]"), .wrongType(path: "organ", expected: .object), 2, 1
      ),
      (source(with: "\"organ\":\n{}"), .missing(path: "organ.name"), 2, 1),
      (
        source(with: "\"organ\":{\"name\":\nnull}"),
        .wrongType(path: "organ.name", expected: .string), 2, 1
      ),
      (
        source(with: "\"organ\":{\"name\":\"\",\"level\":\n3}"),
        .wrongType(path: "organ.level", expected: .string), 2, 1
      ),
      (
        source(with: "\"year\":\n\"2023\""), .wrongType(path: "year", expected: .integer), 2, 1
      ),
      (
        source(with: "\"year\":\n2023.0"), .wrongType(path: "year", expected: .integer), 2, 1
      ),
      (source(with: "\"year\":\n0"), .yearOutOfRange(path: "year", text: "0"), 2, 1),
      (
        source(with: "\"year\":\n20230000000000000000"),
        .yearOutOfRange(path: "year", text: "20230000000000000000"), 2, 1
      ),
      (
        source(with: "\"texts\":{\"preface\":\n[]}"),
        .wrongType(path: "texts.preface", expected: .string), 2, 1
      ),
      (
        source(with: "\"texts\":\n\"\""), .wrongType(path: "texts", expected: .object), 2, 1
      ),
      (
        source(with: "\"cells\":\nnull"), .wrongType(path: "cells", expected: .object), 2, 1
      ),
      (
        source(with: "\"cells\":{\"charges\":\n1}"),
        .wrongType(path: "cells.charges", expected: .object), 2, 1
      ),
      (
        source(with: "\"cells\":{\"charges\":{\"fees\":\n1}}"),
        .wrongType(path: "cells.charges.fees", expected: .object), 2, 1
      ),
      (
        source(with: "\"previous\":\nnull"), .wrongType(path: "previous", expected: .object), 2, 1
      ),
      (
        source(with: previous("\"year\":\n\"2022\"")),
        .wrongType(path: "previous.year", expected: .integer), 2, 1
      ),
      (
        source(with: previous("\"year\":\n0")), .yearOutOfRange(path: "previous.year", text: "0"),
        2, 1
      ),
      (
        source(with: "\"previous\":\n{\"year\":2022,\"form\":\"\",\"organ\":\"\"}"),
        .missing(path: "previous.source"), 2, 1
      ),
      (
        source(with: previous("\"year\":2022,\"cells\":{\"charges\":{\"fees\":\n1}}")),
        .wrongType(path: "previous.cells.charges.fees", expected: .object), 2, 1
      ),
      (
        source(
          with: previous("\"year\":2022,\"cells\":{\"charges\":{\"fees\":{\"amount\":\n1e15}}}")),
        .figureOutOfRange(path: "previous.cells.charges.fees.amount", text: "1e15"), 2, 1
      ),
      (
        source(with: previous("\"year\":2022,\"texts\":{\"preface\":\n[]}")),
        .wrongType(path: "previous.texts.preface", expected: .string), 2, 1
      ),
    ] as [(String, DraftError.Cause, Int, Int)])
  func isRefused(source: String, cause: DraftError.Cause, line: Int, column: Int) {
    expect(cause, line, column, reading: Array(source.utf8))
  }

  @Test(
    "has a figure that is none",
    arguments: [
      ("null", nil), ("\"1\"", nil), ("true", nil), ("[]", nil), ("{}", nil),
      ("1000000000000000", "1000000000000000"), ("1e15", "1e15"), ("1e999", "1e999"),
      ("0.0000001", "0.0000001"), ("1.0000000", "1.0000000"),
      ("1e99999999999999999999", "1e99999999999999999999"),
    ] as [(String, String?)])
  func hasNoFigure(written: String, outOfRange: String?) {
    let path = "cells.charges.fees.amount"
    let cause: DraftError.Cause =
      outOfRange.map { .figureOutOfRange(path: path, text: $0) }
      ?? .wrongType(path: path, expected: .number)
    expect(cause, 2, 1, reading: draftBytes(cells: ["charges.fees.amount": "\n\(written)"]))
  }

  @Test("is bad UTF-8, told at its first byte")
  func isBadUTF8() {
    let bytes = Array("{\"a\":\n \"年".utf8) + [0xFF, 0x22, 0x7D]
    expect(.json(.invalidUTF8), 2, 4, reading: bytes)
  }

  @Test("carries a shipped form that is changed")
  func carriesAChangedForm() throws {
    let shipped = try #require(FormCatalog.source(id: "disclosure-2021"))
    let definition = String(decoding: shipped, as: UTF8.self)
    let identical = source(with: "\"formDefinition\":\(definition)")
    #expect(try DraftFile.draft(reading: Array(identical.utf8)).form.id == "disclosure-2021")
    let changed = identical.split(separator: "总计").joined(separator: "合计")
    let error = #expect(throws: DraftError.self) {
      try DraftFile.draft(reading: Array(changed.utf8))
    }
    guard case .badForm(let form) = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(form.cause == .redefinesShippedForm("disclosure-2021"))
  }

  @Test("carries the definition of another form than it names")
  func carriesAnotherForm() {
    let definition =
      #"{"title":"","schema":"nianbao/form/1","id":"own","name":"","#
      + #""sections":[{"id":"a","title":"","text":{}}]}"#
    let bytes = Array(source(form: "other", with: "\"formDefinition\":\n\(definition)").utf8)
    expect(.formMismatch(form: "other", definition: "own"), 2, 1, reading: bytes)
  }

  @Test("carries a definition with a mistake, told at its place in the draft")
  func carriesAMistake() {
    let definition = #"{"title":"","schema":"nianbao/form/1","id":"#
    let bytes = Array(source(form: "own", with: "\"formDefinition\":\(definition)\n\"o.n\"}").utf8)
    let error = #expect(throws: DraftError.self) { try DraftFile.draft(reading: bytes) }
    guard let error, case .badForm(let form) = error.cause else {
      Issue.record("Another cause: \(String(describing: error))")
      return
    }
    #expect(form.cause == .badID("o.n"))
    #expect(form.path == "id")
    #expect(TextPosition(of: error.offset, in: bytes) == TextPosition(line: 2, column: 1))
  }

  private func expect(
    _ cause: DraftError.Cause, _ line: Int, _ column: Int, reading bytes: [UInt8],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: DraftError.self, sourceLocation: location) {
      try DraftFile.draft(reading: bytes)
    }
    guard let error else { return }
    #expect(error.cause == cause, sourceLocation: location)
    let position = TextPosition(of: error.offset, in: bytes)
    #expect(position == TextPosition(line: line, column: column), sourceLocation: location)
  }
}

/// Last year's report in a draft, with members of the test's own.
private func previous(_ members: String) -> String {
  "\"previous\":{\"form\":\"disclosure-2021\",\"organ\":\"\",\"source\":\"\",\(members)}"
}
