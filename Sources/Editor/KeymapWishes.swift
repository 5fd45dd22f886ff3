package import CellGrid
package import Wording

extension Keymap {
  /// A command that a person wants on a key of their own.
  package struct Wish: Equatable, Sendable {
    package var command: Command
    package var key: Key

    package init(_ command: Command, _ key: Key) {
      self.command = command
      self.key = key
    }
  }

  /// Why a wish cannot be met; `number` tells which.
  package struct Refusal: Error, Equatable, Sendable {
    package enum Cause: Equatable, Sendable {
      /// The key types a character.
      case types
      /// Enter, Esc, Tab, Backspace and the arrows stay what they are.
      case isBasic
      /// Terminals send the key as another one, or not at all.
      case isNotPassedOn
      /// Another wish is for the same key in the same place.
      case isWishedTwice(by: Command)
      /// A command would have no key any more where it had one.
      case takesTheKey(of: Command)
    }

    package var number: Int
    package var cause: Cause
  }

  /// The keymap with every wish met, all at once: two commands can trade their keys.
  ///
  /// A command keeps its other keys behind the new one.
  ///
  /// - Throws: the first wish that would take from a person what they need.
  package func granting(_ wishes: [Wish]) throws(Refusal) -> Keymap {
    let places = wishes.map { contexts(of: $0.command) }
    for (number, wish) in wishes.enumerated() {
      if let cause = Self.objection(to: wish.key) { throw Refusal(number: number, cause: cause) }
      for earlier in 0..<number
      where wishes[earlier].key == wish.key && !places[earlier].isDisjoint(with: places[number]) {
        throw Refusal(number: number, cause: .isWishedTwice(by: wishes[earlier].command))
      }
    }
    var granted = self
    for (wish, contexts) in zip(wishes, places) {
      granted.assign(wish.key, to: wish.command, in: contexts)
    }
    for binding in bindings {
      let lost = binding.contexts.contains { granted.key(for: binding.command, in: $0) == nil }
      if lost, let number = wishes.firstIndex(where: { $0.key == binding.key }) {
        throw Refusal(number: number, cause: .takesTheKey(of: binding.command))
      }
    }
    return granted
  }

  /// What speaks against giving a key to a command, whichever it is.
  private static func objection(to key: Key) -> Refusal.Cause? {
    let isPlain = key.modifiers.subtracting(.shift).isEmpty
    switch key.code {
    case .character(let character):
      if isPlain { return .types }
      return isPassedOn(character, key.modifiers) ? nil : .isNotPassedOn
    case .enter, .escape, .tab, .backspace, .up, .down, .left, .right:
      return key.modifiers.isEmpty ? .isBasic : nil
    case .home, .end, .pageUp, .pageDown, .delete, .insert, .function: return nil
    }
  }

  /// Whether terminals tell a character with modifiers from every other key.
  ///
  /// Ctrl+H, I, J and M are Backspace, Tab and Enter; Alt+[ begins what other keys send.
  private static func isPassedOn(_ character: Character, _ modifiers: Key.Modifiers) -> Bool {
    guard !modifiers.contains(.shift), "!"..."~" ~= character else { return false }
    if modifiers.contains(.control) { return "a"..."z" ~= character && !"hijm".contains(character) }
    return !"[]".contains(character)
  }
}
