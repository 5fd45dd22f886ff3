extension JSON {
  /// An object of members in the order given; those whose value is nil are left out.
  package static func make(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    JSON(.object(members.compactMap { key, value in value.map { Member(key, $0) } }))
  }

  package static func text(_ text: String) -> JSON { JSON(.string(text)) }
  package static func whole(_ number: Int) -> JSON { JSON(.number(String(number))) }
  package static func list(_ elements: [JSON]) -> JSON { JSON(.array(elements)) }

  /// The value in one line without blanks, for output that has one value a line.
  package var compactText: String {
    switch content {
    case .null, .bool, .number, .string: String(canonicalText.dropLast())
    case .array(let elements): "[" + elements.map(\.compactText).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { JSON.text($0.key).compactText + ":" + $0.value.compactText }
        .joined(separator: ",") + "}"
    }
  }
}
