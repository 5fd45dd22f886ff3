extension Wording {
  /// A list to choose from.
  package enum ListKind: Equatable, Sendable {
    /// Everything the program can do.
    case commands
    /// Sections, rows and cells.
    case places
    /// What a search finds.
    case find
    /// The figures of the tables, to be put into a text.
    case figures
  }

  package func title(of kind: ListKind) -> String {
    switch kind {
    case .commands: say("命令", "Commands")
    case .places: say("转到", "Go to")
    case .find: say("查找", "Find")
    case .figures: say("插入数据", "Insert a figure")
    }
  }

  /// What may be typed, while nothing is and the list is empty.
  package func pickerHint(_ kind: ListKind) -> String {
    switch kind {
    case .commands, .places, .figures: notFound
    case .find:
      say(
        "输入项目名称、数字或文字，也可以只输拼音首字母",
        "Type part of a label, a figure or words; pinyin initials will do")
    }
  }

  package var notFound: String { say("没有找到", "Nothing found") }

  package func itemCount(_ count: Int) -> String { say("\(count) 项", "\(count)") }

  package func notHere(_ command: Command) -> String {
    say("此处不能用：\(longName(command))", "Not here: \(longName(command))")
  }

  package func widthChanged(isWide: Bool) -> String {
    isWide
      ? say("特殊符号按两格宽显示", "Ambiguous characters are now drawn two columns wide")
      : say("特殊符号按一格宽显示", "Ambiguous characters are now drawn one column wide")
  }
}
