internal import CellGrid

/// Text that one read brought from a terminal that does not bracket pastes.
///
/// Whether it is a paste or keys the editor decides, which knows what the keys would do; here is
/// only told what is worth the question.
enum Burst {
  /// How many milliseconds of silence end a burst.
  static let patience: Int32 = 20

  /// Whether the bytes of a read hold two lines or three tabs with text between, and nothing but
  /// text.
  static func isCandidate(_ bytes: [UInt8]) -> Bool {
    guard isText(bytes) else { return false }
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    if lines.count >= 2 { return true }
    return bytes.count { $0 == 0x09 } >= 3 && bytes.split(separator: 0x09).count >= 2
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
  }

  /// The bytes as a burst, with the keys that they would be; nil where they are more than text.
  static func input(_ bytes: [UInt8], _ inputs: [Input]) -> Input? {
    guard isText(bytes), let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let keys = inputs.compactMap { input -> Key? in
      if case .key(let key) = input { key } else { nil }
    }
    return keys.count == inputs.count ? .burst(text, keys) : nil
  }
}
