import JSONText
import ReportModel
import SafeText

/// A value of a definition together with the way that led to it.
struct DefinitionNode: Sendable {
  let json: JSON
  private let way: Way

  /// The steps from the root, put into words only where something is wrong.
  private indirect enum Way: Sendable {
    case root
    case member(Way, String)
    case element(Way, Int)

    var path: String {
      switch self {
      case .root: ""
      case .member(.root, let key): key
      case .member(let way, let key): way.path + "." + key
      case .element(let way, let index): way.path + "[\(index)]"
      }
    }
  }

  /// The root of a definition.
  init(_ definition: JSON) {
    json = definition
    way = .root
  }

  private init(_ json: JSON, _ way: Way) {
    self.json = json
    self.way = way
  }

  /// Whether the key stands in this object.
  func has(_ key: String) -> Bool { json[key] != nil }

  func failure(_ cause: FormError.Cause) -> FormError {
    FormError(cause, path: way.path, offset: json.offset)
  }

  /// Refuses anything but an object with these keys.
  func requireObject(keys: [String]) throws(FormError) {
    guard let members = json.object else { throw failure(.wrongType(expected: .object)) }
    for member in members where !keys.contains(member.key) {
      throw FormError(
        .unknownKey(member.key), path: Way.member(way, member.key).path,
        offset: member.value.offset)
    }
  }

  func optional(_ key: String) -> DefinitionNode? {
    json[key].map { DefinitionNode($0, .member(way, key)) }
  }

  func required(_ key: String) throws(FormError) -> DefinitionNode {
    guard let node = optional(key) else { throw failure(.missingKey(key)) }
    return node
  }

  /// The elements of an array that has some.
  func elements() throws(FormError) -> [DefinitionNode] {
    guard let elements = json.array else { throw failure(.wrongType(expected: .array)) }
    guard !elements.isEmpty else { throw failure(.emptyList) }
    return elements.indices.map { DefinitionNode(elements[$0], .element(way, $0)) }
  }

  /// A text of one line.
  ///
  /// What could steer a terminal does not get in: a form may come from anyone.
  func text() throws(FormError) -> String {
    guard let text = json.string else { throw failure(.wrongType(expected: .string)) }
    guard !text.hasUnsafeScalars else { throw failure(.controlCharacter) }
    return text
  }

  /// The texts that this node lists: most of a form, so no node is made for one that is right.
  func texts() throws(FormError) -> [String] {
    guard let elements = json.array else { throw failure(.wrongType(expected: .array)) }
    guard !elements.isEmpty else { throw failure(.emptyList) }
    var texts: [String] = []
    texts.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      if let text = element.string, !text.hasUnsafeScalars {
        texts.append(text)
      } else {
        texts.append(try DefinitionNode(element, .element(way, index)).text())
      }
    }
    return texts
  }

  func integer() throws(FormError) -> Int {
    guard let integer = json.integer else { throw failure(.wrongType(expected: .integer)) }
    return integer
  }

  /// A whole number within limits.
  func integer(in allowed: ClosedRange<Int>) throws(FormError) -> Int {
    let integer = try integer()
    guard allowed ~= integer else { throw failure(.numberOutOfRange(integer, allowed: allowed)) }
    return integer
  }

  func flag() throws(FormError) -> Bool {
    guard case .bool(let flag) = json.content else { throw failure(.wrongType(expected: .flag)) }
    return flag
  }

  /// A text in both languages, or one string for both.
  func localizedText() throws(FormError) -> LocalizedText {
    if json.string != nil { return LocalizedText(try text()) }
    guard json.object != nil else { throw failure(.wrongType(expected: .localizedText)) }
    try requireObject(keys: ["zh", "en"])
    let chinese = try required("zh").text()
    return LocalizedText(chinese, english: try optional("en")?.text())
  }

  /// A name that addresses and commands can be made of.
  func identifier() throws(FormError) -> String {
    let id = try text()
    let isSound = id.unicodeScalars.allSatisfy {
      switch $0 {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
      default: !$0.isASCII && $0.properties.isAlphabetic
      }
    }
    guard isSound, !id.isEmpty else { throw failure(.badID(id)) }
    return id
  }

  /// One of the words that an enumeration is written with.
  func word<Word: RawRepresentable & CaseIterable>() throws(FormError) -> Word
  where Word.RawValue == String {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      throw failure(.unknownWord(text, allowed: Word.allCases.map(\.rawValue)))
    }
    return word
  }
}
