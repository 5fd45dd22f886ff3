import FormCatalog
import JSONText
import ReportModel
import Simulation
import Testing

@testable import Storage

@Suite("What is signed")
struct SignedContentTests {
  /// The bundled sample, handed in and signed for two stages, with everything in it that a draft can
  /// have.
  private func signed() throws -> Draft {
    let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let sample = try readFile(
      at: package + "/Sources/nianbao/Samples/demo.json", limit: 1 << 20)
    var draft = try DraftFile.draft(reading: sample)
    var previous = PreviousYear(
      year: draft.year - 1, form: draft.form.id, organ: draft.organ.name, source: "x.html",
      comparedOn: draft.form)
    previous[CellIndex(3)] = Quantity(typed: "1.50")
    draft.previous = previous
    draft.acceptances = [
      Acceptance(
        .init(rule: "blank", places: ["applications.carriedOut.total"], quote: nil),
        values: ["charges.fees.amount": try #require(Quantity(typed: "2"))], by: "王五",
        on: "2024-01-09", reason: "已核实")
    ]
    draft.review.stages = ["初审", "终审"]
    draft.comments = [Comment(at: "problems", .init(by: "李四", on: "", text: "请再看"))]
    let moments = ["2024-01-10T09:00:00+08:00", "2024-01-11T09:00:00+08:00"]
    try draft.submit(by: "王五", on: moments[0], .sha256)
    try draft.sign(stage: "初审", by: "李四", on: moments[0], remark: "可以", .sha256)
    try draft.sign(stage: "终审", by: "赵六", on: moments[1], .sha256)
    return draft
  }

  @Test("holds in the file as it does in memory")
  func holds() throws {
    let draft = try signed()
    #expect(ReviewStatus(draft, .sha256).state == .complete)
    let again = try DraftFile.draft(reading: DraftFile.bytes(of: draft))
    #expect(again == draft)
    #expect(ReviewStatus(again, .sha256).state == .complete)
  }

  @Test("is the same whatever is said, saved or added beside it")
  func isOnlyTheReport() throws {
    let draft = try signed()
    var other = draft
    other.comments = []
    other.revisions = [Revision(by: "张三", on: "")]
    other.unknown = [Draft.Unknown(path: ["x"], value: .text("y"))]
    other.review.rekeyings = [Rekeying(scope: ["x"], by: "", on: "", count: 1, differences: [])]
    #expect(DraftFile.signedContent(of: other) == DraftFile.signedContent(of: draft))
    #expect(ReviewStatus(other, .sha256).state == .complete)
  }

  /// Every byte of the file becomes another, and none makes another report that is signed.
  ///
  /// The file is no draft any more, or the same report, or one whose sign-offs are void.
  @Test("cannot be changed in any byte without being void")
  func bindsEveryByte() throws {
    let draft = try signed()
    let file = DraftFile.bytes(of: draft)
    let content = DraftFile.signedContent(of: draft)
    let steps = draft.review.steps.map(\.sealedText)
    var outcomes = (refused: 0, void: 0, beside: 0)
    for place in file.indices {
      for change: UInt8 in [0x01, 0x10] {
        var changed = file
        changed[place] ^= change
        let read: Draft
        do {
          read = try DraftFile.draft(reading: changed)
        } catch {
          outcomes.refused += 1
          continue
        }
        if ReviewStatus(read, .sha256).state != .complete {
          outcomes.void += 1
          continue
        }
        outcomes.beside += 1
        #expect(
          DraftFile.signedContent(of: read) == content
            && read.review.steps.map(\.sealedText) == steps, "byte \(place)")
      }
    }
    print("signed content:", outcomes)
    #expect(outcomes.void > 2000)
    #expect(outcomes.refused > 2000)
  }
}
