package import ReportModel

extension DraftFile {
  /// The bytes that a sign-off covers: the file that the draft would be without its steps of review,
  /// comments, history and what this version does not know.
  package static func signedContent(of draft: Draft) -> [UInt8] {
    var signed = draft
    signed.review = Review(stages: draft.review.stages)
    signed.comments = []
    signed.revisions = []
    signed.unknown = []
    signed.previous?.unknown = []
    for index in signed.acceptances.indices { signed.acceptances[index].unknown = [] }
    return bytes(of: signed)
  }
}

extension Sealing {
  /// The digests of sign-offs: SHA-256, as 64 hexadecimal digits.
  package static let sha256 = Sealing(
    content: { Digest(of: DraftFile.signedContent(of: $0)).text },
    text: { Digest(of: Array($0.utf8)).text })
}
