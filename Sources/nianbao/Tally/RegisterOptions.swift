import Documents
import ReportModel
import Wording

/// What a command line says of a register's words and columns.
struct RegisterOptions {
  typealias Role = RegisterDefinition.Role

  var columns = RegisterColumns()
  /// Words with the ids that they mean.
  var words: [(word: String, id: String)] = []

  /// Reads the values of `--map` and `--column`.
  init(maps: [String], columns: [String]) throws(Failure) {
    let wording = Wording.ofProcess
    for map in maps {
      // No id has this sign, a word may.
      guard let sign = map.lastIndex(of: "="), sign > map.startIndex else {
        throw Failure.usage(wording.noAssignment("--map", map))
      }
      words.append((String(map[..<sign]), String(map[map.index(after: sign)...])))
    }
    for column in columns {
      guard let sign = column.firstIndex(of: "="), column.index(after: sign) < column.endIndex
      else { throw Failure.usage(wording.noAssignment("--column", column)) }
      guard let role = Role(rawValue: String(column[..<sign])) else {
        throw Failure.usage(
          wording.valueNotAllowed(
            "--column", String(column[..<sign]), allowed: Role.allCases.map(\.rawValue)))
      }
      let name = String(column[column.index(after: sign)...])
      if let number = Int(name), number > 0 {
        self.columns.numbers[role] = number - 1
      } else {
        self.columns.names[role, default: []].append(name)
      }
    }
  }
}

extension RegisterDefinition {
  /// What an id means as an outcome; nil where it is no row for one.
  func outcome(id: String, in table: Table) -> RegisterWords.Outcome? {
    guard let row = table.rowIndex[id] else { return nil }
    if row == rows.openAfter { return .open }
    return outcomes.contains { $0.line == row } ? .row(row) : nil
  }

  /// The column that an id means as a kind of applicant.
  func applicant(id: String, in table: Table) -> Int? {
    table.columnIndex[id].flatMap { column in
      applicants.contains { $0.line == column } ? column : nil
    }
  }

  /// What a word of a register may be said to mean, with the labels of the form.
  func choices(for role: Role, in table: Table) -> [(id: String, label: String)] {
    let lines =
      switch role {
      case .applicant: applicants.map { table.columns[$0.line] }
      case .outcome: outcomes.map { table.rows[$0.line] } + [table.rows[rows.openAfter]]
      case .received, .answered: [Line]()
      }
    return lines.map { line in
      // The outermost group is around all of them.
      (line.id, (line.groups.dropFirst().suffix(1) + [line.label]).joined(separator: " "))
    }
  }
}
