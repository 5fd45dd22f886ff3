/// The content of the draft file at `path`, at most `limit` bytes: that of the copy beside it where
/// a save in place was cut off after the copy was complete, else that of the file itself.
///
/// - Throws: `FileError`, with `.tooLarge` where there is more than `limit`.
package func readDraftFile(
  at path: String, limit: Int, in system: FileSystem = .system
) throws(FileError) -> [UInt8] {
  if let copy = SafetyCopy.content(besides: path, limit: limit, in: system) { return copy }
  return try readFile(at: path, limit: limit, in: system)
}

/// The same for a file that is about to be written: what has come to be a pipe or a link is not
/// waited for.
func readDraftFile(
  at place: FilePlace, limit: Int, in system: FileSystem
) throws(FileError) -> [UInt8] {
  if let copy = SafetyCopy.content(besides: place.given, limit: limit, in: system) { return copy }
  do throws(FileError) {
    return try readFile(at: place.path, limit: limit, flags: .noTricks, in: system).content
  } catch {
    throw FileError(error.step, error.cause, path: place.given)
  }
}

/// The complete copy that lies beside a file while it is written in place.
enum SafetyCopy {
  private static let mark = Array("nianbao/saving/1 ".utf8)
  private static let digestLength = 64

  /// The bytes of a copy: a line with the digest of the content, and the content.
  static func bytes(holding content: [UInt8]) -> [UInt8] {
    mark + Array(Digest(of: content).text.utf8) + [UInt8(ascii: "\n")] + content
  }

  /// What the copy beside a file holds; nil where there is none that is complete and can be trusted.
  static func content(
    besides path: String, limit: Int, in system: FileSystem
  ) -> [UInt8]? {
    do throws(FileError) {
      let place = try FilePlace(at: path, in: system)
      // Writing in place never makes a file vanish: somebody removed it.
      guard place.present != nil else { return nil }
      let headLength = mark.count + digestLength + 1
      let (bytes, status) = try readFile(
        at: place.safetyCopy, limit: limit + headLength, flags: .noTricks, in: system)
      guard bytes.count >= headLength, bytes.starts(with: mark),
        isTrusted(status, beside: place, in: system)
      else { return nil }
      let content = Array(bytes[headLength...])
      let digest = bytes[mark.count..<headLength - 1]
      guard Array(Digest(of: content).text.utf8) == Array(digest) else { return nil }
      return content
    } catch {
      // No copy, as nearly always, or none that was finished: then the file was not touched.
      return nil
    }
  }

  /// Whether a copy is from somebody who could have written the file as well: in a folder where
  /// everybody may put files, but only owners may replace them, the owner must be one of them.
  private static func isTrusted(
    _ copy: FileStatus, beside place: FilePlace, in system: FileSystem
  ) -> Bool {
    do throws(SystemError) {
      let folder = try system.status(place.folder)
      let isSticky = folder.mode & 0o1000 != 0
      let owners = [0, folder.user, place.present?.user ?? 0, ProcessIdentity.user]
      return !isSticky || owners.contains(copy.user)
    } catch {
      return false
    }
  }
}

extension FilePlace {
  /// Takes away the copy of a save in place that is finished; one that stays is emptied: it would be
  /// read in the place of what another program writes later.
  func retireSafetyCopy(in system: FileSystem) {
    do throws(SystemError) {
      return try repeating { () throws(SystemError) in try system.unlink(safetyCopy) }
    } catch {
      if error == .notFound { return }
    }
    do throws(SystemError) {
      let copy = try repeating { () throws(SystemError) in
        try system.open(safetyCopy, [.writing, .noTricks], 0)
      }
      defer { closeQuietly(copy, in: system) }
      try repeating { () throws(SystemError) in try system.truncate(copy, 0) }
    } catch {
      // Two failures in a row: the copy holds what the file holds now.
    }
  }

  /// Removes the copy that a save in place left behind when it was cut off, if there is one.
  ///
  /// - Throws: `FileError` where it stays: it would be read in the place of the file.
  func removeSafetyCopy(in system: FileSystem) throws(FileError) {
    do throws(SystemError) {
      try repeating { () throws(SystemError) in try system.unlink(safetyCopy) }
    } catch {
      if error == .notFound { return }
      throw FileError(.replace, .init(error), path: given)
    }
    try synchronizeFolder(of: self, in: system)
  }
}
