import JSONText
import ReportModel
import Storage
import Testing

@Suite("The history in a draft file")
struct HistoryFileTests {
  private static let member = """
    "history":[
    {"on":"2026-01-12T09:30:05+08:00","by":"张三","device":{"b":1,"a":2},
     "cells":{"gone.row.column":{"to":1.50,"from":2},"applications.new.total":{"to":3,"why":"z"}},
     "texts":{"overview":[{"start":1,"removed":["旧"],"added":["新","段"],"x":[]}],"lost":[{"start":0}]},
     "organ":{"name":{"from":"甲","to":"乙"},"fax":{"from":"1"}},"year":{"from":2023,"to":2024}},
    {}]
    """

  @Test("comes back with all it had, in its order")
  func comesBack() throws {
    let draft = try DraftFile.draft(reading: Array(source(with: Self.member).utf8))
    let revision = try #require(draft.revisions.first)
    #expect(draft.revisions.count == 2)
    #expect(revision.by == "张三")
    #expect(revision.cells.map(\.key) == ["applications.new.total", "gone.row.column"])
    #expect(revision.cells.map { $0.from?.description } == [nil, "2"])
    #expect(revision.cells.map { $0.to?.description } == ["3", "1.50"])
    #expect(revision.texts.map(\.section) == ["lost", "overview"])
    #expect(revision.texts[1].hunks[0].added == ["新", "段"])
    #expect(revision.organ.map(\.key) == ["fax", "name"])
    #expect(revision.year?.to == 2024)
    let written = DraftFile.bytes(of: draft)
    let again = try DraftFile.draft(reading: written)
    #expect(again == draft)
    #expect(DraftFile.bytes(of: again) == written)
    let entry = try #require(try JSON(reading: written)["history"]?.array?.first)
    #expect(entry["device"]?.compactText == #"{"a":2,"b":1}"#)
    #expect(entry["cells"]?["applications.new.total"]?.compactText == #"{"to":3,"why":"z"}"#)
    #expect(entry["texts"]?["overview"]?.array?.first?["x"] != nil)
  }

  @Test("keeps places apart that only look alike")
  func keepsApart() throws {
    let member = "\"history\":[{\"cells\":{\"\u{E9}.a.b\":{\"to\":1},\"e\u{301}.a.b\":{\"to\":2}}}]"
    let draft = try DraftFile.draft(reading: Array(source(with: member).utf8))
    let again = try DraftFile.draft(reading: DraftFile.bytes(of: draft))
    #expect(again.revisions[0].cells.map { $0.to?.description } == ["2", "1"])
  }

  @Test("leaves no trace while there is none")
  func leavesNoTrace() throws {
    let draft = try DraftFile.draft(reading: Array(source(with: #""history":[]"#).utf8))
    #expect(!text(of: draft).contains("history"))
  }

  @Test("of ten thousand saves is kept whole")
  func isKeptWhole() throws {
    var draft = try DraftFile.draft(reading: Array(source(with: #""history":[]"#).utf8))
    for number in 0..<10_000 {
      var revision = Revision(by: "张三", on: "2026-01-12T09:30:05+08:00")
      revision.cells = [
        Revision.Change("applications.new.total", from: nil, to: Quantity(whole: Int64(number)))
      ]
      draft.revisions.append(revision)
    }
    let again = try DraftFile.draft(reading: DraftFile.bytes(of: draft))
    #expect(again == draft)
  }

  @Test(
    "is refused where it is no such thing",
    arguments: [
      ("{}", "history", .array), ("null", "history", .array), ("[1]", "history[0]", .object),
      (#"[{"by":null}]"#, "history[0].by", .string), (#"[{"on":1}]"#, "history[0].on", .string),
      (#"[{"cells":[]}]"#, "history[0].cells", .object),
      (#"[{"cells":{"a.b.c":1}}]"#, "history[0].cells.a.b.c", .object),
      (#"[{},{"cells":{"a.b.c":{"from":null}}}]"#, "history[1].cells.a.b.c.from", .number),
      (#"[{"cells":{"a.b.c":{"to":"1"}}}]"#, "history[0].cells.a.b.c.to", .number),
      (#"[{"organ":{"name":{"to":1}}}]"#, "history[0].organ.name.to", .string),
      (#"[{"organ":[]}]"#, "history[0].organ", .object),
      (#"[{"year":2023}]"#, "history[0].year", .object),
      (#"[{"year":{"to":1.5}}]"#, "history[0].year.to", .integer),
      (#"[{"texts":[]}]"#, "history[0].texts", .object),
      (#"[{"texts":{"a":{}}}]"#, "history[0].texts.a", .array),
      (#"[{"texts":{"a":[1]}}]"#, "history[0].texts.a[0]", .object),
      (#"[{"texts":{"a":[{"start":-1}]}}]"#, "history[0].texts.a[0].start", .integer),
      (#"[{"texts":{"a":[{"start":0,"added":"x"}]}}]"#, "history[0].texts.a[0].added", .array),
      (
        #"[{"texts":{"a":[{"start":0,"removed":["x",1]}]}}]"#, "history[0].texts.a[0].removed[1]",
        .string
      ),
    ] as [(String, String, DraftError.Expected)])
  func isRefused(written: String, path: String, expected: DraftError.Expected) {
    #expect(error(reading: written)?.cause == .wrongType(path: path, expected: expected))
  }

  @Test("is refused where something is missing or beyond the limits")
  func isRefusedToo() {
    #expect(
      error(reading: #"[{"texts":{"a":[{}]}}]"#)?.cause
        == .missing(path: "history[0].texts.a[0].start"))
    #expect(
      error(reading: #"[{"cells":{"a.b.c":{"to":1e99}}}]"#)?.cause
        == .figureOutOfRange(path: "history[0].cells.a.b.c.to", text: "1e99"))
    #expect(
      error(reading: #"[{"cells":{"a.b.c":{},"a.b.c":{}}}]"#)?.cause
        == .json(.duplicateKey("a.b.c")))
  }

  private func error(reading written: String) -> DraftError? {
    #expect(throws: DraftError.self) {
      try DraftFile.draft(reading: Array(source(with: "\"history\":\(written)").utf8))
    }
  }
}
