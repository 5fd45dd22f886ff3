import CellGrid

/// How a start screen of some size is divided; what a small window has no room for falls away as in
/// the editor.
struct StartLayout {
  let title: Rect
  /// The names of the columns.
  let head: Rect
  let list: Rect
  let separator: Rect
  let details: Rect
  let keys: Rect

  init(size: Size) {
    let frame = Frame(size: size)
    let headHeight = frame.main.height >= 4 ? 1 : 0
    title = frame.title
    separator = frame.separator
    details = frame.details
    keys = frame.keys
    head = Rect(x: 0, y: frame.main.y, width: size.columns, height: headHeight)
    list = Rect(
      x: 0, y: head.maxY, width: size.columns, height: frame.main.height - headHeight)
  }
}

/// Which columns the list of drafts has, and where each stands.
struct StartColumns {
  enum Column: CaseIterable { case organ, year, state, changed, file }

  /// Where each column that there is room for stands.
  private(set) var places: [(column: Column, x: Int, width: Int)] = []

  private static let left = 3
  private static let gap = 2

  /// Gives each column the room that it wants, as far as there is room: the organ's name and the
  /// file's name share what is left, and what does not fit at all falls away.
  init(width: Int, wanted: [Column: Int]) {
    let sets: [[Column]] = [
      [.organ, .year, .state, .changed, .file], [.organ, .year, .state, .file],
      [.organ, .state, .file], [.state, .file], [.file],
    ]
    for columns in sets {
      let fixed = columns.filter { $0 != .organ && $0 != .file }
        .reduce(0) { $0 + (wanted[$1] ?? 0) }
      let room = width - Self.left - 1 - fixed - Self.gap * (columns.count - 1)
      let hasOrgan = columns.contains(.organ)
      if room < (hasOrgan ? 26 : 12), columns.count > 1 { continue }
      let file = hasOrgan ? min(wanted[.file] ?? 0, max(12, room / 2)) : room
      var x = Self.left
      for column in columns {
        let width: Int =
          switch column {
          case .organ: room - file
          case .file: max(0, file)
          case .year, .state, .changed: wanted[column] ?? 0
          }
        places.append((column, x, width))
        x += width + Self.gap
      }
      return
    }
  }

  /// From the first column to the end of the last one before the file's own and its last change.
  var span: (x: Int, width: Int) {
    let ends = places.filter { $0.column != .changed && $0.column != .file }
    guard let first = ends.first, let last = ends.last else { return (Self.left, 0) }
    return (first.x, last.x + last.width - first.x)
  }
}
