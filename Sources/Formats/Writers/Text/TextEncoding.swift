/// How the letters of a text file become bytes.
package enum TextEncoding: Equatable, Sendable {
  case utf8
  /// UTF-8 with the mark by which Excel knows it.
  case markedUTF8
  /// GB18030, which holds GBK: for programs that do not know UTF-8.
  case gb18030

  /// The bytes of a text.
  func bytes(of text: String) throws(FormatError) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .markedUTF8: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .gb18030: try Formats.gb18030(text)
    }
  }
}
