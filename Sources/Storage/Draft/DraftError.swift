package import FormCatalog
package import JSONText

/// Why a file is not a draft that this version can read, and where.
package struct DraftError: Error, Equatable, Sendable {
  /// What a value of a draft file may be asked to be.
  package enum Expected: Equatable, Sendable {
    case object, array, string, integer, number
  }

  /// The causes that the reader tells apart.
  package enum Cause: Equatable, Sendable {
    case json(JSONError.Cause)
    /// JSON, but without the `schema` of a draft.
    case notADraft
    /// A `schema` of a later version.
    case newerSchema(String)
    case missing(path: String)
    case wrongType(path: String, expected: Expected)
    /// A step of a review that this version does not know.
    case unknownAction(path: String)
    /// A year outside 1 … 9999.
    case yearOutOfRange(path: String, text: String)
    /// A figure of more digits than a cell holds.
    case figureOutOfRange(path: String, text: String)
    /// A form that is not shipped, and the draft does not carry it.
    case unknownForm(String)
    /// The carried definition is no form.
    case badForm(FormError)
    /// The carried definition is that of another form than the draft names.
    case formMismatch(form: String, definition: String)
  }

  package var cause: Cause

  /// The byte offset of the offending value; `TextPosition` makes line and column of it.
  package var offset: Int

  package init(_ cause: Cause, offset: Int) {
    self.cause = cause
    self.offset = offset
  }
}
