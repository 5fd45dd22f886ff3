@testable import Formats

/// An element of XML with everything in it, names without prefixes.
struct XMLElement {
  var name: String
  var attributes: [String: String]
  var children: [XMLElement] = []
  /// The text directly in it.
  var text = ""

  /// The outermost element of a part.
  init(_ bytes: [UInt8], part: String) throws {
    var pull = try XMLPull(bytes, part: part)
    var open: [XMLElement] = [XMLElement(name: "", attributes: [:])]
    while let event = try pull.next() {
      switch event {
      case .open(let name): open.append(XMLElement(name: name, attributes: pull.attributes))
      case .close:
        let closed = open.removeLast()
        open[open.count - 1].children.append(closed)
      case .text(let text): open[open.count - 1].text += text
      }
    }
    self = open[0].children[0]
  }

  private init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  subscript(attribute: String) -> String? { attributes[attribute] }

  /// The first child with a name.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// All elements with a name below this one, in order.
  func all(_ name: String) -> [XMLElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// Every element from here down.
  var everything: [XMLElement] { [self] + children.flatMap(\.everything) }

  /// All text in it.
  var fullText: String { text + children.map(\.fullText).joined() }
}

/// The parts of a container by name.
func parts(of bytes: [UInt8]) throws -> [String: [UInt8]] {
  let archive = try Archive(bytes)
  var parts: [String: [UInt8]] = [:]
  for name in archive.partNames { parts[name] = try archive.bytes(of: name, limit: 1 << 26) }
  return parts
}

func element(_ part: String, of bytes: [UInt8]) throws -> XMLElement {
  try XMLElement(Archive(bytes).bytes(of: part, limit: 1 << 26), part: part)
}
