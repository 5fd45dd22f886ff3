/// Paragraphs that stand in the place of others.
struct ParagraphChange: Equatable, Sendable {
  /// What is replaced, as positions among the old paragraphs; empty where something is put in.
  var old: Range<Int>
  /// What stands there now, as positions among the new ones; empty where something is taken out.
  var new: Range<Int>

  /// Whether each paragraph has one in its place, so that what stands beside keeps its place.
  var isOneForOne: Bool { old.count == new.count }
}

/// What was done to paragraphs, in order: between two changes at least one paragraph is the same.
///
/// Paragraphs are compared by their bytes. What both ends have in common is never part of a change.
/// Texts that differ in too much to be compared step by step differ in one change.
///
/// - Complexity: O(*n* · *d*) for *n* paragraphs and *d* different ones, up to a bound.
func paragraphChanges(from old: [String], to new: [String]) -> [ParagraphChange] {
  let limit = min(old.count, new.count)
  let head = zip(old, new).prefix { isSame($0, $1) }.count
  let tail = zip(old.reversed(), new.reversed()).prefix(limit - head).prefix { isSame($0, $1) }
    .count
  let (oldRest, newRest) = (head..<old.count - tail, head..<new.count - tail)
  if oldRest.isEmpty, newRest.isEmpty { return [] }
  let whole = ParagraphChange(old: oldRest, new: newRest)
  if oldRest.isEmpty || newRest.isEmpty { return [whole] }
  var numbers = TextNumbers()
  let (from, to) = (
    old[oldRest].map { numbers.number(of: $0) }, new[newRest].map { numbers.number(of: $0) }
  )
  guard let kept = CommonSequence(from, to).pairs else { return [whole] }
  var changes: [ParagraphChange] = []
  var (oldStart, newStart) = (head, head)
  for (oldOffset, newOffset) in kept + [(from.count, to.count)] {
    let (oldEnd, newEnd) = (head + oldOffset, head + newOffset)
    if oldEnd > oldStart || newEnd > newStart {
      changes.append(ParagraphChange(old: oldStart..<oldEnd, new: newStart..<newEnd))
    }
    (oldStart, newStart) = (oldEnd + 1, newEnd + 1)
  }
  return changes
}

/// A number for each text, the same for the same bytes, so that comparing is cheap.
struct TextNumbers {
  private var numbers: [[UInt8]: Int] = [:]

  mutating func number(of text: String) -> Int {
    let bytes = Array(text.utf8)
    if let number = numbers[bytes] { return number }
    numbers[bytes] = numbers.count
    return numbers.count - 1
  }
}
