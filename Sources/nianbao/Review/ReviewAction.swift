import ArgumentParser
import Glibc
import ReportModel
import Storage
import Wording

/// Who acts in a review.
struct ActingPerson: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(Wording.ofProcess.help(.actingPerson), valueName: "name"))
  var person: String?

  /// The name, without what could steer a terminal.
  func name() throws -> String {
    let name = (person ?? Person.name).trimmingBlanks
    guard Wording.ofProcess.shown(name) == name else {
      throw Failure.usage("--as: " + Wording.ofProcess.formControlCharacter)
    }
    return name
  }
}

extension ReviewRefusal {
  /// What was used wrongly ends with 64, a draft that is not so far with 1.
  var failure: Failure {
    let message = Wording.ofProcess.message(of: self)
    return switch self {
    case .noName, .noReason, .unknownStage: Failure.usage(message)
    case .noStages, .submittedAlready, .notSubmitted, .notItsTurn, .signedAlready, .altered:
      Failure(message: message, code: ExitCode(1))
    }
  }
}

extension Workspace {
  /// Makes a step of the review of the draft in a file.
  static func review(
    at path: String, form: String?, _ step: (inout Draft) throws -> Void
  ) throws {
    try changeDraft(at: path, form: form) { opened in
      var changed = opened
      do {
        try step(&changed)
      } catch let refusal as ReviewRefusal {
        let failure = refusal.failure
        throw failure.code == .validationFailure
          ? failure
          : Failure(
            message: Wording.ofProcess.complaint(about: path, cause: failure.message),
            code: failure.code)
      }
      return changed
    }
  }
}

/// The names of stages as a command line has them.
enum StageNames {
  private static let limit = 9

  /// The names between commas of either width; none of an empty text.
  static func reading(_ text: String) throws(Failure) -> [String] {
    let trimmed = text.trimmingBlanks
    if trimmed.isEmpty { return [] }
    let names = trimmed.split(omittingEmptySubsequences: false) { ",，、".contains($0) }
      .map { String($0).trimmingBlanks }
    guard areSound(names) else { throw Failure.usage(Wording.ofProcess.badStages(text)) }
    return names
  }

  /// Whether these can be the stages of a review.
  static func areSound(_ names: [String]) -> Bool {
    // Not the wording of the process: its language may stand in the config that is being read.
    let wording = Wording(.chinese)
    return names.count <= limit && Set(names).count == names.count
      && names.allSatisfy { !$0.isEmpty && wording.shown($0) == $0 }
  }
}

extension String {
  /// Without blanks at its ends and with one in the place of several.
  var trimmingBlanks: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
