package import ReportModel

extension Wording {
  /// How much is selected, and what its figures add up to; nil where there are none.
  package func selection(rows: Int, columns: Int, sum: Quantity?) -> String {
    let block = block(rows: rows, columns: columns)
    guard let sum else { return say("选取 \(block)", "selected \(block)") }
    return say("选取 \(block)　合计 \(sum)", "selected \(block)  sum \(sum)")
  }

  private func block(rows: Int, columns: Int) -> String {
    say(
      "\(rows) 行 \(columns) 列",
      "\(rows) row\(rows == 1 ? "" : "s") × \(columns) column\(columns == 1 ? "" : "s")")
  }

  package func copiedCells(rows: Int, columns: Int) -> String {
    if rows == 1, columns == 1 { return say("已复制此格", "Copied this cell") }
    let block = block(rows: rows, columns: columns)
    return say("已复制 \(block)", "Copied \(block)")
  }

  package func findingsTitle(_ count: Int) -> String {
    say("问题 \(count) 处", count == 1 ? "1 finding" : "\(count) findings")
  }

  package var findingsHint: String {
    say("回车转到所选的问题", "Enter goes to what is chosen")
  }

  package func cutCells(rows: Int, columns: Int) -> String {
    if rows == 1, columns == 1 { return say("已剪切此格", "Cut this cell") }
    let block = block(rows: rows, columns: columns)
    return say("已剪切 \(block)", "Cut \(block)")
  }

  package var nothingCopied: String {
    say(
      "还没有复制过内容；从别的程序粘贴请按 Ctrl+Shift+V 或 Shift+Insert",
      "Nothing was copied here yet; from other programs paste with Ctrl+Shift+V or Shift+Insert")
  }

  package func blockDoesNotFit(rows: Int, columns: Int) -> String {
    let block = block(rows: rows, columns: columns)
    return say(
      "复制的内容有 \(block)，从这里起放不下，未粘贴",
      "What was copied has \(block) and does not fit from here; nothing was pasted")
  }

  package var nothingToFillFrom: String {
    say("先选取要填充的区域", "Select the cells to fill first")
  }

  package var noBlankTotal: String { say("本表的总计都已填写", "No total of this table is blank") }

  /// How many blank totals were filled, and how many could not be.
  package func filledTotals(_ count: Int, left: Int) -> String {
    let done = say("已填入 \(count) 个总计", "Filled in \(count) total\(count == 1 ? "" : "s")")
    return left == 0 ? done : done + totalsLeft(left)
  }

  package var noBlankCell: String { say("没有空白格", "No cell is blank") }

  package func fillZerosQuestion(_ count: Int, isSelection: Bool, hasTotals: Bool) -> String {
    say(
      "\(isSelection ? "选区" : "本表")还有 \(count) 格空白：填 0 吗？\(hasTotals ? "其中的总计按各项之和填入" : "")",
      "\(count) cell\(count == 1 ? " is" : "s are") blank \(isSelection ? "in the selection" : "in this table")"
        + ": fill with 0?\(hasTotals ? " Totals get the sum of their parts" : "")")
  }

  package var fillThem: String { say("填入", "Fill them in") }

  /// How many blank cells were filled, and how many totals could not be.
  package func filledZeros(_ count: Int, left: Int) -> String {
    let done = say("已填 \(count) 格", "Filled in \(count) cell\(count == 1 ? "" : "s")")
    return left == 0 ? done : done + totalsLeft(left)
  }

  private func totalsLeft(_ left: Int) -> String {
    say(
      "；还有 \(left) 个总计因各项未填或相互矛盾，未填入",
      "; \(left) total\(left == 1 ? "" : "s") left blank: parts are blank or do not agree")
  }
}
