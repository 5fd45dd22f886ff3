import Glibc

/// What passes between this process and a program while it runs.
struct Talk: ~Copyable {
  private var pipes: Pipes
  private let input: [UInt8]
  private let limits: Program.Limits
  private let deadline: Int
  private var sent = 0
  private var output: [UInt8] = []
  private var complaint: [UInt8] = []
  private var isOutputOpen = true
  private var isComplaintOpen = true
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  /// Whether the program has been waited for, so that its number may be another's.
  private(set) var isReaped = false

  /// How much is kept of what a program says of itself.
  private static let complaintLimit = 4_096

  init(_ pipes: consuming Pipes, _ program: Program) {
    self.pipes = pipes
    input = program.input
    limits = program.limits
    deadline = milliseconds() + program.limits.seconds * 1_000
  }

  /// Gives the input and takes the output until the program closes its own ends.
  mutating func finish() throws(ProgramError) {
    if input.isEmpty { pipes.closeInput() }
    while isOutputOpen || isComplaintOpen {
      // poll leaves out what is negative.
      var ends = [
        pollfd(fd: isOutputOpen ? pipes.output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isComplaintOpen ? pipes.complaint : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipes.input, events: Int16(POLLOUT), revents: 0),
      ]
      let count = unsafe poll(&ends, nfds_t(ends.count), Int32(try timeLeft()))
      guard count > 0 else { continue }
      if ends[0].revents != 0 { isOutputOpen = try takeOutput() }
      if ends[1].revents != 0 { isComplaintOpen = takeComplaint() }
      if ends[2].revents != 0 { send() }
    }
    pipes.closeInput()
  }

  private func timeLeft() throws(ProgramError) -> Int {
    let left = deadline - milliseconds()
    guard left > 0 else { throw .tooSlow(seconds: limits.seconds) }
    return left
  }

  /// Takes what is there; tells whether more may come.
  private mutating func takeOutput() throws(ProgramError) -> Bool {
    guard let count = take(pipes.output) else { return true }
    guard output.count + count <= limits.outputBytes else {
      throw .tooMuchOutput(limit: limits.outputBytes)
    }
    output += buffer[..<count]
    return count > 0
  }

  private mutating func takeComplaint() -> Bool {
    guard let count = take(pipes.complaint) else { return true }
    // What is more is read all the same, or the program would wait for ever.
    complaint += buffer[..<min(count, Self.complaintLimit - complaint.count)]
    return count > 0
  }

  /// Reads once into the buffer; 0 at the end, nil where nothing is there yet.
  private mutating func take(_ end: Int32) -> Int? {
    let count = unsafe read(end, &buffer, buffer.count)
    if count == -1 { return errno == EAGAIN || errno == EINTR ? nil : 0 }
    return count
  }

  /// Writes what the pipe takes; a program that does not want more gets no more.
  private mutating func send() {
    let rest = input[sent...]
    let count = withoutBrokenPipeSignal { [end = pipes.input] in
      unsafe rest.withUnsafeBytes { unsafe write(end, $0.baseAddress, $0.count) }
    }
    if let count { sent += count }
    if count == nil || sent == input.count { pipes.closeInput() }
  }

  /// Waits for a program that has closed its ends; it may still be at work.
  mutating func status(of process: pid_t) throws(ProgramError) -> Int32 {
    var status: Int32 = 0
    var pause: Int32 = 0
    while true {
      let ended = unsafe waitpid(process, &status, WNOHANG)
      if ended == process {
        isReaped = true
        return status
      }
      // Nobody else waits for it; should someone, the system knows no status any more.
      if ended == -1, errno != EINTR {
        isReaped = true
        throw .notStarted(error: Int(errno))
      }
      poll(nil, 0, min(pause, Int32(try timeLeft())))
      pause = min(pause + 1, 20)
    }
  }

  func result(_ status: Int32) throws(ProgramError) -> ProgramResult {
    let signal = status & 0x7F
    guard signal == 0 else {
      if signal == SIGXCPU { throw .tooSlow(seconds: limits.processorSeconds) }
      throw .killed(signal: Int(signal))
    }
    return ProgramResult(
      output: output, complaint: complaint, exitCode: Int(status >> 8 & 0xFF))
  }
}

/// The time of a clock that nobody sets.
private func milliseconds() -> Int {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
}

/// Writes without the signal that comes where nobody reads any more; nil then, 0 where the pipe is
/// full.
private func withoutBrokenPipeSignal(_ write: () -> Int) -> Int? {
  var broken = sigset_t()
  var before = sigset_t()
  unsafe sigemptyset(&broken)
  unsafe sigaddset(&broken, SIGPIPE)
  unsafe pthread_sigmask(SIG_BLOCK, &broken, &before)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
  let count = write()
  guard count == -1 else { return count }
  let error = errno
  if error == EPIPE {
    var none = timespec()
    while unsafe sigtimedwait(&broken, nil, &none) == -1, errno == EINTR {}
  }
  return error == EAGAIN || error == EINTR ? 0 : nil
}
