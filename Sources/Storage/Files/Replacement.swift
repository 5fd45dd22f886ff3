/// One replacing of a file: by a rename where that keeps all of it, else in place.
struct Replacement {
  private let place: FilePlace
  private let bytes: [UInt8]
  private let expected: [UInt8]?
  private let system: FileSystem

  init(
    of place: FilePlace, with bytes: [UInt8], ifStill expected: [UInt8]?, in system: FileSystem
  ) {
    self.place = place
    self.bytes = bytes
    self.expected = expected
    self.system = system
  }

  func run() throws(FileError) {
    if let present = place.present, present.linkCount > 1 || system.hasAccessList(place.path) {
      return try writeInPlace(like: present)
    }
    let sibling = place.sibling
    guard try writeSibling(sibling) else {
      // Only an existing file has something that could not be kept.
      guard let present = place.present else { return }
      return try writeInPlace(like: present)
    }
    do throws(FileError) {
      try claiming { () throws(FileError) in
        try requireExpected()
        try rename(sibling, to: place.path)
      }
    } catch {
      unlinkQuietly(sibling, in: system)
      throw error
    }
    try synchronizeFolder(of: place, in: system)
    // A save in place that was cut off before is settled by this one, but only once this one is on
    // the disk: until then its copy is all that is whole.
    try place.removeSafetyCopy(in: system)
  }

  /// Writes the file that is to take the place; false, with nothing left behind, where it cannot
  /// get what the old one has.
  private func writeSibling(_ sibling: String) throws(FileError) -> Bool {
    // One that replaces another stays closed to all until it has the permissions of the old one.
    let file = try NewFile(
      creating: sibling, mode: place.present == nil ? 0o666 : 0o600, for: place.given, in: system)
    do throws(FileError) {
      try file.write(bytes)
      if let present = place.present, try !file.takeOver(present) {
        closeQuietly(file.descriptor, in: system)
        unlinkQuietly(sibling, in: system)
        return false
      }
    } catch {
      closeQuietly(file.descriptor, in: system)
      unlinkQuietly(sibling, in: system)
      throw error
    }
    do throws(FileError) {
      try file.finish()
      try verify(bytes, at: sibling, for: place.given, in: system)
    } catch {
      unlinkQuietly(sibling, in: system)
      throw error
    }
    return true
  }

  private func writeInPlace(like present: FileStatus) throws(FileError) {
    try claiming { () throws(FileError) in
      try requireExpected()
      try writeSafetyCopy(like: present)
      try overwrite()
      try verify(bytes, at: place.path, for: place.given, in: system)
    }
    place.retireSafetyCopy(in: system)
    try synchronizeFolder(of: place, in: system)
  }

  /// Puts a complete copy beside the file, on the disk with its name, before the file is touched.
  private func writeSafetyCopy(like present: FileStatus) throws(FileError) {
    let sibling = place.sibling
    let copy = SafetyCopy.bytes(holding: bytes)
    let file = try NewFile(creating: sibling, mode: 0o600, for: place.given, in: system)
    do throws(FileError) {
      do throws(FileError) {
        try file.write(copy)
        try file.resemble(present)
      } catch {
        closeQuietly(file.descriptor, in: system)
        throw error
      }
      try file.finish()
      try verify(copy, at: sibling, for: place.given, in: system)
      try rename(sibling, to: place.safetyCopy)
    } catch {
      unlinkQuietly(sibling, in: system)
      throw error
    }
    try synchronizeFolder(of: place, in: system)
  }

  /// Writes over the file; from here on the copy counts until all is on the disk.
  private func overwrite() throws(FileError) {
    let descriptor: FileSystem.Descriptor
    do throws(SystemError) {
      descriptor = try repeating { () throws(SystemError) in
        try system.open(place.path, [.writing, .noTricks], 0)
      }
    } catch {
      throw FileError(.write, .init(error), path: place.given)
    }
    let file = NewFile(descriptor: descriptor, path: place.given, system: system)
    do throws(FileError) {
      try file.write(bytes)
      do throws(SystemError) {
        try repeating { () throws(SystemError) in try system.truncate(descriptor, bytes.count) }
      } catch {
        throw FileError(.write, .init(error), path: place.given)
      }
    } catch {
      closeQuietly(descriptor, in: system)
      throw error
    }
    try file.finish()
  }

  private func rename(_ from: String, to: String) throws(FileError) {
    do throws(SystemError) {
      try repeating { () throws(SystemError) in try system.rename(from, to) }
    } catch {
      throw FileError(.replace, .init(error), path: place.given)
    }
  }

  /// Makes sure that nobody wrote the file since it was read; one that is gone can be written anew.
  private func requireExpected() throws(FileError) {
    guard let expected else { return }
    let limit = max(expected.count, bytes.count)
    let current: [UInt8]
    do throws(FileError) {
      current = try readDraftFile(at: place, limit: limit, in: system)
    } catch {
      switch error.cause {
      case .notFound: return
      case .tooLarge: throw FileError(.compare, .changed, path: place.given)
      default: throw error
      }
    }
    guard current == expected || current == bytes else {
      throw FileError(.compare, .changed, path: place.given)
    }
  }

  /// Does something while other processes that save in the same folder wait.
  ///
  /// This closes the gap between comparing and replacing where the system can.
  private func claiming(_ work: () throws(FileError) -> Void) throws(FileError) {
    var folder: FileSystem.Descriptor?
    do throws(SystemError) {
      let opened = try repeating { () throws(SystemError) in
        try system.open(place.folder, .folder, 0)
      }
      folder = opened
      _ = claimOrGoOn(opened, in: system)
    } catch {
      // A folder that may be written to, but not opened.
      folder = nil
    }
    defer { if let folder { closeQuietly(folder, in: system) } }
    try work()
  }
}
