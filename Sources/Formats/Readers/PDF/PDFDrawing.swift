/// Reads what `pdftocairo -svg` writes: the rules on each of the pages.
///
/// Letters, pictures and patterns are passed over, and so is what is drawn in white.
func rules(inDrawing bytes: [UInt8]) throws(FormatError) -> [[Rule]] {
  var pull = try XMLPull(bytes, part: "pdftocairo")
  var drawing = DrawingReader()
  while let event = try pull.next() {
    switch event {
    case .open(let name): drawing.open(name, pull.attributes)
    case .close(let name): drawing.close(name)
    case .text: break
    }
  }
  return drawing.pages
}

/// What has been read so far of a drawing.
private struct DrawingReader {
  /// An element that is open.
  private struct Level {
    var transform = Transform.none
    var clip: Box?
    /// What is drawn here shows nothing, or nothing of use.
    var isSkipped = false
    /// The id of the outermost group that is kept to be used later.
    var group: String?
    /// The id of what clips others.
    var clipping: String?
    var isDefinition = false
  }

  private(set) var pages: [[Rule]] = []
  private var hasPages = false
  private var levels: [Level] = [Level()]
  private var clips: [String: Box] = [:]
  private var groups: [String: [Box]] = [:]
  /// How many boxes have been kept: a drawing of thousands of strokes is a picture, and groups that
  /// use each other could make any number of them.
  private var count = 0
  private static let countLimit = 200_000

  mutating func open(_ name: String, _ attributes: [String: String]) {
    var level = levels.last ?? Level()
    switch name {
    case "svg": pages.append([])
    case "page":
      if hasPages { pages.append([]) }
      hasPages = true
    case "defs": level.isDefinition = true
    case "symbol", "mask", "pattern", "filter": level.isSkipped = true
    case "clipPath": level.clipping = attributes["id"]
    case "g": enter(&level, attributes)
    case "use": use(attributes, level)
    case "path", "rect": if !level.isSkipped { draw(name, attributes, level) }
    default: break
    }
    levels.append(level)
  }

  mutating func close(_ name: String) {
    if levels.count > 1 { levels.removeLast() }
  }

  private func enter(_ level: inout Level, _ attributes: [String: String]) {
    level.transform = level.transform.of(Transform(attributes["transform"]))
    if let clip = reference(attributes["clip-path"]).flatMap({ clips[$0] }) {
      narrow(&level, to: level.transform.of(clip))
    }
    guard level.isDefinition, level.group == nil, let id = attributes["id"] else { return }
    if id.hasPrefix("glyph") { level.isSkipped = true } else { level.group = id }
  }

  private func narrow(_ level: inout Level, to box: Box) {
    guard let clip = level.clip else {
      level.clip = box
      return
    }
    level.clip = clip.intersection(box)
    if level.clip == nil { level.isSkipped = true }
  }

  private mutating func use(_ attributes: [String: String], _ level: Level) {
    guard !level.isSkipped, let id = attributes["href"], id.hasPrefix("#"),
      let boxes = groups[String(id.dropFirst())]
    else { return }
    var level = level
    level.transform = level.transform.of(Transform(attributes["transform"]))
    for box in boxes { keep(level.transform.of(box), level) }
  }

  private mutating func draw(_ name: String, _ attributes: [String: String], _ level: Level) {
    let transform = level.transform.of(Transform(attributes["transform"]))
    let path = PDFPath(name == "rect" ? outline(attributes) : attributes["d"] ?? "", transform)
    if let id = level.clipping {
      if let box = path.box { clips[id] = clips[id].map { $0.union(box) } ?? box }
      return
    }
    let style = PDFStyle(attributes)
    if style.isStroked { for box in path.strokes { keep(box, level) } }
    if style.isFilled { for box in path.fillings { keep(box, level) } }
  }

  private func outline(_ attributes: [String: String]) -> String {
    let (x, y) = (
      attributes["x"].flatMap(Double.init) ?? 0, attributes["y"].flatMap(Double.init) ?? 0
    )
    guard let width = attributes["width"].flatMap(Double.init),
      let height = attributes["height"].flatMap(Double.init)
    else { return "" }
    return "M \(x) \(y) L \(x + width) \(y) L \(x + width) \(y + height) L \(x) \(y + height) Z"
  }

  private mutating func keep(_ box: Box, _ level: Level) {
    let box = level.clip.map { $0.intersection(box) } ?? box
    guard let box, count < Self.countLimit, let rule = Rule(box) else { return }
    count += 1
    if let group = level.group {
      groups[group, default: []].append(box)
    } else if !level.isDefinition, !pages.isEmpty {
      pages[pages.count - 1].append(rule)
    }
  }

  /// The id in `url(#id)`.
  private func reference(_ attribute: String?) -> String? {
    guard let attribute, attribute.hasPrefix("url(#"), attribute.hasSuffix(")") else { return nil }
    return String(attribute.dropFirst(5).dropLast())
  }
}

/// How a path is drawn: as cairo has written it in one attribute, or in several.
private struct PDFStyle {
  private(set) var isStroked: Bool
  private(set) var isFilled: Bool

  init(_ attributes: [String: String]) {
    var properties = attributes
    for property in (attributes["style"] ?? "").split(separator: ";") {
      let pair = property.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      properties[String(pair[0].drop { $0 == " " })] = String(pair[1])
    }
    isStroked = PDFStyle.shows(properties["stroke"] ?? "none", properties["stroke-opacity"])
    isFilled = PDFStyle.shows(properties["fill"] ?? "black", properties["fill-opacity"])
  }

  /// Whether a colour can be seen on paper.
  private static func shows(_ colour: String, _ opacity: String?) -> Bool {
    guard colour != "none", opacity.flatMap(Double.init) ?? 1 > 0.02 else { return false }
    guard colour.hasPrefix("rgb("), colour.hasSuffix(")") else { return true }
    let parts = colour.dropFirst(4).dropLast().split { $0 == "," || $0 == " " }
    return !parts.allSatisfy { part in
      part.hasSuffix("%")
        ? Double(part.dropLast()).map { $0 > 98 } ?? false : Double(part).map { $0 > 250 } ?? false
    }
  }
}
