import ReportModel
import Testing

extension Merge {
  /// What came of two people working on the sample: a figure, a paragraph and a key of the organ's
  /// data that both changed, a paragraph that both put in, and a figure that only one changed.
  static func contradicting(_ base: Draft) throws -> Merge {
    var ours = try base.with(["applications.new.natural": 77])
    var theirs = try base.with(["applications.new.natural": 9, "charges.fees.amount": 3])
    ours.organ[.region] = "示例市"
    theirs.organ[.region] = "示例省示例市"
    ours.replace(0, of: "overview") { $0.replacing("1.5万条", with: "1.6万条") }
    theirs.replace(0, of: "overview") { $0.replacing("约1.5万条", with: "15234条") }
    ours.replace(4, of: "overview") { $0 + "\n（六）其他。全年举办培训两场。" }
    theirs.replace(4, of: "overview") { $0 + "\n（六）其他。没有其他事项。" }
    return try Merge(base: base, ours: ours, theirs: theirs)
  }
}

extension Draft {
  /// Changes one paragraph of a text; a line feed makes two of it.
  mutating func replace(_ number: Int, of section: String, _ change: (String) -> String) {
    var text = text(of: section)
    let changed = Prose(change(text.paragraphs[number])).paragraphs
    text.replace(number..<number + 1, with: changed)
    setText(text, of: section)
  }
}
