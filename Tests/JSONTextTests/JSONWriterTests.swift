import JSONText
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test(
    "has one form",
    arguments: [
      ("null", "null"), ("[ ]", "[]"), ("{ }", "{}"), ("1.50", "1.50"), ("-0e+1", "-0e+1"),
      ("[1,{\"a\":[]}]", "[\n  1,\n  {\n    \"a\": []\n  }\n]"),
      (
        "{\"b\":1,\"a\":2,\"B\":3,\"é\":4,\"z\":5}",
        "{\n  \"B\": 3,\n  \"a\": 2,\n  \"b\": 1,\n  \"z\": 5,\n  \"é\": 4\n}"
      ),
      // By bytes U+FF21 stands before U+10000; by UTF-16 units it would not.
      ("{\"\u{10000}\":1,\"\u{FF21}\":2}", "{\n  \"\u{FF21}\": 2,\n  \"\u{10000}\": 1\n}"),
      (#""\u0000\u001f\b\f\n\r\t""#, #""\u0000\u001f\u0008\u000c\n\r\t""#),
      (#""\/\"\\\u007f\u2028\u00e9\ud83d\ude00""#, "\"/\\\"\\\\\u{7F}\u{2028}é😀\""),
      ("\"e\u{301}\\r\\n\"", "\"e\u{301}\\r\\n\""),
    ])
  func hasOneForm(text: String, canonical: String) throws {
    let json = try JSON(reading: Array(text.utf8))
    #expect(Array(json.canonicalText.utf8) == Array("\(canonical)\n".utf8))
    #expect(try JSON(reading: Array(json.canonicalText.utf8)) == json.withSortedKeys)
  }

  @Test("sorts keys without touching values or places")
  func sortsKeys() throws {
    let json = try JSON(reading: Array(#"[{"b":{"d":1,"c":2},"a":[{"y":1,"x":2}]}]"#.utf8))
    let sorted = json.withSortedKeys
    #expect(sorted.canonicalText == json.canonicalText)
    #expect(sorted.array?[0].object?.map(\.key) == ["a", "b"])
    #expect(sorted.array?[0]["b"]?["c"]?.offset == json.array?[0]["b"]?["c"]?.offset)
    #expect(sorted == sorted.withSortedKeys)
  }
}

@Suite("Damaged JSON")
struct DamagedJSONTests {
  private static let sound = #"""
    {"cells":{"applications":{"new":{"natural":1,"total":-1.50e+2}},"é":{}},"form":"年报\u5e74\ud83d\ude00",
    "list":[[],{},null,true,false,[[[0]]]],"texts":{"overview":"一\n\"二\"\\"},"year":2023}
    """#

  /// A generator that gives the same numbers each time.
  private struct Repeatable: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  @Test(
    "is refused or read, and what is read is written back equal",
    arguments: 1...8 as ClosedRange<UInt64>)
  func isRefusedOrRead(seed: UInt64) throws {
    var random = Repeatable(state: seed)
    let tokens = Array("{}[]\",:\\u0e-.1\n".utf8) + [0x00, 0x80, 0xED, 0xFF]
    var readCount = 0
    for _ in 0..<1000 {
      var bytes = Array(Self.sound.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(tokens.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes[place] = tokens.randomElement(using: &random) ?? 0
        default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
      }
      do throws(JSONError) {
        let json = try JSON(reading: bytes)
        readCount += 1
        #expect(try JSON(reading: Array(json.canonicalText.utf8)) == json.withSortedKeys)
      } catch {
        #expect(0...bytes.count ~= error.offset)
      }
    }
    #expect(1..<1000 ~= readCount)
  }
}
