extension Revision.Hunk {
  /// What makes one list of paragraphs of another, from the first hunk to the last; empty where
  /// they are the same.
  ///
  /// Paragraphs that stand once in both hold the two together; between them what is the same at
  /// either end is left out. That finds what people do to a text, at a cost that stays small
  /// however much of it they change.
  static func hunks(from old: [String], to new: [String]) -> [Revision.Hunk] {
    var hunks: [Revision.Hunk] = []
    let (oldMiddle, newMiddle) = trimmed(old[...], new[...])
    var (oldStart, newStart) = (oldMiddle.startIndex, newMiddle.startIndex)
    let end = (old: oldMiddle.endIndex, new: newMiddle.endIndex)
    for anchor in anchors(oldMiddle, newMiddle) + [end] {
      let (removed, added) = trimmed(old[oldStart..<anchor.old], new[newStart..<anchor.new])
      if !removed.isEmpty || !added.isEmpty {
        hunks.append(
          Revision.Hunk(start: removed.startIndex, removed: Array(removed), added: Array(added)))
      }
      (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
    }
    return hunks
  }

  /// The two without what is the same at their beginnings and ends.
  private static func trimmed(
    _ old: ArraySlice<String>, _ new: ArraySlice<String>
  ) -> (ArraySlice<String>, ArraySlice<String>) {
    let same = zip(old, new).prefix { $0 == $1 }.count
    let (old, new) = (old.dropFirst(same), new.dropFirst(same))
    let sameAtEnd = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    return (old.dropLast(sameAtEnd), new.dropLast(sameAtEnd))
  }

  /// The paragraphs that stand once in both and in the same order, as many as there can be.
  private static func anchors(
    _ old: ArraySlice<String>, _ new: ArraySlice<String>
  ) -> [(old: Int, new: Int)] {
    let (oldPlaces, newPlaces) = (placesOfUnique(old), placesOfUnique(new))
    let shared = oldPlaces.compactMap { paragraph, place in
      newPlaces[paragraph].map { (old: place, new: $0) }
    }.sorted { $0.old < $1.old }
    // The longest rising run of places in the new text: of each length the run that ends lowest.
    var ends: [Int] = []
    var before: [Int?] = []
    for (index, place) in shared.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if shared[ends[middle]].new < place.new { low = middle + 1 } else { high = middle }
      }
      before.append(low > 0 ? ends[low - 1] : nil)
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var run: [(old: Int, new: Int)] = []
    var next = ends.last
    while let index = next {
      run.append(shared[index])
      next = before[index]
    }
    return run.reversed()
  }

  private static func placesOfUnique(_ paragraphs: ArraySlice<String>) -> [String: Int] {
    var places: [String: Int?] = [:]
    for (place, paragraph) in zip(paragraphs.indices, paragraphs) {
      // Seen again, it has no place of its own.
      places.updateValue(places[paragraph] == nil ? place : nil, forKey: paragraph)
    }
    return places.compactMapValues { $0 }
  }
}

extension Revision.Hunk {
  /// A few words of what went and of what came, around where they differ; nil for no words.
  ///
  /// What is the same at both ends is left out but for `context` characters, and more than
  /// `limit` characters are cut; an ellipsis says where something is left out. Paragraphs are
  /// parted by ¶.
  package func excerpt(context: Int = 8, limit: Int = 60) -> (from: String?, to: String?) {
    let (old, new) = (
      Array(removed.joined(separator: "¶")), Array(added.joined(separator: "¶"))
    )
    let same = zip(old, new).prefix { $0 == $1 }.count
    let sameAtEnd = zip(old.dropFirst(same).reversed(), new.dropFirst(same).reversed())
      .prefix { $0 == $1 }.count
    let start = max(0, same - context)
    let rest = max(0, sameAtEnd - context)
    func cut(_ text: [Character]) -> String {
      let middle = text[start..<max(start, text.count - rest)]
      let isCut = middle.count > limit
      return (start > 0 ? "…" : "") + String(isCut ? middle.prefix(limit) : middle)
        + (isCut || rest > 0 ? "…" : "")
    }
    return (removed.isEmpty ? nil : cut(old), added.isEmpty ? nil : cut(new))
  }
}
