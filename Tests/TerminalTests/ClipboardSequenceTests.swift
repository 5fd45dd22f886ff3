import Testing

@testable import Terminal

@Suite("Copying to the terminal's clipboard")
struct ClipboardSequenceTests {
  @Test(
    "encodes as RFC 4648 says",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("公开", "5YWs5byA"), ("\u{3FF}~?", "z79+Pw=="),
    ])
  func encodes(text: String, encoded: String) {
    #expect(ClipboardSequence.base64(Array(text.utf8)) == encoded)
    #expect(ClipboardSequence.copying(text) == "\u{1B}]52;c;\(encoded)\u{07}")
  }

  @Test("leaves out what could steer the terminal that it is pasted into")
  func leavesOut() {
    let text = "公\u{1B}[201~开\r\n\t\u{202E}\u{9B}。"
    #expect(ClipboardSequence.copying(text) == ClipboardSequence.copying("公[201~开\n\t。"))
  }

  @Test("sends nothing that is longer than terminals take")
  func limits() {
    let most = ClipboardSequence.limit / 4 * 3
    #expect(ClipboardSequence.copying(String(repeating: "a", count: most)) != nil)
    #expect(ClipboardSequence.copying(String(repeating: "a", count: most + 1)) == nil)
  }

  @Test(
    "knows which terminals would print it",
    arguments: [
      ("xterm-256color", true), ("tmux-256color", true), ("screen", true), ("linux", false),
      ("linux-16color", false), ("dumb", false), ("vt220", false), ("eterm-color", false),
    ])
  func knows(terminal: String, isKnown: Bool) {
    #expect(ClipboardSequence.isKnown(to: terminal) == isKnown)
  }
}
