/// A JSON value that remembers where it stood in its source.
///
/// Numbers stay the text they were, so that no digit is lost; objects keep the order of their
/// members. Equality ignores `offset`: the same content is the same value wherever it stood.
package struct JSON: Equatable, Sendable {
  /// One member of an object.
  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: JSON

    /// The byte offset at which the key began in its source; 0 for one made by the program.
    package var offset: Int

    package init(_ key: String, _ value: JSON, offset: Int = 0) {
      self.key = key
      self.value = value
      self.offset = offset
    }

    package static func == (left: Member, right: Member) -> Bool {
      left.key == right.key && left.value == right.value
    }
  }

  /// What kinds of value there are.
  package enum Content: Equatable, Sendable {
    case null
    case bool(Bool)
    /// The number as it was written, by the grammar of RFC 8259.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])
  }

  package var content: Content

  /// The byte offset at which the value began in its source; 0 for one made by the program.
  package var offset: Int

  package init(_ content: Content, offset: Int = 0) {
    self.content = content
    self.offset = offset
  }

  package static func == (left: JSON, right: JSON) -> Bool { left.content == right.content }

  /// The text of a string value.
  package var string: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }

  /// The elements of an array.
  package var array: [JSON]? {
    guard case .array(let elements) = content else { return nil }
    return elements
  }

  /// The members of an object.
  package var object: [Member]? {
    guard case .object(let members) = content else { return nil }
    return members
  }

  /// The whole number of a number value that is written as one, such as `2023`.
  package var integer: Int? {
    guard case .number(let text) = content else { return nil }
    return Int(text)
  }

  /// The member of an object with this key, or nil.
  package subscript(key: String) -> JSON? {
    guard case .object(let members) = content else { return nil }
    for member in members where Self.isSame(member.key, key) { return member.value }
    return nil
  }

  /// Whether two keys have the same bytes, which equal strings need not have.
  static func isSame(_ first: String, _ second: String) -> Bool {
    first.utf8.count == second.utf8.count && first == second
      && first.utf8.elementsEqual(second.utf8)
  }
}

/// Why a text is not the JSON it should be, and where.
package struct JSONError: Error, Equatable, Sendable {
  /// The causes that the reader tells apart.
  package enum Cause: Equatable, Sendable {
    case unexpectedEnd
    case unexpected(Unicode.Scalar)
    case trailingComma
    case textAfterValue
    case duplicateKey(String)
    case invalidUTF8
    case invalidEscape
    case controlCharacter
    case badNumber
    case tooDeep(limit: Int)
    case tooLarge(limit: Int)
  }

  package var cause: Cause

  /// The byte offset of the offending place.
  package var offset: Int

  package init(_ cause: Cause, offset: Int) {
    self.cause = cause
    self.offset = offset
  }
}

/// A place in a text as people count it: both numbers from 1, columns in Unicode scalars.
package struct TextPosition: Equatable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The position of byte `offset` in `bytes`; an offset past the end is the end.
  package init(of offset: Int, in bytes: [UInt8]) {
    line = 1
    column = 1
    for byte in bytes.prefix(max(0, offset)) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
