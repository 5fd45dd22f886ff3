import Documents
import ReportModel
import Testing

@testable import Formats

/// ECMA-376 Part 1 gives the children of many elements an order, and Word takes a file that does not
/// keep it for damaged.
@Suite("The elements of a file of Word")
struct DocxOrderTests {
  /// The order of children as far as such files use them.
  static let sequences: [String: [String]] = [
    "pPr": [
      "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
      "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
      "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
      "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
      "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
      "rPr", "sectPr",
    ],
    "rPr": [
      "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
      "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
      "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
      "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
    ],
    "tblPr": [
      "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize",
      "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd",
      "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription",
    ],
    "tblBorders": ["top", "left", "bottom", "right", "insideH", "insideV"],
    "tblCellMar": ["top", "left", "bottom", "right"],
    "trPr": ["cantSplit", "trHeight", "tblHeader"],
    "tcPr": [
      "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
      "textDirection", "tcFitText", "vAlign", "hideMark",
    ],
    "tbl": ["tblPr", "tblGrid", "tr"],
    "tr": ["tblPrEx", "trPr", "tc"],
    "tc": ["tcPr", "p"],
    "p": ["pPr", "r"],
    "r": ["rPr", "br", "t", "fldChar", "instrText"],
    "sectPr": [
      "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
      "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
      "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
    ],
    "styles": ["docDefaults", "latentStyles", "style"],
    "style": [
      "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority",
      "semiHidden", "unhideWhenUsed", "qFormat", "locked", "rsid", "pPr", "rPr", "tblPr", "trPr",
      "tcPr",
    ],
    "settings": [
      "view", "zoom", "mirrorMargins", "defaultTabStop", "evenAndOddHeaders",
      "characterSpacingControl", "compat", "themeFontLang", "decimalSymbol", "listSeparator",
    ],
    "font": ["altName", "panose1", "charset", "family", "notTrueType", "pitch", "sig"],
  ]

  @Test("stand in the order of the standard", arguments: [Edition.draft, .final])
  func order(edition: Edition) throws {
    var document = Document(report: try Samples.draft())
    document.signature = Signature(organ: "示例县公安局", on: "2024-01-15")
    document.blocks.append(.heading(level: 3, Paragraph("（一）")))
    var seen: Set<String> = []
    for (name, bytes) in try parts(of: document.docx(edition)) where name.hasSuffix(".xml") {
      for element in try XMLElement(bytes, part: name).everything {
        guard let sequence = Self.sequences[element.name] else { continue }
        seen.insert(element.name)
        let places = element.children.map { child in
          sequence.firstIndex(of: child.name) ?? -1
        }
        #expect(!places.contains(-1), "\(name) \(element.name): \(element.children.map(\.name))")
        #expect(places == places.sorted(), "\(name) \(element.name)")
      }
    }
    #expect(seen == Set(Self.sequences.keys))
  }

  @Test("every part is declared, and every reference leads to a part")
  func declared() throws {
    for edition in [Edition.draft, .final] {
      let file = try Document(report: try Samples.draft()).docx(edition)
      let names = Set(try parts(of: file).keys)
      let types = try element("[Content_Types].xml", of: file).children("Override")
      #expect(
        Set(types.compactMap { $0["PartName"].map { String($0.dropFirst()) } })
          == names.filter { !$0.hasSuffix(".rels") && $0 != "[Content_Types].xml" })
      let relations = try element("word/_rels/document.xml.rels", of: file).children
      #expect(relations.allSatisfy { names.contains("word/" + ($0["Target"] ?? "")) })
      let ids = Set(relations.compactMap { $0["Id"] })
      let used = try element("word/document.xml", of: file).everything.compactMap {
        $0.name.hasSuffix("Reference") ? $0["id"] : nil
      }
      #expect(Set(used).isSubset(of: ids))
    }
  }

  @Test("every style that a paragraph names is there")
  func styles() throws {
    let file = try Document(report: try Samples.draft()).docx(.draft)
    let known = Set(
      try element("word/styles.xml", of: file).children("style").compactMap { $0["styleId"] })
    for (name, bytes) in try parts(of: file) where name.hasPrefix("word/") {
      let used = try XMLElement(bytes, part: name).all("pStyle").compactMap { $0["val"] }
      #expect(Set(used).isSubset(of: known), "\(name)")
    }
  }
}
