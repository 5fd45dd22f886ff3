internal import CXLSXWriter
import ReportModel

/// How cells look, each look made once in a workbook.
@safe struct WorkbookFormats {
  private let xlsx: xlsx_functions
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [Workbook.Style: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var fills: [Severity: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  init(_ functions: xlsx_functions, _ book: UnsafeMutablePointer<lxw_workbook>) {
    xlsx = functions
    unsafe self.book = book
  }

  mutating func format(of style: Workbook.Style) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe formats[style] { return unsafe known }
    guard let format = unsafe xlsx.workbook_add_format(book) else { return nil }
    unsafe xlsx.format_set_text_wrap(format)
    unsafe xlsx.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    switch style {
    case .title: unsafe set(format, font: "宋体", size: 16, LXW_ALIGN_CENTER, isBold: true)
    case .mark:
      unsafe set(format, font: "黑体", size: 16, LXW_ALIGN_CENTER)
      unsafe xlsx.format_set_font_color(format, 0xBB0000)
    case .heading: unsafe set(format, font: "黑体", size: 11, LXW_ALIGN_LEFT)
    case .text: unsafe set(format, font: "宋体", size: 11, LXW_ALIGN_LEFT)
    case .header:
      unsafe set(format, font: "宋体", size: 10, LXW_ALIGN_CENTER)
      unsafe xlsx.format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .label:
      unsafe set(format, font: "宋体", size: 10, LXW_ALIGN_LEFT)
      unsafe xlsx.format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .figure(let fractionCount):
      unsafe set(format, font: "宋体", size: 10, LXW_ALIGN_CENTER)
      unsafe xlsx.format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      let fraction = fractionCount > 0 ? "." + String(repeating: "0", count: fractionCount) : ""
      unsafe xlsx.format_set_num_format(format, "0" + fraction)
    }
    unsafe formats[style] = format
    return unsafe format
  }

  private func set(
    _ format: UnsafeMutablePointer<lxw_format>, font: String, size: Double,
    _ alignment: lxw_format_alignments, isBold: Bool = false
  ) {
    unsafe xlsx.format_set_font_name(format, font)
    unsafe xlsx.format_set_font_size(format, size)
    unsafe xlsx.format_set_align(format, UInt8(alignment.rawValue))
    if isBold { unsafe xlsx.format_set_bold(format) }
  }

  /// The colour of a cell that does not agree with others: red, or amber where it may be right.
  mutating func fill(for severity: Severity) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe fills[severity] { return unsafe known }
    guard let format = unsafe xlsx.workbook_add_format(book) else { return nil }
    unsafe xlsx.format_set_bg_color(format, severity == .error ? 0xFF9999 : 0xFFD966)
    unsafe fills[severity] = format
    return unsafe format
  }
}
