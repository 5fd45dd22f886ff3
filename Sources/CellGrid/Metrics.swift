internal import CCellWidth
internal import SafeText

/// How many columns text takes on this terminal.
///
/// Width is counted scalar by scalar, as terminals do: a combining mark takes none, a Chinese
/// character two. What a terminal must not see counts one, because `Grid` draws a stand-in for it.
package struct Metrics: Hashable, Sendable {
  /// Whether East Asian *ambiguous* characters (“ ” — … │ ●) take two columns.
  package var ambiguousIsWide: Bool

  package init(ambiguousIsWide: Bool = false) {
    self.ambiguousIsWide = ambiguousIsWide
  }

  /// The columns of one scalar: 0, 1 or 2.
  package func width(_ scalar: Unicode.Scalar) -> Int {
    // What nearly every character of these screens is: ASCII, a common ideograph, or a line.
    if scalar.value >= 0x20, scalar.value < 0x7F { return 1 }
    if scalar.value >= 0x4E00, scalar.value <= 0x9FFF { return 2 }
    if scalar.value >= 0x2500, scalar.value <= 0x254B { return ambiguousIsWide ? 2 : 1 }
    if scalar.isUnsafe { return 1 }
    return max(0, Int(cell_width(scalar.value, ambiguousIsWide)))
  }

  /// The columns of one user-perceived character; at most 2 for what people type.
  package func width(_ character: Character) -> Int {
    var total = 0
    for scalar in character.unicodeScalars { total += width(scalar) }
    return total
  }

  /// The columns of a line of text.
  package func width(_ text: String) -> Int {
    var total = 0
    for scalar in text.unicodeScalars { total += width(scalar) }
    return total
  }
}
