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

  /// Measures the editor on a draft and vim on the same as text, prints both, and says whether the
  /// bounds are kept.
  func measure(
    _ draft: Draft, _ name: String, keys: [String], runs: Int, bounds: Bounds
  ) -> Bool {
    guard write(DraftFile.bytes(of: draft), to: draftPath), writeText() else {
      print("\(name): the files cannot be written.")
      return false
    }
    // Keys that vim answers with little: the cursor goes down and up.
    let vimKeys = keys.indices.map { $0 % 2 == 0 ? "j" : "k" }
    var (own, others): ([Session], [Session]) = ([], [])
    for _ in 0..<runs {
      // The line of keys is drawn last.
      guard let session = Session([program, "edit", draftPath], readyAt: "Ctrl+S", keys: keys),
        let other = Session([vim, textPath], readyAt: draft.organ.name, keys: vimKeys)
      else { continue }
      own.append(session)
      others.append(other)
    }
    guard let own = Figures(own), let vim = Figures(others) else {
      print("\(name): a program did not show its screen.")
      return false
    }
    Bounds.head(name)
    return bounds.judge(own, beside: vim)
  }

  /// Writes what `show` prints of the draft, for vim to open.
  private func writeText() -> Bool {
    let arguments: [UnsafeMutablePointer<CChar>?] =
      [strdup(program), strdup("show"), strdup(draftPath), nil]
    let variables: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8"), nil]
    var result = program_result()
    defer {
      for string in arguments + variables { free(string) }
      program_result_free(&result)
    }
    guard program_run(arguments, variables, nil, nil, 0, 60_000, &result) == 0, result.status == 0
    else { return false }
    let text = UnsafeRawBufferPointer(start: result.output, count: result.output_count)
    return write(Array(text), to: textPath)
  }

  private func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let count = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && count == bytes.count
  }

  /// Takes the files away again.
  func tidy() {
    for path in [draftPath, textPath] { unlink(path) }
    rmdir(folder)
  }
}
