/// Limits of what `JSON.init(reading:limits:)` accepts.
package struct JSONLimits: Equatable, Sendable {
  package var bytes: Int
  package var depth: Int

  package init(bytes: Int, depth: Int) {
    self.bytes = bytes
    self.depth = depth
  }

  /// The limits of a draft file: 64 MiB, 64 levels.
  package static let draft = JSONLimits(bytes: 64 << 20, depth: 64)
}

extension JSON {
  /// Reads one JSON value that fills `bytes`, strictly by RFC 8259.
  ///
  /// Stricter than the grammar in one point: two members of an object with the same key are an
  /// error. A byte order mark at the start is skipped.
  ///
  /// - Throws: `JSONError` with the byte offset of the first mistake.
  /// - Complexity: O(*n* log *n*) for *n* bytes, and no recursion deeper than `limits.depth`.
  package init(reading bytes: [UInt8], limits: JSONLimits = .draft) throws(JSONError) {
    guard bytes.count <= limits.bytes else {
      throw JSONError(.tooLarge(limit: limits.bytes), offset: 0)
    }
    var reader = JSONReader(bytes: bytes, depthLimit: limits.depth)
    self = try reader.document()
  }
}

/// A recursive descent over the bytes of one text.
private struct JSONReader {
  let bytes: [UInt8]
  let depthLimit: Int
  var at = 0

  init(bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  mutating func document() throws(JSONError) -> JSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    let value = try value(depth: 0)
    skipBlanks()
    guard at == bytes.count else { throw JSONError(.textAfterValue, offset: at) }
    return value
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  private func unexpected() -> JSONError {
    guard at < bytes.count else { return JSONError(.unexpectedEnd, offset: at) }
    var decoder = UTF8()
    var rest = bytes[at...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
      return JSONError(.invalidUTF8, offset: at)
    }
    return JSONError(.unexpected(scalar), offset: at)
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    skipBlanks()
    let start = at
    guard at < bytes.count else { throw unexpected() }
    let isContainer = bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "[")
    guard !isContainer || depth < depthLimit else {
      throw JSONError(.tooDeep(limit: depthLimit), offset: at)
    }
    switch bytes[at] {
    case UInt8(ascii: "{"): return JSON(.object(try members(depth: depth)), offset: start)
    case UInt8(ascii: "["): return JSON(.array(try elements(depth: depth)), offset: start)
    case UInt8(ascii: "\""): return JSON(.string(try string()), offset: start)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSON(.number(try number()), offset: start)
    default: throw unexpected()
    }
  }

  private mutating func word(_ text: String, _ content: JSON.Content) throws(JSONError) -> JSON {
    let start = at
    for byte in text.utf8 {
      guard at < bytes.count, bytes[at] == byte else { throw unexpected() }
      at += 1
    }
    return JSON(content, offset: start)
  }

