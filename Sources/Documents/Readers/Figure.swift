import ReportModel
import SafeText

/// What stands in a cell or at the end of a line.
enum Figure: Equatable {
  case empty
  /// A sign that stands for no figure, such as `/` or 无.
  case mark
  case value(Quantity, unit: String, remark: String)

  /// Reads a field; nil for words.
  init?(_ field: some StringProtocol) {
    guard field.utf8.count <= 200 else { return nil }
    // Nearly every figure is nothing but digits.
    if let value = Quantity(digits: field) {
      self = .value(value, unit: "", remark: "")
      return
    }
    let text = field.trimmed
    guard let first = text.unicodeScalars.first else {
      self = .empty
      return
    }
    if text.utf8.count <= 6, Figure.marks.contains(text) {
      self = .mark
      return
    }
    if text == "零" || text == "〇" {
      self = .value(.zero, unit: "", remark: "")
      return
    }
    guard first.narrowed.isASCIIDigit || "-+.−﹣".unicodeScalars.contains(first.narrowed) else {
      return nil
    }
    let end = text.unicodeScalars.firstIndex { !$0.isPartOfNumber } ?? text.endIndex
    guard let value = Quantity(typed: text[..<end]) else { return nil }
    let rest = text[end...].trimmed
    let start = rest.firstIndex { "（([〔".contains($0) || Figure.isNote($0) } ?? rest.endIndex
    let unit = rest[..<start].trimmed
    let remark = rest[start...].trimmed
    guard unit.count <= 3, unit.unicodeScalars.allSatisfy(\.isLetterOrDigit),
      !unit.unicodeScalars.contains(where: \.narrowed.isASCIIDigit),
      remark.isEmpty || "）)]〕".contains(remark.suffix(1)) || remark.allSatisfy(Figure.isNote)
    else { return nil }
    self = .value(value, unit: unit, remark: remark)
  }

  /// What offices write into a cell that has no figure.
  private static let marks: Set<String> = [
    "/", "／", "-", "－", "–", "—", "―", "——", "--", "\\", "＼", "无",
  ]

  /// Whether a sign points to a note below the table: an asterisk, a number in a circle or a raised
  /// one.
  private static func isNote(_ sign: Character) -> Bool {
    switch sign {
    case "*", "＊", "※", "①"..."⑳": true
    default: sign.unicodeScalars.allSatisfy(\.isRaisedDigit)
    }
  }

  /// The words that a count may carry.
  private static let countUnits: Set<String> = [
    "", "件", "条", "个", "次", "项", "宗", "份", "部", "例", "起", "人",
  ]

  /// Whether a unit beside the figure is right for a cell of this kind and unit.
  static func isUnit(_ unit: String, of kind: FigureKind, named name: String?) -> Bool {
    switch kind {
    case .count, .change: countUnits.contains(unit) || unit == name
    case .amount:
      // 7.5万 under 万元 says once more what the heading says.
      unit.isEmpty || unit == name ?? "万元" || unit == "万" && name ?? "万元" == "万元"
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isPartOfNumber: Bool {
    // A number in a circle points to a note.
    if 0x2460...0x2473 ~= value { return false }
    return narrowed.isASCIIDigit || "+-.,−﹣".unicodeScalars.contains(narrowed)
  }
}

/// Splits a line at its blanks, save those within brackets, which belong to the word before.
func tokens(of line: String) -> [Substring] {
  var tokens: [Substring] = []
  var start: String.Index?
  var depth = 0
  for index in line.unicodeScalars.indices {
    let scalar = line.unicodeScalars[index]
    if "（(".unicodeScalars.contains(scalar) { depth += 1 }
    if "）)".unicodeScalars.contains(scalar) { depth -= 1 }
    if depth <= 0, scalar.isBlank {
      if let first = start { tokens.append(line[first..<index]) }
      start = nil
    } else if start == nil {
      start = index
    }
  }
  if let start { tokens.append(line[start...]) }
  // Brackets that do not close say nothing.
  return depth == 0 ? tokens : line.split(whereSeparator: \.isWhitespace)
}
