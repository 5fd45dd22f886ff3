import CellGrid

/// How a screen of some size is divided.
///
/// What a small window has no room for falls away: first the separator and the line of keys, then
/// the second line of details, last the details.
struct Frame {
  let title: Rect
  /// The list of sections; without width where the window is narrow.
  let contents: Rect
  let main: Rect
  let separator: Rect
  let details: Rect
  let keys: Rect

  /// From this width on the contents stand beside the main pane.
  static let widthWithContents = 90
  private static let contentsWidth = 19

  init(size: Size) {
    let (columns, rows) = (size.columns, size.rows)
    let titleHeight = rows >= 3 ? 1 : 0
    let keysHeight = rows >= 7 ? 1 : 0
    let detailHeight = rows >= 9 ? 2 : rows >= 4 ? 1 : 0
    let separatorHeight = rows >= 10 ? 1 : 0
    let bodyHeight = max(0, rows - titleHeight - keysHeight - detailHeight - separatorHeight)
    let split = columns >= Self.widthWithContents ? Self.contentsWidth : 0
    func band(_ y: Int, _ height: Int) -> Rect {
      Rect(x: 0, y: y, width: columns, height: height)
    }
    title = band(0, titleHeight)
    contents = Rect(x: 0, y: titleHeight, width: split, height: bodyHeight)
    main = Rect(x: split, y: titleHeight, width: columns - split, height: bodyHeight)
    separator = band(titleHeight + bodyHeight, separatorHeight)
    details = band(separator.maxY, detailHeight)
    keys = band(details.maxY, keysHeight)
  }

  var showsContents: Bool { contents.width > 0 }
}
