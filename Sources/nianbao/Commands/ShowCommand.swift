import ArgumentParser
import CellGrid
import Glibc
import ReportModel
import Wording

/// `nianbao show`: the tables as text, or single values for scripts.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Wording.ofProcess.help(.show))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftArgument))) var draft: String
  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.keys), valueName: "key"))
  var keys: [String] = []
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let draft = try Workspace.draft(at: draft, form: form)
    if keys.isEmpty { return try Output.text(TextTables.text(of: draft)) }
    let lines = try keys.flatMap { try draft.values(ofKey: $0) }
    let text = lines.map { "\($0.key)\t\(Self.escaped($0.value))\n" }.joined()
    try Output.result(text)
  }

  /// A value on one line: what would end the line or the field is escaped.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    // A program gets the text as it is; a terminal must not be steered by it.
    return isatty(STDOUT_FILENO) == 1 ? Wording.ofProcess.shown(result) : result
  }
}

extension Draft {
  /// The values that a key names, each with its own key; blanks have an empty value.
  fileprivate func values(ofKey key: String) throws -> [(key: String, value: String)] {
    if let value = previousValue(ofKey: key) { return [value] }
    if key == "year" { return [(key, String(year))] }
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, parts[0] == "organ", let organKey = Organ.Key(rawValue: parts[1]) {
      return [(key, organ[organKey] ?? "")]
    }
    if form.section(key)?.isText == true { return [(key, text(of: key).text)] }
    if let place = form.place(named: key) { return form.cells(at: place).map(value(of:)) }
    throw Failure.usage(Wording.ofProcess.unknownAddress(key))
  }

  /// Last year's figure, as the draft has it.
  private func previousValue(ofKey key: String) -> (key: String, value: String)? {
    guard key.hasPrefix(Form.previousMark),
      let address = Address(String(key.dropFirst(Form.previousMark.count))),
      let cell = form.cell(at: address)
    else { return nil }
    return (key, previous?[cell]?.description ?? "")
  }

  private func value(of cell: CellIndex) -> (key: String, value: String) {
    (form.address(of: cell).description, self[cell]?.description ?? "")
  }
}

/// The tables of a draft as aligned text.
private enum TextTables {
  static func text(of draft: Draft) -> String {
    let wording = Wording.ofProcess
    var lines = [wording.shown(draft.title)]
    for section in draft.form.sections {
      lines += ["", section.title.isEmpty ? section.short : section.title]
      if section.isText {
        lines += draft.text(of: section.id).paragraphs.map(wording.shown)
      }
      for table in draft.form.tables(of: section) {
        lines += table.heading.map { [$0] } ?? []
        lines += self.lines(of: table, in: draft)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of table: Table, in draft: Draft) -> [String] {
    let metrics = Metrics()
    let header =
      [""]
      + table.columns.map { column in
        let isUnique = table.columns.count { $0.label == column.label } == 1
        return isUnique
          ? column.label : (column.groups.suffix(1) + [column.label]).joined(separator: "·")
      }
    let blanks = table.columns.map { _ in "" }
    var rows = [header]
    var groups: [String] = []
    for (index, row) in table.rows.enumerated() {
      for group in row.groups where !groups.contains(group) { rows.append([group] + blanks) }
      groups = row.groups
      let figures = table.columns.indices.map { column in
        draft[table.cell(row: index, column: column)]?.description ?? "·"
      }
      rows.append([row.label] + figures)
    }
    let widths = header.indices.map { column in rows.map { metrics.width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - metrics.width(row[column]))
        return column == 0 ? row[column] + gap : gap + row[column]
      }.joined(separator: "  ")
    }
  }
}
