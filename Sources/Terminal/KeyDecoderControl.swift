internal import CellGrid

extension KeyDecoder {
  mutating func stepControl(_ byte: UInt8, _ inputs: inout [Input]) {
    switch byte {
    case UInt8(ascii: "[") where sequence.isEmpty: state = .console
    case UInt8(ascii: "M") where sequence.isEmpty: state = .oldMouse(left: 3)
    case UInt8(ascii: "$") where tildeKey(sequence) != nil: state = .dollar
    case 0x20...0x3F: keep(byte)
    case 0x40...0x7E: finishControl(byte, &inputs)
    default: abort(byte, &inputs)
    }
  }

  /// After `ESC [ 23 $`: a final byte makes it some report, anything else leaves it a key.
  mutating func stepDollar(_ byte: UInt8, _ inputs: inout [Input]) {
    switch byte {
    case 0x20...0x2F:
      keep(UInt8(ascii: "$"))
      state = .control
    case 0x40...0x7E: rest()
    default:
      giveUp(&inputs)
      step(byte, &inputs)
    }
  }

  mutating func stepPaste(_ byte: UInt8, matched: Int, _ inputs: inout [Input]) {
    let end = Array("\u{1B}[201~".utf8)
    if byte == end[matched] {
      state = .paste(matched: matched + 1)
      if matched + 1 == end.count {
        finishPaste(&inputs)
        rest()
      }
      return
    }
    // ESC stands only at the beginning of the bracket: what matched so far was text.
    content.append(contentsOf: end.prefix(content.count < Self.pasteLimit ? matched : 0))
    state = .paste(matched: byte == Self.escapeByte ? 1 : 0)
    if byte != Self.escapeByte, content.count < Self.pasteLimit { content.append(byte) }
  }

  mutating func finishPaste(_ inputs: inout [Input]) {
    inputs.append(.paste(String(decoding: content, as: UTF8.self)))
    content = []
  }

  private mutating func finishControl(_ final: UInt8, _ inputs: inout [Input]) {
    let parameters = Parameters(sequence)
    switch final {
    case UInt8(ascii: "~") where parameters?.isPlain([200]) == true:
      rest()
      state = .paste(matched: 0)
      return
    case UInt8(ascii: "M"), UInt8(ascii: "m"):
      if let mouse = mouse(final: final) { inputs.append(.mouse(mouse)) }
    case UInt8(ascii: "R") where parameters?.isReport == true:
      report = parameters.map { Point(x: $0[1] - 1, y: $0[0] - 1) }
    default:
      if let parameters, let key = key(parameters, final: final) { emit(key, &inputs) }
    }
    rest()
  }

