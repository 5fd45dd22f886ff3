private import Glibc

/// The system calls by which a file is replaced, so that a test can let each of them fail.
///
/// Every call gives what the system call gives, or the negative of `errno`.
struct FileSystemCalls: Sendable {
  var open: @Sendable (_ path: String, _ flags: Int32, _ mode: UInt32) -> Int32
  var write: @Sendable (_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int
  var changeOwner: @Sendable (_ descriptor: Int32, _ user: UInt32, _ group: UInt32) -> Int32
  var changeMode: @Sendable (_ descriptor: Int32, _ mode: UInt32) -> Int32
  var synchronize: @Sendable (_ descriptor: Int32) -> Int32
  var close: @Sendable (_ descriptor: Int32) -> Int32
  var rename: @Sendable (_ from: String, _ to: String) -> Int32
  var link: @Sendable (_ from: String, _ to: String) -> Int32
  var unlink: @Sendable (_ path: String) -> Int32

  /// The calls of the system itself.
  static let system = FileSystemCalls(
    open: { path, flags, mode in orError(Glibc.open(path, flags, mode)) },
    write: { descriptor, bytes in
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      return count < 0 ? -Int(errno) : count
    },
    changeOwner: { descriptor, user, group in orError(fchown(descriptor, user, group)) },
    changeMode: { descriptor, mode in orError(fchmod(descriptor, mode)) },
    synchronize: { descriptor in orError(fsync(descriptor)) },
    close: { descriptor in orError(Glibc.close(descriptor)) },
    rename: { from, to in orError(Glibc.rename(from, to)) },
    link: { from, to in orError(Glibc.link(from, to)) },
    unlink: { path in orError(Glibc.unlink(path)) })

  private static func orError(_ result: Int32) -> Int32 { result < 0 ? -errno : result }
}

extension FileError.Cause {
  /// What an error number of the system means here.
  init(errno number: Int32) {
    switch number {
    case ENOENT: self = .notFound
    case EEXIST: self = .exists
    case EACCES, EPERM: self = .permission
    case EISDIR: self = .isDirectory
    case ENOTDIR: self = .notADirectory
    case ENXIO, ENODEV: self = .notAFile
    case EFBIG: self = .tooLarge(limit: Int.max)
    case ENOSPC, EDQUOT: self = .noSpace
    case EROFS: self = .readOnly
    case ENAMETOOLONG: self = .nameTooLong
    case ELOOP: self = .linkLoop
    case EIO: self = .inputOutput
    case EPIPE: self = .brokenPipe
    default: self = .other(errno: number)
    }
  }
}
