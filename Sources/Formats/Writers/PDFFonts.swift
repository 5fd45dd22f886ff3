package import Documents

/// Which of the fonts of an official document a PDF file has, and which stand in for the others.
package struct PDFFonts: Equatable, Sendable {
  /// The fonts that the document wants and the file does not have.
  package private(set) var missing: [String] = []
  /// The fonts of the file that are none of them.
  package private(set) var standIns: [String] = []

  /// A font by the name that offices know, with the beginnings of the names that files have for it.
  private struct Official {
    var name: String
    var names: [String]

    func isMeant(by name: String) -> Bool { names.contains { name.hasPrefix($0) } }
  }

  private static let title = Official(
    name: "方正小标宋简体", names: ["FZXBS", "FZXiaoBiaoSong", "方正小标宋"])
  private static let heading = Official(name: "黑体", names: ["SimHei", "黑体"])
  private static let body = Official(name: "仿宋_GB2312", names: ["FangSong", "仿宋"])
  private static let table = Official(name: "宋体", names: ["SimSun", "NSimSun", "宋体"])

  /// Reads what `pdffonts` writes of the file that was made of a document.
  package init(inList list: [UInt8], of document: Document) {
    let lines = String(decoding: list, as: UTF8.self).split(separator: "\n").dropFirst(2)
    let found = lines.compactMap { $0.split(separator: " ").first.map(Self.name) }
    let wanted = Self.wanted(by: document)
    missing = wanted.filter { font in !found.contains(where: font.isMeant) }.map(\.name)
    for name in found where !wanted.contains(where: { $0.isMeant(by: name) }) {
      let family = Self.family(of: name)
      if !standIns.contains(family) { standIns.append(family) }
    }
  }

  /// The fonts of what stands in the document; its page numbers are set as its tables are.
  private static func wanted(by document: Document) -> [Official] {
    var (hasTitle, hasHeading, hasBody) = (false, false, false)
    for block in document.blocks {
      switch block {
      case .heading(let level, _): if level == 1 { hasTitle = true } else { hasHeading = true }
      case .paragraph: hasBody = true
      case .table: break
      }
    }
    return [(hasTitle, title), (hasHeading, heading), (hasBody, body), (true, table)]
      .filter(\.0).map(\.1)
  }

  /// The name without the mark of a font that was cut down to the letters in use.
  private static func name(_ field: Substring) -> String {
    let parts = field.split(separator: "+", maxSplits: 1)
    let isCut = parts.count == 2 && parts[0].utf8.count == 6
    return String(isCut ? parts[1] : field)
  }

  /// The name as people say it: `Noto-Serif-CJK-SC-Bold` is Noto Serif CJK SC.
  private static func family(of name: String) -> String {
    var words = name.split { $0 == "-" || $0 == "," }
    let manners = ["Regular", "Bold", "Italic", "Oblique", "BoldItalic", "Medium", "Light"]
    while words.count > 1, let last = words.last, manners.contains(String(last)) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }
}
