import CellGrid
import Editor
import JSONText
import Terminal
import Wording

/// One reading of a config file.
struct ConfigReader {
  private let path: String
  private let bytes: [UInt8]
  private let root: JSON

  private static let keys = ["name", "language", "color", "ambiguous", "stages", "styles", "keys"]
  private static let looks = ["foreground", "background", "bold", "dim", "underline", "reverse"]

  init(path: String, bytes: [UInt8]) throws(ConfigError) {
    self.path = path
    self.bytes = bytes
    do throws(JSONError) {
      root = try JSON(reading: bytes)
    } catch {
      let position = TextPosition(of: error.offset, in: bytes)
      throw ConfigError(path: path, position: position, cause: .json(error.cause))
    }
  }

  func config() throws(ConfigError) -> Config {
    var config = Config()
    for member in try members(of: root, at: "") {
      let (value, way) = (member.value, member.key)
      switch member.key {
      case "name": config.name = try text(value, way)
      case "language": config.language = try word(value, way)
      case "color": config.color = try word(value, way)
      case "ambiguous": config.ambiguous = try word(value, way)
      case "stages": config.stages = try stages(value, way)
      case "styles": config.styles = try styles(value, way)
      case "keys": config.keymap = try keymap(value, way)
      default: throw unknown(member, at: "", known: Self.keys)
      }
    }
    return config
  }

  private func stages(_ value: JSON, _ way: String) throws(ConfigError) -> [String] {
    let names = value.array?.compactMap { $0.string?.trimmingBlanks } ?? [""]
    guard names.count == value.array?.count, StageNames.areSound(names) else {
      throw failure(.wrongType(.stages), at: value.offset, way)
    }
    return names
  }

  private func styles(_ value: JSON, _ way: String) throws(ConfigError) -> [Style: StyleChange] {
    var styles: [Style: StyleChange] = [:]
    for member in try members(of: value, at: way) {
      guard let style = Style.allCases.first(where: { "\($0)" == member.key }) else {
        throw unknown(member, at: way, known: Style.allCases.map { "\($0)" })
      }
      styles[style] = try look(member.value, "\(way).\(member.key)")
    }
    return styles
  }

  private func look(_ value: JSON, _ way: String) throws(ConfigError) -> StyleChange {
    var look = StyleChange()
    for member in try members(of: value, at: way) {
      let (value, inner) = (member.value, "\(way).\(member.key)")
      switch member.key {
      case "foreground": look.foreground = try color(value, inner)
      case "background": look.background = try color(value, inner)
      case "bold": look.bold = try flag(value, inner)
      case "dim": look.dim = try flag(value, inner)
      case "underline": look.underline = try flag(value, inner)
      case "reverse": look.reverse = try flag(value, inner)
      default: throw unknown(member, at: way, known: Self.looks)
      }
    }
    return look
  }

  private func keymap(_ value: JSON, _ way: String) throws(ConfigError) -> Keymap {
    let members = try members(of: value, at: way)
    var wishes: [Keymap.Wish] = []
    for member in members {
      guard let command = Command(rawValue: member.key) else {
        throw failure(.unknownCommand(member.key), at: member.offset, way)
      }
      let inner = "\(way).\(member.key)"
      let name = try text(member.value, inner)
      guard let key = Key(named: name) else {
        throw failure(.unknownKeyName(name), at: member.value.offset, inner)
      }
      wishes.append(Keymap.Wish(command, key))
    }
    do throws(Keymap.Refusal) {
      return try Keymap.standard.granting(wishes)
    } catch {
      let member = members[error.number]
      throw failure(
        .refused(wishes[error.number].key, error.cause), at: member.value.offset,
        "\(way).\(member.key)")
    }
  }
}

extension ConfigReader {
  private func failure(
    _ cause: ConfigError.Cause, at offset: Int, _ way: String
  ) -> ConfigError {
    ConfigError(
      path: path, position: TextPosition(of: offset, in: bytes), way: way, cause: cause)
  }

  private func unknown(_ member: JSON.Member, at way: String, known: [String]) -> ConfigError {
    failure(.unknownKey(member.key, known: known), at: member.offset, way)
  }

  private func members(of value: JSON, at way: String) throws(ConfigError) -> [JSON.Member] {
    guard let members = value.object else {
      throw failure(.wrongType(.object), at: value.offset, way)
    }
    return members
  }

  private func text(_ value: JSON, _ way: String) throws(ConfigError) -> String {
    guard let text = value.string else {
      throw failure(.wrongType(.text), at: value.offset, way)
    }
    return text
  }

  private func flag(_ value: JSON, _ way: String) throws(ConfigError) -> Bool {
    guard case .bool(let flag) = value.content else {
      throw failure(.wrongType(.flag), at: value.offset, way)
    }
    return flag
  }

  private func color(_ value: JSON, _ way: String) throws(ConfigError) -> UInt8 {
    guard let number = value.integer, let color = UInt8(exactly: number) else {
      throw failure(.wrongType(.color), at: value.offset, way)
    }
    return color
  }

  /// One of a few words.
  private func word<Word>(_ value: JSON, _ way: String) throws(ConfigError) -> Word
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    let text = try text(value, way)
    guard let word = Word(rawValue: text) else {
      throw failure(
        .unknownWord(text, known: Word.allCases.map(\.rawValue)), at: value.offset, way)
    }
    return word
  }
}
