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
      "有 \(count) 格与草稿不一致，已标出。请对照原件再看（下一处：\(nextKey)），然后记入（\(saveKey)）",
      "\(count) not as in the draft, marked here; look at your papers again (next: \(nextKey)), then record it (\(saveKey))"
    )
  }
  package var lookAgain: String {
    say("与草稿不一致，请对照原件再看", "not as in the draft; look at your papers again")
  }
  package var nothingTypedYet: String { say("还没有录入数字", "nothing is typed yet") }
  package func compareWhileBlank(_ blanks: Int) -> String {
    say(
      "还有 \(blanks) 格没有录。现在核对？不一致的格只提示一次",
      "\(blanks) \(blanks == 1 ? "cell is" : "cells are") not typed. Compare now? What differs is told once only"
    )
  }
  package var compareNow: String { say("没有录的就是空白，现在核对", "they are blank; compare now") }
  /// Whether to record the result; all are the same where their count is given.
  package func recordQuestion(allSameOf count: Int?) -> String {
    guard let count else {
      return say(
        "记入草稿并列出两边的数字？记入后不能再改", "Record it in the draft and show both sides? It is final")
    }
    return say("\(count) 格与草稿全部一致，记入草稿？", "All \(count) are as in the draft. Record that?")
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
    say("复录核对：\(count) 次", "Figures typed again: \(plural(count, "time"))")
  }
  package func sheetInUse(_ draft: String, _ colleagues: String) -> String {
    say(
      "\(shown(draft))：这些数字正在别的窗口里复录（\(colleagues)），请到那里接着录",
      "\(shown(draft)): these figures are being typed again elsewhere (\(colleagues)); go on there")
  }
  package func sheetUnreadable(_ sheet: String, _ cause: String) -> String {
    say(
      "\(cause)。上次没有录完的数字读不出来，删除 \(shown(sheet)) 后重新复录",
      "\(cause). What was typed before cannot be read; remove \(shown(sheet)) and type it anew")
  }
  package func notTheSheet(_ sheet: String) -> String {
    say("\(shown(sheet))：不是这次复录的空表", "\(shown(sheet)) is not the sheet of these figures")
  }
}
