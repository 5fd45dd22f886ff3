private import CXLSXWriter
private import CXML
private import CZip

/// Opens the libraries that a file with this name takes to be read or, where it is written, written
/// and read back, which lasts longer than much of what is done with them.
///
/// Each is opened at its first use anyway: a call from another thread is for who would have to wait.
package func openLibraries(forFileNamed name: String, isWritten: Bool) {
  switch name.split(separator: ".").last?.lowercased() {
  case "docx": openOfficeLibraries()
  case "xlsx":
    if isWritten { _ = unsafe xlsx_functions() }
    openOfficeLibraries()
  case "html", "htm": _ = html_is_available()
  default: break
  }
}

private func openOfficeLibraries() {
  _ = unsafe zip_functions()
  _ = xml_is_available()
}
