import CPseudoTerminal
import Glibc
import ReportModel
import Storage

/// Two programs in turn, A B A B …, so that what else the machine does falls on both.
struct Comparison {
  let program: String
  let vim: String
  let folder: String

  private var draftPath: String { folder + "/draft.json" }
  private var textPath: String { folder + "/draft.txt" }
  /// What vim leaves behind when it is ended, and asks about when it is started again.
  private var swapPath: String { folder + "/.draft.txt.swp" }

  /// Measures the editor on a draft and vim on the same as text, prints both, and returns the names
  /// of the bounds that are broken.
  func measure(
    _ draft: Draft, _ name: String, keys: [String], runs: Int, bounds: Bounds
  ) -> [String] {
    guard write(DraftFile.bytes(of: draft), to: draftPath), let word = writeText() else {
      print("\(name): the files cannot be written.")
      return ["\(name): measurement"]
    }
    // Keys that vim answers with little: the cursor goes down and up.
    let vimKeys = keys.indices.map { $0 % 2 == 0 ? "j" : "k" }
    var (own, others): ([Session], [Session]) = ([], [])
    for _ in 0..<runs {
      unlink(swapPath)
      // The line of keys is drawn last.
      guard let session = Session([program, "edit", draftPath], readyAt: "Ctrl+S", keys: keys),
        let other = Session([vim, textPath], readyAt: word, keys: vimKeys)
      else { continue }
      own.append(session)
      others.append(other)
    }
    guard let own = Figures(own), let vim = Figures(others) else {
      print("\(name): a program did not show its screen.")
      return ["\(name): measurement"]
    }
    Bounds.head(name)
    return bounds.broken(by: own, beside: vim).map { "\(name): \($0)" }
  }

  /// Types for half an hour's worth on a draft, prints what memory that took, and returns the name
  /// of the bound where it is broken.
  func measureLongSession(_ draft: Draft) -> [String] {
    guard write(DraftFile.bytes(of: draft), to: draftPath),
      let session = LongSession([program, "edit", draftPath])
    else {
      print("long session: the program ended.")
      return ["long session: measurement"]
    }
    let (first, last) = (tenths(session.first), tenths(session.last))
    print("\(LongSession.keys) keys: \(first) MiB after the first tenth, \(last) MiB at the end")
    return session.isFlat ? [] : ["long session: memory grows by more than 1 MiB"]
  }

  private func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Writes what `show` prints of the draft, for vim to open, and returns a word of its first lines
  /// that no terminal sequence looks like.
  private func writeText() -> String? {
    let arguments: [UnsafeMutablePointer<CChar>?] =
      [strdup(program), strdup("show"), strdup(draftPath), nil]
    let variables: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8"), nil]
    var result = program_result()
    defer {
      for string in arguments + variables { free(string) }
      program_result_free(&result)
    }
    guard program_run(arguments, variables, nil, nil, 0, 60_000, &result) == 0, result.status == 0
    else { return nil }
    let text = UnsafeRawBufferPointer(start: result.output, count: result.output_count)
    guard write(Array(text), to: textPath) else { return nil }
    let beginning = String(decoding: text.prefix(2_000), as: UTF8.self)
    return beginning.split(whereSeparator: \.isWhitespace).first { $0.utf8.count >= 4 }
      .map { String($0.prefix(8)) }
  }

  private func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let count = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && count == bytes.count
  }

  /// Takes the files away again.
  func tidy() {
    for path in [draftPath, textPath, swapPath] { unlink(path) }
    rmdir(folder)
  }
}
