import ReportModel
import Storage

/// What can be recovered of a journal is a draft like any other; what is torn off is no more than
/// what stands behind the tear.
func feedJournal(_ bytes: [UInt8]) throws(BrokenPromise) {
  _ = Recovery.reading(journal: bytes)
  // Few bytes have the right digests: the lines are given them.
  var lines = JournalLines()
  let sealed = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    .map { lines.seal(Array($0)) }
  let whole = sealed.flatMap { $0 }
  guard let recovery = Recovery.reading(journal: whole) else { return }
  try requireSameAgain(recovery.draft)
  _ = recovery.base.edits(to: recovery.draft)
  let torn = Recovery.reading(journal: Array(whole.dropLast()))
  try require(sealed.count == 1 || torn != nil, "a torn end takes the beginning with it")
  try require(torn?.isCutOff != false, "a torn end goes unnoticed")
}
