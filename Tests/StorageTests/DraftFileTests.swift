import FormCatalog
import JSONText
import ReportModel
import Storage
import Testing

@Suite("A draft file")
struct DraftFileTests {
  private static let example = """
    {
      "cells": {
        "applications": {
          "new": {
            "business": 0,
            "natural": 1,
            "total": 1
          }
        },
        "charges": {
          "fees": {
            "amount": 72701.2578
          }
        }
      },
      "form": "disclosure-2021",
      "organ": {
        "kind": "department",
        "level": "county",
        "name": "示例县公安局",
        "region": "示例省示例市示例县"
      },
      "schema": "nianbao/draft/1",
      "texts": {
        "overview": "（一）主动公开。\\n（二）依申请公开。",
        "preface": "…"
      },
      "year": 2023
    }

    """

  @Test("comes back byte for byte")
  func comesBackByteForByte() throws {
    let draft = try DraftFile.draft(reading: Array(Self.example.utf8))
    #expect(draft.organ[.level] == "county")
    #expect(draft.year == 2023)
    #expect(draft.text(of: "overview").paragraphs == ["（一）主动公开。", "（二）依申请公开。"])
    #expect(draft[try address("applications.new.natural")] == Quantity(whole: 1))
    #expect(draft[try address("applications.new.legal")] == nil)
    #expect(text(of: draft) == Self.example)
  }

  @Test("may begin with a byte order mark, which is dropped")
  func mayBeginWithAMark() throws {
    let draft = try DraftFile.draft(reading: [0xEF, 0xBB, 0xBF] + Array(Self.example.utf8))
    #expect(text(of: draft) == Self.example)
  }

  @Test(
    "keeps the digits of an amount and writes a count plainly",
    arguments: [
      ("charges.fees.amount", "1.50", "1.50"),
      ("charges.fees.amount", "0.000001", "0.000001"),
      ("charges.fees.amount", "1e2", "100"),
      ("charges.fees.amount", "-3.0", "-3.0"),
      ("charges.fees.amount", "999999999999999", "999999999999999"),
      ("applications.new.total", "1.0", "1"),
      ("applications.new.total", "1e2", "100"),
      ("applications.new.total", "15E-1", "1.5"),
      ("applications.new.total", "1.50", "1.50"),
      ("applications.new.total", "-0", "0"),
      ("applications.new.total", "-3", "-3"),
    ])
  func keepsTheDigits(address: String, written: String, kept: String) throws {
    let draft = try DraftFile.draft(reading: draftBytes(cells: [address: written]))
    #expect(draft[try self.address(address)]?.description == kept)
    #expect(DraftFile.bytes(of: draft) == draftBytes(cells: [address: kept], canonical: true))
  }

  @Test(
    "keeps what this version does not know at its place",
    arguments: [
      #""minutes":[{"at":"applications.new.total","z":1.50,"a":1e2}]"#,
      #""comments":[{"at":"new","text":"x","z":1.50,"a":1e2,"replies":[{"text":"y","b":0}]}]"#,
      #""review":[{"action":"sign","content":"","digest":"","z":1.50}]"#,
      #""cells":{"applications":{"new":{"robots":1,"total":2}}}"#,
      #""cells":{"applications":{"imagined":{"total":5}}}"#,
      #""cells":{"robots":null}"#,
      #""texts":{"appendix":["not","a","text"]}"#,
      #""texts":{"requests":"a text where tables are"}"#,
      #""organ":{"name":"","code":511700}"#,
      #""cells":{"applications":{"new":{"é":1,"e\#u{301}":2}}}"#,
    ])
  func keepsTheUnknown(member: String) throws {
    let source = Array(source(with: member).utf8)
    let draft = try DraftFile.draft(reading: source)
    let written = DraftFile.bytes(of: draft)
    var expected = try JSON(reading: source)
    if expected["cells"] == nil, case .object(let members) = expected.content {
      expected = JSON(.object(members + [JSON.Member("cells", JSON(.object([])))]))
    }
    #expect(String(decoding: written, as: UTF8.self) == expected.canonicalText)
    #expect(try DraftFile.draft(reading: written) == draft)
  }

  @Test("does not judge the words for the organ's level and kind")
  func doesNotJudgeTheLevel() throws {
    let source = source(with: #""organ":{"name":"","level":"village","kind":""}"#)
    let draft = try DraftFile.draft(reading: Array(source.utf8))
    #expect(draft.organ[.level] == "village")
    #expect(text(of: draft).contains(#""level": "village""#))
  }

  @Test("without figures and texts still has cells")
  func emptyHasCells() throws {
    let form = try #require(FormCatalog.form(id: "disclosure-2021"))
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "甲"), year: 2024)
    draft.setText(Prose(""), of: "other")
    #expect(
      text(of: draft) == """
        {
          "cells": {},
          "form": "disclosure-2021",
          "organ": {
            "name": "甲"
          },
          "schema": "nianbao/draft/1",
          "year": 2024
        }

        """)
  }

  private func address(_ text: String) throws -> Address { try #require(Address(text)) }
}

@Suite("A draft on a user's own form")
struct OwnFormTests {
  private static let definition =
    #"{"title":"{year}","schema":"nianbao/form/1","id":"own","name":"自有表","sections":["#
    + #"{"id":"figures","title":"数","tables":[{"id":"staff","rows":[{"id":"all","label":"人"}],"#
    + #""columns":[{"id":"count","label":"数"}]}]}]}"#

  @Test("carries the form whole")
  func carriesTheForm() throws {
    let source = source(form: "own", with: "\"formDefinition\":\(Self.definition)")
    let draft = try DraftFile.draft(reading: Array(source.utf8))
    #expect(draft.form.id == "own")
    #expect(draft.carriesForm)
    let written = DraftFile.bytes(of: draft)
    let again = try DraftFile.draft(reading: written)
    #expect(again == draft)
    #expect(DraftFile.bytes(of: again) == written)
    let definition = try JSON(reading: Array(Self.definition.utf8))
    #expect(try JSON(reading: written)["formDefinition"] == definition.withSortedKeys)
  }

  @Test("is put on another form by its addresses, the rest is kept")
  func isPutOnAnotherForm() throws {
    let own = try FormCatalog.form(reading: Array(Self.definition.utf8))
    let source = source(
      with: #""cells":{"staff":{"all":{"count":7}},"charges":{"fees":{"amount":1.50}}}"#)
    let draft = try DraftFile.draft(reading: Array(source.utf8), form: own)
    #expect(draft.form.id == "own")
    #expect(draft.carriesForm)
    #expect(draft[CellIndex(0)] == Quantity(whole: 7))
    #expect(draft.unknown.map(\.path) == [["cells", "charges"]])
    #expect(text(of: draft).contains(#""amount": 1.50"#))
  }

  @Test("needs no form of its own where one is given from outside")
  func needsNoFormWhereOneIsGiven() throws {
    let shipped = try #require(FormCatalog.form(id: "disclosure-2019"))
    let source = Array(source(form: "nowhere", with: #""cells":{}"#).utf8)
    let draft = try DraftFile.draft(reading: source, form: shipped)
    #expect(draft.form.id == "disclosure-2019")
    #expect(!draft.carriesForm)
  }
}
