import Glibc
import Storage
import Wording

extension Workspace {
  /// The versions of a draft; nil where no folder of the person's own is known to keep them in.
  static func versions(of path: String) -> Versions? {
    guard let state = stateFolder, path != "-" else { return nil }
    return absolute(path).map { Versions(of: $0, state: state) }
  }

  /// Writes a draft in the place of what the file held, keeping both as versions.
  static func replaceDraft(_ bytes: [UInt8], at path: String) throws(Failure) {
    if path == "-" { return try Output.bytes(bytes) }
    if let old = present(at: path) { tellIfNotKept(old, of: path) }
    try replace(bytes, at: path)
    tellIfNotKept(bytes, of: path)
  }

  /// The same, but only while the file holds `old`; false where it does not any more.
  static func replaceDraft(
    _ old: [UInt8], with bytes: [UInt8], at path: String
  ) throws(Failure) -> Bool {
    do throws(FileError) {
      try replaceFile(at: path, with: bytes, ifStill: old)
    } catch {
      if error.cause == .changed { return false }
      throw Failure.file(error.message(about: path))
    }
    tellIfNotKept(old, of: path)
    tellIfNotKept(bytes, of: path)
    return true
  }

  /// Keeps a content of a draft as a version; returns what is to be said where that failed.
  ///
  /// The save goes on all the same.
  static func complaintOfKeeping(_ content: [UInt8], of path: String) -> String? {
    guard let versions = versions(of: path) else { return nil }
    do throws(FileError) {
      try versions.keep(content)
      return nil
    } catch {
      return Wording.ofProcess.versionNotKept(of: path, error.message(about: error.path))
    }
  }

  private static func tellIfNotKept(_ content: [UInt8], of path: String) {
    if let complaint = complaintOfKeeping(content, of: path) { Output.error(complaint) }
  }

  /// What the file holds now; nil where there is none, or none that can be read.
  static func present(at path: String) -> [UInt8]? {
    guard isRegularFile(path) else { return nil }
    do throws(FileError) {
      return try readDraftFile(at: path, limit: sizeLimit)
    } catch {
      return nil  // The writing itself says what is in the way.
    }
  }

  /// Where the program keeps what is the person's own; nil where nothing says where.
  ///
  /// A home folder that is not there is no place: some accounts are given one on purpose that
  /// nobody is to make.
  static var stateFolder: String? {
    // A relative path there is to be ignored, says the specification of these folders.
    if let folder = environment("XDG_STATE_HOME"), folder.hasPrefix("/") {
      return folder + "/nianbao"
    }
    guard let home = environment("HOME"), home.hasPrefix("/"), isFolder(home) else { return nil }
    return home + "/.local/state/nianbao"
  }

  /// A path from the root; nil where this folder is gone.
  static func absolute(_ path: String) -> String? {
    if path.utf8.first == UInt8(ascii: "/") { return path }
    guard let buffer = getcwd(nil, 0) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer) + "/" + path
  }
}
