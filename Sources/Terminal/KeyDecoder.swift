package import CellGrid

/// A short sequence of bytes as one number, which is found in a table without a list made for it.
private struct PackedSequence: Hashable, Sendable {
  /// The most bytes of a sequence.
  static let limit = 15
  private var bits: UInt128

  /// Of a longer sequence only the beginning counts.
  init(_ bytes: ArraySlice<UInt8>) {
    bits = UInt128(truncatingIfNeeded: bytes.count)
    for byte in bytes.prefix(Self.limit) { bits = bits << 8 | UInt128(byte) }
  }
}

/// Makes keys, pastes and mouse events of the bytes that a terminal sends.
///
/// Pure: bytes in, inputs out, no clock. A sequence may be cut between two reads at any byte.
/// Whatever begins like a control sequence and means nothing here is read to its final byte and
/// dropped: an unknown key does nothing.
///
/// A carriage return and a line feed are an Enter each, also when they come together.
package struct KeyDecoder: Sendable {
  /// Where in a sequence the decoder stands.
  enum State: Equatable, Sendable {
    case ground
    /// Within the bytes of one UTF-8 scalar.
    case scalar
    /// After ESC; `again` after ESC ESC, which begins Alt and a key or is Escape pressed twice.
    case escape(again: Bool)
    /// After ESC [, its parameters in `sequence`.
    case control
    /// After ESC [, digits and `$`: a key of rxvt, unless a final byte follows.
    case dollar
    /// After ESC O.
    case singleShift
    /// After ESC [ [, with which the Linux console begins F1 to F5.
    case console
    /// After ESC [ M: three bytes of a mouse mode that was never asked for.
    case oldMouse(left: Int)
    /// Within a string that ends in ST or BEL, begun by `introducer`.
    case string(introducer: UInt8, isEmpty: Bool)
    case stringEscape
    /// Within a paste, with so many bytes of its end bracket seen.
    case paste(matched: Int)
  }

  static let escapeByte: UInt8 = 0x1B
  /// What one paste may hold; the rest of a larger one is dropped.
  static let pasteLimit = 16 << 20

  var state = State.ground
  /// Whether an ESC before the sequence makes it Alt.
  var isAlt = false
  /// The parameters of the control sequence, as far as they have come.
  var sequence: [UInt8] = []
  /// The content of the paste, as far as it has come.
  var content: [UInt8] = []
  var scalar = PartialScalar()
  var report: Point?
  /// Bytes that may become one of `terminalKeys`.
  private var candidate: [UInt8] = []
  private let terminalKeys: [PackedSequence: Key]
  private let prefixes: Set<PackedSequence>

  /// Makes a decoder that also knows the sequences that one terminal sends for its keys.
  ///
  /// Only sequences that begin with a control character count, and none that would take Enter,
  /// Tab, Backspace or Escape away.
  package init(terminalKeys: [[UInt8]: Key] = [:]) {
    var keys: [PackedSequence: Key] = [:]
    var prefixes: Set<PackedSequence> = []
    for (bytes, key) in terminalKeys where Self.canBeTerminalKey(bytes) {
      keys[PackedSequence(bytes[...])] = key
      for count in 1..<max(1, bytes.count) { prefixes.insert(PackedSequence(bytes.prefix(count))) }
    }
    self.terminalKeys = keys
    self.prefixes = prefixes
  }

  /// Whether a sequence has begun and not ended.
  package var isPending: Bool { state != .ground || !candidate.isEmpty }

  /// How many milliseconds of silence end what is pending.
  ///
  /// Short where a person may have pressed Escape; long inside a sequence, which only a machine
  /// writes: its end is late on a slow line and must not be typed into a cell.
  package var patience: Int {
    if !candidate.isEmpty { return candidate.count <= 2 ? 25 : 1000 }
    switch state {
    case .escape, .dollar, .oldMouse: return 25
    case .control, .singleShift: return sequence.isEmpty ? 25 : 1000
    case .string(_, let isEmpty): return isEmpty ? 25 : 1000
    case .ground, .scalar, .console, .stringEscape: return 1000
    case .paste: return 10_000
    }
  }

  /// Takes the bytes of one read and returns what they mean, in order.
  package mutating func decode(_ bytes: [UInt8]) -> [Input] {
    var inputs: [Input] = []
    for byte in bytes { take(byte, &inputs) }
    return inputs
  }

  /// Ends what is pending after a silence: a lone ESC is Escape, an unfinished sequence is dropped.
  package mutating func timeOut() -> [Input] {
    var inputs: [Input] = []
    while !candidate.isEmpty { settle(&inputs) }
    giveUp(&inputs)
    return inputs
  }

  /// The cursor position that the terminal reported last, from (0, 0), and only once.
  ///
  /// A report for the first row does not count: it looks like F3 with modifiers.
  package mutating func takeCursorReport() -> Point? {
    defer { report = nil }
    return report
  }

  private mutating func take(_ byte: UInt8, _ inputs: inout [Input]) {
    let mayBegin = byte < 0x20 || byte == 0x7F
    guard state == .ground, !candidate.isEmpty || (mayBegin && !terminalKeys.isEmpty) else {
      return step(byte, &inputs)
    }
    candidate.append(byte)
    if !prefixes.contains(PackedSequence(candidate[...])) { settle(&inputs) }
  }

  /// Takes the longest key that the candidate begins with, or its first byte, and then the rest.
  private mutating func settle(_ inputs: inout [Input]) {
    let held = candidate
    candidate = []
    for count in stride(from: held.count, to: 0, by: -1) {
      guard let key = terminalKeys[PackedSequence(held.prefix(count))] else { continue }
      inputs.append(.key(key))
      for byte in held.dropFirst(count) { take(byte, &inputs) }
      return
    }
    step(held[0], &inputs)
    for byte in held.dropFirst() { take(byte, &inputs) }
  }

  private static func canBeTerminalKey(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, first < 0x20 || first == 0x7F else { return false }
    guard bytes.count <= PackedSequence.limit else { return false }
    return bytes.count > 1 || ![0x08, 0x09, 0x0A, 0x0D, 0x1B, 0x7F].contains(first)
  }
}
