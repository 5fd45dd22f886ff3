/// A line that parts cells, or that is at least so drawn.
struct Rule: Equatable {
  enum Axis {
    case horizontal
    case vertical
  }

  var axis: Axis
  /// Its y where it is horizontal, its x where it is vertical.
  var position: Double
  /// Where it begins and ends along its axis.
  var start: Double
  var end: Double
}

extension Rule {
  /// The rule that a thin box shows; nil where it is not thin, or a dot.
  init?(_ box: Box) {
    if box.height <= Rule.thickest, box.width >= Rule.shortest, box.width > box.height * 1.5 {
      self.init(axis: .horizontal, position: box.middle.y, start: box.left, end: box.right)
    } else if box.width <= Rule.thickest, box.height >= Rule.shortest, box.height > box.width * 1.5
    {
      self.init(axis: .vertical, position: box.middle.x, start: box.top, end: box.bottom)
    } else {
      return nil
    }
  }

  private static var thickest: Double { 3 }
  private static var shortest: Double { 3 }
}

/// The outline of something drawn, as its straight pieces.
struct PDFPath {
  typealias Point = (x: Double, y: Double)

  /// One outline; nil in place of its points where it has curves.
  private var outlines: [[Point]] = []

  /// Reads the data of a path as cairo writes them: absolute, one letter a command.
  init(_ data: String, _ transform: Transform) {
    var words = data.utf8.split(separator: UInt8(ascii: " "))[...]
    var isCurved = false
    func next() -> Double? {
      guard let word = words.popFirst(), let number = Double(Substring(word)), number.isFinite
      else { return nil }
      return number
    }
    func close() {
      if isCurved || outlines.last.map({ $0.count < 2 }) ?? false { outlines.removeLast() }
      isCurved = false
    }
    while let command = words.popFirst()?.first {
      switch command {
      case UInt8(ascii: "M"):
        close()
        guard let x = next(), let y = next() else { return }
        outlines.append([transform.of((x, y))])
      case UInt8(ascii: "L"):
        guard let x = next(), let y = next(), !outlines.isEmpty else { return }
        outlines[outlines.count - 1].append(transform.of((x, y)))
      case UInt8(ascii: "C"):
        isCurved = true
        words = words.dropFirst(6)
      case UInt8(ascii: "Z"):
        guard let first = outlines.last?.first else { return }
        outlines[outlines.count - 1].append(first)
      default: return
      }
    }
    close()
  }

  /// The box around all outlines; nil where there is none.
  var box: Box? {
    let boxes = outlines.compactMap(PDFPath.box)
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }

  /// The boxes of the lines that a pen draws along the outlines.
  var strokes: [Box] {
    outlines.flatMap { outline in
      zip(outline, outline.dropFirst()).compactMap { PDFPath.box([$0, $1]) }
    }
  }

  /// The boxes of the lines that a filling shows: thin outlines, and the space between two frames.
  var fillings: [Box] {
    let boxes = outlines.compactMap(PDFPath.box).filter { $0.width > 0 && $0.height > 0 }
    guard boxes.count == 2 else { return boxes }
    let outer = boxes[0].width > boxes[1].width ? boxes[0] : boxes[1]
    let inner = outer == boxes[0] ? boxes[1] : boxes[0]
    guard outer.union(inner) == outer, inner.width > 3, inner.height > 3 else { return boxes }
    return [
      Box(left: outer.left, top: outer.top, right: outer.right, bottom: inner.top),
      Box(left: outer.left, top: inner.bottom, right: outer.right, bottom: outer.bottom),
      Box(left: outer.left, top: outer.top, right: inner.left, bottom: outer.bottom),
      Box(left: inner.right, top: outer.top, right: outer.right, bottom: outer.bottom),
    ]
  }

  private static func box(_ points: [Point]) -> Box? {
    guard let first = points.first else { return nil }
    let start = Box(left: first.x, top: first.y, right: first.x, bottom: first.y)
    return points.dropFirst().reduce(start) {
      $0.union(Box(left: $1.x, top: $1.y, right: $1.x, bottom: $1.y))
    }
  }
}
