import CLibFuzzer
import FuzzBodies
import Glibc

/// Feeds one of the readers with what libFuzzer makes up.
///
/// `NIANBAO_FUZZ` names the target; the arguments are libFuzzer's own.
@main
enum Fuzz {
  static let target = FuzzTarget(rawValue: getenv("NIANBAO_FUZZ").map { String(cString: $0) } ?? "")

  static func main() {
    guard target != nil else {
      print(FuzzTarget.allCases.map { "\($0.rawValue) \($0.lengthLimit)" }.joined(separator: "\n"))
      return
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &arguments) { Fuzz.feed($0, $1) })
  }

  private static func feed(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    do throws(BrokenPromise) {
      try target?.feed(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    } catch {
      fatalError("\(error)")
    }
  }
}
