/// Where the parts of a JSON value stand in its text, found without reading them.
///
/// For a large text of which little is wanted: what is passed over is only looked at for where it
/// ends.
///
/// - Precondition: The text is known to be valid. Of another it is only certain that nothing
///   outside of it is touched.
package struct JSONOutline: Sendable {
  private let text: [UInt8]
  private let range: Range<Int>

  /// The value that fills `text`.
  package init(_ text: [UInt8]) {
    self.init(text, text.indices)
  }

  private init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// The bytes of this value.
  package var bytes: ArraySlice<UInt8> { text[range] }

  /// The members of an object in their order; none of another value.
  ///
  /// Keys are as they are written, escapes and all.
  package var members: [(key: String, value: JSONOutline)] {
    var members: [(key: String, value: JSONOutline)] = []
    var at = start(after: UInt8(ascii: "{"))
    while let key = part(from: at), let value = part(from: key.upperBound) {
      members.append((name(key), JSONOutline(text, value)))
      at = value.upperBound
    }
    return members
  }

  /// The value of an object's first member with this key, as it is written.
  package subscript(key: String) -> JSONOutline? {
    var at = start(after: UInt8(ascii: "{"))
    while let found = part(from: at), let value = part(from: found.upperBound) {
      if name(found) == key { return JSONOutline(text, value) }
      at = value.upperBound
    }
    return nil
  }

  /// The elements of an array in their order; none of another value.
  package var elements: [JSONOutline] {
    var elements: [JSONOutline] = []
    var at = start(after: UInt8(ascii: "["))
    while let element = part(from: at) {
      elements.append(JSONOutline(text, element))
      at = element.upperBound
    }
    return elements
  }

  private func name(_ key: Range<Int>) -> String {
    String(decoding: text[key].dropFirst().dropLast(), as: UTF8.self)
  }

  /// Where the inside of the value begins; its end where it is none that opens so.
  private func start(after opening: UInt8) -> Int {
    guard let start = text[range].firstIndex(where: { !Self.isBetween($0) }), text[start] == opening
    else { return range.upperBound }
    return start + 1
  }

  /// The key, value or element that comes next; nil where the inside ends.
  private func part(from start: Int) -> Range<Int>? {
    var at = start
    while at < range.upperBound, Self.isBetween(text[at]) { at += 1 }
    guard at < range.upperBound, text[at] != UInt8(ascii: "}"), text[at] != UInt8(ascii: "]")
    else { return nil }
    return at..<end(ofPartAt: at)
  }

  /// Behind the part that begins at an index.
  private func end(ofPartAt start: Int) -> Int {
    var (at, depth) = (start, 0)
    while at < range.upperBound {
      switch text[at] {
      case UInt8(ascii: "\""):
        at += 1
        while at < range.upperBound, text[at] != UInt8(ascii: "\"") {
          at += text[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        at = min(at + 1, range.upperBound)
        if depth == 0 { return at }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // What closes the whole ends a number or a word, and is none of it.
        if depth == 0 { return at }
        depth -= 1
        if depth == 0 { return at + 1 }
      case let byte where depth == 0 && Self.isBetween(byte): return at
      default: break
      }
      at += 1
    }
    return at
  }

  /// Whether a byte stands between parts: a blank, a comma or a colon.
  private static func isBetween(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
  }
}
