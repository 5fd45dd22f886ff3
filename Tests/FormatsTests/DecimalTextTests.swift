import Testing

@testable import Formats

@Suite("A number of a workbook")
struct DecimalTextTests {
  @Test(
    "is read as it was typed",
    arguments: [
      ("9.949999999999999", "9.95"), ("72701.257799999992", "72701.2578"),
      ("0.10000000000000001", "0.1"), ("1.5", "1.5"), ("1.50", "1.50"), ("0", "0"), ("12", "12"),
      ("1.5E-2", "0.015"), ("1E3", "1000"), ("-3", "-3"), ("99999999999999.99", "100000000000000"),
      ("0.000001", "0.000001"), ("123456789012345678", "123456789012346000"), ("007", "7"),
    ])
  func isReadAsTyped(stored: String, typed: String) {
    #expect(DecimalText(stored)?.rounded(to: 15).text == typed)
  }

  @Test("is told from what is none", arguments: ["", "-", ".5", "1.2.3", "1e", "1e99", "x", "1,5"])
  func isToldFromOthers(text: String) {
    #expect(DecimalText(text) == nil)
  }
}
