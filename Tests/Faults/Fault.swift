import Storage

private import Glibc

/// The kinds of calls, as far as they fail differently.
enum Call: Equatable, Sendable {
  case open(OpenFlags)
  case read, write, truncate, synchronize, close
  case changeOwner, changeMode
  /// What tells of a path or an open file.
  case look
  case askAccessList
  case rename, link, unlink, makeFolder
  case touch, claim
}

/// What goes wrong at a call.
package enum Fault: Equatable, Sendable {
  /// Nothing is done, and the call says why.
  case failing(errno: Int32)
  /// The call says that it failed, though all was done: as over a network.
  case failingThoughDone(errno: Int32)
  /// Fewer bytes are read or written than asked for.
  case cutShort
  /// Nothing is forced to the disk, and the call says it was.
  case dropped
  /// The process is killed before the call.
  case killed
}

/// A fault at a call, counted from 0.
struct PlannedFault: Sendable {
  var call: Int
  var fault: Fault
}

extension Call {
  /// What can go wrong at such a call while the process lives.
  var faults: [Fault] {
    switch self {
    case .open(let flags):
      let errors =
        flags.contains(.creating)
        ? [ENOSPC, EDQUOT, EROFS, EACCES, EMFILE, EIO, ESTALE, EINTR]
        : [EACCES, EMFILE, EIO, ESTALE, EINTR]
      return errors.map { .failing(errno: $0) }
    case .read:
      return [.failing(errno: EIO), .failing(errno: ESTALE), .failing(errno: EINTR), .cutShort]
    case .write:
      return [ENOSPC, EDQUOT, EIO, EROFS, EINTR].map { .failing(errno: $0) } + [.cutShort]
    case .truncate: return [ENOSPC, EIO, EINTR].map { .failing(errno: $0) }
    case .synchronize:
      return [EIO, ENOSPC, EDQUOT, EINTR, EINVAL, ESTALE].map { .failing(errno: $0) } + [.dropped]
    // The file is closed, whatever the call says.
    case .close: return [EIO, EDQUOT, EINTR, ESTALE].map { .failingThoughDone(errno: $0) }
    case .changeOwner, .changeMode: return [EPERM, EIO, EROFS].map { .failing(errno: $0) }
    case .look: return [EACCES, EIO, ESTALE].map { .failing(errno: $0) }
    case .askAccessList: return []
    case .rename, .link, .makeFolder, .unlink:
      return [ENOSPC, EROFS, EACCES, EPERM, EIO, ESTALE, EINTR].map { .failing(errno: $0) }
        + [.failingThoughDone(errno: EIO)]
    case .touch: return [EACCES, EROFS, EIO].map { .failing(errno: $0) }
    case .claim: return [EOPNOTSUPP, EIO, EINTR].map { .failing(errno: $0) }
    }
  }
}

extension Fault {
  /// Whether work must go on as if nothing had happened.
  func mustBeMended(at call: Call) -> Bool {
    switch self {
    case .cutShort: true
    case .failing(errno: EINTR), .failingThoughDone(errno: EINTR): true
    case .failing, .failingThoughDone, .dropped, .killed: false
    }
  }

  /// Whether nobody can promise, after a success with this fault, that a power cut leaves the new.
  func breaksPromise(at call: Call) -> Bool {
    switch (self, call) {
    case (.dropped, _), (.failing(errno: EINVAL), .synchronize): true
    // A folder that may be written to but not opened cannot be forced to the disk.
    case (.failing(errno: EACCES), .open(let flags)): flags.contains(.folder)
    default: false
    }
  }
}
