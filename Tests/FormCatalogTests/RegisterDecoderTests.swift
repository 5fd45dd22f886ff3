import FormCatalog
import JSONText
import ReportModel
import Testing

@Suite("The register of a form")
struct RegisterDecoderTests {
  /// A small form with a register; each case breaks it in one place.
  private static let sound = #"""
    {
      "schema": "nianbao/form/1", "id": "own", "name": "表", "title": "{organ}{year}",
      "sections": [{"id": "figures", "title": "一", "tables": [
        {"id": "staff", "columns": [{"id": "men", "label": "男"}, {"id": "women", "label": "女"}],
         "rows": [{"id": "came", "label": "来"}, {"id": "before", "label": "前"},
                  {"id": "after", "label": "后"}, {"id": "yes", "label": "是"},
                  {"id": "no", "label": "否"}]}]}],
      "register": {
        "table": "staff",
        "counts": {"received": "came", "openBefore": "before", "openAfter": "after"},
        "headings": {"applicant": ["类"], "received": ["收"], "answered": ["答"], "outcome": ["果"]},
        "applicants": [{"column": "men", "words": ["先生"]}, {"column": "women"}],
        "outcomes": [{"row": "yes", "words": ["好", "行"]}, {"row": "no"}],
        "open": ["未办"], "asides": ["计"]
      }
    }
    """#

  @Test("is read with its rows, columns and words")
  func isRead() throws {
    let form = try FormCatalog.form(reading: Array(Self.sound.utf8))
    let register = try #require(form.register)
    #expect(register.table == 0)
    #expect(register.rows == .init(received: 0, openBefore: 1, openAfter: 2))
    #expect(register.headings[.outcome] == ["果"])
    #expect(
      register.applicants == [.init(line: 0, words: ["先生"]), .init(line: 1, words: [])])
    #expect(register.outcomes == [.init(line: 3, words: ["好", "行"]), .init(line: 4, words: [])])
    #expect(register.open == ["未办"] && register.asides == ["计"])
  }

  @Test("is there in the shipped forms", arguments: FormCatalog.shippedIDs)
  func isThere(form id: String) {
    #expect(FormCatalog.form(id: id)?.register != nil)
  }

  /// What is replaced by what, the cause and the path.
  private static let mistakes: [(String, String, FormError.Cause, String)] = [
    (#""table": "staff","#, #""table": "other","#, .unknownTable("other"), "register.table"),
    (#""table": "staff","#, "", .missingKey("table"), "register"),
    (#""open""#, #""opne""#, .unknownKey("opne"), "register.opne"),
    (
      #""received": "came""#, #""received": "gone""#, .unknownRow("gone"),
      "register.counts.received"
    ),
    (
      #""openBefore": "before""#, #""openBefore": "came""#, .duplicateID("came"),
      "register.counts.openBefore"
    ),
    (#", "outcome": ["果"]"#, "", .missingKey("outcome"), "register.headings"),
    (#"["果"]"#, "[]", .emptyList, "register.headings.outcome"),
    (
      #""column": "women""#, #""column": "men""#, .duplicateID("men"),
      "register.applicants[1].column"
    ),
    (
      #""column": "women""#, #""column": "all""#, .unknownColumn("all"),
      "register.applicants[1].column"
    ),
    (#"{"row": "no"}"#, #"{"row": "after"}"#, .duplicateID("after"), "register.outcomes[1].row"),
    (#"{"row": "no"}"#, #"{"column": "no"}"#, .unknownKey("column"), "register.outcomes[1].column"),
    (#""行""#, #""好""#, .duplicateID("好"), "register.outcomes[0].words[1]"),
    (#"["未办"]"#, #""未办""#, .wrongType(expected: .array), "register.open"),
    (#"["计"]"#, "[\"\u{202E}\"]", .controlCharacter, "register.asides[0]"),
  ]

  @Test("is refused with the place of its first mistake", arguments: mistakes)
  func isRefused(part: String, other: String, cause: FormError.Cause, path: String) throws {
    let broken = Self.sound.replacing(part, with: other)
    #expect(broken != Self.sound)
    do throws(FormError) {
      _ = try FormCatalog.form(reading: Array(broken.utf8))
      Issue.record("It was read.")
    } catch {
      #expect(error.cause == cause)
      #expect(error.path == path)
    }
  }
}
