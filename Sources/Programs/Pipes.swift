import CPrograms
import Glibc

/// The three pipes to a program; its ends are closed once it has started, ours with this value.
struct Pipes: ~Copyable {
  /// An end of a pipe; -1 once closed.
  private var reading: [Int32] = []
  private var writing: [Int32] = []

  init() throws(ProgramError) {
    for _ in 0..<3 {
      var ends: [Int32] = [-1, -1]
      guard unsafe program_pipe(&ends) == 0 else { throw .notStarted(error: Int(errno)) }
      reading.append(ends[0])
      writing.append(ends[1])
    }
    for end in [writing[0], reading[1], reading[2]] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    for end in reading + writing where end >= 0 { close(end) }
  }

  /// Our ends: where its input goes, and whence its output and its complaints come.
  var input: Int32 { writing[0] }
  var output: Int32 { reading[1] }
  var complaint: Int32 { reading[2] }

  mutating func closeInput() {
    guard writing[0] >= 0 else { return }
    close(writing[0])
    writing[0] = -1
  }

  /// Starts a program at the other ends.
  mutating func start(_ path: String, _ program: Program) throws(ProgramError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (end, number) in zip([reading[0], writing[1], writing[2]], Int32(0)...) {
      unsafe posix_spawn_file_actions_adddup2(&actions, end, number)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // What this process does with signals is no business of the other's.
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let variables = environment(of: program).map { "\($0.key)=\($0.value)" }.sorted()
    let error = unsafe withCStrings([program.name] + program.arguments) { arguments in
      unsafe withCStrings(variables) { variables in
        unsafe posix_spawn(&process, path, &actions, &attributes, arguments, variables)
      }
    }
    guard error == 0 else { throw .notStarted(error: Int(error)) }
    for end in [reading[0], writing[1], writing[2]] { close(end) }
    (reading[0], writing[1], writing[2]) = (-1, -1, -1)
    return process
  }

  private func environment(of program: Program) -> [String: String] {
    var environment = ["LC_ALL": "C.UTF-8", "PATH": variable("PATH") ?? defaultPath]
    environment["HOME"] = variable("HOME") ?? "/"
    return environment.merging(program.environment) { $1 }
  }
}

/// Lends texts as C wants them: a list of pointers that ends with none.
private func withCStrings(
  _ texts: [String],
  _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
) -> Int32 {
  var copies = unsafe texts.map { unsafe strdup($0) }
  defer { unsafe copies.forEach { unsafe free($0) } }
  unsafe copies.append(nil)
  return unsafe body(copies)
}
