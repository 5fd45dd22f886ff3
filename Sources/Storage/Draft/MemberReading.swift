import JSONText
import ReportModel

/// Ways to read what stands in a draft file, with the path that an error names.
protocol MemberReading {}

extension MemberReading {
  static func members(of json: JSON, _ path: String) throws(DraftError) -> [JSON.Member] {
    guard let members = json.object else { throw wrongType(json, path, .object) }
    return members
  }

  static func elements(of json: JSON, _ path: String) throws(DraftError) -> [JSON] {
    guard let elements = json.array else { throw wrongType(json, path, .array) }
    return elements
  }

  /// The values of an array, each read by itself.
  static func list<Value>(
    _ json: JSON, _ path: String, _ read: (JSON, _ path: String) throws(DraftError) -> Value
  ) throws(DraftError) -> [Value] {
    var values: [Value] = []
    for (number, element) in try elements(of: json, path).enumerated() {
      values.append(try read(element, "\(path)[\(number)]"))
    }
    return values
  }

  static func text(_ json: JSON, _ path: String) throws(DraftError) -> String {
    guard let text = json.string else { throw wrongType(json, path, .string) }
    return text
  }

  /// A number from 0 on.
  static func whole(_ json: JSON, _ path: String) throws(DraftError) -> Int {
    guard let number = json.integer, number >= 0 else { throw wrongType(json, path, .integer) }
    return number
  }

  static func figure(_ json: JSON, _ path: String) throws(DraftError) -> Quantity {
    guard case .number(let text) = json.content else { throw wrongType(json, path, .number) }
    guard let quantity = Quantity(json: text) else {
      throw DraftError(.figureOutOfRange(path: path, text: text), offset: json.offset)
    }
    return quantity
  }

  /// A value that must be there.
  static func required<Value>(
    _ value: Value?, _ key: some RawRepresentable<String>, in json: JSON, _ path: String
  ) throws(DraftError) -> Value {
    guard let value else {
      throw DraftError(.missing(path: "\(path).\(key.rawValue)"), offset: json.offset)
    }
    return value
  }

  /// The key that a member has, if it is one of ours byte by byte.
  static func key<Key: RawRepresentable<String>>(
    _ member: JSON.Member, _ keys: Key.Type
  ) -> Key? {
    Key(rawValue: member.key).flatMap { key in
      key.rawValue.utf8.elementsEqual(member.key.utf8) ? key : nil
    }
  }

  /// A member that this version does not know, as it is kept.
  static func kept(_ member: JSON.Member) -> JSON.Member {
    JSON.Member(member.key, member.value.withSortedKeys)
  }

  static func precedes(_ left: JSON.Member, _ right: JSON.Member) -> Bool {
    left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }

  static func wrongType(
    _ value: JSON, _ path: String, _ expected: DraftError.Expected
  ) -> DraftError {
    DraftError(.wrongType(path: path, expected: expected), offset: value.offset)
  }
}
