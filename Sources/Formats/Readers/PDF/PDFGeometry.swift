/// A box on a page; x grows to the right, y downwards, in points.
struct Box: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }

  func contains(x: Double, y: Double) -> Bool {
    left <= x && x <= right && top <= y && y <= bottom
  }

  /// The part in both boxes; nil where there is none.
  func intersection(_ other: Box) -> Box? {
    let part = Box(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
    return part.width >= 0 && part.height >= 0 ? part : nil
  }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

/// How a drawing is laid on its page, in the six numbers of `matrix(a,b,c,d,e,f)`.
struct Transform: Equatable {
  private let a: Double
  private let b: Double
  private let c: Double
  private let d: Double
  private let e: Double
  private let f: Double

  static let none = Transform(1, 0, 0, 1, 0, 0)

  private init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// Reads an attribute as cairo writes it; anything else leaves all where it is.
  init(_ attribute: String?) {
    guard let attribute, attribute.hasPrefix("matrix("), attribute.hasSuffix(")") else {
      self = .none
      return
    }
    let numbers = attribute.dropFirst(7).dropLast().split { $0 == "," || $0 == " " }
      .compactMap { Double($0) }
    self =
      numbers.count == 6 && numbers.allSatisfy(\.isFinite)
      ? Transform(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]) : .none
  }

  /// This after `inner`.
  func of(_ inner: Transform) -> Transform {
    Transform(
      a * inner.a + c * inner.b, b * inner.a + d * inner.b, a * inner.c + c * inner.d,
      b * inner.c + d * inner.d, a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f)
  }

  func of(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
    (a * point.x + c * point.y + e, b * point.x + d * point.y + f)
  }

  func of(_ box: Box) -> Box {
    let first = of((box.left, box.top))
    let second = of((box.right, box.bottom))
    return Box(
      left: min(first.x, second.x), top: min(first.y, second.y), right: max(first.x, second.x),
      bottom: max(first.y, second.y))
  }
}
