import CellGrid
import Glibc
import Testing

@testable import Terminal

@Suite("The palette")
struct PaletteTests {
  @Test("tells apart what must be told apart", arguments: ColorDepth.allCases)
  func tellsApart(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    let pairs: [(Style, Style)] = [
      (.normal, .focused), (.focused, .current), (.focused, .selected), (.focused, .editing),
      (.normal, .current), (.normal, .selected), (.normal, .error), (.keys, .keyName),
      (.dialog, .dialogFocused), (.editing, .selected), (.normal, .title), (.normal, .header),
    ]
    for (one, other) in pairs {
      #expect(palette.look(of: one) != palette.look(of: other), "\(one) \(other)")
    }
  }

  @Test("uses no colour where there is none, and only colours that there are")
  func usesWhatThereIs() {
    for style in Style.allCases {
      let none = Palette(depth: .none).look(of: style)
      #expect(none.foreground == nil && none.background == nil)
      let eight = Palette(depth: .eight).look(of: style)
      #expect((eight.foreground ?? 0) < 8 && (eight.background ?? 0) < 8)
    }
  }

  @Test("takes over what a person wants, but for colours that there are not")
  func takesOver() {
    var change = StyleChange()
    change.foreground = 226
    change.background = 4
    change.underline = true
    change.bold = false
    let error = Look(attributes: .bold, foreground: 1)
    let wanted: [(colors: Int, look: Look)] = [
      (256, Look(attributes: .underline, foreground: 226, background: 4)),
      (8, Look(attributes: .underline, foreground: 1, background: 4)),
      (0, Look(attributes: .underline, foreground: 1)),
    ]
    for (colors, look) in wanted {
      var changed = error
      changed.take(change, colorCount: colors)
      #expect(changed == look)
    }
    var same = error
    same.take(StyleChange(), colorCount: 256)
    #expect(same == error)
  }

  /// What one must be able to tell from all others wherever it stands.
  private static let places: [Style] = [
    .normal, .focused, .current, .selected, .editing, .marked, .markedHere,
  ]

  @Test("shows where one is and what is selected in every depth", arguments: ColorDepth.allCases)
  func tellsPlacesApart(depth: ColorDepth) {
    let looks = Self.places.map(Palette(depth: depth).look)
    for (number, look) in looks.enumerated() {
      for other in looks[..<number] { #expect(look != other, "\(Self.places[number])") }
    }
  }

  /// Backgrounds that terminals have: black, the dark grey of many editors, white, a warm white.
  private static let backgrounds: [Int] = [0x000000, 0x1E1E1E, 0xFFFFFF, 0xFDF6E3]

  /// What steps back, and is said elsewhere where it matters.
  private static let steppingBack: Set<Style> = [.line, .muted]

  @Test("can be read on every background", arguments: Style.allCases, [ColorDepth.many, .eight])
  func canBeRead(style: Style, depth: ColorDepth) {
    let look = Palette(depth: depth).look(of: style)
    guard let ink = look.foreground else {
      // The terminal's own, which its owner can read; a background alone would change that.
      #expect(look.background == nil)
      return
    }
    let least = Self.steppingBack.contains(style) ? 3.0 : 4.5
    for terminal in depth == .many ? [Self.cube] : Self.terminals {
      let isBright = ink < 8 && look.attributes.contains(.bold)
      let foreground = terminal[Int(ink) + (isBright ? 8 : 0)]
      for background in look.background.map({ [terminal[Int($0)]] }) ?? Self.backgrounds {
        let contrast = contrast(foreground, background)
        #expect(contrast >= least, "\(contrast) on \(String(background, radix: 16))")
      }
    }
  }

  /// The first sixteen colours of terminals that have eight: xterm, PuTTY, Windows.
  ///
  /// Bold means the upper eight there. The bare console of Linux, whose yellow is brown, shows no
  /// Chinese.
  private static let terminals: [[Int]] = [
    [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ],
    [
      0x000000, 0xBB0000, 0x00BB00, 0xBBBB00, 0x0000BB, 0xBB00BB, 0x00BBBB, 0xBBBBBB,
      0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
    ],
    [
      0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC,
      0x767676, 0xE74856, 0x16C60C, 0xF9F1A5, 0x3B78FF, 0xB4009E, 0x61D6D6, 0xF2F2F2,
    ],
  ]

  /// The 256 colours; the first sixteen, which people redefine, are as hard to read as can be.
  private static let cube: [Int] = {
    let steps = [0, 95, 135, 175, 215, 255]
    let colors = (0..<216).map { index in
      steps[index / 36] << 16 | steps[index / 6 % 6] << 8 | steps[index % 6]
    }
    return Array(repeating: 0x777777, count: 16) + colors
      + (0..<24).map { (8 + 10 * $0) * 0x010101 }
  }()

  /// The contrast of two colours, from 1 to 21 (WCAG).
  private func contrast(_ one: Int, _ other: Int) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  @Test(
    "goes by the number of colours",
    arguments: [
      (-1, ColorDepth.none), (2, .none), (8, .eight), (16, .eight), (88, .eight), (256, .many),
    ])
  func goesByCount(count: Int, depth: ColorDepth) {
    #expect(ColorDepth(count: count) == depth)
  }

  /// The relative luminance of a colour (WCAG).
  private func luminance(_ color: Int) -> Double {
    let linear = [color >> 16, color >> 8 & 0xFF, color & 0xFF].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
