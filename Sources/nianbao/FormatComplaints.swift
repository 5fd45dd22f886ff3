import Formats
import Wording

extension FormatError {
  /// One line about this failure: the file, the cause, and what to do.
  func message(about path: String) -> String {
    Wording.ofProcess.complaint(about: path, cause: cause)
  }

  private var cause: String {
    let wording = Wording.ofProcess
    return switch self {
    case .encrypted: wording.fileEncrypted
    case .damaged(let part, let line): wording.fileDamaged(part: part, line: line)
    case .tooLarge(let part, let limit): wording.filePartTooLarge(part: part, limit: limit)
    case .tooMany(let part, let limit): wording.fileWithTooMany(part: part, limit: limit)
    case .documentType(let part): wording.fileWithDocumentType(part: part)
    case .unknownContainer: wording.fileOfUnknownKind
    case .oldOffice: wording.fileOfOldOffice
    case .noText: wording.fileWithoutText
    case .notText: wording.fileOfUnknownEncoding
    case .missingLibrary(let name, let package), .missingProgram(let name, let package):
      wording.formatNeeds(name, package: package)
    case .failedProgram(let name, let complaint):
      wording.programFailed(name, complaint: complaint)
    case .slowProgram(let name, let seconds): wording.programTooSlow(name, seconds: seconds)
    case .notMade: wording.fileNotMade
    }
  }
}
