import JSONText
import ReportModel

/// What stands under `accepted` in a draft file.
enum AcceptanceFile {
  private enum Key: String, CaseIterable {
    case at, by, on, quote, reason, rule, values
  }

  static func json(of acceptances: [Acceptance]) -> JSON {
    .list(acceptances.sorted(by: Acceptance.precedes).map { json(of: $0).withSortedKeys })
  }

  private static func json(of acceptance: Acceptance) -> JSON {
    let subject = acceptance.subject
    let values = acceptance.values.map { JSON.Member($0, JSON(.number($1.description))) }
    let known = JSON.make([
      Key.rule.rawValue: .text(subject.rule),
      Key.at.rawValue: .list(subject.places.map { .text($0) }),
      Key.values.rawValue: values.isEmpty ? nil : JSON(.object(values)),
      Key.quote.rawValue: subject.quote.map { .text($0) },
      Key.by.rawValue: acceptance.by.isEmpty ? nil : .text(acceptance.by),
      Key.on.rawValue: acceptance.on.isEmpty ? nil : .text(acceptance.on),
      Key.reason.rawValue: .text(acceptance.reason),
    ])
    return JSON(.object((known.object ?? []) + acceptance.unknown))
  }

  static func acceptances(reading json: JSON) throws(DraftError) -> [Acceptance] {
    guard let elements = json.array else { throw wrongType(json, "accepted", .array) }
    var acceptances: [Acceptance] = []
    for (number, element) in elements.enumerated() {
      acceptances.append(try acceptance(reading: element, path: "accepted[\(number)]"))
    }
    return acceptances.sorted(by: Acceptance.precedes)
  }

  private static func acceptance(
    reading json: JSON, path: String
  ) throws(DraftError) -> Acceptance {
    guard let members = json.object else { throw wrongType(json, path, .object) }
    let rule = try text(in: json, .rule, path: path)
    let reason = try text(in: json, .reason, path: path)
    let subject = Acceptance.Subject(
      rule: try required(rule, .rule, in: json, path: path),
      places: try places(in: json, path: path), quote: try text(in: json, .quote, path: path))
    let known = Set(Key.allCases.map { Array($0.rawValue.utf8) })
    return Acceptance(
      subject, values: try values(in: json, path: path),
      by: try text(in: json, .by, path: path) ?? "", on: try text(in: json, .on, path: path) ?? "",
      reason: try required(reason, .reason, in: json, path: path),
      unknown: members.filter { !known.contains(Array($0.key.utf8)) }
        .map { JSON.Member($0.key, $0.value.withSortedKeys) }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }

  private static func places(in json: JSON, path: String) throws(DraftError) -> [String] {
    let path = "\(path).\(Key.at.rawValue)"
    guard let value = json[Key.at.rawValue] else {
      throw DraftError(.missing(path: path), offset: json.offset)
    }
    guard let elements = value.array else { throw wrongType(value, path, .array) }
    var places: [String] = []
    for (number, element) in elements.enumerated() {
      guard let place = element.string else {
        throw wrongType(element, "\(path)[\(number)]", .string)
      }
      places.append(place)
    }
    return places
  }

  private static func values(
    in json: JSON, path: String
  ) throws(DraftError) -> [String: Quantity] {
    guard let value = json[Key.values.rawValue] else { return [:] }
    let path = "\(path).\(Key.values.rawValue)"
    guard let members = value.object else { throw wrongType(value, path, .object) }
    var values: [String: Quantity] = [:]
    for member in members {
      let path = "\(path).\(member.key)"
      guard case .number(let text) = member.value.content else {
        throw wrongType(member.value, path, .number)
      }
      guard let quantity = Quantity(json: text) else {
        throw DraftError(.figureOutOfRange(path: path, text: text), offset: member.value.offset)
      }
      values[member.key] = quantity
    }
    return values
  }

  private static func text(
    in json: JSON, _ key: Key, path: String
  ) throws(DraftError) -> String? {
    guard let value = json[key.rawValue] else { return nil }
    guard let text = value.string else {
      throw wrongType(value, "\(path).\(key.rawValue)", .string)
    }
    return text
  }

  private static func required(
    _ text: String?, _ key: Key, in json: JSON, path: String
  ) throws(DraftError) -> String {
    guard let text else {
      throw DraftError(.missing(path: "\(path).\(key.rawValue)"), offset: json.offset)
    }
    return text
  }

  private static func wrongType(
    _ value: JSON, _ path: String, _ expected: DraftError.Expected
  ) -> DraftError {
    DraftError(.wrongType(path: path, expected: expected), offset: value.offset)
  }
}
