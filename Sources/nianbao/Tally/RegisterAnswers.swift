import Documents
import Glibc
import JSONText
import ReportModel
import Storage
import Wording

/// What a person has answered about the words of their registers, kept beside the config file.
struct RegisterAnswers: Equatable {
  typealias Role = RegisterDefinition.Role

  /// The roles of columns by their headings.
  var columns: [String: Role] = [:]
  /// The ids of columns of the form by the words for kinds of applicants.
  var applicants: [String: String] = [:]
  /// The ids of rows of the form by the words for outcomes.
  var outcomes: [String: String] = [:]

  private static let schema = "nianbao/register/1"
  private static let sizeLimit = 1 << 20

  private static var path: String? { Config.folder.map { $0 + "/register.json" } }

  /// The answers that were kept; none where there is no such file.
  ///
  /// - Throws: where the file is there and no such file, with the place.
  static func kept() throws -> RegisterAnswers {
    guard let path else { return RegisterAnswers() }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(at: path, limit: sizeLimit)
    } catch {
      switch error.cause {
      case .notFound, .notADirectory: return RegisterAnswers()
      default: throw Failure.file(error.message(about: path))
      }
    }
    do throws(ConfigError) {
      return try Self.reading(bytes, at: path)
    } catch {
      throw Failure.file(error.message)
    }
  }

  private static func reading(
    _ bytes: [UInt8], at path: String
  ) throws(ConfigError) -> RegisterAnswers {
    let reader = try RegisterAnswersReader(bytes, at: path)
    var answers = RegisterAnswers()
    for member in try reader.members(of: reader.root, at: "") {
      switch member.key {
      case "schema":
        let schema = try reader.text(member.value, "schema")
        guard schema == Self.schema else {
          throw reader.failure(.unknownWord(schema, known: [Self.schema]), member.value, "schema")
        }
      case "columns":
        for (heading, role) in try reader.texts(member.value, "columns") {
          guard let known = Role(rawValue: role) else {
            let roles = Role.allCases.map(\.rawValue)
            throw reader.failure(.unknownWord(role, known: roles), member.value, "columns")
          }
          answers.columns[heading] = known
        }
      case "applicants": answers.applicants = try reader.texts(member.value, "applicants")
      case "outcomes": answers.outcomes = try reader.texts(member.value, "outcomes")
      default:
        let known = ["schema", "columns", "applicants", "outcomes"]
        throw reader.failure(.unknownKey(member.key, known: known), member.value, "")
      }
    }
    return answers
  }

  /// Keeps the answers for the next time; says where, or why not.
  func keep() {
    let wording = Wording.ofProcess
    guard let path = Self.path, let folder = Config.folder else { return }
    let json = JSON.make([
      "schema": .text(Self.schema), "columns": Self.object(columns.mapValues(\.rawValue)),
      "applicants": Self.object(applicants), "outcomes": Self.object(outcomes),
    ])
    Self.makeFolders(folder)
    do throws(Failure) {
      try Workspace.replace(Array(json.canonicalText.utf8), at: path)
      Output.error(wording.answersKept(path))
    } catch {
      Output.error(wording.answersNotKept(error.message))
    }
  }

  private static func object(_ texts: [String: String]) -> JSON? {
    texts.isEmpty ? nil : JSON(.object(texts.map { JSON.Member($0.key, .text($0.value)) }))
  }

  /// Makes a folder, and those above it, where they are missing; whether that failed shows when a
  /// file is made there.
  private static func makeFolders(_ path: String) {
    for end in path.indices.dropFirst() where path[end] == "/" {
      mkdir(String(path[..<end]), 0o700)
    }
    mkdir(path, 0o700)
  }
}

/// Reads the pieces of a file of answers.
private struct RegisterAnswersReader {
  let root: JSON
  private let path: String
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], at path: String) throws(ConfigError) {
    self.path = path
    self.bytes = bytes
    do throws(JSONError) {
      root = try JSON(reading: bytes)
    } catch {
      let position = TextPosition(of: error.offset, in: bytes)
      throw ConfigError(path: path, position: position, cause: .json(error.cause))
    }
  }

  func failure(_ cause: ConfigError.Cause, _ value: JSON, _ way: String) -> ConfigError {
    ConfigError(
      path: path, position: TextPosition(of: value.offset, in: bytes), way: way, cause: cause)
  }

  func members(of value: JSON, at way: String) throws(ConfigError) -> [JSON.Member] {
    guard let members = value.object else { throw failure(.wrongType(.object), value, way) }
    return members
  }

  func text(_ value: JSON, _ way: String) throws(ConfigError) -> String {
    guard let text = value.string else { throw failure(.wrongType(.text), value, way) }
    return text
  }

  func texts(_ value: JSON, _ way: String) throws(ConfigError) -> [String: String] {
    var texts: [String: String] = [:]
    for member in try members(of: value, at: way) {
      texts[member.key] = try text(member.value, "\(way).\(member.key)")
    }
    return texts
  }
}
