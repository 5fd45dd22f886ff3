/// Replaces the file at `path` with `bytes`, whole or not at all.
///
/// Writes a sibling file, forces it to disk, reads it back, then renames it over `path`: a reader,
/// and a power cut, see the old content or the new, never a part of either. A link stays a link;
/// owner, group and mode stay what they were. Where they cannot be kept, nor further hard links or
/// an access list by a rename, the file is written in place, after a complete copy beside it that
/// `readDraftFile` prefers to what it finds half written.
///
/// With `expected` the file is replaced only while it holds that, or `bytes` already, or is gone:
/// nobody's work that came in between is written over.
///
/// - Throws: `FileError` naming the step that failed, `.changed` where the file holds something
///   else; what stood there stands there still and no sibling is left behind. Where the step is
///   `.synchronize` the new content may stand there already, but not yet for certain.
package func replaceFile(
  at path: String, with bytes: [UInt8], ifStill expected: [UInt8]? = nil,
  in system: FileSystem = .system
) throws(FileError) {
  let place = try FilePlace(at: path, in: system)
  try place.requireWritable(in: system)
  let replacement = Replacement(of: place, with: bytes, ifStill: expected, in: system)
  try replacement.run()
}

/// Writes `bytes` to a new file at `path`, whole or not at all.
///
/// One that is `secret` can be read by nobody else, whatever is usual.
///
/// - Throws: `FileError`, with `.exists` where anything stands at `path`, be it a link to nothing;
///   that is left as it is, also when it came there at this very moment.
package func createFile(
  at path: String, with bytes: [UInt8], secret: Bool = false, in system: FileSystem = .system
) throws(FileError) {
  try requireAbsent(path, in: system)
  let place = try FilePlace(at: path, in: system)
  let sibling = place.sibling
  try writeWhole(bytes, to: sibling, mode: secret ? 0o600 : 0o666, for: path, in: system)
  defer { unlinkQuietly(sibling, in: system) }
  // A copy left of a file that somebody removed would be taken for the new one's.
  try place.removeSafetyCopy(in: system)
  try name(sibling, path, in: system)
  do throws(FileError) {
    try synchronizeFolder(of: place, in: system)
  } catch {
    // Who is told that nothing was made can try again only where nothing is.
    unlinkQuietly(path, in: system)
    throw error
  }
}

/// Writes all of `bytes` to an open file, such as standard output.
///
/// - Throws: `FileError`, with `.brokenPipe` where nobody reads any more.
package func writeAll(_ bytes: [UInt8], to fileDescriptor: Int32) throws(FileError) {
  try NewFile(descriptor: fileDescriptor, path: "", system: .system).write(bytes)
}

private func requireAbsent(_ path: String, in system: FileSystem) throws(FileError) {
  do throws(SystemError) {
    _ = try system.linkStatus(path)
  } catch {
    if error == .notFound { return }
    throw FileError(.create, .init(error), path: path)
  }
  throw FileError(.create, .exists, path: path)
}

/// Puts a file in the place of nothing, never of something, by whichever way the file system knows.
private func name(_ sibling: String, _ path: String, in system: FileSystem) throws(FileError) {
  do throws(SystemError) {
    return try repeating { () throws(SystemError) in try system.link(sibling, path) }
  } catch {
    guard error.isWithoutLinks else { throw FileError(.create, .init(error), path: path) }
  }
  do throws(SystemError) {
    return try repeating { () throws(SystemError) in try system.renameToNew(sibling, path) }
  } catch {
    guard error.isUnsupported else { throw FileError(.create, .init(error), path: path) }
  }
  try reserve(path, for: sibling, in: system)
}

/// The same where the file system knows neither hard links nor such a rename: an empty file keeps
/// the place first.
private func reserve(
  _ path: String, for sibling: String, in system: FileSystem
) throws(FileError) {
  let reserved = try NewFile(creating: path, mode: 0o666, for: path, in: system)
  do throws(FileError) {
    try reserved.close()
    do throws(SystemError) {
      try repeating { () throws(SystemError) in try system.rename(sibling, path) }
    } catch {
      throw FileError(.create, .init(error), path: path)
    }
  } catch {
    unlinkQuietly(path, in: system)
    throw error
  }
}

/// Writes a file that was not there before and forces it to disk; if that fails, it is not there
/// afterwards either.
func writeWhole(
  _ bytes: [UInt8], to name: String, mode: UInt32, for path: String, in system: FileSystem
) throws(FileError) {
  let file = try NewFile(creating: name, mode: mode, for: path, in: system)
  do throws(FileError) {
    try file.writeAndFinish(bytes)
    try verify(bytes, at: name, for: path, in: system)
  } catch {
    unlinkQuietly(name, in: system)
    throw error
  }
}

extension NewFile {
  /// Writes all bytes, forces them to the disk and closes the file, whatever fails.
  func writeAndFinish(_ bytes: [UInt8]) throws(FileError) {
    do throws(FileError) {
      try write(bytes)
    } catch {
      closeQuietly(descriptor, in: system)
      throw error
    }
    try finish()
  }
}

/// Reads back what was written: a device that lost it says so now, not next year.
func verify(
  _ bytes: [UInt8], at name: String, for path: String, in system: FileSystem
) throws(FileError) {
  let written: [UInt8]
  do throws(FileError) {
    written = try readFile(at: name, limit: bytes.count, flags: .noTricks, in: system).content
  } catch {
    throw FileError(.verify, error.cause, path: path)
  }
  guard written == bytes else { throw FileError(.verify, .differs, path: path) }
}

/// Makes new names last through a power cut.
///
/// - Throws: `FileError` where the disk failed, or the folder could not be opened just now; a folder
///   that may never be, or a file system that knows no such thing, is no failure: the content itself
///   is safe.
func synchronizeFolder(of place: FilePlace, in system: FileSystem) throws(FileError) {
  try synchronizeFolder(place.folder, for: place.given, in: system)
}

/// Makes the names in a folder last through a power cut, for a path that an error names.
func synchronizeFolder(
  _ folder: String, for path: String, in system: FileSystem
) throws(FileError) {
  do throws(SystemError) {
    let descriptor = try repeating { () throws(SystemError) in
      try system.open(folder, .folder, 0)
    }
    defer { closeQuietly(descriptor, in: system) }
    try repeating { () throws(SystemError) in try system.synchronize(descriptor) }
  } catch {
    guard error.isUnsupported || error.isRefusal else {
      throw FileError(.synchronize, .init(error), path: path)
    }
  }
}
