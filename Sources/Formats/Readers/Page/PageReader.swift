import Documents
import SafeText

/// Takes the blocks out of the tree of a page, each with the elements around it.
struct PageReader {
  /// A block with the numbers of the elements around it, from the outermost on.
  struct Found {
    var block: Document.Block
    var path: [Int]
    /// How much of its text stands in links, from 0 to 1.
    var linked: Double
    /// Whether an element around it says that it is for finding one's way.
    var isNavigation: Bool
  }

  private(set) var found: [Found] = []
  private(set) var pictureCount = 0
  private(set) var title = ""
  private var path: [Int] = []
  private var elementCount = 0
  private var text = ""
  private var linkedCount = 0
  private var (linkDepth, navigationDepth) = (0, 0)
  private var headingLevel: Int?

  private static let blockElements: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
    "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
  private static let navigationElements: Set<String> = ["nav", "footer", "menu"]

  /// The blocks of a page.
  init(_ root: PageNode) {
    for child in root.children { read(child) }
    close()
  }

  /// The blocks of a table's cell.
  private init(cell: PageNode) {
    for child in cell.children { read(child) }
    close()
  }

  private mutating func read(_ node: PageNode) {
    switch node.kind {
    case .text(let piece): add(piece)
    case .element(let name): read(node, named: name)
    }
  }

  private mutating func add(_ piece: String) {
    text += piece
    if linkDepth > 0 { linkedCount += piece.unicodeScalars.count { !$0.isBlank } }
  }

  private mutating func read(_ node: PageNode, named name: String) {
    switch name {
    case "title":
      for case .text(let piece) in node.children.map(\.kind) { title += piece }
      return
    case "br":
      close()
      return
    case "img": pictureCount += 1
    case "rt", "rp": return
    case "table":
      readTable(node)
      return
    default: break
    }
    let isBlock = Self.blockElements.contains(name)
    if isBlock { close() }
    let isNavigation =
      Self.navigationElements.contains(name) || node.attributes["role"] == "navigation"
      || node.isNamedAfterSite
    elementCount += 1
    path.append(elementCount)
    if name == "a", node.attributes["href"] != nil { linkDepth += 1 }
    if isNavigation { navigationDepth += 1 }
    let outerLevel = headingLevel
    if let level = Self.level(of: name) { headingLevel = level }
    for child in node.children { read(child) }
    if isBlock { close() }
    headingLevel = outerLevel
    if isNavigation { navigationDepth -= 1 }
    if name == "a", node.attributes["href"] != nil { linkDepth -= 1 }
    path.removeLast()
  }

  private static func level(of name: String) -> Int? {
    guard name.count == 2, name.first == "h" else { return nil }
    return name.last?.wholeNumberValue
  }

  /// Ends the paragraph that is being read.
  private mutating func close() {
    let line = text.cleaned
    let share = Double(linkedCount) / Double(max(1, line.unicodeScalars.count { !$0.isBlank }))
    (text, linkedCount) = ("", 0)
    guard !line.isEmpty else { return }
    let block: Document.Block =
      headingLevel.map { .heading(level: $0, Paragraph(line)) } ?? .paragraph(Paragraph(line))
    append(block, linked: min(1, share))
  }

  private mutating func append(_ block: Document.Block, linked: Double) {
    found.append(
      Found(block: block, path: path, linked: linked, isNavigation: navigationDepth > 0))
  }

  private mutating func readTable(_ node: PageNode) {
    close()
    elementCount += 1
    path.append(elementCount)
    var table = RawTable()
    // One link, to an attachment perhaps, makes no list of links.
    var (linkCount, blockCount) = (0, 0)
    for row in node.rows {
      var cells: [RawTable.Cell] = []
      for cell in row.children {
        guard case .element(let name) = cell.kind, name == "td" || name == "th" else { continue }
        let reader = PageReader(cell: cell)
        pictureCount += reader.pictureCount
        linkCount += reader.found.count { $0.linked > 0.5 }
        blockCount += reader.found.count
        let span = { (key: String) in cell.attributes[key].flatMap { Int($0.cleaned) } ?? 1 }
        cells.append(
          RawTable.Cell(
            blocks: reader.found.map(\.block), rowSpan: span("rowspan"),
            columnSpan: span("colspan")))
      }
      table.rows.append(cells)
    }
    let isLinked = linkCount * 2 > blockCount
    for block in table.blocks { append(block, linked: isLinked ? 1 : 0) }
    path.removeLast()
  }
}

extension PageNode {
  /// Whether the element is called as sites call the parts around what they publish.
  fileprivate var isNamedAfterSite: Bool {
    [attributes["class"], attributes["id"]].contains { names in
      names?.split(separator: " ").contains { name in
        switch name {
        case "footer", "foot", "copyright", "breadcrumb": true
        default: false
        }
      } ?? false
    }
  }

  /// The rows of a table, in whichever parts of it they stand.
  fileprivate var rows: [PageNode] {
    children.flatMap { child -> [PageNode] in
      guard case .element(let name) = child.kind else { return [] }
      switch name {
      case "tr": return [child]
      case "thead", "tbody", "tfoot", "form": return child.rows
      default: return []
      }
    }
  }
}
