/// The styles of the document; Word shows the headings among them in its outline.
func docxStyles(linePitch: LinePitch) -> String {
  let exact = "<w:spacing w:line=\"\(linePitch.twips)\" w:lineRule=\"exact\"/>"
  let indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
  // Two letters of type in 22 points need more room than the lines of the text give.
  let titleSpacing = """
    <w:spacing w:after="\(linePitch.twips)" w:line="\(max(640, linePitch.twips))" w:lineRule="exact"/>
    """
  let styles: [DocxStyle] = [
    DocxStyle("BodyText", "Body Text", paragraph: indent + "<w:jc w:val=\"both\"/>"),
    DocxStyle(
      "Title", "Title", next: "BodyText",
      paragraph: "<w:keepNext/><w:snapToGrid w:val=\"0\"/>\(titleSpacing)<w:jc w:val=\"center\"/>",
      run: docxRunProperties(.title, size: 44)),
    DocxStyle(
      "Heading1", "heading 1", next: "BodyText",
      paragraph: "<w:keepNext/><w:keepLines/>\(indent)<w:outlineLvl w:val=\"0\"/>",
      run: docxRunProperties(.heading, size: 32)),
    DocxStyle(
      "Heading2", "heading 2", next: "BodyText",
      paragraph: "<w:keepNext/><w:keepLines/>\(indent)<w:outlineLvl w:val=\"1\"/>",
      run: docxRunProperties(.subheading, size: 32)),
    // Blanks beside the digits of the date would move it out of its place.
    DocxStyle(
      "Signature", "Signature",
      paragraph: """
        <w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="right"/>
        """),
    DocxStyle(
      "TableGap", "Table Gap",
      paragraph: "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"280\" w:lineRule=\"exact\"/>"),
    DocxStyle(
      "Header", "header", paragraph: "<w:snapToGrid w:val=\"0\"/><w:jc w:val=\"center\"/>"),
    DocxStyle(
      "Footer", "footer",
      paragraph: """
        <w:snapToGrid w:val="0"/><w:spacing w:line="320" w:lineRule="exact"/>
        """, run: docxRunProperties(.table, size: 28)),
  ]
  let tableStyles = DocxTableStyle.allCases.map { style in
    DocxStyle(
      style.rawValue, style.name,
      paragraph: """
        <w:snapToGrid w:val="0"/><w:spacing w:before="20" w:after="20" w:line="240" \
        w:lineRule="auto"/><w:jc w:val="center"/>
        """, run: docxRunProperties(.table, size: style.size))
  }
  return xmlDeclaration + """
    <w:styles \(docxNamespaces)>
    <w:docDefaults><w:rPrDefault>\(docxRunProperties(.body, size: 32))</w:rPrDefault>\
    <w:pPrDefault/></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>\
    <w:qFormat/><w:pPr><w:widowControl/>\(exact)</w:pPr></w:style>
    <w:style w:type="table" w:default="1" w:styleId="TableNormal">\
    <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>\
    <w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>
    \((styles + tableStyles).map(\.xml).joined(separator: "\n"))
    </w:styles>

    """
}

private struct DocxStyle {
  let id: String
  let name: String
  let next: String?
  let paragraph: String
  let run: String

  init(_ id: String, _ name: String, next: String? = nil, paragraph: String, run: String = "") {
    self.id = id
    self.name = name
    self.next = next
    self.paragraph = paragraph
    self.run = run
  }

  var xml: String {
    let next = next.map { "<w:next w:val=\"\($0)\"/>" } ?? ""
    return """
      <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/>\
      <w:basedOn w:val="Normal"/>\(next)<w:qFormat/><w:pPr>\(paragraph)</w:pPr>\(run)</w:style>
      """
  }
}
