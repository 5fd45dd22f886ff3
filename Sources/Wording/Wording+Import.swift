package import ReportModel

/// Why a line of a report was not placed, as the import tells it.
package enum UnplacedReason: Sendable {
  case noLabel, unknownLabel, ambiguousLabel, unclearCells, columns, strangeColumn, noRow,
    beforeTitle
  case figureCount(found: Int, expected: Int)
  case noFigure(String)
  case unit(String)
}

extension Wording {
  /// A place in one of the sources; the file is named where there are several.
  package func sourcePlace(file: String?, line: Int, field: Int?) -> String {
    let head = file.map { shown($0) + " " } ?? ""
    guard let field else { return head + say("第 \(line) 行", "line \(line)") }
    return head + say("第 \(line) 行第 \(field) 栏", "line \(line), field \(field)")
  }

  /// A place in a file that has pages, sheets or tables instead of lines.
  package func sourcePlace(
    file: String?, page: Int?, sheet: String?, table: Int?, row: Int?, column: Int?
  ) -> String {
    let parts = [
      page.map { say("第 \($0) 页", "page \($0)") },
      sheet.map { say("工作表“\(shown($0))”", "sheet “\(shown($0))”") },
      table.map { say("第 \($0) 个表格", "table \($0)") },
      row.map { say("第 \($0) 行", "row \($0)") },
      row == nil ? nil : column.map { say("第 \($0) 栏", "column \($0)") },
    ]
    let place = parts.compactMap(\.self).joined(separator: say("", ", "))
    return (file.map { shown($0) + " " } ?? "") + (place.isEmpty ? say("正文", "text") : place)
  }

  package func placed(_ address: String, _ value: Quantity, at place: String) -> String {
    "\(address) = \(value)\t\(place)"
  }

  package func readAs(_ row: String, label: String, statutory: String, at place: String) -> String {
    say(
      "按近似行名读取：\(row) 原文“\(shown(label))”，读作“\(statutory)”\t\(place)",
      "read as: \(row) “\(shown(label))” as “\(statutory)”\t\(place)")
  }

  package func leftBlank(_ address: String, mark: String, at place: String) -> String {
    mark.isEmpty
      ? say(
        "留空：\(address) 原文没有数\t\(place)", "left blank: \(address), nothing stands there\t\(place)")
      : say(
        "留空：\(address) 原文是“\(shown(mark))”\t\(place)",
        "left blank: \(address), “\(shown(mark))”\t\(place)")
  }

  package func remark(_ address: String, _ value: Quantity, remark: String, at place: String)
    -> String
  {
    say(
      "附注未录入：\(address) = \(value) 旁注“\(shown(remark))”\t\(place)",
      "remark not kept: \(address) = \(value), “\(shown(remark))”\t\(place)")
  }

  package func notPlaced(_ text: String, _ reason: UnplacedReason, at place: String) -> String {
    let short = shown(text.replacing("\t", with: " "))
    let cut = short.count > 60 ? String(short.prefix(60)) + "…" : short
    return say(
      "未录入（\(name(of: reason))）：\(cut)\t\(place)",
      "not placed (\(name(of: reason))): \(cut)\t\(place)")
  }

  private func name(of reason: UnplacedReason) -> String {
    switch reason {
    case .noLabel: say("没有行名", "no label")
    case .unknownLabel: say("表样中没有这一行", "no such row in the form")
    case .ambiguousLabel: say("行名可对应多行", "the label fits several rows")
    case .unclearCells: say("缺数，不能确定缺哪一格", "cells are missing, and which is unclear")
    case .columns: say("列与表样不同", "the columns are not the form’s")
    case .strangeColumn: say("表样中没有这一列", "the form has no such column")
    case .noRow: say("不是表中的行", "no row of the table")
    case .beforeTitle: say("在标题之前", "before the title")
    case .figureCount(let found, let expected):
      say("应有 \(expected) 个数，实有 \(found) 个", "\(expected) figures expected, \(found) found")
    case .noFigure(let text): say("“\(shown(text))”不是数", "“\(shown(text))” is no figure")
    case .unit(let text): say("单位“\(shown(text))”不符", "the unit “\(shown(text))” is another")
    }
  }

  package func dropped(_ text: String, at place: String) -> String {
    say("略去：\(shown(text))\t\(place)", "dropped: \(shown(text))\t\(place)")
  }

  package func importedText(_ title: String, paragraphs: Int, characters: Int) -> String {
    say(
      "文字：\(title) \(paragraphs) 段 \(characters) 字",
      "text: \(title), \(plural(paragraphs, "paragraph")), \(plural(characters, "character"))")
  }

  /// The last line of the report: what became of the source as a whole.
  package func importSummary(
    _ draft: Draft, placed: Int, blank: Int, notPlaced: Int, readAs: Int
  ) -> String {
    let organ = draft.organ.name.isEmpty ? unnamedOrgan : shown(draft.organ.name)
    let form = draft.form.id
    return say(
      "\(organ) \(draft.year) 年度（\(form)）：录入 \(placed) 格，未填 \(blank) 格，"
        + "按近似行名读取 \(readAs) 行，未录入 \(notPlaced) 行",
      "\(organ) \(draft.year) (\(form)): \(plural(placed, "cell")) placed, \(blank) left blank,"
        + " \(plural(readAs, "row")) read as similar, \(plural(notPlaced, "line")) not placed")
  }

  package var notThisReport: String {
    say(
      "不像政府信息公开工作年度报告，未写入任何文件",
      "is no yearly report on government-information work; nothing was written")
  }
  package var tablesArePictures: String {
    say(
      "表格是图片，读不出数据，未写入任何文件；请改用带文字的文件，或者对照原件填写",
      "its tables are pictures, from which no figures can be read; nothing was written:"
        + " use a file with text, or fill in a draft beside it")
  }
  /// That tables were not found in a source that has pictures.
  package func tablesMayBePictures(_ sections: [String]) -> String {
    let names = sections.map { shown($0) }.joined(separator: say("；", "; "))
    return say(
      "没有找到表格：\(names)。文件里有图片，表格可能是图片，读不出数据，请对照原件填写",
      "no table was found for: \(names). There are pictures in the file, and the tables may be among"
        + " them; fill these in beside the original")
  }
  package var noYearFound: String {
    say("没有找到报告年度，请用 --year 指明", "names no report year; give it with --year")
  }
  package func conflictingFigures(
    _ address: String, _ first: Quantity, at firstPlace: String, _ second: Quantity,
    at secondPlace: String
  ) -> String {
    say(
      "\(address) 有两个不同的数：\(first)（\(firstPlace)）与 \(second)（\(secondPlace)），请先核对来源",
      "two figures for \(address): \(first) (\(firstPlace)) and \(second) (\(secondPlace));"
        + " check the source first")
  }
}
