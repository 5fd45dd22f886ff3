import JSONText
import SafeText

/// Text that would do something to a terminal, a line or a reader if it were printed as it is.
enum Steering {
  /// What erases, colours, writes the clipboard and the title, and turns the direction.
  static let text =
    "\u{1B}[7771m\u{1B}]52;c;ZXZpbA==\u{7}\u{1B}]0;evil\u{1B}\\\u{9B}2J\u{90}x\u{9C}\u{8}\r\u{7F}"
    + "\u{202E}\u{2066}\u{200F}\u{61C}\u{2028}FORGED\u{2029}\u{E0041}\u{FFF9}"
  /// The same without what ends a line where a text is read.
  static var mark: String {
    String(text.unicodeScalars.filter { !["\r", "\u{2028}", "\u{2029}"].contains($0) })
  }
  /// The same with the end of a line in it: what follows would look like a line of the program's.
  static let lines = "甲\nFORGED乙\(text)"

  /// Whether some bytes, ends of lines and tabs aside, hold what steers; also where they are the
  /// program's own control sequences to a terminal, which hold none of these.
  static func isHarmless(_ output: [UInt8]) -> Bool {
    guard let text = String(validating: output, as: UTF8.self) else { return false }
    let isClean = text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !$0.isUnsafe }
    return isClean && !forges(text)
  }

  /// Whether a screen's bytes hold nothing that was not the program's own.
  static func isHarmlessOnScreen(_ output: [UInt8]) -> Bool {
    let text = String(decoding: output, as: UTF8.self)
    let own: Set<Unicode.Scalar> = ["\u{1B}", "\r", "\n", "\u{8}", "\u{F}", "\u{E}", "\t"]
    return text.unicodeScalars.allSatisfy { own.contains($0) || !$0.isUnsafe }
      && !text.contains("\u{1B}]") && !text.contains("\u{1B}[7771m") && !text.contains("\u{1B}P")
  }

  private static func forges(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("FORGED") }
  }

  /// A draft that holds such text wherever a draft holds text.
  static func draft() -> [UInt8] {
    let organ = JSON(
      .object(
        ["name", "level", "kind", "region", "address", "postcode", "telephone", "email", "website"]
          .map { JSON.Member($0, .text(lines)) } + [JSON.Member(lines, .text(lines))]))
    let accepted = JSON.make([
      "at": .list([.text("applications.new.total")]), "by": .text(lines), "on": .text(lines),
      "reason": .text(lines), "rule": .text(lines),
      "values": JSON(.object([JSON.Member(lines, .whole(1))])),
    ])
    let words = "××局\(text)2019年新收政府信息公开申请99件，\(text)详见\(text)联系人张三13812345678。"
    let change = JSON.make(["from": .text(lines), "to": .text(lines)])
    let paragraphs = JSON.make([
      "added": .list([.text(text)]), "removed": .list([.text(text)]), "start": .whole(1),
    ])
    let revision = JSON.make([
      "by": .text(lines), "on": .text("2026-01-12T09:30:05+08:00"),
      "organ": JSON(.object([JSON.Member("name", change), JSON.Member(lines, change)])),
      "texts": JSON(
        .object([
          JSON.Member("overview", .list([paragraphs])), JSON.Member(lines, .list([paragraphs])),
        ])),
    ])
    let previous = JSON.make([
      "cells": JSON(.object([])), "form": .text(lines), "organ": .text(lines),
      "source": .text(lines), "texts": JSON.make(["overview": .text(words)]), "year": .whole(2021),
    ])
    let draft = JSON.make([
      "accepted": .list([accepted]),
      "cells": JSON(
        .object([
          JSON.Member(
            "applications", JSON(.object([JSON.Member(lines, JSON(.object([])))]))),
          JSON.Member(lines, .text(lines)),
        ])),
      "form": .text("disclosure-2021"), "history": .list([revision]), "organ": organ,
      "previous": previous,
      "schema": .text("nianbao/draft/1"),
      "texts": JSON.make([
        "overview": .text(words), "problems": .text(words), "other": .text(text),
        "preface": .text(text),
      ]),
      "year": .whole(2023),
    ])
    let unknown = JSON(.object((draft.object ?? []) + [JSON.Member(lines, .text(lines))]))
    return Array(unknown.canonicalText.utf8)
  }

  /// A draft's bytes with some other text in one place.
  static func noDraft(_ find: String, _ replacement: String) -> [UInt8] {
    let sound = """
      {"cells":{},"form":"disclosure-2021","organ":{"name":"局"},"schema":"nianbao/draft/1",\
      "year":2024}
      """
    return Array(sound.replacing(find, with: replacement).utf8)
  }

  /// A text as it stands in JSON.
  static func quoted(_ text: String) -> String { JSON.text(text).compactText }
}
