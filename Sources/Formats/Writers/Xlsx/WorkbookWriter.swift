private import CXLSXWriter
private import Glibc
import ReportModel

extension Workbook {
  /// The bytes of the file.
  ///
  /// The library knows only files, so it gets one in memory: nothing of a report lies on the disk.
  func bytes() throws(FormatError) -> [UInt8] {
    guard let functions = unsafe xlsx_functions() else {
      throw .missingLibrary("libxlsxwriter", package: "libxlsxwriter-dev")
    }
    let file = xlsx_memory_file()
    guard file >= 0 else { throw .notMade }
    defer { close(file) }
    guard let book = unsafe newBook(functions.pointee, at: "/proc/self/fd/\(file)") else {
      throw .notMade
    }
    var writer = unsafe WorkbookWriter(functions.pointee, book)
    writer.write(self)
    // Closing writes the file, and frees the book also where it fails.
    let isClosed = unsafe functions.pointee.workbook_close(book) == LXW_NO_ERROR
    guard isClosed, writer.isComplete else { throw .notMade }
    return try content(of: file)
  }
}

private func newBook(
  _ xlsx: xlsx_functions, at path: String
) -> UnsafeMutablePointer<lxw_workbook>? {
  // What the library puts aside stays in memory, too.
  var folder = Array("/dev/shm".utf8CString)
  return unsafe folder.withUnsafeMutableBufferPointer { folder in
    var options = unsafe lxw_workbook_options()
    unsafe options.tmpdir = folder.baseAddress
    return unsafe xlsx.workbook_new_opt(path, &options)
  }
}

private func content(of file: Int32) throws(FormatError) -> [UInt8] {
  let size = lseek(file, 0, SEEK_END)
  guard size > 0 else { throw .notMade }
  var bytes = [UInt8](repeating: 0, count: Int(size))
  var start = 0
  while start < bytes.count {
    let count = unsafe bytes.withUnsafeMutableBytes { bytes in
      unsafe pread(
        file, bytes.baseAddress?.advanced(by: start), bytes.count - start, off_t(start))
    }
    guard count > 0 else { throw .notMade }
    start += count
  }
  return bytes
}

/// Hands a workbook to the library, cell by cell.
@safe private struct WorkbookWriter {
  private let xlsx: xlsx_functions
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: WorkbookFormats
  /// Whether the library took everything so far as it was given.
  private(set) var isComplete = true

  init(_ functions: xlsx_functions, _ book: UnsafeMutablePointer<lxw_workbook>) {
    xlsx = functions
    unsafe self.book = book
    formats = unsafe WorkbookFormats(functions, book)
  }

  mutating func write(_ workbook: Workbook) {
    setProperties(title: workbook.title, organ: workbook.organ)
    for sheet in workbook.sheets { write(sheet, isDraft: workbook.isDraft) }
  }

  private mutating func setProperties(title: String, organ: String) {
    var title = Array(harmless(String(title.prefix(100))).utf8CString)
    var organ = Array(harmless(String(organ.prefix(100))).utf8CString)
    unsafe title.withUnsafeMutableBufferPointer { title in
      unsafe organ.withUnsafeMutableBufferPointer { organ in
        var properties = unsafe lxw_doc_properties()
        unsafe properties.title = title.baseAddress
        unsafe properties.company = organ.baseAddress
        // 1980-01-01, as in other files made here: the same report gives the same bytes.
        unsafe properties.created = 315_532_800
        note(unsafe xlsx.workbook_set_properties(book, &properties))
      }
    }
  }

  private mutating func write(_ sheet: Workbook.Sheet, isDraft: Bool) {
    guard let page = unsafe xlsx.workbook_add_worksheet(book, sheet.name) else {
      isComplete = false
      return
    }
    unsafe setUp(page, for: sheet, isDraft: isDraft)
    for cell in sheet.cells { unsafe write(cell, to: page) }
    for condition in sheet.conditions { unsafe write(condition, to: page) }
  }

