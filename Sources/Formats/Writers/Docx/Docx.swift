package import Documents

extension Document {
  /// The document as a file of Word, laid out as GB/T 9704 lays out official documents.
  ///
  /// The same document always gives the same bytes.
  ///
  /// - Throws: `FormatError.missingLibrary` where libzip is not installed.
  package func docx(
    _ edition: Edition, linePitch: LinePitch = .standard
  ) throws(FormatError) -> [UInt8] {
    let isDraft = edition == .draft
    var body = DocxBody()
    for block in blocks { body.write(block) }
    if let signature { body.write(signature) }
    let document = docxDocument(body.xml, linePitch: linePitch, isDraft: isDraft)
    var parts: [(name: String, xml: String)] = [
      ("[Content_Types].xml", docxContentTypes(isDraft: isDraft)),
      ("_rels/.rels", docxPackageRelations),
      ("docProps/app.xml", docxAppProperties),
      ("docProps/core.xml", docxCoreProperties(title: title)),
      ("word/document.xml", document),
      ("word/_rels/document.xml.rels", docxDocumentRelations(isDraft: isDraft)),
      ("word/fontTable.xml", docxFontTable),
      ("word/footer1.xml", docxFooter(.odd)),
      ("word/footer2.xml", docxFooter(.even)),
      ("word/settings.xml", docxSettings),
      ("word/styles.xml", docxStyles(linePitch: linePitch)),
    ]
    if isDraft { parts.append(("word/header1.xml", docxDraftHeader)) }
    return try archive(of: parts.map { ($0.name, Array($0.xml.utf8)) })
  }
}

/// A length in twentieths of a point.
func twips(millimetres: Double) -> Int { Int((millimetres * 1440 / 25.4).rounded()) }

/// The width of the text between the margins: 156 mm.
let docxTextWidth = twips(millimetres: 156)

let xmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

let docxNamespaces = """
  xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  """

private func docxDocument(_ body: String, linePitch: LinePitch, isDraft: Bool) -> String {
  // The footer's line begins a little less than 7 mm below the text: its dashes, in the middle of
  // the line, are then 7 mm below.
  let page = (
    top: twips(millimetres: 37), right: twips(millimetres: 26), bottom: twips(millimetres: 35),
    left: twips(millimetres: 28), header: twips(millimetres: 20), footer: twips(millimetres: 25)
  )
  let headers =
    isDraft
    ? """
    <w:headerReference w:type="even" r:id="rId6"/><w:headerReference w:type="default" r:id="rId6"/>
    """ : ""
  return xmlDeclaration + """
    <w:document \(docxNamespaces)><w:body>
    \(body)<w:sectPr>\(headers)\
    <w:footerReference w:type="even" r:id="rId5"/><w:footerReference w:type="default" r:id="rId4"/>\
    <w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="\(page.top)" w:right="\(page.right)" w:bottom="\(page.bottom)" \
    w:left="\(page.left)" w:header="\(page.header)" w:footer="\(page.footer)" w:gutter="0"/>\
    <w:cols w:space="720"/>\
    <w:docGrid w:type="lines" w:linePitch="\(linePitch.twips)"/>\
    </w:sectPr></w:body></w:document>

    """
}
