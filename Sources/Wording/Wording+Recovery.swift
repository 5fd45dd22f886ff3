package import ReportModel

/// Somebody else at work on the same draft.
package struct Colleague: Equatable, Sendable {
  /// Their name; empty where not known.
  package var user: String
  package var host: String
  /// Since when, as 2026-01-12T09:30:05+08:00.
  package var since: String
  /// For how many minutes nothing was heard of them; nil where they are there.
  package var quietMinutes: Int?

  package init(user: String, host: String, since: String, quietMinutes: Int?) {
    self.user = user
    self.host = host
    self.since = since
    self.quietMinutes = quietMinutes
  }
}

extension Wording {
  // Who else is there.

  /// Who is at work on the draft, in one sentence.
  package func atWork(_ colleagues: [Colleague]) -> String {
    let names = colleagues.map(named).joined(separator: say("；", "; "))
    return say("这份草稿正有人编辑：\(names)。", "Somebody is at work on this draft: \(names).")
  }

  private func named(_ colleague: Colleague) -> String {
    let user = colleague.user.isEmpty ? say("（未留姓名）", "(no name)") : shown(colleague.user)
    let place = say("在 \(shown(colleague.host))，", "on \(shown(colleague.host)), ")
    let since = say("\(minute(colleague.since))起", "since \(minute(colleague.since))")
    guard let minutes = colleague.quietMinutes else { return user + say(" ", " ") + place + since }
    let quiet = say(
      "已 \(minutes) 分钟没有动静，可能已断开", "quiet for \(minutes) minutes, perhaps cut off")
    return user + " " + place + since + say("，", ", ") + quiet
  }

  /// A time to the minute.
  private func minute(_ text: String) -> String { String(moment(text).prefix(16)) }

  package var onlyRead: String { say("只查看，不修改", "Only read") }
  package var editCopy: String { say("另存一份，编辑新文件", "Save a copy and edit that") }
  package var editTogether: String {
    say("一起编辑，保存时合并两人的修改", "Edit all the same; a save puts both together")
  }
  package var onlyReading: String { say("现在只能查看", "Only reading now") }

  // What was left unsaved.

  package var recoveryTitle: String { say("有未保存的修改可以恢复", "Unsaved work to restore") }

  /// Whose work was left, and how much of it.
  package func leftBy(_ recovery: Recovery, count: Int) -> String {
    let user = recovery.user.isEmpty ? "" : shown(recovery.user) + say(" ", " ")
    let cutOff = recovery.isCutOff ? say("，末尾有一行没有写全", ", the last line torn off") : ""
    return say(
      "\(user)在 \(shown(recovery.host)) 从 \(minute(recovery.since)) 起的修改 \(count) 处，没有保存\(cutOff)",
      "\(plural(count, "change")) by \(user)on \(shown(recovery.host)) since \(minute(recovery.since))\(cutOff)"
    )
  }

  package func recoveryKeys(restore: String, giveUp: String, later: String) -> String {
    say(
      "\(restore) 恢复　\(giveUp) 放弃　\(later) 以后再说",
      "\(restore) restore  \(giveUp) give up  \(later) later")
  }

  package func restored(_ count: Int, undoKey key: String) -> String {
    say(
      "已恢复 \(count) 处修改，\(key) 可以撤销", "\(plural(count, "change")) restored; \(key) takes them back")
  }
  package var recoveryKept: String {
    say("未保存的修改仍然保留，下次打开时再问", "Kept; you will be asked again at the next opening")
  }
  package var recoverableWhenEditing: String {
    say("还有未保存的修改可以恢复，请用编辑方式打开", "There is unsaved work to restore; open the draft to edit")
  }
  package var recoveryOnOtherForm: String {
    say(
      "有一份未保存的修改用的是另一种表样，不能并入，已保留",
      "Unsaved work on another form was left; it cannot be put in here and is kept")
  }
  package func giveUpQuestion(_ count: Int) -> String {
    say("放弃这 \(count) 处未保存的修改？", "Give up these \(count) unsaved changes?")
  }
  package var giveUpRecovery: String { say("放弃，不再恢复", "Give them up") }
  package var backToRecovery: String { say("返回再看", "Look again") }
  package var gaveUp: String { say("已放弃那些修改", "Those changes were given up") }

  /// A part of a text before and after, each as its beginning.
  package func textChange(from old: [String], to new: [String]) -> String {
    wordChange(from: excerpt(old), to: excerpt(new))
  }

  private func excerpt(_ paragraphs: [String]) -> String {
    let text = shown(paragraphs.joined(separator: " "))
    let room = 16
    return text.count > room ? text.prefix(room) + "…" : text
  }

  package func wordChange(from old: String?, to new: String?) -> String {
    func shownOrBlank(_ text: String?) -> String {
      guard let text, !text.isEmpty else { return blankValue }
      return shown(text)
    }
    return "\(shownOrBlank(old)) → \(shownOrBlank(new))"
  }

  package var acceptances: String { say("保留的说明", "Acceptances") }
  package func halfTyped(_ text: String) -> String {
    say("正在输入“\(shown(text))”", "“\(shown(text))” being typed")
  }

  package var restoreThem: String { say("恢复这些修改", "restore these changes") }
  package var decideLater: String { say("以后再说", "decide later") }

  // Saving elsewhere.

  package var plainWherePath: String {
    say("请在“另存”后面写文件名或路径。", "Write a name or path behind saveas.")
  }

  package var pathPrompt: String { say("另存为（文件名或路径）", "Save as (name or path)") }

  /// What a copy of a file may be called.
  package func copyName(of file: String) -> String {
    guard file.hasSuffix(".json") else { return file + say("-副本", "-copy") }
    return file.dropLast(5) + say("-副本.json", "-copy.json")
  }

  /// Why a save failed, and that there is another way.
  package func orSaveElsewhere(_ message: String, key: String) -> String {
    say("\(message)（\(key) 另存为别的文件）", "\(message) (\(key) saves elsewhere)")
  }

  // The journal.

  package func notNoted(_ reason: String, saveKey key: String) -> String {
    say(
      "防丢失记录写不进去（\(reason)），请尽快用 \(key) 保存",
      "the recovery journal cannot be written (\(reason)); save soon with \(key)")
  }

  /// Said when the program was ended with unsaved work.
  package func keptForRecovery(_ file: String) -> String {
    say(
      "未保存的修改已经记下，再次打开 \(shown(file)) 时可以恢复",
      "unsaved work was kept; opening \(shown(file)) again offers to restore it")
  }
}
