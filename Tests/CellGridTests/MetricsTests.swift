import CellGrid
import Testing

@Suite("Metrics")
struct MetricsTests {
  @Test(
    "gives a character its columns, narrow and wide",
    arguments: [
      ("a", 1, 1), ("~", 1, 1), ("年", 2, 2), ("，", 2, 2), ("（", 2, 2), ("〔", 2, 2), ("﹣", 2, 2),
      ("１", 2, 2), ("Ａ", 2, 2), ("　", 2, 2), ("😀", 2, 2), ("ｶ", 1, 1), ("㎡", 2, 2),
      ("“", 1, 2), ("”", 1, 2), ("‘", 1, 2), ("—", 1, 2), ("…", 1, 2), ("×", 1, 2), ("·", 1, 2),
      ("│", 1, 2), ("─", 1, 2), ("┼", 1, 2), ("●", 1, 2), ("①", 1, 2), ("②", 1, 2), ("※", 1, 2),
      ("Ⅲ", 1, 2), ("é", 1, 2), ("✗", 1, 1), ("⚠", 1, 1), ("ℹ", 1, 1), ("▸", 1, 1), ("✓", 1, 1),
      ("▶", 1, 2), ("e\u{301}", 1, 1), ("\u{301}", 0, 0), ("\u{200B}", 0, 0), ("\u{FE0F}", 0, 0),
      ("\u{1B}", 1, 1), ("\u{202E}", 1, 1), ("\u{2028}", 1, 1), ("\u{20000}", 2, 2),
    ] as [(String, Int, Int)])
  func columns(text: String, narrow: Int, wide: Int) {
    #expect(Metrics().width(text) == narrow)
    #expect(Metrics(ambiguousIsWide: true).width(text) == wide)
  }

  @Test("adds a line up")
  func addsUp() {
    let line = "一、本年新收“3”件…"
    #expect(Metrics().width(line) == 18)
    #expect(Metrics(ambiguousIsWide: true).width(line) == 21)
    #expect(Metrics().width("") == 0)
  }
}
