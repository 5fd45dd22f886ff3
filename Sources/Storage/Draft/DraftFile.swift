import JSONText
package import ReportModel

/// The draft file: what its bytes mean, and the one way to write a draft.
package enum DraftFile {
  /// The `schema` that this version reads and writes.
  package static let schema = "nianbao/draft/1"

  /// The draft that `bytes` hold.
  ///
  /// With `form` given, the figures and texts are put on that form by their addresses instead of
  /// the draft's own; what has no place there is kept as unknown.
  ///
  /// - Throws: `DraftError` with the first mistake and its place.
  package static func draft(reading bytes: [UInt8], form: Form? = nil) throws(DraftError) -> Draft {
    try DraftReader(bytes: bytes).draft(on: form)
  }

  /// The bytes of a draft; the same draft always gives the same bytes.
  package static func bytes(of draft: Draft) -> [UInt8] {
    Array(json(of: draft).canonicalText.utf8)
  }
}
