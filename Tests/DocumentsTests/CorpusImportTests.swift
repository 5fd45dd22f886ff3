import Documents
import PublishedReports
import ReportModel
import Testing

@Suite(
  "Import of published reports",
  .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusImportTests {
  private func imported(_ text: String) throws -> ImportResult {
    try importReport([Document(plainText: text)], forms: shippedForms())
  }

  /// The report with tables torn by a page break, all of whose figures can be read.
  private func torn() throws -> String { try Corpus.text("quxian-police-2023.txt") }

  private func tornFigures() throws -> [Address: String] {
    try Corpus.draft("quxian-police-2023").figures
  }

  @Test func readsEveryFigureOfATornReport() throws {
    let result = try imported(try torn())
    #expect(result.draft.figures == (try tornFigures()))
    #expect(result.draft.figures.count == 199)
    #expect(result.draft.organ.name == "渠县公安局")
    #expect(result.draft.year == 2023)
    #expect(result.draft.form.id == "disclosure-2021")
    #expect(result.report.notPlaced == [])
    #expect(result.report.blanks.map(\.address.description) == ["applications.carriedOut.total"])
    #expect(result.report.texts.map(\.section) == ["preface", "overview", "problems", "other"])
    #expect(result.report.texts.map(\.paragraphs) == [1, 5, 2, 1])
  }

  @Test func joinsSentencesTornByAPage() throws {
    let draft = try imported(try torn()).draft
    #expect(draft.text(of: "overview").text.contains("今年我局未出现因"))
    #expect(draft.text(of: "problems").text.contains("，提高信息公开的时效性"))
    #expect(draft.text(of: "problems").text.contains("。**四是**严格"))
  }

  @Test(arguments: ["crlf", "cr", "no blank lines", "more blank lines", "full width", "half width"])
  func readsTheSameHoweverItIsTyped(change: String) throws {
    let text = try torn()
    let changed =
      switch change {
      case "crlf": text.replacing("\n", with: "\r\n")
      case "cr": text.replacing("\n", with: "\r")
      case "no blank lines": text.replacing("\n\n", with: "\n").replacing("\n\n", with: "\n")
      case "more blank lines": text.replacing("\n\n", with: "\n\n\n\n")
      case "full width": text.replacing("(", with: "（").replacing(")", with: "）")
      default: text.replacing("（", with: "(").replacing("）", with: ")")
      }
    let (plain, result) = (try imported(text), try imported(changed))
    #expect(result.draft.figures == plain.draft.figures)
    #expect(result.draft.organ == plain.draft.organ)
    #expect(result.report.texts.map(\.paragraphs) == plain.report.texts.map(\.paragraphs))
  }

  @Test(arguments: [" ", "   "])
  func leavesOutOnlyTheRowThatLacksAFigureWithoutTabs(blank: String) throws {
    let result = try imported(try torn().replacing("\t", with: blank))
    let expected = try tornFigures().filter { $0.key.row != "carriedOut" }
    #expect(result.draft.figures == expected)
    #expect(result.report.notPlaced.map(\.reason) == [.figureCount(found: 6, expected: 7)])
  }

  @Test func readsAMisprintedLabelBetweenItsNeighbours() throws {
    let text = try torn().replacing("2.其他法律行政法规禁止公开", with: "2.其他法律行政止公开")
    let result = try imported(text)
    #expect(result.draft.figures == (try tornFigures()))
    #expect(result.report.readAs.map(\.row) == ["deniedByLaw"])
  }

  @Test func neverPlacesARowThatLostAField() throws {
    let expected = try tornFigures()
    for (index, line) in try torn().split(separator: "\n").enumerated() where line.contains("\t0") {
      guard let cut = line.range(of: "\t0") else { continue }
      let text = try torn().replacing(
        line, with: line.replacingCharacters(in: cut), maxReplacements: 1)
      let figures = try imported(text).draft.figures
      #expect(figures.allSatisfy { expected[$0.key] == $0.value }, "line \(index)")
    }
  }

  @Test func placesColumnsThatAreSwappedBelowTheirNames() throws {
    let text = try torn().replacing("商业企业\t科研机构", with: "科研机构\t商业企业")
      .replacing("本年制发件数\t本年废止件数", with: "本年废止件数\t本年制发件数")
    let result = try imported(text)
    // Below rows of another width it cannot be told which names figures stand below.
    #expect(result.report.notPlaced.allSatisfy { $0.reason == .columns })
    #expect(!result.report.placed.isEmpty)
    let places = result.report.placed.filter {
      $0.address.row == "rules" || $0.address.row == "new"
    }
    let plain = try imported(try torn()).report.placed
    for place in places {
      var other = place.address
      switch other.column {
      case "business": other.column = "research"
      case "research": other.column = "business"
      case "issued": other.column = "repealed"
      case "repealed": other.column = "issued"
      default: break
      }
      #expect(plain.first { $0.address == other }?.field == place.field, "\(place.address)")
    }
  }

  @Test(arguments: [
    ("huaian-hongze-2023", ".txt", 186), ("huaian-hongze-2024", ".txt", 186),
    ("shanghai-office-2025", ".md", 150),
  ])
  func placesNothingWrong(name: String, ending: String, least: Int) throws {
    let result = try imported(try Corpus.text(name + ending))
    let expected = try Corpus.draft(name).figures
    for (address, value) in result.draft.figures where expected[address] != value {
      Issue.record("\(address) is \(value), not \(expected[address] ?? "blank")")
    }
    #expect(result.draft.figures.count >= least)
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }

  fileprivate func replacingCharacters(in range: Range<Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }
}
