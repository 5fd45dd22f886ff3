/// What a written report is for.
package enum Edition: Equatable, Sendable {
  /// To be handed in and published.
  case final
  /// To be read over; every page says so.
  case draft
}
