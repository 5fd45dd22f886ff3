private import CXML

/// Goes through an XML document once, event by event.
///
/// A document type is refused: no part of an Office file has one, and with it a small file can
/// become an enormous one, or name others.
@safe struct XMLPull: ~Copyable {
  enum Event: Equatable {
    case open(String)
    case close(String)
    case text(String)
  }

  private let reader: OpaquePointer
  private let content: UnsafeMutableBufferPointer<UInt8>
  private let part: String

  /// A reader of the bytes; the name of the part is for what is said of it.
  init(_ bytes: [UInt8], part: String) throws(FormatError) {
    guard xml_is_available() else {
      throw .missingLibrary("expat", package: "libexpat1-dev")
    }
    let content = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = unsafe content.initialize(fromContentsOf: bytes)
    guard let count = Int32(exactly: bytes.count),
      let reader = unsafe xml_pull_new(
        UnsafeRawPointer(content.baseAddress)?.assumingMemoryBound(to: CChar.self), count)
    else {
      unsafe content.deallocate()
      throw .damaged(part: part, line: nil)
    }
    unsafe self.reader = reader
    unsafe self.content = content
    self.part = part
  }

  deinit {
    unsafe xml_pull_free(reader)
    unsafe content.deallocate()
  }

  /// The next event; nil at the end.
  mutating func next() throws(FormatError) -> Event? {
    switch unsafe xml_pull_next(reader) {
    case XML_EVENT_END: return nil
    case XML_EVENT_OPEN: return .open(unsafe String(cString: xml_pull_text(reader)))
    case XML_EVENT_CLOSE: return .close(unsafe String(cString: xml_pull_text(reader)))
    case XML_EVENT_TEXT: return .text(unsafe String(cString: xml_pull_text(reader)))
    case XML_EVENT_DOCTYPE: throw .documentType(part: part)
    default: throw .damaged(part: part, line: Int(unsafe xml_pull_line(reader)))
    }
  }

  /// All attributes of the element that has just opened, by their names without prefixes.
  var attributes: [String: String] {
    var attributes: [String: String] = [:]
    var index = 0
    var name: UnsafePointer<CChar>?
    var value: UnsafePointer<CChar>?
    while unsafe xml_pull_attribute(reader, &index, &name, &value), let name = unsafe name,
      let value = unsafe value
    {
      attributes[unsafe String(cString: name)] = unsafe String(cString: value)
    }
    return attributes
  }

  /// The attribute with this name, without its prefix, of the element that has just opened.
  func attribute(_ name: String) -> String? {
    guard let value = unsafe xml_pull_value(reader, name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Passes over what is in the element that has just opened, and its end.
  mutating func skip() { unsafe xml_pull_skip(reader) }
}
