private import Glibc

/// The text that bytes are, in UTF-8, UTF-16 with its mark, or GB18030, of which GBK and GB 2312 are
/// parts.
///
/// What a file says of its own encoding is not asked: pages often say what they are not, and whether
/// bytes are UTF-8 can be seen.
///
/// - Throws: `FormatError.notText` where they are text in none of these.
package func decodedText(_ bytes: [UInt8]) throws(FormatError) -> String {
  if bytes.starts(with: [0xFF, 0xFE]) {
    return try converted(Array(bytes.dropFirst(2)), from: "UTF-16LE")
  }
  if bytes.starts(with: [0xFE, 0xFF]) {
    return try converted(Array(bytes.dropFirst(2)), from: "UTF-16BE")
  }
  let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  if let text = String(validating: marked, as: UTF8.self) { return text }
  guard !bytes.contains(0) else { throw .notText }
  return try converted(bytes, from: "GB18030")
}

/// The bytes of a text in GB18030.
///
/// - Throws: `FormatError.notMade` where the system does not know that encoding.
package func gb18030(_ text: String) throws(FormatError) -> [UInt8] {
  guard let bytes = converted(Array(text.utf8), from: "UTF-8", to: "GB18030") else {
    throw .notMade
  }
  return bytes
}

private func converted(_ bytes: [UInt8], from encoding: String) throws(FormatError) -> String {
  guard let utf8 = converted(bytes, from: encoding, to: "UTF-8"),
    let text = String(validating: utf8, as: UTF8.self)
  else { throw .notText }
  return text
}

private func converted(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
  guard let converter = unsafe iconv_open(to, from), unsafe converter != iconv_t(bitPattern: -1)
  else { return nil }
  defer { unsafe iconv_close(converter) }
  var input = bytes.map { CChar(bitPattern: $0) }
  // No letter takes more than four bytes in any of these, and none less than one.
  var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
  let written: Int? = unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      var (start, left) = (input.baseAddress, input.count)
      var (end, room) = (output.baseAddress, output.count)
      guard unsafe iconv(converter, &start, &left, &end, &room) != -1 else { return nil }
      return output.count - room
    }
  }
  return written.map { output.prefix($0).map { UInt8(bitPattern: $0) } }
}
