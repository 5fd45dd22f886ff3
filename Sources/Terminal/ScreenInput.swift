internal import CNcurses
internal import CTerminal
package import CellGrid
private import Glibc

/// Where the bytes come from, and when the last came.
struct InputSource {
  /// The most milliseconds between the two presses of a double click.
  static let doubleClickTime = 400

  var lastRead = 0
  /// The last press of the mouse's button, its time in milliseconds, and its count in a double click.
  var lastPress: (point: Point, time: Int, count: Int)?
  var hasEnded = false
}

extension Screen {
  /// Waits for input and returns what came, in order; nothing after `timeout` milliseconds.
  ///
  /// What one read brought comes together. Once the terminal is gone every call says so.
  package mutating func nextInputs(timeout: Int? = nil) -> [Input] {
    let deadline = timeout.map { milliseconds() + max(0, $0) }
    while true {
      if source.hasEnded { return [.hangUp] }
      var descriptors = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: terminal_guard_pipe(), events: Int16(POLLIN), revents: 0),
      ]
      let wait = patience(until: deadline)
      let count = unsafe poll(&descriptors, 2, wait)
      if count < 0, errno != EINTR { return endOfInput() }
      var inputs: [Input] = []
      if count > 0 {
        if descriptors[0].revents != 0 { inputs += readInputs() }
        if descriptors[1].revents != 0 { inputs += readSignals() }
      }
      if decoder.isPending, milliseconds() - source.lastRead >= decoder.patience {
        inputs += decoder.timeOut()
      }
      if !inputs.isEmpty { return inputs }
      if let deadline, milliseconds() >= deadline { return [] }
    }
  }

  /// How long poll may wait: until the deadline, or the end of what is pending.
  private func patience(until deadline: Int?) -> Int32 {
    let now = milliseconds()
    var waits: [Int] = []
    if let deadline { waits.append(deadline - now) }
    if decoder.isPending { waits.append(source.lastRead + decoder.patience - now) }
    return waits.min().map { Int32(min(max($0, 0), 1_000_000)) } ?? -1
  }

  private mutating func readInputs() -> [Input] {
    var count = 0
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, filled in
      count = unsafe read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      filled = max(0, count)
    }
    guard count > 0 else {
      return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : endOfInput()
    }
    source.lastRead = milliseconds()
    let mayBeBurst = !decoder.isPending && Burst.isCandidate(bytes)
    if mayBeBurst { bytes += restOfBurst() }
    let inputs = decoder.decode(bytes)
    if mayBeBurst, let burst = Burst.input(bytes, inputs) { return [burst] }
    return inputs.map { countingClicks($0) } + answer(decoder.takeCursorReport())
  }

  /// What follows a burst at once: a paste may take several reads.
  private func restOfBurst() -> [UInt8] {
    var rest: [UInt8] = []
    while rest.count < KeyDecoder.pasteLimit {
      var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&input, 1, Burst.patience) > 0 else { break }
      var buffer = [UInt8](repeating: 0, count: 16 << 10)
      let count = unsafe read(STDIN_FILENO, &buffer, buffer.count)
      guard count > 0 else { break }
      rest += buffer.prefix(count)
    }
    return rest
  }

  /// A press as the second of a double click where one went shortly before it at the same place.
  private mutating func countingClicks(_ input: Input) -> Input {
    guard case .mouse(var mouse) = input, mouse.action == .press else { return input }
    let now = milliseconds()
    if let last = source.lastPress, last.point == mouse.point,
      now - last.time <= InputSource.doubleClickTime, last.count == 1
    {
      mouse.count = 2
    }
    source.lastPress = (mouse.point, now, mouse.count)
    return .mouse(mouse)
  }

  private mutating func endOfInput() -> [Input] {
    source.hasEnded = true
    return [.hangUp]
  }

  private mutating func readSignals() -> [Input] {
    var isResized = false
    while true {
      switch terminal_guard_next_signal() {
      case 0: return isResized ? adopt(windowSize()) : []
      case SIGHUP, SIGTERM, SIGINT: return [.hangUp]
      case SIGWINCH: isResized = true
      case SIGTSTP:
        suspend()
        isResized = true
      case SIGCONT:
        resume()
        isResized = true
      default: break
      }
    }
  }

  /// Takes the window's size; the next screen shown is sent whole.
  private mutating func adopt(_ newSize: Size) -> [Input] {
    size = newSize
    resize_term(Int32(size.rows), Int32(size.columns))
    mustRepaint = true
    return [.resize(size)]
  }

  /// Stops the program as Ctrl+Z does elsewhere; goes on, and shows its screen, when told to.
  package mutating func suspend() {
    release()
    terminal_guard_stop()
    reclaim()
  }

  /// Gives the terminal to another program, until `reclaim()`.
  ///
  /// Nothing is shown meanwhile.
  package mutating func release() {
    if isReleased { return }
    isReleased = true
    dropLateAnswer()
    unsafe curses_send(modes.off)
    curses_send_now()
    endwin()
    terminal_guard_set_lent(true)
  }

  /// Takes the terminal back and shows what it showed.
  ///
  /// The window may have another size by now: that comes as an input.
  package mutating func reclaim() {
    guard isReleased else { return }
    isReleased = false
    terminal_guard_set_lent(false)
    resume()
  }

  /// Sets all modes anew and repaints: someone else may have had the terminal.
  private mutating func resume() {
    if isReleased { return }
    reset_prog_mode()
    unsafe curses_send(modes.on)
    curses_send_now()
    if windowSize() != size { raise(SIGWINCH) }
    curses_repaint()
    refresh()
  }
}

/// A clock that only goes forward.
func milliseconds() -> Int {
  var now = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
}
