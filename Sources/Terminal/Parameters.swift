internal import CellGrid

/// The numbers of a control sequence; an absent one is 0, an absurd one a large one.
struct Parameters {
  private var numbers: [Int] = [0]
  /// Whether a key was let go: kitty can tell, and it is no key pressed.
  private var isRelease = false

  var count: Int { numbers.count }

  /// Reads parameters; nil where anything but digits, semicolons and colons is among them.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= 64 else { return nil }
    var part = 0  // Of what colons divide, only the first number counts here.
    var subnumber = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte) - 48
        if part == 0 {
          numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + digit, 1_000_000)
        } else {
          subnumber = min(subnumber * 10 + digit, 1_000_000)
          isRelease = numbers.count == 2 && part == 1 && subnumber == 3
        }
      case UInt8(ascii: ";"):
        numbers.append(0)
        part = 0
      case UInt8(ascii: ":"):
        part += 1
        subnumber = 0
      default: return nil
      }
    }
  }

  /// The number at a place; 0 beyond the last.
  subscript(index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }

  func isPlain(_ expected: [Int]) -> Bool { numbers == expected }

  /// Whether these are the row and the column of a cursor that is not on the first row.
  var isReport: Bool { numbers.count == 2 && numbers[0] >= 2 && numbers[1] >= 1 }

  /// The modifiers that a number spells as 1 plus their bits; nil for one that no key has here.
  func modifiers(at index: Int) -> Key.Modifiers? {
    guard !isRelease else { return nil }
    let bits = max(self[index], 1) - 1
    // 64 and 128 tell that Caps Lock and Num Lock are on; 8 to 32 are keys that mean nothing here.
    guard bits <= 255, bits & 0b11_1000 == 0 else { return nil }
    return Key.Modifiers(rawValue: UInt8(bits & 0b111))
  }

  /// The modifiers of a key that a letter names: `1;5`, or in older terminals `5`.
  var letterModifiers: Key.Modifiers? {
    switch numbers.count {
    case 1: modifiers(at: 0)
    case 2 where numbers[0] <= 1: modifiers(at: 1)
    default: nil
    }
  }
}
