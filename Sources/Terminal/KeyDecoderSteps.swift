internal import CellGrid

/// A UTF-8 scalar of which some bytes have come.
struct PartialScalar: Sendable {
  var value: UInt32 = 0
  var left = 0
  /// The least value that needs this many bytes; what is below it is written overlong.
  var least: UInt32 = 0

  /// Begins with a lead byte; false where it can lead nothing.
  mutating func begin(_ lead: UInt8) -> Bool {
    switch lead {
    case 0xC2...0xDF: self = PartialScalar(value: UInt32(lead & 0x1F), left: 1, least: 0x80)
    case 0xE0...0xEF: self = PartialScalar(value: UInt32(lead & 0x0F), left: 2, least: 0x800)
    case 0xF0...0xF4: self = PartialScalar(value: UInt32(lead & 0x07), left: 3, least: 0x10000)
    default: return false
    }
    return true
  }
}

extension KeyDecoder {
  /// Takes one byte in the state the decoder is in.
  mutating func step(_ byte: UInt8, _ inputs: inout [Input]) {
    switch state {
    case .ground: stepGround(byte, &inputs)
    case .scalar: stepScalar(byte, &inputs)
    case .escape(let again): stepEscape(byte, again: again, &inputs)
    case .control: stepControl(byte, &inputs)
    case .dollar: stepDollar(byte, &inputs)
    case .singleShift: stepSingleShift(byte, &inputs)
    case .console: stepConsole(byte, &inputs)
    case .oldMouse(let left): stepOldMouse(byte, left: left, &inputs)
    case .string: stepString(byte)
    case .stringEscape: stepStringEscape(byte, &inputs)
    case .paste(let matched): stepPaste(byte, matched: matched, &inputs)
    }
  }

  /// Ends what is pending and begins anew.
  mutating func giveUp(_ inputs: inout [Input]) {
    switch state {
    case .escape(let again):
      inputs.append(.key(Key(.escape)))
      if again { inputs.append(.key(Key(.escape))) }
    case .string(let introducer, isEmpty: true):
      isAlt = true
      emit(Key.character(Character(Unicode.Scalar(introducer))), &inputs)
    case .dollar:
      if let key = tildeKey(sequence) { emit(key.adding(.shift), &inputs) }
    case .paste: finishPaste(&inputs)
    case .ground, .scalar, .control, .singleShift, .console, .oldMouse, .string, .stringEscape:
      break
    }
    rest()
  }

  mutating func emit(_ key: Key, _ inputs: inout [Input]) {
    inputs.append(.key(isAlt ? key.adding(.alt) : key))
  }

  mutating func rest() {
    state = .ground
    isAlt = false
    sequence.removeAll(keepingCapacity: true)
  }

  private mutating func stepGround(_ byte: UInt8, _ inputs: inout [Input]) {
    switch byte {
    case Self.escapeByte: state = .escape(again: false)
    case 0x80...: state = scalar.begin(byte) ? .scalar : .ground
    default: emit(Self.plainKey(byte), &inputs)
    }
    if state == .ground { isAlt = false }
  }

  private mutating func stepScalar(_ byte: UInt8, _ inputs: inout [Input]) {
    guard 0x80...0xBF ~= byte else {
      rest()
      return step(byte, &inputs)
    }
    scalar.value = scalar.value << 6 | UInt32(byte & 0x3F)
    scalar.left -= 1
    guard scalar.left == 0 else { return }
    // U+0080 to U+009F are control characters: no key types them.
    if scalar.value >= max(scalar.least, 0xA0), let whole = Unicode.Scalar(scalar.value) {
      emit(Key.character(Character(whole)), &inputs)
    }
    rest()
  }

  private mutating func stepEscape(_ byte: UInt8, again: Bool, _ inputs: inout [Input]) {
    switch byte {
    case Self.escapeByte:
      if again { inputs.append(.key(Key(.escape))) }
      state = .escape(again: true)
    case UInt8(ascii: "["):
      isAlt = again
      state = .control
    case UInt8(ascii: "O"):
      isAlt = again
      state = .singleShift
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      state = .string(introducer: byte, isEmpty: true)
    default:
      if again { inputs.append(.key(Key(.escape))) }
      rest()
      isAlt = true
      stepGround(byte, &inputs)
    }
  }

  private mutating func stepSingleShift(_ byte: UInt8, _ inputs: inout [Input]) {
    switch byte {
    case 0x20...0x3F: keep(byte)
    case 0x40...0x7E:
      if let key = singleShiftKey(sequence, final: byte) { emit(key, &inputs) }
      rest()
    default: abort(byte, &inputs)
    }
  }

  private mutating func stepConsole(_ byte: UInt8, _ inputs: inout [Input]) {
    guard byte >= 0x20 else { return abort(byte, &inputs) }
    if case UInt8(ascii: "A")...UInt8(ascii: "E") = byte {
      emit(.function(Int(byte) - 64), &inputs)
    }
    rest()
  }

  private mutating func stepOldMouse(_ byte: UInt8, left: Int, _ inputs: inout [Input]) {
    guard byte >= 0x20 else { return abort(byte, &inputs) }
    if left > 1 { state = .oldMouse(left: left - 1) } else { rest() }
  }

  private mutating func stepString(_ byte: UInt8) {
    switch byte {
    case 0x07, 0x18, 0x1A: rest()
    case Self.escapeByte: state = .stringEscape
    default: state = .string(introducer: 0, isEmpty: false)
    }
  }

  private mutating func stepStringEscape(_ byte: UInt8, _ inputs: inout [Input]) {
    rest()
    if byte == UInt8(ascii: "\\") { return }
    state = .escape(again: false)
    step(byte, &inputs)
  }

  /// Drops the sequence that a byte interrupts; the byte counts where it begins something.
  mutating func abort(_ byte: UInt8, _ inputs: inout [Input]) {
    rest()
    if byte == Self.escapeByte || byte >= 0x80 { step(byte, &inputs) }
  }

  /// Keeps a byte of a sequence; beyond what any key needs, only that there was one too many.
  mutating func keep(_ byte: UInt8) {
    if sequence.count <= 64 { sequence.append(byte) }
  }

  /// The key of a byte below 0x80 other than ESC.
  private static func plainKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x0A, 0x0D: Key(.enter)
    case 0x09: Key(.tab)
    case 0x08, 0x7F: Key(.backspace)
    case 0x00: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1B...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }
}

extension Key {
  /// The same key with further modifiers.
  func adding(_ more: Modifiers) -> Key { Key(code, modifiers.union(more)) }
}
