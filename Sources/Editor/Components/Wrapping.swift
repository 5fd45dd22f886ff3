import CellGrid

extension Metrics {
  /// Breaks a label into lines of at most `width` columns, as even as they come.
  func wrap(_ label: String, width: Int) -> [String] {
    guard width > 0, self.width(label) > width else { return [label] }
    let count = (self.width(label) + width - 1) / width
    let even = (self.width(label) + count - 1) / count
    // Even lines look better; a target of an odd width cannot hold half a wide character.
    for target in [even, even + 1, width] where target <= width {
      let lines = TextLayout(label, width: target, metrics: self).lines
      if lines.count <= count || target == width {
        let characters = Array(label)
        return lines.map { String(characters[$0]) }
      }
    }
    return [label]
  }

  /// The text cut to `width` columns, with an ellipsis where something is missing.
  func truncate(_ text: String, width: Int) -> String {
    guard self.width(text) > width else { return text }
    let ellipsis = ambiguousIsWide ? ".." : "…"
    let room = width - self.width(ellipsis)
    guard room > 0 else { return String(ellipsis.prefix(max(0, width))) }
    var kept = ""
    var used = 0
    for character in text {
      let columns = self.width(character)
      if used + columns > room { break }
      kept.append(character)
      used += columns
    }
    return kept + ellipsis
  }
}
