internal import CNcurses
internal import CellGrid

/// A look in the terms of ncurses.
struct Paint {
  var attributes: attr_t = 0
  var pair: Int16 = 0

  /// The paints of all styles, each in the place of its raw value.
  static func all(usesColor: Bool, styles: [Style: StyleChange]) -> [Paint] {
    let hasColor = usesColor && has_colors() && start_color() == OK
    if hasColor { use_default_colors() }
    let count = hasColor ? Int(curses_color_count()) : 0
    let palette = Palette(depth: ColorDepth(count: count))
    return Style.allCases.map { style in
      var look = palette.look(of: style)
      if let change = styles[style] { look.take(change, colorCount: count) }
      return Paint(look, pair: 1 + Int16(style.rawValue))
    }
  }

  /// Makes a look's attributes, and a colour pair of its own only if it needs one.
  private init(_ look: Look, pair: Int16) {
    if look.attributes.contains(.bold) { attributes |= curses_bold() }
    if look.attributes.contains(.dim) { attributes |= curses_dim() }
    if look.attributes.contains(.underline) { attributes |= curses_underline() }
    if look.attributes.contains(.reverse) { attributes |= curses_reverse() }
    if look.foreground == nil, look.background == nil { return }
    let foreground = look.foreground.map(Int16.init) ?? -1
    let background = look.background.map(Int16.init) ?? -1
    if init_pair(pair, foreground, background) == OK { self.pair = pair }
  }
}
