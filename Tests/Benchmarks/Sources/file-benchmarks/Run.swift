import Glibc

/// One run of a command, timed from outside.
struct Run {
  /// From its start until it was waited for, in milliseconds.
  let time: Double
  /// The most memory that it held, in MiB.
  let peak: Double

  /// Runs a command with its output thrown away; nil where it ends with anything but 0.
  init?(_ command: [String]) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    for descriptor in STDIN_FILENO...STDERR_FILENO {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments = command.map { strdup($0) } + [nil]
    var variables = [strdup("LC_ALL=C.UTF-8"), strdup("HOME=/nonexistent"), nil]
    defer {
      posix_spawn_file_actions_destroy(&actions)
      for string in arguments + variables { free(string) }
    }
    var process: pid_t = 0
    var (status, usage): (Int32, rusage) = (0, rusage())
    let start = ContinuousClock.now
    guard posix_spawn(&process, command[0], &actions, nil, &arguments, &variables) == 0,
      wait4(process, &status, 0, &usage) == process, status == 0
    else { return nil }
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    time = Double(seconds) * 1e3 + Double(attoseconds) / 1e15
    peak = Double(usage.ru_maxrss) / 1024
  }
}

/// What several runs of one command took, put together.
struct Figures {
  let median: Double
  let worst: Double
  let peak: Double

  init(_ runs: [Run]) {
    let times = runs.map(\.time).sorted()
    median = times.isEmpty ? 0 : times[times.count / 2]
    worst = times.last ?? 0
    peak = runs.map(\.peak).max() ?? 0
  }
}
