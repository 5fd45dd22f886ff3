package import ReportModel

/// What is said where figures are typed again by somebody who does not see them.
extension Wording {
  /// What one is here for, in the title.
  package var typingAgain: String { say("复录", "typing again") }
  package var compareSheet: String { say("核对", "compare") }
  package var onlyFiguresAgain: String {
    say(
      "这里只录数字；记入草稿以后不能再录",
      "Only figures are typed here, and none once they are recorded")
  }
  package func typedOtherwise(_ count: Int, nextKey: String, saveKey: String) -> String {
    say(
      "有 \(count) 格与草稿不一致，已标出。请对照原件再看（\(nextKey) 下一处），然后再按 \(saveKey)",
      "\(count) not as in the draft, marked here; look at your papers again (\(nextKey) for the next), then press \(saveKey)"
    )
  }
  package var lookAgain: String {
    say("与草稿不一致，请对照原件再看", "not as in the draft; look at your papers again")
  }
  package func recordQuestion(differing: Int, of count: Int) -> String {
    differing == 0
      ? say("\(count) 格与草稿全部一致，记入草稿？", "All \(count) are as in the draft. Record that?")
      : say(
        "\(count) 格中有 \(differing) 格与草稿不一致。记入草稿并列出两边的数字？记入后不能再改",
        "\(differing) of \(count) are not as in the draft. Record it and show both? It is final")
  }
  package var recordIt: String { say("记入草稿", "record it") }
  package var goOnTypingAgain: String { say("继续复录", "go on typing") }
  package var leaveSheetQuestion: String {
    say("复录还没有记入草稿", "What was typed is not recorded in the draft yet")
  }
  package var keepSheet: String { say("留着，下次接着录", "keep it and go on another time") }
  package var dropSheet: String { say("不要了，直接退出", "drop it and quit") }
  package func typedAgain(_ count: Int, differing: Int) -> String {
    differing == 0
      ? say(
        "复录 \(count) 格，与草稿全部一致，已记入草稿", "\(count) typed again, all as in the draft; recorded there")
      : say(
        "复录 \(count) 格，\(differing) 格与草稿不一致，已记入草稿",
        "\(count) typed again, \(differing) not as in the draft; recorded there")
  }
  /// What a draft has and what was typed for it, after the name of the place if that is given.
  package func sideBySide(_ place: String?, stored: Quantity?, typed: Quantity?) -> String {
    let (stored, typed) = (stored?.description ?? blankValue, typed?.description ?? blankValue)
    return (place.map { $0 + say("：", ": ") } ?? "")
      + say("草稿 \(stored)，复录 \(typed)", "draft \(stored), typed \(typed)")
  }
  package func sheetKept(_ draft: String) -> String {
    say(
      "已录的数字记下了，再次对 \(shown(draft)) 执行同样的 verify 可接着录",
      "what was typed is kept; the same verify of \(shown(draft)) goes on with it")
  }
  package func nothingToTypeAgain(_ place: String) -> String {
    say("“\(shown(place))”没有可复录的数字", "there are no figures to type again in “\(shown(place))”")
  }
  package func draftOnOtherForm(_ draft: String) -> String {
    say(
      "\(shown(draft)) 在复录期间换了表式，没有记入；请重新复录",
      "\(shown(draft)) is on another form than when typing began; nothing was recorded, type it anew"
    )
  }
  package func overviewRekeyings(_ count: Int) -> String {
    say("复录核对：\(count) 次", "Figures typed again: \(count) times")
  }
}
