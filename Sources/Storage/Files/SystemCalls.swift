private import CFiles
private import Glibc

extension FileSystem {
  /// The calls of the system itself.
  package static let system = FileSystem(
    open: { path, flags, mode throws(SystemError) in
      try checked(Glibc.open(path, flags.systemFlags, mode))
    },
    read: { descriptor, buffer throws(SystemError) in
      try checked(
        buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) })
    },
    write: { descriptor, bytes throws(SystemError) in
      try checked(bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) })
    },
    writeAt: { descriptor, bytes, offset throws(SystemError) in
      try checked(
        bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) })
    },
    truncate: { descriptor, length throws(SystemError) in
      _ = try checked(ftruncate(descriptor, off_t(length)))
    },
    synchronize: { descriptor throws(SystemError) in _ = try checked(fsync(descriptor)) },
    close: { descriptor throws(SystemError) in _ = try checked(Glibc.close(descriptor)) },
    changeOwner: { descriptor, user, group throws(SystemError) in
      _ = try checked(fchown(descriptor, user, group))
    },
    changeMode: { descriptor, mode throws(SystemError) in
      _ = try checked(fchmod(descriptor, mode))
    },
    status: { path throws(SystemError) in
      var status = Glibc.stat()
      _ = try checked(stat(path, &status))
      return FileStatus(status)
    },
    linkStatus: { path throws(SystemError) in
      var status = Glibc.stat()
      _ = try checked(lstat(path, &status))
      return FileStatus(status)
    },
    openStatus: { descriptor throws(SystemError) in
      var status = Glibc.stat()
      _ = try checked(fstat(descriptor, &status))
      return FileStatus(status)
    },
    linkTarget: { path throws(SystemError) in try readLink(at: path) },
    requireWritable: { path throws(SystemError) in
      _ = try checked(faccessat(AT_FDCWD, path, W_OK, AT_EACCESS))
    },
    hasAccessList: { path in file_has_access_list(path) != 0 },
    rename: { from, to throws(SystemError) in _ = try checked(Glibc.rename(from, to)) },
    renameToNew: { from, to throws(SystemError) in _ = try checked(file_rename_to_new(from, to)) },
    link: { from, to throws(SystemError) in _ = try checked(Glibc.link(from, to)) },
    unlink: { path throws(SystemError) in _ = try checked(Glibc.unlink(path)) },
    makeFolder: { path, mode throws(SystemError) in _ = try checked(mkdir(path, mode)) },
    names: { folder throws(SystemError) in try entries(of: folder) },
    touch: { path throws(SystemError) in
      _ = try checked(utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW))
    },
    claim: { descriptor throws(SystemError) in
      _ = try checked(flock(descriptor, LOCK_EX | LOCK_NB))
    })

  private static func checked<Number: SignedInteger>(
    _ result: Number
  ) throws(SystemError) -> Number {
    guard result >= 0 else { throw SystemError(errno) }
    return result
  }

  private static func readLink(at path: String) throws(SystemError) -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = try checked(
      buffer.withUnsafeMutableBytes {
        $0.withMemoryRebound(to: CChar.self) { text in
          text.baseAddress.map { readlink(path, $0, text.count) } ?? -1
        }
      })
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  private static func entries(of path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw SystemError(errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}

extension OpenFlags {
  fileprivate var systemFlags: Int32 {
    var flags = O_CLOEXEC | O_NOCTTY | (contains(.writing) ? O_WRONLY : O_RDONLY)
    if contains(.creating) { flags |= O_CREAT | O_EXCL | O_NOFOLLOW }
    if contains(.folder) { flags |= O_DIRECTORY }
    if contains(.noTricks) { flags |= O_NOFOLLOW | O_NONBLOCK }
    return flags
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    self.init(
      kind: kind, mode: status.st_mode & 0o7777, user: status.st_uid, group: status.st_gid,
      linkCount: Int(status.st_nlink), size: Int(status.st_size),
      changed: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec))
  }
}

extension FileError.Cause {
  /// What an error number of the system means here.
  init(_ error: SystemError) {
    switch error.number {
    case ENOENT: self = .notFound
    case EEXIST: self = .exists
    case EACCES, EPERM: self = .permission
    case EISDIR: self = .isDirectory
    case ENOTDIR: self = .notADirectory
    case ENXIO: self = .notAFile
    case EFBIG: self = .tooLarge(limit: Int.max)
    case ENOSPC, EDQUOT: self = .noSpace
    case EROFS: self = .readOnly
    case ENAMETOOLONG: self = .nameTooLong
    case ELOOP: self = .linkLoop
    case EIO: self = .inputOutput
    case EPIPE: self = .brokenPipe
    case ENODEV, ESTALE, ENOTCONN, ESHUTDOWN, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENETDOWN,
      ENETUNREACH:
      self = .unreachable
    default: self = .other(errno: error.number)
    }
  }
}

extension SystemError {
  /// A signal came in between; the call is made again.
  var isInterruption: Bool { number == EINTR }
  /// Nothing can be read or taken right now.
  var isBusy: Bool { number == EAGAIN }
  /// The file system does not know what was asked of it.
  var isUnsupported: Bool { [EINVAL, ENOSYS, EOPNOTSUPP, ENOTTY].contains(number) }
  /// The file system has no hard links, such as that of a USB stick.
  var isWithoutLinks: Bool { isUnsupported || [EPERM, EMLINK].contains(number) }
  /// The person may not do this, now or later.
  var isRefusal: Bool { [EACCES, EPERM].contains(number) }
  /// What a path leads to is no link, or nothing.
  var isNoLink: Bool { [EINVAL, ENOENT, ENOTDIR].contains(number) }
  static let notFound = SystemError(ENOENT)
  static let exists = SystemError(EEXIST)
  static let notPermitted = SystemError(EPERM)
  static let noSpace = SystemError(ENOSPC)
}

/// Waits until an open file can be read, or written to.
func wait(until need: WaitingNeed, _ descriptor: Int32) {
  var poll = pollfd(fd: descriptor, events: Int16(need == .readable ? POLLIN : POLLOUT), revents: 0)
  _ = Glibc.poll(&poll, 1, -1)
}

enum WaitingNeed { case readable, writable }

/// Lets a moment pass, in milliseconds.
func wait(milliseconds: Int32) { _ = poll(nil, 0, milliseconds) }

/// The time of the machine's clock, in nanoseconds since 1970.
func clock() -> Int64 {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
}
