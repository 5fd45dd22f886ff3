import Glibc
import Storage

/// When a session must force its journal to the disk and give a sign of life.
struct Pulse {
  /// How long a silence lets the journal wait, in milliseconds: nobody notices the disk then.
  private static let idle = 200
  /// The longest that anything waits, however busily somebody types.
  private static let longest = 1000

  /// When the oldest change was written that is not on the disk yet.
  private var firstWritten: Int?
  private var lastBeat = Self.now

  /// A clock that only goes forward, in milliseconds.
  private static var now: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }

  /// Takes note that a change was written.
  mutating func noteWriting() { if firstWritten == nil { firstWritten = Self.now } }

  /// Takes note that all is on the disk.
  mutating func noteSynchronized() { firstWritten = nil }

  /// How long to wait for input before something must be done.
  func milliseconds(untilNextFor isUnsynchronized: Bool) -> Int {
    let beat = max(0, lastBeat + OpenDraft.beat * 1000 - Self.now)
    guard isUnsynchronized else { return beat }
    let due = (firstWritten ?? Self.now) + Self.longest - Self.now
    return min(beat, Self.idle, max(0, due))
  }

  /// Whether the journal must go to the disk now.
  func mustSynchronize(_ isUnsynchronized: Bool, wasIdle: Bool) -> Bool {
    guard isUnsynchronized else { return false }
    return wasIdle || Self.now - (firstWritten ?? 0) >= Self.longest
  }

  /// Whether a sign of life is due; it counts as given then.
  mutating func mustBeat() -> Bool {
    guard Self.now - lastBeat >= OpenDraft.beat * 1000 else { return false }
    lastBeat = Self.now
    return true
  }
}
