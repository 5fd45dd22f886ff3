/// The pages that a footer is for.
enum DocxPages {
  case odd, even
}

/// The number of the page, — 1 —, one letter from the outer edge of the text.
func docxFooter(_ pages: DocxPages) -> String {
  let place =
    switch pages {
    case .odd: "<w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>"
    case .even: "<w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>"
    }
  let properties = "<w:rPr>\(docxFont(.table))</w:rPr>"
  func field(_ type: String) -> String {
    "<w:r>\(properties)<w:fldChar w:fldCharType=\"\(type)\"/></w:r>"
  }
  return xmlDeclaration + """
    <w:ftr \(docxNamespaces)><w:p><w:pPr><w:pStyle w:val="Footer"/>\(place)</w:pPr>\
    \(docxRun("— ", .table))\(field("begin"))\
    <w:r>\(properties)<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
    \(field("separate"))\(docxRun("1", .table))\(field("end"))\
    \(docxRun(" —", .table))</w:p></w:ftr>

    """
}

/// What every page of a draft says above the text.
let docxDraftHeader =
  xmlDeclaration + """
    <w:hdr \(docxNamespaces)><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>\
    <w:r>\(docxRunProperties(.heading, size: 44, color: "BB0000"))\
    <w:t xml:space="preserve">草　稿</w:t></w:r></w:p></w:hdr>

    """

let docxSettings =
  xmlDeclaration + """
    <w:settings \(docxNamespaces)><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>\
    <w:characterSpacingControl w:val="compressPunctuation"/><w:compat>\
    <w:compatSetting w:name="compatibilityMode" \
    w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
    <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>

    """

/// The fonts with the names that they have where the first is not installed.
let docxFontTable: String = {
  let fonts: [(DocxFont, other: String)] = [
    (.body, "仿宋"), (.title, "宋体"), (.subheading, "楷体"), (.heading, "SimHei"), (.table, "SimSun"),
  ]
  let entries = fonts.map { font, other in
    """
    <w:font w:name="\(font.rawValue)"><w:altName w:val="\(other)"/><w:charset w:val="86"/>\
    <w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>
    """
  }
  return xmlDeclaration + "<w:fonts \(docxNamespaces)>\(entries.joined())</w:fonts>\n"
}()

func docxContentTypes(isDraft: Bool) -> String {
  let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
  var parts = [
    ("/word/document.xml", "\(word).document.main+xml"),
    ("/word/fontTable.xml", "\(word).fontTable+xml"),
    ("/word/footer1.xml", "\(word).footer+xml"),
    ("/word/footer2.xml", "\(word).footer+xml"),
    ("/word/settings.xml", "\(word).settings+xml"),
    ("/word/styles.xml", "\(word).styles+xml"),
    (
      "/docProps/app.xml",
      "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    ),
    ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
  ]
  if isDraft { parts.append(("/word/header1.xml", "\(word).header+xml")) }
  let overrides = parts.map { "<Override PartName=\"\($0)\" ContentType=\"\($1)\"/>" }
  return xmlDeclaration + """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" \
    ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\(overrides.joined())</Types>

    """
}

let docxPackageRelations = relations([
  (officeRelation + "officeDocument", "word/document.xml"),
  (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/core.xml"
  ),
  (officeRelation + "extended-properties", "docProps/app.xml"),
])

func docxDocumentRelations(isDraft: Bool) -> String {
  var targets = [
    (officeRelation + "styles", "styles.xml"), (officeRelation + "settings", "settings.xml"),
    (officeRelation + "fontTable", "fontTable.xml"), (officeRelation + "footer", "footer1.xml"),
    (officeRelation + "footer", "footer2.xml"),
  ]
  if isDraft { targets.append((officeRelation + "header", "header1.xml")) }
  return relations(targets)
}

private let officeRelation =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/// The targets under the ids rId1, rId2 … in this order.
private func relations(_ targets: [(type: String, target: String)]) -> String {
  let entries = targets.enumerated().map { number, relation in
    "<Relationship Id=\"rId\(number + 1)\" Type=\"\(relation.type)\""
      + " Target=\"\(relation.target)\"/>"
  }
  return xmlDeclaration + """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    \(entries.joined())</Relationships>

    """
}

let docxAppProperties =
  xmlDeclaration + """
    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
    <Application>nianbao</Application></Properties>

    """

/// The title; the dates say nothing, so that the same document gives the same bytes.
func docxCoreProperties(title: String) -> String {
  let base = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  let date = "xsi:type=\"dcterms:W3CDTF\">1980-01-01T00:00:00Z"
  return xmlDeclaration + """
    <cp:coreProperties xmlns:cp="\(base)" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
    <dc:title>\(xmlEscaped(title))</dc:title><dc:language>zh-CN</dc:language>\
    <dcterms:created \(date)</dcterms:created><dcterms:modified \(date)</dcterms:modified>\
    </cp:coreProperties>

    """
}
