/// A file that is being written.
struct NewFile {
  let descriptor: FileSystem.Descriptor
  /// The path that errors name: the one the person gave, not that of a sibling.
  let path: String
  let system: FileSystem

  init(descriptor: FileSystem.Descriptor, path: String, system: FileSystem) {
    self.descriptor = descriptor
    self.path = path
    self.system = system
  }

  /// Makes a file where none is.
  init(
    creating name: String, mode: UInt32, for path: String, in system: FileSystem
  ) throws(FileError) {
    self.path = path
    self.system = system
    do throws(SystemError) {
      descriptor = try repeating { () throws(SystemError) in
        try system.open(name, [.writing, .creating], mode)
      }
    } catch {
      throw FileError(.create, .init(error), path: path)
    }
  }

  /// Writes all bytes, from the place after the last one written.
  func write(_ bytes: [UInt8]) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count: Int
      do throws(SystemError) {
        count = try system.write(descriptor, rest)
      } catch {
        if error.isInterruption { continue }
        guard error.isBusy else { throw FileError(.write, .init(error), path: path) }
        wait(until: .writable, descriptor)
        continue
      }
      guard count > 0 else { throw FileError(.write, .noSpace, path: path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Forces what was written to the disk.
  func synchronize() throws(FileError) {
    do throws(SystemError) {
      try repeating { () throws(SystemError) in try system.synchronize(descriptor) }
    } catch {
      // Not every file system knows what this means; that is not a failure of the disk.
      guard error.isUnsupported else { throw FileError(.synchronize, .init(error), path: path) }
    }
  }

  /// Closes the file; some network file systems say only here that the disk was full.
  func close() throws(FileError) {
    do throws(SystemError) {
      try system.close(descriptor)
    } catch {
      // The file is closed all the same, so this call must not be repeated.
      guard error.isInterruption else { throw FileError(.write, .init(error), path: path) }
    }
  }

  /// Forces all to the disk and closes the file, whatever fails.
  func finish() throws(FileError) {
    do throws(FileError) {
      try synchronize()
    } catch {
      closeQuietly(descriptor, in: system)
      throw error
    }
    try close()
  }

  /// Gives the file the owner, group and mode of another; false where that cannot be.
  func takeOver(_ present: FileStatus) throws(FileError) -> Bool {
    do throws(SystemError) {
      let status = try system.openStatus(descriptor)
      if status.user != present.user || status.group != present.group {
        do throws(SystemError) {
          try system.changeOwner(descriptor, present.user, present.group)
        } catch {
          return false
        }
      }
      // Bits above the permissions do not survive a change of owner; nor has a draft any use for
      // them.
      if status.mode & 0o777 != present.mode & 0o777 {
        try system.changeMode(descriptor, present.mode & 0o777)
      }
    } catch {
      throw FileError(.keepPermissions, .init(error), path: path)
    }
    return true
  }

  /// Lets those read the file who may read another one, as far as that can be said with the group
  /// it has: members of a group that is not the other's get no more than others have there.
  func resemble(_ present: FileStatus) throws(FileError) {
    do throws(SystemError) {
      let status = try system.openStatus(descriptor)
      var mode = present.mode & 0o666 | 0o600
      if status.group != present.group {
        do throws(SystemError) {
          try system.changeOwner(descriptor, .max, present.group)
        } catch {
          mode &= 0o606 | (mode & 0o006) << 3
        }
      }
      if status.mode & 0o777 != mode { try system.changeMode(descriptor, mode) }
    } catch {
      throw FileError(.keepPermissions, .init(error), path: path)
    }
  }
}
