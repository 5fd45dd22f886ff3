import ReportModel
import Testing

@Suite("A draft that follows last year's report")
struct FollowingTests {
  @Test(
    "moves the years of dates on, and leaves all other digits",
    arguments: [
      ("自2022年1月1日起至2022年12月31日止", "自2023年1月1日起至2023年12月31日止"),
      ("2023年1月发布，电话：2022-2023", "2024年1月发布，电话：2022-2023"),
      ("２０２２年，二〇二二年，2022 年", "２０２３年，二〇二三年，2023 年"),
      ("2022.1.1—2022.12.31，2022-01-01", "2023.1.1—2023.12.31，2023-01-01"),
      ("〔2022〕30号，2021年修订，2024年计划", "〔2022〕30号，2021年修订，2024年计划"),
      ("邮编 202200，12022年，2022号，2022", "邮编 202200，12022年，2022号，2022"),
      ("0571-2022-1-2，2022-123-1，2022-1", "0571-2022-1-2，2022-123-1，2022-1"),
      ("", ""),
    ])
  func movesYears(text: String, moved: String) throws {
    #expect(try following(preface: text).text(of: "preface").text == moved)
  }

  @Test("takes over the organ and what was carried over, and no other text")
  func takesOver() throws {
    let draft = try following(preface: "前言")
    #expect(draft.organ.name == "甲")
    #expect(draft.organ[.level] == "county")
    #expect(draft.texts.keys.sorted() == ["preface"])
    let filled = (0..<draft.form.cellCount).map(CellIndex.init).filter { draft[$0] != nil }
    #expect(Set(filled.map { draft.form.address(of: $0).row }) == ["carriedIn"])
    #expect(filled.count == 7)
    #expect(draft[try draft.form.cell("applications.carriedIn.legal")]?.description == "4")
  }

  @Test("takes over no figure from a report that is older, and is not compared with it")
  func knowsItsYear() throws {
    let draft = try following(preface: "2021年1月", lastYear: 2021)
    #expect(draft.texts["preface"]?.text == "2023年1月")
    #expect(draft[try draft.form.cell("applications.carriedIn.legal")] == nil)
    var filled = Draft.agreeing(draft.form)
    filled.previous = draft.previous
    #expect(filled.foundRulesOfCells == [])
    filled.year = 2022
    #expect(filled.foundRulesOfCells == ["carried applications.carriedIn.legal"])
  }

  @Test("is judged anew when its year is another")
  func isJudgedAnew() throws {
    var draft = Draft.agreeing(try shipped("disclosure-2021"))
    draft.previous = try following(preface: "").previous
    var kept = Validation(draft)
    for year in [2022, 2023, 2024] {
      let edit = Edit.year(from: draft.year, to: year)
      draft.apply(edit)
      kept.note(edit, madeTo: draft)
      #expect(kept == Validation(draft))
    }
  }

  private func following(preface: String, lastYear: Int = 2022) throws -> Draft {
    let form = try shipped("disclosure-2021")
    var old = try Draft.agreeing(form).with(["applications.carriedOut.legal": "4"])
    old.year = lastYear
    old.organ[.level] = "county"
    old.setText(Prose(preface), of: "preface")
    old.setText(Prose("总体情况"), of: "overview")
    var new = Draft(form: form, carriesForm: false, organ: Organ(name: ""), year: 2023)
    new.previous = PreviousYear(old, source: "old.json", on: form)
    new.begin(after: old)
    return new
  }
}
