import FormCatalog
import ReportModel
import Testing

@Suite("Rules that contradict each other")
struct ContradictionTests {
  /// A form of one row with the columns a … e and rules of the kind `left comparison right`.
  private func form(_ rules: [String], changes: Set<String> = []) throws -> Form {
    let columns = ["a", "b", "c", "d", "e"].map { id in
      #"{"id": "\#(id)", "label": "", "kind": "\#(changes.contains(id) ? "change" : "count")"}"#
    }
    let written = rules.enumerated().map { number, rule in
      let words = rule.split(separator: " ").map(String.init)
      let sides = [words[0], words[2]].map { side in
        side.split(separator: "+").map { #""\#($0)""# }.joined(separator: ", ")
      }
      return #"""
        {"id": "r\#(number)", "severity": "error", "name": "", "formula": "", "leftName": "",
         "rightName": "", "table": "t", "rows": "all", "left": [\#(sides[0])],
         "comparison": "\#(words[1])", "right": [\#(sides[1])]}
        """#
    }
    let definition = #"""
      {"schema": "nianbao/form/1", "id": "own", "name": "", "title": "", "sections": [
        {"id": "s", "title": "", "tables": [{"id": "t",
         "columns": [\#(columns.joined(separator: ","))], "rows": [{"id": "x", "label": ""}]}]}],
       "rules": [\#(written.joined(separator: ","))]}
      """#
    return try FormCatalog.form(reading: Array(definition.utf8))
  }

  @Test(
    "are found with the cells they force to 0, and only they",
    arguments: [
      (["a+b = c"], [], []),
      (["a+b = e", "a+b+c = e"], [[0, 1]], ["c"]),
      (["a+b = e", "e+c = a"], [[0, 1]], ["b c"]),
      (["a+b = c", "d+e = c", "a+d = e"], [], []),
      (["a+b = c", "c <= a", "d = e"], [[0, 1]], ["b"]),
      (["a >= b", "b >= a"], [], []),
      (["a+b <= c", "c+d <= a"], [[0, 1]], ["b d"]),
      (["a = b", "b = c", "c+d = a"], [[0, 1, 2]], ["d"]),
      (["a+b = c", "a+b = c+d", "b+c = e", "e+d = b+c"], [[0, 1]], ["d"]),
    ] as [([String], [[Int]], [String])])
  func areFound(rules: [String], relations: [[Int]], cells: [String]) throws {
    let form = try form(rules)
    let report = form.contradictions()
    #expect(report.isComplete)
    #expect(report.contradictions.map(\.relations) == relations)
    let found = report.contradictions.map { contradiction in
      contradiction.cells.map { form.address(of: $0).column }.joined(separator: " ")
    }
    #expect(found == cells)
  }

  @Test("are found between a few relations of a table too large to be judged whole")
  func areFoundInLargeTables() throws {
    let ids = (0..<40).map { "c\($0)" }
    func written(_ ids: [String]) -> String { ids.map { #""\#($0)""# }.joined(separator: ", ") }
    let columns = (ids + ["tot"]).map { #"{"id": "\#($0)", "label": ""}"# }
    let rows = (0...400).map { #"{"id": "r\#($0)", "label": ""}"# }
    let wording =
      #""severity": "error", "name": "", "formula": "", "leftName": "", "rightName": """#
    let definition = #"""
      {"schema": "nianbao/form/1", "id": "own", "name": "", "title": "", "sections": [
        {"id": "s", "title": "", "tables": [{"id": "t",
         "columns": [\#(columns.joined(separator: ","))],
         "rows": [\#(rows.joined(separator: ","))]}]}],
       "rules": [
        {"id": "row", \#(wording), "table": "t", "rows": "all",
         "left": [\#(written(ids))], "right": ["tot"]},
        {"id": "column", \#(wording), "table": "t", "columns": "all",
         "left": [\#(written((0..<400).map { "r\($0)" }))], "right": ["r400"]},
        {"id": "wrong", \#(wording), "left": ["t.r0.c1"], "right": ["t.r0.tot"]}]}
      """#
    let form = try FormCatalog.form(reading: Array(definition.utf8))
    let report = form.contradictions()
    #expect(!report.isComplete)
    let rules = report.contradictions.map { contradiction in
      contradiction.relations.map { form.rules[form.relations[$0].rule].id }
    }
    #expect(rules == [["row", "wrong"]])
    #expect(report.contradictions.first?.cells.count == 39)
  }

  @Test("leave figures of any sign their freedom")
  func changesAreFree() throws {
    let report = try form(["a+b = e", "a+b+c = e"], changes: ["c"]).contradictions()
    #expect(report.contradictions == [])
    #expect(report.isComplete)
    let other = try form(["a+c = b", "b+d = a"], changes: ["c"]).contradictions()
    #expect(other.contradictions == [])
  }

  @Test("are not in the shipped forms", arguments: FormCatalog.shippedIDs)
  func notShipped(id: String) throws {
    let form = try #require(FormCatalog.form(id: id))
    let report = form.contradictions()
    #expect(report.contradictions == [])
    #expect(report.isComplete)
  }
}
