private import Glibc

/// A process, as others can recognise it and tell whether it still runs.
package struct ProcessIdentity: Equatable, Sendable {
  /// The machine's name.
  package var host: String
  /// The start of the machine, and the space of process numbers on it; empty where not known.
  ///
  /// Only within one and the same can be told whether a process lives.
  package var boot: String
  package var process: Int
  /// When the process began, in the system's ticks since the start of the machine.
  package var start: Int

  package init(host: String, boot: String, process: Int, start: Int) {
    self.host = host
    self.boot = boot
    self.process = process
    self.start = start
  }

  /// This process.
  package static let current = ProcessIdentity(
    host: hostName, boot: bootName, process: Int(getpid()), start: startTime(of: "self") ?? 0)

  /// The number of the person that the process acts for.
  static let user: UInt32 = geteuid()

  /// The process in a file's name: host, process and start, without dots.
  package var token: String {
    let name = host.utf8.prefix(24).map { byte in
      let letter = Character(Unicode.Scalar(byte))
      return letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "_"
    }
    return String(name) + "-\(process)-\(start)"
  }

  /// What can be told of a process from here.
  package enum Life: Equatable, Sendable {
    case running
    case ended
    /// It is on another machine, or in a space of its own.
    case unknown
  }

  /// Whether the process still runs.
  package var life: Life {
    let here = Self.current
    guard host == here.host, !here.boot.isEmpty else { return .unknown }
    guard boot == here.boot else {
      // The same machine, started anew: nothing of before is left.
      return boot.split(separator: "/").last == here.boot.split(separator: "/").last
        ? .ended : .unknown
    }
    guard process > 0, Self.startTime(of: String(process)) == start else { return .ended }
    return .running
  }

  private static var hostName: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static var bootName: String {
    do throws(FileError) {
      let boot = try readFile(at: "/proc/sys/kernel/random/boot_id", limit: 256)
      let space = try FileSystem.system.linkTargetOrEmpty("/proc/self/ns/pid")
      return String(decoding: boot.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self) + "/" + space
    } catch {
      return ""
    }
  }

  /// When a process began; nil where there is none, or it has ended and only waits to be noticed.
  private static func startTime(of process: String) -> Int? {
    do throws(FileError) {
      let line = String(
        decoding: try readFile(at: "/proc/\(process)/stat", limit: 1 << 14), as: UTF8.self)
      // The second field is a name that may hold anything; behind its bracket stand plain ones.
      guard let bracket = line.lastIndex(of: ")") else { return nil }
      let fields = line[bracket...].split(separator: " ").dropFirst()
      let startField = 19
      guard fields.count > startField, fields.first != "Z", fields.first != "X" else { return nil }
      return Int(fields[fields.startIndex + startField])
    } catch {
      return nil
    }
  }
}

extension FileSystem {
  fileprivate func linkTargetOrEmpty(_ path: String) throws(FileError) -> String {
    do throws(SystemError) { return try linkTarget(path) } catch { return "" }
  }
}
