import CellGrid
import Editor
import JSONText
import Storage
import Wording

/// Why a config file cannot be used, and where in it.
struct ConfigError: Error {
  enum Cause {
    case file(FileError)
    case json(JSONError.Cause)
    case wrongType(ConfigValueType)
    case unknownKey(String, known: [String])
    case unknownWord(String, known: [String])
    case unknownCommand(String)
    case unknownKeyName(String)
    case refused(Key, Keymap.Refusal.Cause)
  }

  var path: String
  /// The place; nil for what concerns the file as a whole.
  var position: TextPosition?
  /// The value's way from the top of the file, such as `keys.save`; empty for the whole.
  var way = ""
  var cause: Cause

  /// One line about this failure: file, place, cause and what to do.
  var message: String {
    let wording = Wording.ofProcess
    if case .file(let error) = cause {
      return error.message(about: path) + wording.configToBeMended
    }
    let said = [wording.shown(way), sentence].filter { !$0.isEmpty }
      .joined(separator: wording.sayOf)
    let place = position ?? TextPosition(line: 1, column: 1)
    let complaint = wording.complaint(
      about: path, line: place.line, column: place.column, cause: said)
    if case .json = cause { return complaint + wording.configToBeMended }
    return complaint
  }

  private var sentence: String {
    let wording = Wording.ofProcess
    switch cause {
    case .file: return ""
    case .json(let cause): return cause.message
    case .wrongType(let type): return wording.configWrongType(type)
    case .unknownKey(let key, let known): return wording.configUnknownKey(key, known: known)
    case .unknownWord(let word, let known): return wording.configUnknownWord(word, known: known)
    case .unknownCommand(let name): return wording.configUnknownCommand(name)
    case .unknownKeyName(let name): return wording.configUnknownKeyName(name)
    case .refused(let key, let refusal):
      let name = wording.keyName(key)
      return switch refusal {
      case .types, .isBasic: wording.configKeyIsNeeded(name)
      case .isNotPassedOn: wording.configKeyIsNotPassedOn(name)
      case .isWishedTwice(let command): wording.configKeyTwice(name, command)
      case .takesTheKey(let command): wording.configTakesKey(name, of: command)
      }
    }
  }
}
