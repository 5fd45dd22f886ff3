import CVTerm

/// How a terminal answers the question where its cursor is after an ambiguous character.
enum WidthAnswer {
  case narrow, wide, none
}

/// A terminal without a window: bytes in, a picture and answers out.
final class TerminalEmulator {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private let widthAnswer: WidthAnswer
  private var size: (columns: Int, rows: Int)
  fileprivate var isCursorVisible = true
  fileprivate var isAlternate = false
  fileprivate var reportsMouse = false
  private var answers: [UInt8] = []

  init(size: (columns: Int, rows: Int), widthAnswer: WidthAnswer) {
    terminal = vterm_new(Int32(size.rows), Self.safe(size.columns))
    screen = vterm_obtain_screen(terminal)
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    self.widthAnswer = widthAnswer
    self.size = size
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(screen, 1)
    let me = Unmanaged.passUnretained(self).toOpaque()
    callbacks.pointee.settermprop = { property, value, user in
      guard let value, let user else { return 0 }
      let emulator = Unmanaged<TerminalEmulator>.fromOpaque(user).takeUnretainedValue()
      emulator.set(property, value.pointee)
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, me)
    vterm_output_set_callback(
      terminal,
      { bytes, count, user in
        guard let bytes, let user else { return }
        let emulator = Unmanaged<TerminalEmulator>.fromOpaque(user).takeUnretainedValue()
        emulator.answer(UnsafeRawBufferPointer(start: bytes, count: count))
      }, me)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  var picture: Picture {
    var picture = Picture(of: screen, columns: size.columns, rows: size.rows)
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    picture.cursor = (Int(position.col), Int(position.row))
    picture.isCursorVisible = isCursorVisible
    picture.isAlternate = isAlternate
    picture.reportsMouse = reportsMouse
    return picture
  }

  /// Draws what a program wrote and returns what the terminal answers to it.
  func draw(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { bytes in
      _ = vterm_input_write(
        terminal, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    defer { answers = [] }
    return answers
  }

  func resize(to size: (columns: Int, rows: Int)) {
    self.size = size
    vterm_set_size(terminal, Int32(size.rows), Self.safe(size.columns))
  }

  /// The emulator falls over a wide character where there is but one column, and such may be on
  /// their way from before the window became so small.
  private static func safe(_ columns: Int) -> Int32 { Int32(max(2, columns)) }

  private func set(_ property: VTermProp, _ value: VTermValue) {
    switch property {
    case VTERM_PROP_CURSORVISIBLE: isCursorVisible = value.boolean != 0
    case VTERM_PROP_ALTSCREEN: isAlternate = value.boolean != 0
    case VTERM_PROP_MOUSE: reportsMouse = value.number != 0
    default: break
    }
  }

  private func answer(_ bytes: UnsafeRawBufferPointer) {
    let isReport = bytes.first == 0x1B && bytes.last == UInt8(ascii: "R")
    guard isReport, widthAnswer != .narrow else { return answers.append(contentsOf: bytes) }
    // The emulator itself draws an ambiguous character narrow: column 2 after it.
    if widthAnswer == .wide { answers += Array(bytes.dropLast(2)) + Array("3R".utf8) }
  }
}
