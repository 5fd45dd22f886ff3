/// One cell of a screen: a scalar, the combining marks on it, and a style.
package struct Cell: Hashable, Sendable {
  /// What stands here.
  package var scalar: Unicode.Scalar
  /// The combining marks on it, in order; at most `markLimit`.
  package var marks: [Unicode.Scalar]
  package var style: Style
  /// 1, or 2 for the left half of a wide character, or 0 for its right half.
  package var width: UInt8

  /// How many combining marks one cell keeps; further ones are dropped.
  package static let markLimit = 4

  package init(
    _ scalar: Unicode.Scalar, _ style: Style, width: UInt8 = 1, marks: [Unicode.Scalar] = []
  ) {
    self.scalar = scalar
    self.marks = marks
    self.style = style
    self.width = width
  }

  package static let blank = Cell(" ", .normal)

  /// The scalar and its marks, in order.
  package var scalars: [Unicode.Scalar] { [scalar] + marks }
}

/// A cell without its marks in four bytes: thousands are drawn, copied and compared between two
/// keys, and a screen of them should stay in the nearest cache.
struct PackedCell: Equatable {
  /// 21 bits of scalar, 2 of width, the rest for the style.
  private var bits: UInt32

  init(_ scalar: Unicode.Scalar, _ style: Style, width: Int) {
    bits = scalar.value | UInt32(width) << 21 | UInt32(style.rawValue) << 23
  }

  var scalar: Unicode.Scalar { Unicode.Scalar(bits & 0x1F_FFFF) ?? " " }
  var width: Int { Int(bits >> 21 & 3) }
  var style: Style { Style(rawValue: UInt8(truncatingIfNeeded: bits >> 23)) ?? .normal }

  /// The same cell in another style.
  func styled(_ style: Style) -> PackedCell { PackedCell(scalar, style, width: width) }
}
