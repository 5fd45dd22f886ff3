private import Glibc

/// The calls of the system by which files are read and written, as a value.
///
/// Everything in `Storage` goes through one of these, so that a test can let each call fail, cut it
/// short, or keep the files in a memory whose power can be cut. Every call throws `SystemError` with
/// the number the system gave; interrupted calls are for the callers to repeat.
package struct FileSystem: Sendable {
  package typealias Descriptor = Int32

  package var open:
    @Sendable (_ path: String, _ flags: OpenFlags, _ mode: UInt32) throws(SystemError) -> Descriptor
  /// Reads at most as many bytes as the buffer has; returns how many, 0 at the end.
  package var read:
    @Sendable (_ descriptor: Descriptor, _ buffer: inout [UInt8]) throws(SystemError) -> Int
  /// Writes from the place after the last byte written; returns how many bytes it took.
  package var write:
    @Sendable (_ descriptor: Descriptor, _ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int
  /// Writes at an offset from the beginning; returns how many bytes it took.
  package var writeAt:
    @Sendable (
      _ descriptor: Descriptor, _ bytes: ArraySlice<UInt8>, _ offset: Int
    ) throws(SystemError) -> Int
  /// Cuts an open file to a length.
  package var truncate:
    @Sendable (_ descriptor: Descriptor, _ length: Int) throws(SystemError) -> Void
  /// Forces what was written to an open file, or the names in an open folder, to the disk.
  package var synchronize: @Sendable (_ descriptor: Descriptor) throws(SystemError) -> Void
  package var close: @Sendable (_ descriptor: Descriptor) throws(SystemError) -> Void
  package var changeOwner:
    @Sendable (_ descriptor: Descriptor, _ user: UInt32, _ group: UInt32) throws(SystemError) ->
      Void
  package var changeMode:
    @Sendable (_ descriptor: Descriptor, _ mode: UInt32) throws(SystemError) -> Void
  /// What a path leads to, links followed.
  package var status: @Sendable (_ path: String) throws(SystemError) -> FileStatus
  /// What a path is, be it a link.
  package var linkStatus: @Sendable (_ path: String) throws(SystemError) -> FileStatus
  package var openStatus: @Sendable (_ descriptor: Descriptor) throws(SystemError) -> FileStatus
  /// What the link at a path says.
  package var linkTarget: @Sendable (_ path: String) throws(SystemError) -> String
  /// Whether the person may write to what a path leads to; throws where not.
  package var requireWritable: @Sendable (_ path: String) throws(SystemError) -> Void
  /// Whether a file has rights beyond its mode (POSIX access lists).
  package var hasAccessList: @Sendable (_ path: String) -> Bool
  package var rename: @Sendable (_ from: String, _ to: String) throws(SystemError) -> Void
  /// Renames where nothing has the new name; an error where something has, or the file system knows
  /// no such thing.
  package var renameToNew: @Sendable (_ from: String, _ to: String) throws(SystemError) -> Void
  package var link: @Sendable (_ from: String, _ to: String) throws(SystemError) -> Void
  package var unlink: @Sendable (_ path: String) throws(SystemError) -> Void
  package var makeFolder: @Sendable (_ path: String, _ mode: UInt32) throws(SystemError) -> Void
  /// The names in a folder, without `.` and `..`, in no order.
  package var names: @Sendable (_ folder: String) throws(SystemError) -> [String]
  /// Sets the time of the last change to now.
  package var touch: @Sendable (_ path: String) throws(SystemError) -> Void
  /// Keeps others who ask the same from going on, until the descriptor is closed; throws where
  /// somebody else does, or the file system knows no such thing.
  package var claim: @Sendable (_ descriptor: Descriptor) throws(SystemError) -> Void

  /// Calls of one's own, every one of them: none reaches the system by oversight.
  package init(
    open:
      @escaping @Sendable (_ path: String, _ flags: OpenFlags, _ mode: UInt32) throws(SystemError)
      -> Descriptor,
    read:
      @escaping @Sendable (_ descriptor: Descriptor, _ buffer: inout [UInt8]) throws(SystemError) ->
      Int,
    write:
      @escaping @Sendable (_ descriptor: Descriptor, _ bytes: ArraySlice<UInt8>) throws(SystemError)
      -> Int,
    writeAt:
      @escaping @Sendable (_ descriptor: Descriptor, _ bytes: ArraySlice<UInt8>, _ offset: Int)
      throws(SystemError) -> Int,
    truncate:
      @escaping @Sendable (_ descriptor: Descriptor, _ length: Int) throws(SystemError) -> Void,
    synchronize: @escaping @Sendable (_ descriptor: Descriptor) throws(SystemError) -> Void,
    close: @escaping @Sendable (_ descriptor: Descriptor) throws(SystemError) -> Void,
    changeOwner:
      @escaping @Sendable (_ descriptor: Descriptor, _ user: UInt32, _ group: UInt32)
      throws(SystemError) -> Void,
    changeMode:
      @escaping @Sendable (_ descriptor: Descriptor, _ mode: UInt32) throws(SystemError) -> Void,
    status: @escaping @Sendable (_ path: String) throws(SystemError) -> FileStatus,
    linkStatus: @escaping @Sendable (_ path: String) throws(SystemError) -> FileStatus,
    openStatus: @escaping @Sendable (_ descriptor: Descriptor) throws(SystemError) -> FileStatus,
    linkTarget: @escaping @Sendable (_ path: String) throws(SystemError) -> String,
    requireWritable: @escaping @Sendable (_ path: String) throws(SystemError) -> Void,
    hasAccessList: @escaping @Sendable (_ path: String) -> Bool,
    rename: @escaping @Sendable (_ from: String, _ to: String) throws(SystemError) -> Void,
    renameToNew: @escaping @Sendable (_ from: String, _ to: String) throws(SystemError) -> Void,
    link: @escaping @Sendable (_ from: String, _ to: String) throws(SystemError) -> Void,
    unlink: @escaping @Sendable (_ path: String) throws(SystemError) -> Void,
    makeFolder: @escaping @Sendable (_ path: String, _ mode: UInt32) throws(SystemError) -> Void,
    names: @escaping @Sendable (_ folder: String) throws(SystemError) -> [String],
    touch: @escaping @Sendable (_ path: String) throws(SystemError) -> Void,
    claim: @escaping @Sendable (_ descriptor: Descriptor) throws(SystemError) -> Void
  ) {
    self.open = open
    self.read = read
    self.write = write
    self.writeAt = writeAt
    self.truncate = truncate
    self.synchronize = synchronize
    self.close = close
    self.changeOwner = changeOwner
    self.changeMode = changeMode
    self.status = status
    self.linkStatus = linkStatus
    self.openStatus = openStatus
    self.linkTarget = linkTarget
    self.requireWritable = requireWritable
    self.hasAccessList = hasAccessList
    self.rename = rename
    self.renameToNew = renameToNew
    self.link = link
    self.unlink = unlink
    self.makeFolder = makeFolder
    self.names = names
    self.touch = touch
    self.claim = claim
  }
}

/// How a file is opened.
package struct OpenFlags: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let writing = OpenFlags(rawValue: 1)
  /// Make the file; where one is, or a link, that is an error.
  package static let creating = OpenFlags(rawValue: 2)
  /// Only a folder.
  package static let folder = OpenFlags(rawValue: 4)
  /// A link is an error, and a pipe is not waited for.
  package static let noTricks = OpenFlags(rawValue: 8)
}

/// What a call of the system gave instead of doing its work: the number it put into `errno`.
package struct SystemError: Error, Equatable, Sendable {
  package var number: Int32

  package init(_ number: Int32) {
    self.number = number
  }
}

/// What the system tells of a file.
package struct FileStatus: Equatable, Sendable {
  package enum Kind: Equatable, Sendable { case file, folder, link, other }

  package var kind: Kind
  /// The permissions, with the bits above them.
  package var mode: UInt32
  package var user: UInt32
  package var group: UInt32
  package var linkCount: Int
  package var size: Int
  /// The time of the last change, in nanoseconds since 1970.
  package var changed: Int64

  package init(
    kind: Kind, mode: UInt32, user: UInt32, group: UInt32, linkCount: Int, size: Int, changed: Int64
  ) {
    self.kind = kind
    self.mode = mode
    self.user = user
    self.group = group
    self.linkCount = linkCount
    self.size = size
    self.changed = changed
  }
}
