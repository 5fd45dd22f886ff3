private import Crypto

/// The SHA-256 digest of bytes.
package struct Digest: Hashable, Sendable {
  /// 64 hexadecimal digits.
  package let text: String

  package init(of bytes: [UInt8]) {
    var text = ""
    text.reserveCapacity(2 * SHA256.byteCount)
    for byte in SHA256.hash(data: bytes) {
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
    self.text = text
  }

  /// The first digits, enough to tell an accident from the right bytes.
  package var short: Substring { text.prefix(16) }
}
