package import ReportModel

extension Wording {
  package var pasteTitle: String { say("粘贴之前请核对", "Before pasting") }

  /// What a paste would do, in one line.
  package func pasteSummary(changed: Int, unchanged: Int, marks: Int, refused: Int) -> String {
    var parts = [say("\(changed) 格将改变", "\(changed) to change")]
    if unchanged > 0 { parts.append(say("\(unchanged) 格不变", "\(unchanged) the same")) }
    if marks > 0 { parts.append(say("其中 \(marks) 格只有“/”“-”“无”", "\(marks) of them with a dash")) }
    if refused > 0 { parts.append(say("\(refused) 处未识别", "\(refused) not understood")) }
    return parts.joined(separator: say("，", ", "))
  }

  /// What Enter and the space bar do before a paste.
  package func pasteKeys(take: String, marks: String?, cancel: String, fills: Bool, count: Int)
    -> String
  {
    let fill = marks.map { key in
      fills
        ? say("　\(key) 这 \(count) 格留空", "   \(key) leave these \(count) blank")
        : say("　\(key) 这 \(count) 格填 0", "   \(key) fill these \(count) with 0")
    }
    return say("\(take) 粘贴", "\(take) pastes") + (fill ?? "")
      + say("　\(cancel) 放弃", "   \(cancel) gives it up")
  }

  /// A cell before and after a paste.
  package func pasteChange(from old: Quantity?, to new: Quantity?) -> String {
    "\(old?.description ?? blankValue) → \(new?.description ?? blankValue)"
  }

  package func notPasted(lines: ClosedRange<Int>, _ text: String, _ reason: String) -> String {
    let (first, last) = (lines.lowerBound, lines.upperBound)
    return first == last
      ? say("第 \(first) 行“\(text)”：\(reason)", "Line \(first) “\(text)”: \(reason)")
      : say(
        "第 \(first) 至 \(last) 行“\(text)”等：\(reason)",
        "Lines \(first) to \(last) “\(text)” …: \(reason)")
  }

  package var pasteOutside: String { say("超出表格", "beyond the table") }
  package var pasteNoFigure: String { say("不是数字", "no figure") }
  package func pasteUnit(_ unit: String) -> String {
    say("单位“\(unit)”与此格不符", "the unit “\(unit)” is not the cell’s")
  }
  package var pasteNoLabel: String { say("没有项目名称", "no label") }
  package var pasteUnknownLabel: String { say("表中没有这一项", "no such row in the form") }
  package var pasteAmbiguousLabel: String { say("有几行都叫这个名称", "several rows have this label") }
  package func pasteFigureCount(found: Int, expected: Int) -> String {
    say("有 \(found) 个数，此行应有 \(expected) 个", "\(found) figures where the row has \(expected)")
  }
  package var pasteColumns: String { say("表头与表样不符", "the header is not the form’s") }
  package var pasteTwice: String { say("同一格有两个不同的数", "a second figure for the same cell") }
  package var pasteTooManyDigits: String { say("超过 15 位数字", "more than 15 digits") }
  package var pasteTooLong: String { say("内容过多，以下未读", "too much; the rest was not read") }

  package var pasteWord: String { say("粘贴", "paste") }
  package var giveUp: String { say("放弃", "give up") }
  package var fillOrBlank: String { say("填 0 或留空", "0 or blank") }

  /// What to do before pasting or typing where nothing takes it.
  package var goInsideFirst: String {
    say("先按回车进入表格或文字，再输入或粘贴", "Enter a table or a text first, then type or paste")
  }

  package var nothingToPaste: String {
    say("粘贴的内容没有一处能对上表格，未填入", "Nothing of what was pasted fits the table; nothing was filled in")
  }
  package var pastedIsTheSame: String {
    say("粘贴的内容与表中相同，没有改变", "What was pasted is what stands there; nothing changed")
  }
  package func pasted(_ count: Int, undoKey key: String) -> String {
    say("已粘贴，改变 \(count) 格（\(key) 撤销）", "Pasted; \(count) changed (\(key) takes it back)")
  }
}
