package import JSONText
package import ReportModel

/// Why a definition is no form, and where.
package struct FormError: Error, Equatable, Sendable {
  /// What a value of a definition may be asked to be.
  package enum Expected: Equatable, Sendable {
    case object, array, string, integer
    /// `true` or `false`.
    case flag
    /// A string, or an object with the texts `zh` and `en`.
    case localizedText
    /// A list of ids, or the word `all`.
    case linesOrAll
  }

  /// The causes that the decoder tells apart.
  package enum Cause: Equatable, Sendable {
    /// The file is not even JSON.
    case notJSON(JSONError.Cause)
    case missingKey(String)
    case unknownKey(String)
    /// Two keys of which only one may stand.
    case exclusiveKeys(String, String)
    case wrongType(expected: Expected)
    /// A `schema` other than `nianbao/form/1`.
    case badSchema(String)
    /// A word that is not one of those allowed there.
    case unknownWord(String, allowed: [String])
    /// An id that is empty or has something else in it than letters, digits, `-` and `_`.
    case badID(String)
    /// An id that means something else in commands.
    case reservedID(String)
    case duplicateID(String)
    /// A list that must not be empty.
    case emptyList
    /// A relation that names no cell of this year.
    case coversNothing
    case unknownTable(String)
    case unknownRow(String)
    case unknownColumn(String)
    /// An address of a rule that is not `table.row.column` of a cell of the form.
    case unknownCell(String)
    /// A section that the form has not, or one that is no text.
    case unknownSection(String)
    /// A cell that a rule names twice in one relation.
    case repeatedCell(Address)
    /// A year outside 1 … 9999, or a last year before the first.
    case badYear(Int)
    /// A number of a rule that is too small or too large to mean anything.
    case numberOutOfRange(Int, allowed: ClosedRange<Int>)
    /// Something in a text that could steer a terminal or turn the direction of writing.
    case controlCharacter
    case tooManyCells(limit: Int)
    /// The relations of the rules name more cells together than can be judged while typing.
    case tooManyTerms(limit: Int)
    /// Another definition under the id of a shipped form.
    case redefinesShippedForm(String)
  }

  package var cause: Cause

  /// The value that is wrong, such as `sections[3].tables[0].rows[2].id`; empty for the whole.
  ///
  /// For a missing key the object that misses it.
  package var path: String

  /// The byte offset of that value in the source of the definition.
  package var offset: Int

  package init(_ cause: Cause, path: String, offset: Int) {
    self.cause = cause
    self.path = path
    self.offset = offset
  }
}
