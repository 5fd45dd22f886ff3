import FormCatalog
import JSONText
import ReportModel
import Testing

@Suite("The shipped forms")
struct ShippedFormTests {
  @Test(
    "have the cells of their edition, table by table",
    arguments: [
      (
        "disclosure-2021",
        [
          "documents 2×3", "licensing 1×1", "enforcement 2×1", "charges 1×1",
          "applications 25×7", "remedies 1×15",
        ], 200
      ),
      (
        "disclosure-2019",
        [
          "documents 2×3", "licensing 2×3", "enforcement 2×3", "charges 1×2", "procurement 1×2",
          "applications 23×7", "remedies 1×15",
        ], 198
      ),
    ] as [(id: String, tables: [String], cells: Int)])
  func haveTheirCells(id: String, tables: [String], cells: Int) throws {
    let form = try #require(FormCatalog.form(id: id))
    #expect(form.id == id)
    #expect(form.tables.map { "\($0.id) \($0.rows.count)×\($0.columns.count)" } == tables)
    #expect(form.cellCount == cells)
    for position in 0..<form.cellCount {
      let cell = CellIndex(position)
      #expect(form.cell(at: form.address(of: cell)) == cell)
    }
  }

  @Test(
    "have the six sections and the preface",
    arguments: FormCatalog.shippedIDs)
  func haveTheirSections(id: String) throws {
    let form = try #require(FormCatalog.form(id: id))
    #expect(
      form.sections.map { "\($0.id)|\($0.title)|\($0.short)" } == [
        "preface||前言",
        "overview|一、总体情况|一 总体情况",
        "proactive|二、主动公开政府信息情况|二 主动公开",
        "requests|三、收到和处理政府信息公开申请情况|三 申请情况",
        "disputes|四、政府信息公开行政复议、行政诉讼情况|四 复议诉讼",
        "problems|五、存在的主要问题及改进情况|五 主要问题",
        "other|六、其他需要报告的事项|六 其他事项",
      ])
    #expect(form.textSections.map(\.id) == ["preface", "overview", "problems", "other"])
    #expect(form.title(organ: "示例县公安局", year: 2023) == "示例县公安局2023年政府信息公开工作年度报告")
  }

  @Test(
    "lay their rules out over the cells",
    arguments: [
      (
        "disclosure-2021",
        [
          "row-total 25", "handled-total 7", "balance 7", "remedy-total 3", "carried 7", "stock 2",
        ]
      ),
      (
        "disclosure-2019",
        ["row-total 23", "handled-total 7", "balance 7", "remedy-total 3", "carried 7"]
      ),
    ] as [(id: String, rules: [String])])
  func haveTheirRules(id: String, rules: [String]) throws {
    let form = try #require(FormCatalog.form(id: id))
    let counts = form.rules.indices.map { rule in
      "\(form.rules[rule].id) \(form.relations.count { $0.rule == rule })"
    }
    #expect(counts == rules)
    #expect(form.rules.allSatisfy { $0.basis.hasPrefix(form.basis) })
    #expect(form.rules.filter { $0.severity != .error }.map(\.id).allSatisfy { $0 == "stock" })
    #expect(form.rules.filter(\.isAcceptable).map(\.id) == ["carried"])
  }

  @Test("compare with last year by the column and by the row", arguments: FormCatalog.shippedIDs)
  func compareWithLastYear(id: String) throws {
    let form = try #require(FormCatalog.form(id: id))
    let copies = form.relations.compactMap(\.copy)
    #expect(copies.count == 7)
    for copy in copies {
      #expect(form.address(of: copy.of).row == "carriedOut")
      #expect(form.address(of: copy.to).row == "carriedIn")
      #expect(form.address(of: copy.of).column == form.address(of: copy.to).column)
    }
    let checks = form.checks.cells
    #expect(checks.jump != nil && checks.unit != nil && checks.allZero != nil)
    #expect(checks.authority != nil && checks.superseded != nil)
    #expect(
      checks.superseded?.parameters.splitRow?.added.count == (id.hasSuffix("2021") ? 14 : nil))
  }

  @Test("add up all outcomes of a column, and only those, to its handled total")
  func handledTotalCoversTheOutcomes() throws {
    let form = try #require(FormCatalog.form(id: "disclosure-2021"))
    let handled = try #require(form.cell(at: try Address("applications.handled.legal").required))
    let relation = try #require(form.relations.first { $0.total == handled })
    let rows = relation.left.map { form.address(of: $0).row }
    let table = try #require(form.tables.first { $0.id == "applications" })
    #expect(rows == table.rows[2..<23].map(\.id))
    #expect(relation.left.allSatisfy { form.address(of: $0).column == "legal" })
  }

  @Test(
    "are chosen by the report year",
    arguments: [
      (2008, "disclosure-2019"), (2019, "disclosure-2019"), (2020, "disclosure-2019"),
      (2021, "disclosure-2021"), (2025, "disclosure-2021"), (2100, "disclosure-2021"),
    ])
  func areChosenByYear(year: Int, id: String) {
    #expect(FormCatalog.formID(forYear: year) == id)
  }

  @Test("know the kinds of figures that are no counts")
  func knowTheKinds() throws {
    var kinds: [String: FigureKind] = [:]
    for id in FormCatalog.shippedIDs {
      let form = try #require(FormCatalog.form(id: id))
      for cell in (0..<form.cellCount).map(CellIndex.init) where form.kind(of: cell) != .count {
        kinds["\(id) \(form.address(of: cell))"] = form.kind(of: cell)
      }
    }
    #expect(
      kinds == [
        "disclosure-2021 charges.fees.amount": .amount,
        "disclosure-2019 licensing.permits.change": .change,
        "disclosure-2019 licensing.services.change": .change,
        "disclosure-2019 enforcement.penalties.change": .change,
        "disclosure-2019 enforcement.coercion.change": .change,
        "disclosure-2019 charges.fees.change": .change,
        "disclosure-2019 procurement.government.amount": .amount,
      ])
  }

  @Test("are not there under another id")
  func areNotThereUnderAnotherID() {
    #expect(FormCatalog.form(id: "disclosure-2035") == nil)
    #expect(FormCatalog.source(id: "") == nil)
  }
}

extension Address? {
  /// The address, for a literal that a test writes.
  var required: Address {
    get throws { try #require(self) }
  }
}
