/// Why a file of some format could not be read or made.
package enum FormatError: Error, Equatable, Sendable {
  /// A file that asks for a password.
  case encrypted
  /// Not what it claims to be, or torn: the part of the container, and the line in it where known.
  case damaged(part: String, line: Int?)
  /// A part that would take more than this many bytes, whatever it declares.
  case tooLarge(part: String, limit: Int)
  /// More of something than a report ever has: parts, cells, tags, pages.
  case tooMany(part: String, limit: Int)
  /// Definitions of a document type, with which a small file can become an enormous one.
  case documentType(part: String)
  /// A container of some other kind of file.
  case unknownContainer
  /// A file of Word or Excel from before 2007.
  case oldOffice
  /// A page without letters that can be read, such as a scanned one.
  case noText
  /// Bytes that are text in none of the encodings known here.
  case notText
  /// A library that this format needs, and the package of Debian that has it.
  case missingLibrary(String, package: String)
  /// A program that this format needs, and the package of Debian that has it.
  case missingProgram(String, package: String)
  /// A program that this format needs ended with a complaint.
  case failedProgram(String, complaint: String)
  /// A program that this format needs took longer than this many seconds.
  case slowProgram(String, seconds: Int)
  /// The library that makes the file failed.
  case notMade
}
