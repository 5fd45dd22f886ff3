import Wording

/// What a line asks for.
enum PlainInput: Equatable {
  case nothing
  /// It begins as a figure does.
  case figure(String)
  case command(PlainCommand, String)
  case unknown(String)

  /// Reads a line: the first word tells, what follows belongs to it.
  ///
  /// Full-width letters, digits and signs are taken for the plain ones in the command. Between a
  /// Chinese word and what follows there need be no blank, nor between a word and a digit.
  init(_ line: String) {
    let text = line.trimmingBlanks
    guard let first = text.first else {
      self = .nothing
      return
    }
    let head = text.prefix { !$0.isWhitespace }
    let rest = String(text.dropFirst(head.count).trimmingBlanks)
    let word = Self.folded(head)
    if let command = Self.commands[word], rest.isEmpty || command.takesWords {
      self = .command(command, rest)
    } else if "0123456789+-.−。".contains(Self.folded(String(first))) {
      self = .figure(String(text))
    } else if let (command, length) = Self.command(beginning: word) {
      self = .command(command, String(text.dropFirst(length).trimmingBlanks))
    } else {
      self = .unknown(String(text))
    }
  }

  private static let commands: [String: PlainCommand] = Dictionary(
    PlainCommand.allCases.flatMap { command in
      (command.words.chinese + command.words.english).map { ($0, command) }
    }, uniquingKeysWith: { first, _ in first })

  /// The longest command that a word begins with, and how many characters it takes.
  private static func command(beginning word: String) -> (command: PlainCommand, length: Int)? {
    let fitting = commands.filter { name, command in
      guard command.takesWords, word.hasPrefix(name), let last = name.last else { return false }
      return !last.isASCII || word.dropFirst(name.count).first?.isNumber == true
    }
    return fitting.max { $0.key.count < $1.key.count }.map { ($0.value, $0.key.count) }
  }

  /// The answer that a line gives.
  static func answer(_ line: String) -> PlainAnswer? {
    let word = folded(line.trimmingBlanks)
    return PlainAnswer.allCases.first {
      $0.words.chinese.contains(word) || $0.words.english.contains(word)
    }
  }

  /// A whole number without a sign; nil for anything else.
  static func number(_ text: some StringProtocol) -> Int? {
    let digits = folded(text)
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(digits)
  }

  /// Small letters, and full-width characters as the plain ones; as many characters as before.
  static func folded(_ text: some StringProtocol) -> String {
    let plain = text.map { character -> Character in
      guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
        0xFF01...0xFF5E ~= scalar.value, let plain = Unicode.Scalar(scalar.value - 0xFEE0)
      else { return character }
      return Character(plain)
    }
    return String(plain.map { $0.isASCII ? Character($0.lowercased()) : $0 })
  }

  /// Tabs, which a keyboard or a table can bring, part words as blanks do.
  static func withoutTabs(_ line: String) -> String {
    String(line.map { $0 == "\t" ? " " : $0 })
  }
}