  private mutating func setUp(
    _ page: UnsafeMutablePointer<lxw_worksheet>, for sheet: Workbook.Sheet, isDraft: Bool
  ) {
    for (column, width) in sheet.columnWidths.enumerated() {
      let column = UInt16(clamping: column)
      note(unsafe xlsx.worksheet_set_column(page, column, column, Double(width), nil))
    }
    for (row, height) in sheet.rowHeights.sorted(by: { $0.key < $1.key }) {
      note(unsafe xlsx.worksheet_set_row(page, UInt32(clamping: row), height, nil))
    }
    unsafe xlsx.worksheet_set_paper(page, 9)  // A4
    if sheet.isLandscape { unsafe xlsx.worksheet_set_landscape(page) }
    unsafe xlsx.worksheet_fit_to_pages(page, 1, 0)
    if isDraft { note(unsafe xlsx.worksheet_set_header(page, "&C&20草　稿")) }
    guard sheet.headerRowCount > 0 else { return }
    let rows = UInt32(clamping: sheet.headerRowCount)
    unsafe xlsx.worksheet_freeze_panes(page, rows, UInt16(clamping: sheet.labelColumnCount))
    note(unsafe xlsx.worksheet_repeat_rows(page, 0, rows - 1))
  }

  private mutating func write(
    _ cell: Workbook.Cell, to page: UnsafeMutablePointer<lxw_worksheet>
  ) {
    let (row, column) = (UInt32(clamping: cell.place.row), UInt16(clamping: cell.place.column))
    let format = unsafe formats.format(of: cell.style)
    if cell.rowSpan > 1 || cell.columnSpan > 1 {
      let lastRow = UInt32(clamping: cell.place.row + cell.rowSpan - 1)
      let lastColumn = UInt16(clamping: cell.place.column + cell.columnSpan - 1)
      note(
        unsafe xlsx.worksheet_merge_range(page, row, column, lastRow, lastColumn, "", format))
    }
    switch cell.content {
    case .blank: note(unsafe xlsx.worksheet_write_blank(page, row, column, format))
    case .text(let text):
      note(
        unsafe xlsx.worksheet_write_string(page, row, column, withoutEscapes(text), format))
    case .number(let figure):
      note(unsafe xlsx.worksheet_write_number(page, row, column, figure.double, format))
    case .formula(let formula, let figure):
      note(
        unsafe xlsx.worksheet_write_formula_num(
          page, row, column, formula, format, figure.double))
    }
  }

  private mutating func write(
    _ condition: Workbook.Condition, to page: UnsafeMutablePointer<lxw_worksheet>
  ) {
    let row = UInt32(clamping: condition.place.row)
    let column = UInt16(clamping: condition.place.column)
    var formula = Array(condition.formula.utf8CString)
    unsafe formula.withUnsafeMutableBufferPointer { formula in
      var format = unsafe lxw_conditional_format()
      unsafe format.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      unsafe format.value_string = formula.baseAddress
      unsafe format.format = formats.fill(for: condition.severity)
      note(
        unsafe xlsx.worksheet_conditional_format_range(
          page, row, column, row, column, &format))
    }
  }

  private mutating func note(_ error: lxw_error) {
    if error != LXW_NO_ERROR { isComplete = false }
  }
}

/// The text with what Excel would read as a character by its number, such as _x0041_, made to stand
/// for itself.
private func withoutEscapes(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
  var kept = String.UnicodeScalarView()
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    kept.append(scalar)
    let next = scalars.dropFirst(index + 1).prefix(6)
    if scalar == "_", next.first == "x", next.last == "_", next.count == 6,
      next.dropFirst().dropLast().allSatisfy(\.properties.isASCIIHexDigit)
    {
      kept.append(contentsOf: "x005F_".unicodeScalars)
    }
  }
  return String(kept)
}

extension Quantity {
  /// The nearest number of a spreadsheet; it has the same 15 digits.
  fileprivate var double: Double {
    Double(digits) / [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000][Int(fractionCount)]
  }
}
