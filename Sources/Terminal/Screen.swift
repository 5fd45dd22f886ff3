internal import CCellWidth
internal import CNcurses
internal import CTerminal
package import CellGrid
private import Glibc

/// The terminal, taken for as long as the value lives.
///
/// Not copyable: there is one screen, and dropping this value gives it back, also when an error is
/// thrown past it. A fatal signal gives it back too. It belongs to one thread.
package struct Screen: ~Copyable {
  /// The cells that there are; at least one, and no more than a thousand each way.
  package internal(set) var size: Size
  let options: Options
  let modes: Modes
  private let paints: [Paint]
  private var shown: Grid?
  /// What is said on standard error once the terminal is given back.
  package var partingLines: [String] = []
  var mustRepaint = false
  var isReleased = false
  var question = WidthQuestion.notAsked
  var source = InputSource()
  var decoder: KeyDecoder

  /// Takes the terminal.
  ///
  /// - Throws: What stands in the way; the terminal is then as it was.
  package init(options: Options = Options()) throws(Unavailable) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard terminal_use_utf8_locale() else { throw .noUTF8Locale }
    let name = environment("TERM")
    switch unsafe name.isEmpty ? 0 : curses_look_up(name) {
    case 0: throw .unknownTerminal(name)
    case -1: throw .noCursorAddressing(name)
    default: break
    }
    // Before ncurses, which then leaves the signals alone.
    guard terminal_guard_install() else { throw .notATerminal }
    guard unsafe curses_begin(name) != nil else {
      terminal_guard_release()
      throw .unknownTerminal(name)
    }
    self.options = options
    size = windowSize()
    modes = Modes(mouse: options.usesMouse)
    paints = Paint.all(usesColor: options.usesColor, styles: options.styles)
    decoder = KeyDecoder(terminalKeys: Capability.keys(terminal: name))
    if options.ambiguousWidth != .ask || !WidthQuestion.canBeAsked(of: name) {
      question = .settled
    }
    let normal = paints[Int(Style.normal.rawValue)]
    curses_set_background(normal.attributes, normal.pair)
    modes.guardAgainstCrashes()
    resize_term(Int32(size.rows), Int32(size.columns))
    unsafe curses_send(modes.on)
    curses_send_now()
  }

  deinit {
    if !isReleased {
      dropLateAnswer()
      unsafe curses_send(modes.off)
      curses_send_now()
      endwin()
    }
    terminal_guard_release()
    for line in partingLines {
      let bytes = Array((line + "\n").utf8)
      unsafe write(STDERR_FILENO, bytes, bytes.count)
    }
  }

  /// Makes the terminal show `grid`, sending only what changed since the last call.
  package mutating func show(_ grid: Grid) {
    if isReleased { return }
    // One table serves the grid and ncurses: what was drawn by another width is torn.
    cell_width_set_ambiguous_is_wide(grid.metrics.ambiguousIsWide)
    if let shown, shown.size == grid.size, shown.metrics == grid.metrics {
      sendChanges(of: grid, from: shown)
    } else {
      if shown != nil { mustRepaint = true }
      erase()
      for y in 0..<grid.size.rows { put(grid, y, 0..<grid.size.columns) }
    }
    shown = grid
    if mustRepaint { curses_repaint() }
    mustRepaint = false
    placeCaret(grid.caret)
    refresh()
    askWidth()
  }

  /// Places what changed, for the refresh to send.
  ///
  /// Where rows in succession changed ncurses looks for a scroll, and for one of several lines it
  /// uses SU and SD, which not every terminal knows; those that do not tear the screen. So such
  /// rows are sent two at a time: it takes no fewer than three for a scroll.
  private func sendChanges(of grid: Grid, from old: Grid) {
    var runs: [(y: Int, x: Range<Int>)] = []
    grid.forEachChange(from: old) { y, columns in runs.append((y, columns)) }
    let mayScroll = Self.hasThreeRowsInSuccession(runs) && !isShiftedByOne(grid, from: old, runs)
    var waiting = 0
    var last = -1
    for run in runs {
      if run.y != last { waiting += 1 }
      if mayScroll, waiting > 2 {
        refresh()
        waiting = 1
      }
      last = run.y
      put(grid, run.y, run.x)
    }
  }

  private static func hasThreeRowsInSuccession(_ runs: [(y: Int, x: Range<Int>)]) -> Bool {
    var succession = 0
    var last = -2
    for run in runs where run.y != last {
      succession = run.y == last + 1 ? succession + 1 : 1
      if succession == 3 { return true }
      last = run.y
    }
    return false
  }

  /// Whether the rows that changed moved up or down by one line, which every terminal can do.
  private func isShiftedByOne(
    _ grid: Grid, from old: Grid, _ runs: [(y: Int, x: Range<Int>)]
  ) -> Bool {
    let rows = Set(runs.map(\.y))
    return [-1, 1].contains { shift in
      let moved = rows.count { y in
        let source = y + shift
        guard 0..<grid.size.rows ~= source else { return false }
        return (0..<grid.size.columns).allSatisfy { grid[$0, y] == old[$0, source] }
      }
      return moved * 2 > rows.count
    }
  }

  /// Makes the next `show` send everything: something else may have written on the terminal.
  package mutating func repaint() { mustRepaint = true }

  /// Where ncurses leaves the terminal's own cursor.
  private func placeCaret(_ caret: Point?) {
    if let caret, caret.x >= 0, caret.y >= 0, caret.x < size.columns, caret.y < size.rows {
      curs_set(1)
      move(Int32(caret.y), Int32(caret.x))
    } else {
      curs_set(0)
      move(0, 0)
    }
  }

  /// Places one run of cells of a row, clipped to the terminal.
  private func put(_ grid: Grid, _ y: Int, _ columns: Range<Int>) {
    let columns = columns.clamped(to: 0..<size.columns)
    guard y < size.rows, !columns.isEmpty else { return }
    var cells: [cchar_t] = []
    cells.reserveCapacity(columns.count)
    for x in columns {
      let cell = grid[x, y]
      if cell.width == 0 { continue }
      let fits = x + Int(cell.width) <= size.columns
      cells.append(curseCell(fits ? cell : Cell(" ", cell.style)))
    }
    unsafe cells.withUnsafeBufferPointer { cells in
      unsafe curses_put(Int32(y), Int32(columns.lowerBound), cells.baseAddress, Int32(cells.count))
    }
  }

  private func curseCell(_ cell: Cell) -> cchar_t {
    let paint = paints[Int(cell.style.rawValue)]
    if cell.marks.isEmpty {
      return curses_plain_cell(wchar_t(cell.scalar.value), paint.attributes, paint.pair)
    }
    var scalars = cell.scalars.map { wchar_t($0.value) }
    scalars.append(0)
    return unsafe curses_cell(scalars, paint.attributes, paint.pair)
  }
}

/// A variable of the environment; empty where it is not set.
func environment(_ name: String) -> String {
  guard let value = unsafe getenv(name) else { return "" }
  return unsafe String(cString: value)
}

/// The size of the window, or what stands for it where the kernel knows none.
func windowSize() -> Size {
  var columns: Int32 = 0
  var rows: Int32 = 0
  if unsafe !terminal_window_size(&columns, &rows) {
    columns = Int32(environment("COLUMNS")) ?? 80
    rows = Int32(environment("LINES")) ?? 24
  }
  // A window of 65535 columns is no window; ncurses would ask for gigabytes.
  return Size(columns: min(max(Int(columns), 1), 1000), rows: min(max(Int(rows), 1), 1000))
}
