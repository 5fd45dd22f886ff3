/// Why there is no screen to be had.
package enum Unavailable: Error, Equatable, Sendable {
  /// Standard input or output is no terminal.
  case notATerminal
  /// TERM is empty or names a terminal that nothing is known of.
  case unknownTerminal(String)
  /// The terminal cannot place its cursor.
  case noCursorAddressing(String)
  /// Not one locale of this system writes UTF-8.
  case noUTF8Locale
}
