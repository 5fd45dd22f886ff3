package import Documents
package import ReportModel

extension Draft {
  /// The report as one long table: a row a figure, blanks included, and a row a text.
  ///
  /// RFC 4180: lines end in CR LF. The same draft always gives the same bytes.
  package func csv(
    _ edition: Edition, encoding: TextEncoding = .markedUTF8
  ) throws(FormatError) -> [UInt8] {
    var rows = [["organ", "year", "table", "row", "column", "address", "value"]]
    let report = [organ.name, String(year)]
    if edition == .draft { rows.append(report + ["", "", "", "", "草稿"]) }
    for section in form.sections {
      let name = section.title.isEmpty ? section.short : section.title
      if section.isText {
        rows.append(report + [name, "", "", section.id, text(of: section.id).text])
      }
      for table in form.tables(of: section) {
        let title = [name, table.heading ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        for (number, row) in table.rows.enumerated() {
          for (place, column) in table.columns.enumerated() {
            let cell = table.cell(row: number, column: place)
            rows.append(
              report + [
                title, row.path, column.path, "\(form.address(of: cell))",
                self[cell]?.description ?? "",
              ])
          }
        }
      }
    }
    return try encoding.bytes(of: csvText(rows))
  }

  /// Each table of the form as a file of its own, under its id: labels on the left and above.
  package func csvTables(
    encoding: TextEncoding = .markedUTF8
  ) throws(FormatError) -> [(table: String, bytes: [UInt8])] {
    var files: [(table: String, bytes: [UInt8])] = []
    for table in form.tables {
      var rows = [[table.corner ?? ""] + table.columns.map(\.path)]
      for (number, row) in table.rows.enumerated() {
        let figures = table.columns.indices.map {
          self[table.cell(row: number, column: $0)]?.description ?? ""
        }
        rows.append([row.path] + figures)
      }
      files.append((table.id, try encoding.bytes(of: csvText(rows))))
    }
    return files
  }
}

extension Line {
  /// The labels from the outermost group to the line itself.
  fileprivate var path: String {
    (groups + [label]).filter { !$0.isEmpty }.joined(separator: "/")
  }
}

private func csvText(_ rows: [[String]]) -> String {
  rows.map { $0.map(csvField).joined(separator: ",") + "\r\n" }.joined()
}

/// A field, in quotation marks where it needs them; paragraphs of a text stay on lines of their own.
private func csvField(_ text: String) -> String {
  let paragraphs = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  let field = paragraphs.map { harmless(String($0)) }.joined(separator: "\n")
  guard field.utf8.contains(where: { Array(",\"\n".utf8).contains($0) }) else { return field }
  return "\"" + field.replacing("\"", with: "\"\"") + "\""
}
