package import ReportModel

/// Reports made up for trials and measurements: every cell filled, every relation holding.
package enum SampleReport {
  /// The tables of the statutory forms in which mistakes are made.
  package static let tables: Set<String> = ["applications", "remedies"]

  /// A report on a statutory form; the same seed gives the same figures.
  ///
  /// As in published ones most cells are 0: most requests come from natural persons, and a few
  /// outcomes have most of the figures.
  package static func statutory(_ form: Form, seed: UInt64) -> Draft? {
    var dice = Dice(seed: seed)
    var draft = Draft(
      form: form, carriesForm: false, organ: Organ(name: "示例市某局"), year: form.firstYear ?? 2021)
    for position in 0..<form.cellCount { draft[CellIndex(position)] = .zero }
    guard let table = form.tables.first(where: { $0.id == "applications" }),
      let new = table.rowIndex["new"], let carriedOut = table.rowIndex["carriedOut"],
      let carriedIn = table.rowIndex["carriedIn"], let handled = table.rowIndex["handled"]
    else { return nil }
    for column in table.columns.indices.dropLast() {
      let isFrequent = column < 2
      var sum = 0
      for row in table.rows.indices where row > carriedIn && row < handled {
        let figure = Self.figure(isFrequent: isFrequent, &dice)
        sum += figure
        draft[table.cell(row: row, column: column)] = Quantity(whole: Int64(figure))
      }
      let open = isFrequent ? Int.random(in: 0...9, using: &dice) : 0
      let earlier = isFrequent ? Int.random(in: 0...min(9, sum), using: &dice) : 0
      for (row, figure) in [
        (handled, sum), (carriedOut, open), (carriedIn, earlier), (new, sum + open - earlier),
      ] {
        draft[table.cell(row: row, column: column)] = Quantity(whole: Int64(figure))
      }
    }
    for other in form.tables where other.id == "remedies" {
      for position in other.cells {
        let figure = Self.figure(isFrequent: true, &dice)
        draft[CellIndex(position)] = Quantity(whole: Int64(figure))
      }
    }
    draft.addUpTotals()
    return draft
  }

  private static func figure(isFrequent: Bool, _ dice: inout Dice) -> Int {
    guard Int.random(in: 0..<10, using: &dice) < (isFrequent ? 5 : 1) else { return 0 }
    let limit = [9, 9, 99, 999].randomElement(using: &dice) ?? 9
    return Int.random(in: 1...(isFrequent ? limit : 9), using: &dice)
  }

  /// The definition of a form of so many rows and columns, the last of each a total.
  package static func definition(rows: Int, columns: Int, title: String = "t") -> String {
    func ids(_ letter: String, _ count: Int) -> String {
      (0..<count).map { #""\#(letter)\#($0)""# }.joined(separator: ",")
    }
    func lines(_ letter: String, _ count: Int) -> String {
      (0..<count).map { #"{"id":"\#(letter)\#($0)","label":"\#($0)"}"# }.joined(separator: ",")
    }
    func rule(_ id: String, _ cells: String) -> String {
      #"{"id":"\#(id)","severity":"error","name":"n","formula":"f","leftName":"l","#
        + #""rightName":"r","table":"t",\#(cells)}"#
    }
    let rowRule = rule(
      "row-total", #""rows":"all","left":[\#(ids("c", columns - 1))],"right":["c\#(columns - 1)"]"#)
    let columnRule = rule(
      "column-total",
      #""columns":"all","left":[\#(ids("r", rows - 1))],"right":["r\#(rows - 1)"]"#)
    return #"{"schema":"nianbao/form/1","id":"sum","name":"n","title":"\#(title)","sections":["#
      + #"{"id":"s","title":"s","tables":[{"id":"t","columns":[\#(lines("c", columns))],"#
      + #""rows":[\#(lines("r", rows))]}]}],"rules":[\#(rowRule),\#(columnRule)]}"#
  }

  /// A report on a form of one table with totals; the same seed gives the same figures.
  package static func summed(_ form: Form, seed: UInt64) -> Draft {
    var dice = Dice(seed: seed)
    var draft = Draft(form: form, carriesForm: true, organ: Organ(name: "某局"), year: 2024)
    for position in 0..<form.cellCount {
      draft[CellIndex(position)] = Quantity(whole: Int64.random(in: 0...999, using: &dice))
    }
    draft.addUpTotals()
    return draft
  }

  /// A text of at least so many characters, in sentences with figures.
  package static func text(characters: Int, seed: UInt64) -> Prose {
    var dice = Dice(seed: seed)
    let subjects = ["本机关", "各科室", "信息公开办公室", "门户网站", "政务新媒体", "下属单位"]
    let deeds = ["主动公开信息", "办理来信", "更新栏目", "发布解读", "组织培训", "核对目录", "答复咨询"]
    let units = ["条", "件", "个", "次", "期", "场"]
    var text = ""
    var length = 0
    while length < characters {
      let figure = Int.random(in: 1...9_999, using: &dice)
      let sentence =
        (subjects.randomElement(using: &dice) ?? "") + "全年"
        + (deeds.randomElement(using: &dice) ?? "") + " \(figure) "
        + (units.randomElement(using: &dice) ?? "") + "，比上年增加 \(figure % 97)%。"
      text += sentence
      length += sentence.count
      if figure % 7 == 0 {
        text += "\n"
        length += 1
      }
    }
    return Prose(text)
  }
}
