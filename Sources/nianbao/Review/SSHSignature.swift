import Glibc
import Programs
import Storage
import Wording

/// Signatures of digests by `ssh-keygen`: nothing about keys is done here.
enum SSHSignature {
  /// What a signature is for, so that one made for something else is none here.
  private static let namespace = "nianbao"
  private static let program = "ssh-keygen"
  /// A key with a passphrase asks for it on the terminal.
  private static let limits = Program.Limits(
    seconds: 120, processorSeconds: 20, outputBytes: 1 << 16, memoryBytes: 1 << 30)

  /// Signs a digest with the key in a file.
  static func sign(_ digest: String, with key: String) throws(Failure) -> String {
    let result = try finish(
      ["-Y", "sign", "-q", "-f", key, "-n", namespace], input: Array(digest.utf8))
    guard result.exitCode == 0 else {
      throw Failure.file(Wording.ofProcess.signKeyFailed(key, complaint(of: result)))
    }
    return String(decoding: result.output, as: UTF8.self)
  }

  /// Tells what a signature of a digest is worth, by the list of who may sign.
  static func worth(
    of signature: String, digest: String, person: String, allowedSigners: String
  ) throws(Failure) -> Wording.Signature {
    try withFile(holding: signature) { (file) throws(Failure) in
      let verified = try finish(
        [
          "-Y", "verify", "-f", allowedSigners, "-I", person, "-n", namespace, "-s", file,
        ], input: Array(digest.utf8))
      if verified.exitCode == 0 { return .good }
      let checked = try finish(
        ["-Y", "check-novalidate", "-n", namespace, "-s", file], input: Array(digest.utf8))
      guard checked.exitCode == 0 else { return .bad }
      let found = try finish(
        ["-Y", "find-principals", "-f", allowedSigners, "-s", file], input: [])
      let owner = String(decoding: found.output, as: UTF8.self).split(separator: "\n").first
      guard found.exitCode == 0, let owner else { return .unknown }
      // One whose line has run out is on the list, and may not sign any more.
      return owner == person ? .unknown : .other(String(owner))
    }
  }

  /// Refuses a list that cannot be read: it would make all signatures unknown.
  static func requireSigners(_ path: String) throws {
    _ = try Workspace.bytes(at: path)
  }

  private static func withFile<Result>(
    holding text: String, _ body: (String) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let folder = try PrivateFolder.make("nianbao")
    let file = folder + "/signature"
    defer {
      unlink(file)
      rmdir(folder)
    }
    do throws(FileError) {
      try createFile(at: file, with: Array(text.utf8), secret: true)
    } catch {
      throw Failure.file(error.message(about: file))
    }
    return try body(file)
  }

  private static func finish(
    _ arguments: [String], input: [UInt8]
  ) throws(Failure) -> ProgramResult {
    let wording = Wording.ofProcess
    // A key may lie with an agent, and a passphrase may be asked for in a window.
    let names = ["SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "DISPLAY"]
    var variables: [String: String] = [:]
    for name in names { variables[name] = environment(name) }
    do throws(ProgramError) {
      return try run(
        Program(program, arguments, input: input, environment: variables, limits: limits))
    } catch {
      throw Failure.file(
        error == .notFound
          ? wording.sshKeygenMissing(program) : wording.sshKeygenFailed(program, "\(error)"))
    }
  }

  private static func complaint(of result: ProgramResult) -> String {
    let lines = String(decoding: result.complaint, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.last.map(String.init) ?? "exit \(result.exitCode)"
  }
}
