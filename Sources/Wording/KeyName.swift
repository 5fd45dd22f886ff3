package import CellGrid

extension Key {
  /// The key that a name in the config file means, spelled as `Wording.keyName` does in English.
  ///
  /// Nil for what names no key. Capitals do not matter, nor does the order of modifiers.
  package init?(named name: String) {
    var rest = name.lowercased()[...]
    var modifiers: Modifiers = []
    while let plus = rest.firstIndex(of: "+"), plus != rest.startIndex,
      rest.index(after: plus) < rest.endIndex
    {
      switch rest[..<plus] {
      case "ctrl": modifiers.insert(.control)
      case "alt": modifiers.insert(.alt)
      case "shift": modifiers.insert(.shift)
      default: return nil
      }
      rest = rest[rest.index(after: plus)...]
    }
    guard let code = Code(named: rest) else { return nil }
    self.init(code, modifiers)
  }
}

extension Key.Code {
  fileprivate init?(named name: Substring) {
    switch name {
    case "space": self = .character(" ")
    case "up": self = .up
    case "down": self = .down
    case "left": self = .left
    case "right": self = .right
    case "home": self = .home
    case "end": self = .end
    case "pgup": self = .pageUp
    case "pgdn": self = .pageDown
    case "enter": self = .enter
    case "tab": self = .tab
    case "backspace": self = .backspace
    case "delete": self = .delete
    case "insert": self = .insert
    case "esc": self = .escape
    default:
      if let character = name.first, name.count == 1, !character.isWhitespace {
        self = .character(character)
      } else if name.first == "f", let number = Int(name.dropFirst()), 1...12 ~= number,
        String(number) == name.dropFirst()
      {
        self = .function(number)
      } else {
        return nil
      }
    }
  }
}