  /// Steps over `byte` after blanks, or says that something else stands there.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func elements(depth: Int) throws(JSONError) -> [JSON] {
    at += 1
    var elements: [JSON] = []
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else { throw unexpected() }
      let comma = at - 1
      if take(UInt8(ascii: "]")) { throw JSONError(.trailingComma, offset: comma) }
    }
  }

  private mutating func members(depth: Int) throws(JSONError) -> [JSON.Member] {
    at += 1
    var members: [JSON.Member] = []
    if take(UInt8(ascii: "}")) { return members }
    while true {
      skipBlanks()
      let start = at
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw unexpected() }
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw unexpected() }
      members.append(JSON.Member(key, try value(depth: depth + 1), offset: start))
      if take(UInt8(ascii: "}")) { break }
      guard take(UInt8(ascii: ",")) else { throw unexpected() }
      let comma = at - 1
      if take(UInt8(ascii: "}")) { throw JSONError(.trailingComma, offset: comma) }
    }
    try checkKeys(of: members)
    return members
  }

  /// Refuses the first member whose key an earlier one has.
  private func checkKeys(of members: [JSON.Member]) throws(JSONError) {
    // The program writes keys in this order: then one look at each pair of neighbours is enough.
    if members.indices.dropFirst().allSatisfy({ members[$0 - 1].key < members[$0].key }) { return }
    // Nearly every object is small: looking at all pairs is then quicker than sorting.
    if members.count <= 16 {
      for second in members.indices {
        for first in 0..<second where JSON.isSame(members[first].key, members[second].key) {
          throw JSONError(.duplicateKey(members[second].key), offset: members[second].offset)
        }
      }
      return
    }
    let order = members.indices.sorted {
      let (left, right) = (members[$0].key, members[$1].key)
      if left.utf8.elementsEqual(right.utf8) { return $0 < $1 }
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    for place in 1..<order.count {
      let (first, second) = (members[order[place - 1]], members[order[place]])
      guard first.key.utf8.elementsEqual(second.key.utf8) else { continue }
      throw JSONError(.duplicateKey(second.key), offset: second.offset)
    }
  }

  private mutating func number() throws(JSONError) -> String {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "0") { at += 1 } else { try digits() }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[at]) { at += 1 }
      try digits()
    }
    if at < bytes.count, isDigit(bytes[at]) { throw JSONError(.badNumber, offset: start) }
    return try text(start..<at)
  }

  private mutating func digits() throws(JSONError) {
    guard at < bytes.count, isDigit(bytes[at]) else { throw JSONError(.badNumber, offset: at) }
    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private mutating func string() throws(JSONError) -> String {
    at += 1
    var buffer: [UInt8] = []
    var runStart = at
    let textStart = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        let end = at
        at += 1
        if runStart == textStart { return try text(textStart..<end) }
        buffer += bytes[runStart..<end]
        guard let text = String(validating: buffer, as: UTF8.self) else {
          throw JSONError(.invalidUTF8, offset: firstInvalidByte(from: textStart))
        }
        return text
      case UInt8(ascii: "\\"):
        buffer += bytes[runStart..<at]
        try escape(into: &buffer)
        runStart = at
      case 0..<0x20: throw JSONError(.controlCharacter, offset: at)
      default: at += 1
      }
    }
    throw JSONError(.unexpectedEnd, offset: at)
  }

  /// The text of a string without escapes.
  private func text(_ range: Range<Int>) throws(JSONError) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
    } catch {
      throw JSONError(.invalidUTF8, offset: firstInvalidByte(from: range.lowerBound))
    }
  }

  private func firstInvalidByte(from start: Int) -> Int {
    var decoder = UTF8()
    var rest = bytes[start...].makeIterator()
    var offset = start
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      offset += UTF8.width(scalar)
    }
    return offset
  }

  private mutating func escape(into buffer: inout [UInt8]) throws(JSONError) {
    let start = at
    at += 1
    guard at < bytes.count else { throw JSONError(.unexpectedEnd, offset: at) }
    let letter = bytes[at]
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(letter)
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try hexUnit(since: start)
      if 0xD800..<0xDC00 ~= unit {
        guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
          bytes[at + 1] == UInt8(ascii: "u")
        else { throw JSONError(.invalidEscape, offset: start) }
        at += 2
        let low = try hexUnit(since: start)
        guard 0xDC00..<0xE000 ~= low else { throw JSONError(.invalidEscape, offset: start) }
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(unit) else {
        throw JSONError(.invalidEscape, offset: start)
      }
      buffer += Array(String(scalar).utf8)
    default: throw JSONError(.invalidEscape, offset: start)
    }
  }

  private mutating func hexUnit(since start: Int) throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.count else { throw JSONError(.unexpectedEnd, offset: bytes.count) }
    var unit: UInt32 = 0
    for byte in bytes[at..<at + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw JSONError(.invalidEscape, offset: start)
      }
      unit = unit << 4 | UInt32(digit)
    }
    at += 4
    return unit
  }
}
