import JSONText
package import ReportModel

/// The draft file: what its bytes mean, and the one way to write a draft.
package enum DraftFile {
  /// The `schema` that this version reads and writes.
  package static var schema: String { DraftUpgrade.known.schema }

  /// What a file held.
  package struct Reading: Equatable, Sendable {
    package var draft: Draft
    /// The `schema` of the file where it is of an older version: what is written is of the
    /// current one, which older programs cannot read.
    package var upgradedFrom: String?
  }

  /// The most bytes that a draft file may have.
  package static let sizeLimit = JSONLimits.draft.bytes

  /// The draft that `bytes` hold.
  ///
  /// With `form` given, the figures and texts are put on that form by their addresses instead of
  /// the draft's own; what has no place there is kept as unknown.
  ///
  /// - Throws: `DraftError` with the first mistake and its place.
  package static func draft(reading bytes: [UInt8], form: Form? = nil) throws(DraftError) -> Draft {
    try reading(bytes, form: form).draft
  }

  /// The draft that `bytes` hold, and the version they were of if that is an older one.
  ///
  /// - Throws: `DraftError` with the first mistake and its place.
  package static func reading(
    _ bytes: [UInt8], form: Form? = nil, by upgrade: DraftUpgrade = .known
  ) throws(DraftError) -> Reading {
    let reader = try DraftReader(bytes: bytes, by: upgrade)
    return Reading(draft: try reader.draft(on: form), upgradedFrom: reader.upgradedFrom)
  }

  /// The bytes of a draft; the same draft always gives the same bytes.
  package static func bytes(of draft: Draft) -> [UInt8] {
    Array(json(of: draft).canonicalText.utf8)
  }

  /// The bytes of a draft that are to be written to a file from which they are read again.
  ///
  /// - Throws: `FileError` with `.tooLarge` where nothing could read them.
  package static func bytes(of draft: Draft, for path: String) throws(FileError) -> [UInt8] {
    let bytes = bytes(of: draft)
    guard bytes.count <= sizeLimit else {
      throw FileError(.write, .tooLarge(limit: sizeLimit), path: path)
    }
    return bytes
  }
}
