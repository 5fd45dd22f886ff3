import FormCatalog
import Glibc
import JSONText
import ReportModel
import Storage
import Wording

extension FileError {
  /// One line about this failure, for the file as the user named it.
  func message(about path: String) -> String {
    let complaint: Complaint =
      switch (step, cause) {
      case (.write, .tooLarge(let limit)): .draftTooLarge(limit: limit)
      case (.create, .notFound): .noFolderForFile
      default: cause.complaint
      }
    return Wording.ofProcess.complaint(complaint, about: path)
  }
}

extension OpenDraft.Refusal {
  /// One line about a save that was refused.
  func message(about path: String) -> String {
    let wording = Wording.ofProcess
    return switch self {
    case .file(let error):
      error.step == .create && error.cause == .exists
        ? wording.complaint(.appearedMeanwhile, about: path) : error.message(about: path)
    case .noDraft(let error, let content):
      wording.spoiltMeanwhile(error.message(about: path, in: content))
    case .otherForm: wording.complaint(.otherFormMeanwhile, about: path)
    }
  }
}

extension FileError.Cause {
  /// What is wrong, without the file's name.
  var message: String { Wording.ofProcess.cause(of: complaint) }

  fileprivate var complaint: Complaint {
    switch self {
    case .notFound: .notFound
    case .exists: .exists
    case .permission: .notPermitted
    case .isDirectory: .isFolder
    case .notAFile: .notARegularFile
    case .tooLarge(let limit): .tooLarge(limit: limit)
    case .noSpace: .diskFull
    case .readOnly: .readOnlyPlace
    case .notADirectory: .fileInPath
    case .nameTooLong: .nameTooLong
    case .linkLoop: .linkLoop
    case .inputOutput: .deviceFailed
    case .brokenPipe: .system(String(cString: strerror(EPIPE)))
    case .unreachable: .unreachable
    case .differs: .differs
    case .changed: .changedMeanwhile
    case .other(let number): .system(String(cString: strerror(number)))
    }
  }
}

extension JSONError.Cause {
  /// What is wrong with the text.
  var message: String {
    let wording = Wording.ofProcess
    return switch self {
    case .unexpectedEnd: wording.jsonUnexpectedEnd
    case .unexpected(let scalar): wording.jsonUnexpected(scalar)
    case .trailingComma: wording.jsonTrailingComma
    case .textAfterValue: wording.jsonTextAfterValue
    case .duplicateKey(let key): wording.jsonDuplicateKey(key)
    case .invalidUTF8: wording.jsonInvalidUTF8
    case .invalidEscape: wording.jsonInvalidEscape
    case .controlCharacter: wording.jsonControlCharacter
    case .badNumber: wording.jsonBadNumber
    case .tooDeep(let limit): wording.jsonTooDeep(limit)
    case .tooLarge(let limit): wording.jsonTooLarge(limit)
    }
  }
}

extension DraftError {
  /// One line about this failure: file, place and cause.
  func message(about path: String, in bytes: [UInt8]) -> String {
    let wording = Wording.ofProcess
    if bytes.isEmpty { return wording.complaint(about: path, cause: wording.emptyFile) }
    let position = TextPosition(of: offset, in: bytes)
    var message = cause.message
    if case .json = cause { message = wording.damagedDraft(message) }
    return wording.complaint(
      about: path, line: position.line, column: position.column, cause: message)
  }
}

extension DraftError.Cause {
  var message: String {
    let wording = Wording.ofProcess
    return switch self {
    case .json(let cause): cause.message
    case .notADraft: wording.notADraft
    case .newerSchema(let schema): wording.newerSchema(schema)
    case .missing(let path): wording.missingKey(path)
    case .wrongType(let path, let expected):
      wording.wrongType(path, expected: wording.name(of: expected.valueType))
    case .unknownAction(let path): wording.unknownReviewAction(path)
    case .yearOutOfRange(let path, let text): wording.yearOutOfRange(path, text)
    case .figureOutOfRange(let path, let text): wording.figureOutOfRange(path, text)
    case .unknownForm(let id): wording.unknownForm(id)
    case .badForm(let error): "formDefinition: " + error.detail
    case .formMismatch(let form, let definition): wording.formMismatch(form, definition)
    }
  }
}

extension DraftError.Expected {
  var valueType: ValueType {
    switch self {
    case .object: .object
    case .array: .array
    case .string: .string
    case .integer: .integer
    case .number: .number
    }
  }
}

extension FormError {
  /// One line about this failure: file, place and cause.
  func message(about path: String, in bytes: [UInt8]) -> String {
    let position = TextPosition(of: offset, in: bytes)
    return Wording.ofProcess.complaint(
      about: path, line: position.line, column: position.column, cause: detail)
  }

  /// The path inside the definition and the cause.
  var detail: String {
    (path.isEmpty ? "" : Wording.ofProcess.shown(path) + " ") + cause.message
  }
}

extension FormError.Cause {
  var message: String {
    let wording = Wording.ofProcess
    return switch self {
    case .notJSON(let cause): cause.message
    case .missingKey(let key): wording.missingKey(key)
    case .unknownKey(let key): wording.formUnknownKey(key)
    case .exclusiveKeys(let first, let second): wording.formExclusiveKeys(first, second)
    case .wrongType(let expected): wording.formWrongType(wording.name(of: expected.valueType))
    case .badSchema(let schema): wording.formBadSchema(schema)
    case .unknownWord(let word, let allowed): wording.formUnknownWord(word, allowed: allowed)
    case .badID(let id): wording.formBadID(id)
    case .reservedID(let id): wording.formReservedID(id)
    case .duplicateID(let id): wording.formDuplicateID(id)
    case .emptyList: wording.formEmptyList
    case .coversNothing: wording.formCoversNothing
    case .unknownTable(let id), .unknownRow(let id), .unknownColumn(let id), .unknownCell(let id),
      .unknownSection(let id):
      wording.formUnknownPart(id)
    case .repeatedCell(let address): wording.formRepeatedCell(address.description)
    case .badYear(let year): wording.formBadYear(year)
    case .numberOutOfRange(let number, let allowed):
      wording.formNumberOutOfRange(number, allowed: allowed)
    case .controlCharacter: wording.formControlCharacter
    case .tooManyCells(let limit): wording.formTooManyCells(limit)
    case .tooManyTerms(let limit): wording.formTooManyTerms(limit)
    case .redefinesShippedForm(let id): wording.formRedefines(id)
    }
  }
}

extension FormError.Expected {
  var valueType: ValueType {
    switch self {
    case .object: .object
    case .array: .array
    case .string: .string
    case .integer: .integer
    case .flag: .flag
    case .localizedText: .localizedText
    case .linesOrAll: .linesOrAll
    }
  }
}
