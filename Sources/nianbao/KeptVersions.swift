import ReportModel
import Storage
import Wording

/// The versions of a draft, looked at.
struct KeptVersions {
  private let path: String
  private let versions: Versions?
  private let listed: [Versions.Version]

  /// - Throws: where they cannot be read, and where there is neither a version nor a draft.
  init(of path: String) throws(Failure) {
    self.path = path
    versions = Workspace.versions(of: path)
    do throws(FileError) {
      listed = try versions?.list() ?? []
    } catch {
      throw Failure.file(
        error.cause == .differs
          ? Wording.ofProcess.foreignVersions(error.path) : error.message(about: error.path))
    }
    guard !listed.isEmpty || Workspace.exists(path) else {
      throw Failure.file(Wording.ofProcess.complaint(.notFound, about: path))
    }
  }

  /// What the list says, the newest first.
  var entries: [VersionEntry] {
    var present = Workspace.present(at: path).map { Digest(of: $0).text }
    var entries: [VersionEntry] = []
    var older: Draft?
    for version in listed.reversed() {
      let content = intactContent(of: version)
      let draft = content.flatMap { Self.draft(in: $0) }
      let state: VersionEntry.State =
        switch (content, draft, older) {
        case (nil, _, _): .damaged
        case (_?, nil, _): .noDraft
        case (_?, _?, nil): .first
        case (_?, let draft?, let older?): .differing(Difference(from: older, to: draft))
        }
      entries.append(VersionEntry(version: version, state: state, isPresent: false))
      older = draft ?? older
    }
    entries.reverse()
    for index in entries.indices where entries[index].version.digest == present {
      if case .damaged = entries[index].state { continue }
      entries[index].isPresent = true
      present = nil
    }
    return entries
  }

  /// The bytes of the version with a number.
  ///
  /// - Throws: where there is none, and where it is damaged.
  func content(number: Int) throws(Failure) -> [UInt8] {
    let wording = Wording.ofProcess
    guard let versions, let version = listed.first(where: { $0.number == number }) else {
      throw Failure.usage(wording.noSuchVersion(number, of: path))
    }
    do throws(FileError) {
      return try versions.content(of: version)
    } catch {
      throw Failure.file(
        error.cause == .differs
          ? wording.versionIsDamaged(number, of: path) : error.message(about: error.path))
    }
  }

  /// Puts a version in the place of the draft, or into a file that is not there yet.
  func restore(number: Int, to output: String?) throws(Failure) {
    let wording = Wording.ofProcess
    let content = try content(number: number)
    if output == "-" { return try Output.bytes(content) }
    do throws(FileError) {
      if let output {
        try createFile(at: output, with: content)
      } else {
        try replace(with: content)
      }
    } catch {
      let exists = output != nil && error.cause == .exists
      throw Failure.file(
        exists
          ? wording.complaint(.existsAlready, about: error.path)
          : error.message(about: error.path))
    }
    Output.error(wording.versionRestored(number, to: output ?? path))
  }

  /// Replaces the draft, after what it holds was kept: without that nothing is touched.
  private func replace(with content: [UInt8]) throws(FileError) {
    guard Workspace.exists(path) else { return try createFile(at: path, with: content) }
    var present: [UInt8]?
    do throws(FileError) {
      present = try readDraftFile(at: path, limit: Workspace.sizeLimit)
    } catch {
      guard error.cause == .notFound else { throw error }  // A link that leads to nothing.
    }
    if let present { try versions?.keep(present) }
    try replaceFile(at: path, with: content, ifStill: present)
    if let complaint = Workspace.complaintOfKeeping(content, of: path) { Output.error(complaint) }
  }

  private func intactContent(of version: Versions.Version) -> [UInt8]? {
    do throws(FileError) { return try versions?.content(of: version) } catch { return nil }
  }

  private static func draft(in content: [UInt8]) -> Draft? {
    do throws(DraftError) { return try DraftFile.draft(reading: content) } catch { return nil }
  }
}

extension KeptVersions {
  /// The draft that a version was, by its number as a command line has it, and what it is called.
  static func draft(
    _ version: String, of path: String, form: String?
  ) throws(Failure) -> (draft: Draft, name: String) {
    let wording = Wording.ofProcess
    guard let number = Int(version) else { throw Failure.usage(wording.noVersionNumber(version)) }
    let content = try KeptVersions(of: path).content(number: number)
    let name = wording.versionName(number, of: path)
    return (try Workspace.draft(in: content, at: name, form: form), name)
  }
}
