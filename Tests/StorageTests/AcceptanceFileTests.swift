import JSONText
import ReportModel
import Storage
import Testing

@Suite("Accepted findings in a draft file")
struct AcceptanceFileTests {
  private static let member = """
    "accepted":[
    {"at":["overview","applications.new.total"],"quote":"收到 3 件","reason":"口径不同","rule":"text-number",
     "values":{"applications.new.total":3},"by":"张三","on":"2026-01-12","seen":{"b":1,"a":2}},
    {"at":["charges.fees.amount"],"reason":"核对无误","rule":"jump","values":{"charges.fees.amount":1.50}}]
    """

  @Test("come back with all they had, in an order of their own")
  func comeBack() throws {
    let draft = try DraftFile.draft(reading: Array(source(with: Self.member).utf8))
    #expect(draft.acceptances.map(\.subject.rule) == ["jump", "text-number"])
    #expect(draft.acceptances[1].subject.places == ["applications.new.total", "overview"])
    #expect(draft.acceptances[1].subject.quote == "收到 3 件")
    let written = DraftFile.bytes(of: draft)
    let again = try DraftFile.draft(reading: written)
    #expect(again == draft)
    #expect(DraftFile.bytes(of: again) == written)
    let accepted = try #require(try JSON(reading: written)["accepted"]?.array)
    #expect(accepted[1]["seen"]?.compactText == #"{"a":2,"b":1}"#)
    #expect(accepted[0]["values"]?.compactText == #"{"charges.fees.amount":1.50}"#)
    #expect(accepted[0]["by"] == nil)
  }

  @Test("leave no trace while there are none")
  func leaveNoTrace() throws {
    let draft = try DraftFile.draft(reading: Array(source(with: #""accepted":[]"#).utf8))
    #expect(!text(of: draft).contains("accepted"))
  }

  @Test(
    "are refused where they are no such thing",
    arguments: [
      ("{}", .wrongType(path: "accepted", expected: .array)),
      ("[1]", .wrongType(path: "accepted[0]", expected: .object)),
      (#"[{"at":[],"reason":""}]"#, .missing(path: "accepted[0].rule")),
      (#"[{"at":[],"rule":"x"}]"#, .missing(path: "accepted[0].reason")),
      (#"[{"rule":"x","reason":""}]"#, .missing(path: "accepted[0].at")),
      (
        #"[{"at":"x","rule":"x","reason":""}]"#,
        .wrongType(path: "accepted[0].at", expected: .array)
      ),
      (
        #"[{"at":[7],"rule":"x","reason":""}]"#,
        .wrongType(path: "accepted[0].at[0]", expected: .string)
      ),
      (
        #"[{"at":[],"rule":"x","reason":"","by":null}]"#,
        .wrongType(path: "accepted[0].by", expected: .string)
      ),
      (
        #"[{"at":[],"rule":"x","reason":"","values":[]}]"#,
        .wrongType(path: "accepted[0].values", expected: .object)
      ),
      (
        #"[{"at":[],"rule":"x","reason":"","values":{"a.b.c":null}}]"#,
        .wrongType(path: "accepted[0].values.a.b.c", expected: .number)
      ),
      (
        #"[{"at":[],"rule":"x","reason":"","values":{"a.b.c":1e99}}]"#,
        .figureOutOfRange(path: "accepted[0].values.a.b.c", text: "1e99")
      ),
    ] as [(String, DraftError.Cause)])
  func areRefused(written: String, cause: DraftError.Cause) {
    let error = #expect(throws: DraftError.self) {
      try DraftFile.draft(reading: Array(source(with: "\"accepted\":\(written)").utf8))
    }
    #expect(error?.cause == cause)
  }
}
