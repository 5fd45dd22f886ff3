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

  @Test("can be read on black and on white")
  func canBeRead() {
    for style in Style.allCases {
      let look = Palette(depth: .many).look(of: style)
      guard let foreground = look.foreground.map(luminance) else { continue }
      let backgrounds: [Double] = look.background.map { [luminance($0)] } ?? [0, 1]
      let least = style == .line ? 3.0 : 3.8
      for background in backgrounds {
        let (dark, light) = (min(foreground, background), max(foreground, background))
        #expect((light + 0.05) / (dark + 0.05) >= least, "\(style)")
      }
    }
  }

  @Test(
    "goes by the number of colours",
    arguments: [(-1, ColorDepth.none), (2, .none), (8, .eight), (88, .eight), (256, .many)])
  func goesByCount(count: Int, depth: ColorDepth) {
    #expect(ColorDepth(count: count) == depth)
  }

  /// The relative luminance (WCAG) of one of the 256 colours, the 16 that users redefine excepted.
  private func luminance(_ color: UInt8) -> Double {
    let steps = [0, 95, 135, 175, 215, 255]
    let index = Int(color) - 16
    let parts =
      index >= 216
      ? Array(repeating: 8 + 10 * (index - 216), count: 3)
      : [steps[index / 36], steps[index / 6 % 6], steps[index % 6]]
    let linear = parts.map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
