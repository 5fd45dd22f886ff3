extension JSON {
  /// The same value with the members of every object in the order of their keys' UTF-8 bytes.
  ///
  /// Two values that say the same in another order are equal afterwards, and have the same
  /// `canonicalText`.
  package var withSortedKeys: JSON {
    switch content {
    case .null, .bool, .number, .string: self
    case .array(let elements): JSON(.array(elements.map(\.withSortedKeys)), offset: offset)
    case .object(let members):
      JSON(
        .object(
          members.map { Member($0.key, $0.value.withSortedKeys) }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }),
        offset: offset)
    }
  }
}
