private import CXML
import SafeText

/// An element or a text of a page of HTML.
struct PageNode {
  enum Kind {
    case element(String)
    case text(String)
  }

  var kind: Kind
  var attributes: [String: String] = [:]
  var children: [PageNode] = []
}

extension PageNode {
  /// The attributes that say how an element stands on the page.
  private static let usedAttributes: Set<String> = [
    "rowspan", "colspan", "class", "id", "role", "style", "hidden", "href", "http-equiv",
  ]
  /// The elements whose content is never text of the page, or is struck out.
  private static let silent: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "select", "option", "button",
    "textarea", "svg", "math", "canvas", "audio", "video", "map", "del", "s", "strike",
  ]
  /// The longest page that is read, and how many tags it may have.
  static let sizeLimit = 16 << 20
  private static let tagLimit = 100_000
  /// How many attributes a tag may have, counted by blanks: the library compares each with all.
  private static let attributeLimit = 2_000
  private static let depthLimit = 256

  /// The tree of a page as a browser would mend it, without what is never shown.
  ///
  /// - Throws: `FormatError.tooLarge` where its tags would take too much memory, `notText`.
  init(page bytes: [UInt8]) throws(FormatError) {
    guard html_is_available() else {
      throw .missingLibrary("libxml2", package: "libxml2-dev")
    }
    guard bytes.count <= Self.sizeLimit else { throw .tooLarge(part: "", limit: Self.sizeLimit) }
    let text = Array(try decodedText(bytes).utf8)
    try Self.measure(text)
    let page = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe html_page_read(
        UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self),
        Int32(buffer.count))
    }
    self.init(kind: .element("html"))
    guard let page = unsafe page else { return }
    defer { unsafe html_page_free(page) }
    guard let root = unsafe html_page_root(page) else { return }
    unsafe children = Self.children(of: root, depth: 0)
  }

  /// Refuses a page whose tags would take more memory or time than a page of a report ever does.
  ///
  /// Scripts and comments are no tags, whatever signs stand in them.
  private static func measure(_ text: [UInt8]) throws(FormatError) {
    var (tags, index) = (0, 0)
    while index < text.count {
      guard text[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      tags += 1
      guard tags <= tagLimit else { throw .tooMany(part: "", limit: tagLimit) }
      if let end = text.endOfSilent(from: index) {
        index = end
      } else {
        index = try endOfTag(text, from: index + 1)
      }
    }
  }

  /// Where the tag ends that begins before an index.
  private static func endOfTag(_ text: [UInt8], from start: Int) throws(FormatError) -> Int {
    var (index, blanks) = (start, 0)
    var quote: UInt8?
    var last: UInt8 = 0  // what is no blank
    while index < text.count {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "<"): return index
        case UInt8(ascii: "\""), UInt8(ascii: "'"): if last == UInt8(ascii: "=") { quote = byte }
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20, UInt8(ascii: "/"): blanks += 1
        default: break
        }
        guard blanks <= attributeLimit else { throw .tooMany(part: "", limit: attributeLimit) }
        if byte > 0x20 { last = byte }
      }
      index += 1
    }
    return index
  }

  private static func children(
    of node: OpaquePointer, depth: Int, isRaised: Bool = false
  ) -> [PageNode] {
    var children: [PageNode] = []
    guard depth < depthLimit else { return children }
    var next = unsafe html_node_first_child(node)
    while let child = unsafe next {
      if let text = unsafe html_node_text(child) {
        let text = unsafe String(cString: text)
        children.append(PageNode(kind: .text(isRaised ? text.withRaisedDigits : text)))
      } else if let name = unsafe html_node_name(child) {
        let name = unsafe String(cString: name)
        if !silent.contains(name) {
          var element = PageNode(kind: .element(name))
          unsafe element.attributes = attributes(of: child)
          unsafe element.children = Self.children(
            of: child, depth: depth + 1, isRaised: isRaised || name == "sup")
          if !element.isHidden { children.append(element) }
        }
      }
      unsafe next = html_node_next(child)
    }
    return children
  }

  private static func attributes(of element: OpaquePointer) -> [String: String] {
    var attributes: [String: String] = [:]
    var next = unsafe html_node_first_attribute(element)
    while let attribute = unsafe next {
      let name = unsafe String(cString: html_attribute_name(attribute))
      if usedAttributes.contains(name) {
        attributes[name] = unsafe String(cString: html_attribute_value(attribute))
      }
      unsafe next = html_attribute_next(attribute)
    }
    return attributes
  }

  /// The beginnings of declarations that hide an element or strike it out, without blanks.
  private static let hiding = [
    "display:none", "visibility:hidden", "mso-hide:all", "text-decoration:line-through",
    "text-decoration-line:line-through",
  ]

  /// Whether a browser shows nothing of the element, or strikes it out.
  private var isHidden: Bool {
    if attributes["hidden"] != nil { return true }
    guard let written = attributes["style"] else { return false }
    let style = written.utf8.filter { $0 > 0x20 }.map { $0 | ($0 &- 0x41 < 26 ? 0x20 : 0) }
    return style.split(separator: UInt8(ascii: ";")).contains { declaration in
      Self.hiding.contains { declaration.starts(with: $0.utf8) }
    }
  }
}

extension Array where Element == UInt8 {
  /// Behind a comment, a script or a style sheet that is opened at an index; nil where none is.
  fileprivate func endOfSilent(from index: Int) -> Int? {
    guard index + 1 < count else { return nil }
    return switch self[index + 1] {
    case UInt8(ascii: "!"): end(of: "-->", from: index, after: "<!--")
    case UInt8(ascii: "s"), UInt8(ascii: "S"):
      end(of: "</script", from: index, after: "<script")
        ?? end(of: "</style", from: index, after: "<style")
    default: nil
    }
  }

  /// Behind what closes something, where it is opened at an index; nil where it is not.
  ///
  /// Letters may be of any case. What is never closed goes on to the end.
  fileprivate func end(of closing: String, from start: Int, after opening: String) -> Int? {
    guard matches(opening, at: start) else { return nil }
    var index = start + opening.utf8.count
    while index < count {
      if matches(closing, at: index) { return index + closing.utf8.count }
      index += 1
    }
    return count
  }

  private func matches(_ text: String, at start: Int) -> Bool {
    guard start + text.utf8.count <= count else { return false }
    var index = start
    for letter in text.utf8 {
      let own = self[index]
      guard own == letter || 0x41...0x5A ~= own && own + 0x20 == letter else { return false }
      index += 1
    }
    return true
  }
}
