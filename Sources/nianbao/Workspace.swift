import ArgumentParser
import Documents
import FormCatalog
import Glibc
import JSONText
import ReportModel
import Storage
import Wording

/// Reading and writing drafts and forms by the names that a command line gives.
enum Workspace {
  /// The most bytes that any file read by a command may have.
  static let sizeLimit = JSONLimits.draft.bytes

  /// The bytes of a file, or of standard input for `-`.
  static func bytes(at path: String) throws(Failure) -> [UInt8] {
    do throws(FileError) {
      if path == "-" { return try readAll(fileDescriptor: STDIN_FILENO, limit: sizeLimit) }
      return try readDraftFile(at: path, limit: sizeLimit)
    } catch {
      throw Failure.file(error.message(about: path))
    }
  }

  /// A file with more bytes takes so long to read and judge that a person is told before.
  static let slowSize = 2 << 20

  /// Says on a terminal that a large file is being read, before it is.
  static func announceReading(of path: String) {
    guard path != "-", isatty(STDERR_FILENO) == 1, size(of: path) > slowSize else { return }
    Output.error(Wording.ofProcess.reading(path))
  }

  /// The bytes that a file has; 0 where that cannot be told.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The draft in a file, on the form of `--form` where that is given.
  static func draft(at path: String, form: String? = nil) throws(Failure) -> Draft {
    try draft(in: try bytes(at: path), at: path, form: form)
  }

  /// The draft in the content of a file.
  static func draft(
    in bytes: [UInt8], at path: String, form: String? = nil
  ) throws(Failure) -> Draft {
    try reading(bytes, at: path, form: form).draft
  }

  /// The same, and of which older version the file is, if it is.
  static func reading(
    _ bytes: [UInt8], at path: String, form: String? = nil
  ) throws(Failure) -> DraftFile.Reading {
    let override: Form?
    if let form { override = try self.form(named: form) } else { override = nil }
    do throws(DraftError) {
      return try DraftFile.reading(bytes, form: override)
    } catch {
      throw Failure.file(error.message(about: path, in: bytes))
    }
  }

  /// How often a change is made anew because another program wrote in between.
  private static let changeTries = 100

  /// Changes the draft in a file, and keeps in its history what changed.
  ///
  /// Where another program writes the file in between, the change is made anew to what it wrote.
  /// What goes to standard output is no save, and adds nothing to the history.
  static func changeDraft(
    at path: String, form: String?, _ change: (Draft) throws -> Draft
  ) throws {
    if path == "-" {
      let changed = try change(try draftToChange(in: try bytes(at: path), at: path, form: form))
      return try Output.bytes(DraftFile.bytes(of: changed))
    }
    for _ in 0..<changeTries {
      let content = try bytes(at: path)
      let opened = try draftToChange(in: content, at: path, form: form)
      let changed = try change(opened).revised(
        from: opened, by: Person.name, on: LocalTime.now)
      let bytes = try draftBytes(of: changed, for: path)
      if try replaceDraft(content, with: bytes, at: path) { return }
    }
    throw Failure.file(FileError(.compare, .changed, path: path).message(about: path))
  }

  /// The draft in a file that is to be written over.
  ///
  /// A file of an older version is refused: what is written could not be read by the program that
  /// made it, and that is for a person to decide, in the editor.
  private static func draftToChange(
    in content: [UInt8], at path: String, form: String?
  ) throws(Failure) -> Draft {
    let reading = try reading(content, at: path, form: form)
    if let schema = reading.upgradedFrom, path != "-" {
      let wording = Wording.ofProcess
      throw Failure.file(wording.complaint(about: path, cause: wording.olderSchema(schema)))
    }
    return reading.draft
  }

  /// A shipped form by its id, or the form in a file.
  static func form(named name: String) throws(Failure) -> Form {
    if let form = FormCatalog.form(id: name) { return form }
    let bytes = try bytes(at: name)
    do throws(FormError) {
      return try FormCatalog.form(reading: bytes)
    } catch {
      throw Failure.file(error.message(about: name, in: bytes))
    }
  }

  /// Writes a draft that must not take the place of a file without `--force`.
  static func create(_ draft: Draft, at path: String, force: Bool) throws {
    let bytes = try draftBytes(of: draft, for: path)
    if path == "-" { return try Output.bytes(bytes) }
    if force { return try replaceDraft(bytes, at: path) }
    do throws(FileError) {
      try createFile(at: path, with: bytes)
    } catch {
      throw Failure.file(error.message(about: path))
    }
  }

  /// Writes a draft where nothing is.
  static func createNew(_ draft: Draft, at path: String) throws(Failure) {
    do throws(FileError) {
      try createFile(at: path, with: DraftFile.bytes(of: draft, for: path))
    } catch {
      let complaint: Complaint? = error.cause == .exists ? .existsAlready : nil
      throw Failure.file(
        complaint.map { Wording.ofProcess.complaint($0, about: path) }
          ?? error.message(about: path))
    }
  }

  /// The bytes of a draft that is written to a file.
  static func draftBytes(of draft: Draft, for path: String) throws(Failure) -> [UInt8] {
    do throws(FileError) {
      return try DraftFile.bytes(of: draft, for: path)
    } catch {
      throw Failure.file(error.message(about: path))
    }
  }

  /// Writes bytes in the place of what was there before.
  static func replace(_ bytes: [UInt8], at path: String) throws(Failure) {
    if path == "-" { return try Output.bytes(bytes) }
    do throws(FileError) {
      try replaceFile(at: path, with: bytes)
    } catch {
      throw Failure.file(error.message(about: path))
    }
  }

  /// A year from the command line.
  static func year(_ text: String) throws(Failure) -> Int {
    guard text.count == 4, let year = Int(text), 1900...2999 ~= year else {
      throw Failure.usage(Wording.ofProcess.yearIsNoYear(text))
    }
    return year
  }

  /// Whether a file is there, of whatever kind; a link that leads nowhere counts.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Refuses a new file where none can be made, before anybody types into it.
  static func requireFolder(of path: String) throws(Failure) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    let wording = Wording.ofProcess
    guard isFolder(folder) else {
      throw Failure.file(wording.complaint(.noSuchFolder, about: folder))
    }
    guard access(folder, W_OK) == 0 else {
      let complaint: Complaint = errno == EROFS ? .readOnlyPlace : .notPermitted
      throw Failure.file(wording.complaint(complaint, about: folder))
    }
  }

  static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// Whether a symbolic link is there, wherever it leads.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether nothing is there, or nothing that can be told.
  static func isNothing(_ path: String) -> Bool { kind(of: path) == nil }

  static func isRegularFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

  /// What a path leads to, as `S_IFMT` tells it; nil where it leads nowhere.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
