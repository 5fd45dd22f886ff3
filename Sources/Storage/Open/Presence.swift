import JSONText

/// Somebody at work on a draft: told to others by a file beside it.
package struct Presence: Equatable, Sendable {
  /// Who; empty where not known.
  package var user: String
  /// Since when, as 2026-01-12T09:30:05+08:00.
  package var since: String
  package var process: ProcessIdentity

  package init(user: String, since: String, process: ProcessIdentity) {
    self.user = user
    self.since = since
    self.process = process
  }

  var json: JSON {
    .make([
      "boot": .text(process.boot), "host": .text(process.host),
      "process": .whole(process.process), "since": .text(since), "start": .whole(process.start),
      "user": .text(user),
    ])
  }

  init?(_ json: JSON) {
    guard let user = json["user"]?.string, let since = json["since"]?.string,
      let host = json["host"]?.string, let boot = json["boot"]?.string,
      let process = json["process"]?.integer, let start = json["start"]?.integer
    else { return nil }
    self.user = user
    self.since = since
    self.process = ProcessIdentity(host: host, boot: boot, process: process, start: start)
  }
}

/// Somebody else at work on the same draft, as far as that can be told.
package struct Neighbour: Equatable, Sendable {
  package var presence: Presence
  /// For how many seconds nothing was heard of them; nil where they are certainly there.
  package var quietSeconds: Int?

  package init(presence: Presence, quietSeconds: Int?) {
    self.presence = presence
    self.quietSeconds = quietSeconds
  }
}

/// The file beside a draft that tells others who is at work on it.
///
/// Each process has a file of its own, so that no two ever compete for one, on whatever file system;
/// nobody is kept from anything by it.
struct PresenceFile {
  let path: String

  /// How often the file is touched, in seconds, so that those on other machines see a sign of life.
  static let beat = 60

  /// The most bytes that such a file has.
  private static let sizeLimit = 1 << 14

  /// Tells of a presence; nil where no file can be made, which is no failure.
  init?(_ presence: Presence, beside place: FilePlace, in system: FileSystem) {
    path = place.companion(presence.process.token, .lock)
    let content = JSON.make([
      "lock": .text("nianbao/lock/1"), "presence": presence.json,
      "draft": .text(place.name),
    ])
    unlinkQuietly(path, in: system)  // What a process of the same number left behind.
    do throws(FileError) {
      let file = try NewFile(creating: path, mode: 0o600, for: place.given, in: system)
      do throws(FileError) {
        try file.write(Array(content.canonicalText.utf8))
        if let present = place.present { try file.resemble(present) }
      } catch {
        closeQuietly(file.descriptor, in: system)
        throw error
      }
      // Not forced to the disk: after a power cut nobody is at work.
      try file.close()
    } catch {
      unlinkQuietly(path, in: system)
      return nil
    }
  }

  func remove(in system: FileSystem) { unlinkQuietly(path, in: system) }

  func touch(in system: FileSystem) {
    do throws(SystemError) { try system.touch(path) } catch {}  // It is only a sign of life.
  }

  /// Who else is at work on the draft; the files of those who certainly are not are removed.
  ///
  /// The file of one's own, where there is one, tells what time it is for the machine that keeps
  /// the files; else the clock here must do.
  static func neighbours(
    beside place: FilePlace, except own: String?, in system: FileSystem
  ) -> [Neighbour] {
    var found: [Neighbour] = []
    do throws(SystemError) {
      let now = try own.map { path throws(SystemError) in try system.status(path).changed }
      for (_, other) in try place.companions(.lock, in: system) where other != own {
        guard let (presence, changed) = Self.presence(at: other, of: place, in: system) else {
          continue
        }
        switch presence.process.life {
        case .running: found.append(Neighbour(presence: presence, quietSeconds: nil))
        // Whoever only looks changes nothing.
        case .ended: if own != nil { unlinkQuietly(other, in: system) }
        case .unknown:
          let quiet = max(0, Int(((now ?? clock()) - changed) / 1_000_000_000))
          found.append(
            Neighbour(presence: presence, quietSeconds: quiet < 2 * Self.beat ? nil : quiet))
        }
      }
    } catch {
      return found  // Who cannot be seen cannot be told.
    }
    return found
  }

  private static func presence(
    at path: String, of place: FilePlace, in system: FileSystem
  ) -> (Presence, changed: Int64)? {
    do throws(FileError) {
      let (bytes, status) = try readFile(
        at: path, limit: sizeLimit, flags: .noTricks, in: system)
      let json = try JSON(readingOwn: bytes, at: path)
      guard json["draft"]?.string == place.name,
        let presence = json["presence"].flatMap(Presence.init)
      else { return nil }
      return (presence, status.changed)
    } catch {
      return nil
    }
  }
}

extension JSON {
  /// The value in a file that this program wrote for itself.
  fileprivate init(readingOwn bytes: [UInt8], at path: String) throws(FileError) {
    do throws(JSONError) {
      try self.init(reading: bytes, limits: .draft)
    } catch {
      throw FileError(.read, .differs, path: path)
    }
  }
}
