/// A value that is being typed and was not taken over yet.
package struct HalfTyped: Equatable, Sendable {
  /// The address of the cell, `organ.` and the key of an organ's data, or `year`.
  package var at: String
  package var text: String

  package init(at: String, text: String) {
    self.at = at
    self.text = text
  }
}
