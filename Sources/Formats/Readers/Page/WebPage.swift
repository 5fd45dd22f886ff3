package import Documents

extension Document {
  /// Reads a page of HTML in UTF-8, UTF-16 or GB18030, whatever it says of its encoding.
  ///
  /// What belongs to the site and not to the report becomes furniture: `landmarks` tell where the
  /// report is. A table that only lays out the page is taken apart.
  ///
  /// - Throws: `FormatError`.
  package init(page bytes: [UInt8], landmarks: Landmarks) throws(FormatError) {
    let reader = PageReader(try PageNode(page: bytes))
    let report = ReportOnPage(reader.found, landmarks)
    self = Document(
      title: reader.title.cleaned, blocks: report.blocks, furniture: report.furniture,
      pictureCount: reader.pictureCount
    ).numbered()
  }
}

/// The part of a page that is the report.
private struct ReportOnPage {
  private(set) var blocks: [Document.Block] = []
  private(set) var furniture: [Paragraph] = []

  init(_ found: [PageReader.Found], _ landmarks: Landmarks) {
    let marks = found.filter { item in
      switch item.block {
      case .heading(_, let paragraph), .paragraph(let paragraph):
        item.linked < 0.5 && landmarks.contain(paragraph.text)
      case .table(let table): table.rows.count >= 3 && item.linked < 0.5
      }
    }
    let root = marks.map(\.path).reduce(nil as [Int]?) { common, path in
      guard let common else { return path }
      return Array(zip(common, path).prefix { $0 == $1 }.map(\.0))
    }
    let last = found.lastIndex { item in root.map { item.path.starts(with: $0) } ?? true }
    for (index, item) in found.enumerated() {
      if let last, index <= last, !item.isOfSite {
        blocks.append(item.block)
      } else {
        furniture += item.paragraphs
      }
    }
  }
}

extension PageReader.Found {
  /// What sites put before and behind what they publish.
  private static let words = [
    "打印本页", "打印", "关闭窗口", "关闭本页", "关闭", "扫一扫", "分享到", "分享", "上一篇", "下一篇",
    "上一条", "下一条", "版权所有", "主办单位", "承办单位", "网站标识码", "公网安备", "浏览次数", "浏览量",
    "阅读次数", "点击数", "字号", "字体", "责任编辑", "当前位置", "您的位置", "您现在的位置", "返回顶部",
    "网站地图", "联系我们", "无障碍", "收藏", "相关附件", "来源", "信息来源", "发布日期", "发布时间",
    "发布机构", "索引号", "文章来源", "保护视力色", "技术支持", "主办：", "承办：", "相关链接", "友情链接", "您是第",
  ]

  /// How the names of files end that a page links to.
  private static let endings = [".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".ofd"]

  /// Whether the block belongs to the site around the report.
  var isOfSite: Bool {
    switch block {
    case .heading(_, let paragraph), .paragraph(let paragraph):
      let text = paragraph.text
      if isPageNumber(text) { return true }
      if isNavigation || linked > 0.6 && text.count <= 60 { return true }
      let start = text.drop { "【[（(>》·| ".contains($0) }
      return text.count <= 80 && !text.contains("。")
        && (Self.words.contains { start.hasPrefix($0) } || text.contains("ICP备")
          || start.hasPrefix("附件") && Self.endings.contains { text.hasSuffix($0) })
    case .table: return isNavigation
    }
  }

  /// The block as lines, for what is told of what was left out.
  var paragraphs: [Paragraph] {
    switch block {
    case .heading(_, let paragraph), .paragraph(let paragraph): [paragraph]
    case .table(let table):
      table.expandedTexts.map { Paragraph($0.filter { !$0.isEmpty }.joined(separator: " ")) }
    }
  }
}
