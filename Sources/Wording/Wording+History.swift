/// What is said of who changed what, and when.
extension Wording {
  package var historyTitle: String { say("修改记录", "History of changes") }

  package var notSavedYet: String { say("本次编辑，尚未保存", "This session, not saved yet") }

  /// That nothing changed at a place since the history began.
  package var noHistoryHere: String {
    say("此处没有修改记录。每次保存时记下改动，此前的改动无从查考", "Nothing was changed here in any save that was noted")
  }

  /// When a save was made and by whom, on one line.
  package func saved(on: String, by: String) -> String {
    let moment = on.isEmpty ? say("时间不详", "time unknown") : moment(on)
    let who = by.isEmpty ? say("姓名不详", "name unknown") : shown(by)
    return moment + sentenceGap + who
  }

  /// A time as people read it: 2026-01-31 09:30:05 +08:00; what is no such time stands as it is.
  func moment(_ text: String) -> String {
    let characters = Array(shown(text))
    guard characters.count == 25, characters[10] == "T", "+-".contains(characters[19]) else {
      return shown(text)
    }
    return String(characters[..<10]) + " " + String(characters[11..<19]) + " "
      + String(characters[19...])
  }

  /// A figure or a piece of data that became another.
  package func change(from: String, to: String) -> String { "\(from) → \(to)" }

  package func paragraph(_ number: Int) -> String { say("第 \(number) 段", "Paragraph \(number)") }

  /// What stood in a text, and what came in its place.
  package func removed(_ words: String) -> String { "- " + shown(words) }
  package func added(_ words: String) -> String { "+ " + shown(words) }

  // Line by line.

  /// What a save did to a place; `head` says when and by whom.
  package func plainHappening(_ head: String, _ changes: [String]) -> String {
    plainSentences([head + say("：", ": ") + changes.joined(separator: say("；", "; "))])
  }

  package func plainChange(from: String, to: String) -> String {
    say("由 \(from) 改为 \(to)", "from \(from) to \(to)")
  }

  package func plainHunk(paragraph number: Int, from: String?, to: String?) -> String {
    let place = paragraph(number)
    switch (from.map(shown), to.map(shown)) {
    case (let from?, let to?):
      return say("\(place)，原文“\(from)”改为“\(to)”", "\(place), “\(from)” became “\(to)”")
    case (let from?, nil): return say("\(place)，删去“\(from)”", "\(place), “\(from)” was deleted")
    case (nil, let to?): return say("\(place)，加入“\(to)”", "\(place), “\(to)” was added")
    case (nil, nil): return place
    }
  }

  // The command line.

  /// The head of what a save changed.
  package func logHead(on: String, by: String, count: Int) -> String {
    saved(on: on, by: by) + sentenceGap
      + say("改动 \(count) 处", count == 1 ? "1 change" : "\(count) changes")
  }

  /// What changed at a place with a name of its own, if it has one.
  package func logChange(of place: String, name: String, _ change: String) -> String {
    let place = shown(place)
    guard !name.isEmpty else { return say("\(place)：\(change)", "\(place): \(change)") }
    return say("\(shown(name))（\(place)）：\(change)", "\(shown(name)) (\(place)): \(change)")
  }

  /// Where a text changed.
  package func logText(_ section: String, name: String, paragraph number: Int) -> String {
    let (section, name) = (shown(section), shown(name))
    let place = name.isEmpty ? section : say("\(name)（\(section)）", "\(name) (\(section))")
    return place + say(" ", ", ") + say(paragraph(number), "paragraph \(number)")
  }

  package func noHistory(in path: String) -> String {
    say("\(shown(path))：没有修改记录", "\(shown(path)): no changes were noted")
  }

  // Versions of the draft file.

  package func olderSchema(_ schema: String) -> String {
    say(
      "是旧版本格式（\(shown(schema))），未改动；请先用 nianbao edit 打开并保存，升级格式",
      "is of an older version (\(shown(schema))) and was left alone;"
        + " open and save it with nianbao edit first, which upgrades it")
  }

  package func upgradeQuestion(_ schema: String) -> String {
    say(
      "保存后将升级为新版本格式（原为 \(shown(schema))），旧版程序不能再打开",
      "Saving upgrades the file (from \(shown(schema))); older programs cannot open it then")
  }
  package var saveUpgraded: String { say("升级并保存", "Save upgraded") }
  package var doNotSave: String { say("暂不保存", "Do not save now") }
}
