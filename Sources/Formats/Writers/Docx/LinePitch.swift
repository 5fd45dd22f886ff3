/// The distance of the lines of the text, in points.
///
/// GB/T 9704 wants 22 lines a page. Its text is 225 mm high, which is 637.8 points, so 22 lines fit
/// at up to 28.99 points: 28 is the largest whole number that keeps the rule, and the default. Many
/// offices set 29 or 30 and accept a line less.
package struct LinePitch: Equatable, Sendable {
  package static let standard = LinePitch(twips: 560)

  /// The same in twentieths of a point.
  let twips: Int

  private init(twips: Int) {
    self.twips = twips
  }

  /// The pitch of so many points, 28 to 30, with at most two digits after the point; nil for anything
  /// else.
  package init?(points text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, parts[0].utf8.count == 2, let whole = Int(parts[0]),
      28...30 ~= whole
    else { return nil }
    var hundredths = whole * 100
    if parts.count == 2 {
      guard 1...2 ~= parts[1].utf8.count, parts[1].utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
        let fraction = Int(parts[1])
      else { return nil }
      hundredths += parts[1].utf8.count == 1 ? fraction * 10 : fraction
    }
    guard hundredths <= 3000 else { return nil }
    self.init(twips: hundredths / 5)
  }
}