  private func key(_ parameters: Parameters, final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "~"):
      if parameters.count == 3, parameters[0] == 27 {
        return otherKey(parameters[2], parameters.modifiers(at: 1))
      }
      guard parameters.count <= 2 else { return nil }
      return parameters.modifiers(at: 1).flatMap { tildeKey(parameters[0])?.adding($0) }
    case UInt8(ascii: "^"): return tildeKey(sequence)?.adding(.control)
    case UInt8(ascii: "@"): return tildeKey(sequence)?.adding([.control, .shift])
    case UInt8(ascii: "u"):
      return parameters.count <= 3 ? otherKey(parameters[0], parameters.modifiers(at: 1)) : nil
    case UInt8(ascii: "Z"):
      return parameters.letterModifiers.map { Key(.tab, $0.union(.shift)) }
    case UInt8(ascii: "a")...UInt8(ascii: "d") where sequence.isEmpty:
      return letterKey(final - 32)?.adding(.shift)
    case UInt8(ascii: "P")...UInt8(ascii: "S") where parameters.count != 2 || parameters[1] < 2:
      return nil  // ESC [ P alone is Pause on the Linux console, ESC [ 1 ; 1 R a place.
    default:
      return parameters.letterModifiers.flatMap { letterKey(final)?.adding($0) }
    }
  }

  /// The key of `ESC O` and what followed it.
  func singleShiftKey(_ sequence: [UInt8], final: UInt8) -> Key? {
    guard let parameters = Parameters(sequence), let modifiers = parameters.letterModifiers else {
      return nil
    }
    if final == UInt8(ascii: "M") { return Key(.enter, modifiers) }
    if let key = letterKey(final) { return key.adding(modifiers) }
    guard sequence.isEmpty else { return nil }
    switch final {
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return letterKey(final - 32)?.adding(.control)
    case UInt8(ascii: "I"): return Key(.tab)
    case UInt8(ascii: "X"): return .character("=")
    // The numeric keypad in application mode counts through `*` `+` `,` `-` `.` `/` `0` … `9`.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .character(Character(Unicode.Scalar(final - 64)))
    default: return nil
    }
  }

  /// The key of `ESC [ … ~`, its parameters being one number.
  func tildeKey(_ digits: [UInt8]) -> Key? {
    guard let parameters = Parameters(digits), parameters.count == 1 else { return nil }
    return tildeKey(parameters[0])
  }

  /// The key of a number before `~`.
  ///
  /// 25 to 34 are Shift and F3 to F10, as PuTTY and rxvt send them.
  private func tildeKey(_ number: Int) -> Key? {
    switch number {
    case 1, 7: Key(.home)
    case 2: Key(.insert)
    case 3: Key(.delete)
    case 4, 8: Key(.end)
    case 5: Key(.pageUp)
    case 6: Key(.pageDown)
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    case 25, 26: Key(.function(number - 22), .shift)
    case 28, 29: Key(.function(number - 23), .shift)
    case 31...34: Key(.function(number - 24), .shift)
    default: nil
    }
  }

  private func letterKey(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): Key(.up)
    case UInt8(ascii: "B"): Key(.down)
    case UInt8(ascii: "C"): Key(.right)
    case UInt8(ascii: "D"): Key(.left)
    case UInt8(ascii: "F"): Key(.end)
    case UInt8(ascii: "H"): Key(.home)
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 79)
    default: nil
    }
  }

  /// The key that a terminal spells by its code point, as xterm can and kitty does.
  ///
  /// A character without Control or Alt is not taken: no terminal writes one so unasked, and an
  /// unknown sequence must not type into a cell.
  private func otherKey(_ code: Int, _ modifiers: Key.Modifiers?) -> Key? {
    guard let modifiers else { return nil }
    switch code {
    case 9: return Key(.tab, modifiers)
    case 13, 57414: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    case 0x20...0x7E:
      guard !modifiers.isDisjoint(with: [.control, .alt]) else { return nil }
      guard let byte = UInt8(exactly: code) else { return nil }
      let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
      let letter = isCapital && modifiers.contains(.control) ? byte + 32 : byte
      return Key(.character(Character(Unicode.Scalar(letter))), modifiers)
    default: return nil
    }
  }

  /// The mouse event of `ESC [ < button ; column ; row` and M or m.
  private func mouse(final: UInt8) -> Mouse? {
    guard sequence.first == UInt8(ascii: "<"), let numbers = Parameters(sequence.dropFirst()),
      numbers.count == 3, 1...0xFFFF ~= numbers[1], 1...0xFFFF ~= numbers[2]
    else { return nil }
    let point = Point(x: numbers[1] - 1, y: numbers[2] - 1)
    var modifiers: Key.Modifiers = []
    if numbers[0] & 4 != 0 { modifiers.insert(.shift) }
    if numbers[0] & 8 != 0 { modifiers.insert(.alt) }
    if numbers[0] & 16 != 0 { modifiers.insert(.control) }
    let isRelease = final == UInt8(ascii: "m")
    switch (numbers[0] & ~28, isRelease) {
    case (0, false): return Mouse(.press, at: point, modifiers: modifiers)
    case (0, true): return Mouse(.release, at: point, modifiers: modifiers)
    case (32, false): return Mouse(.drag, at: point, modifiers: modifiers)
    case (64, false): return Mouse(.wheelUp, at: point, modifiers: modifiers)
    case (65, false): return Mouse(.wheelDown, at: point, modifiers: modifiers)
    default: return nil
    }
  }
}
