import JSONText
import Testing

@Suite("The outline of a JSON text")
struct JSONOutlineTests {
  @Test(
    "has the parts that a reading of it has",
    arguments: [
      "{}", "[]", " [ ] ", "[1]", "[1,2]", "[ -1.5e3 , true,null ,\"a\" ]",
      #"{"a":1,"b":[1,{"c":"}"}],"d":"x,\"]:\\","e":{},"f":false}"#,
      "{ \"年\" : { \"a\" : [ [ ] , [ { } ] ] } ,\n\t\"b\":\"\\\\\" }", "3", "\"[1,2]\"", "null",
      #"[{"id":"jump"},{"id":"[,]"},["",":",{"":[]}]]"#,
    ])
  func parts(text: String) throws {
    try compare(JSONOutline(Array(text.utf8)), try JSON(reading: Array(text.utf8)))
  }

  private func compare(_ outline: JSONOutline, _ whole: JSON) throws {
    #expect(try JSON(reading: Array(outline.bytes)) == whole)
    #expect(outline.members.map(\.key) == (whole.object ?? []).map(\.key))
    #expect(outline["no such key"] == nil)
    #expect(outline.elements.count == whole.array?.count ?? 0)
    for (part, member) in zip(outline.members, whole.object ?? []) {
      #expect(outline[member.key]?.bytes == part.value.bytes)
      try compare(part.value, member.value)
    }
    for (part, element) in zip(outline.elements, whole.array ?? []) { try compare(part, element) }
  }

  @Test(
    "of what is no JSON ends where the text ends",
    arguments: [
      "", "{", "[", "[\"", "[\"\\", "{\"a", "{\"a\":", "[1", "[[", "]", "}", "[}]", "[,:,",
    ])
  func torn(text: String) {
    let outline = JSONOutline(Array(text.utf8))
    let parts = outline.members.map(\.value) + outline.elements
    #expect(parts.allSatisfy { $0.bytes.endIndex <= text.utf8.count })
  }
}
