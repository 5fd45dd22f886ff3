import ReportModel

extension Wording {
  /// A command's name for the line of keys of a context, where it means something special there.
  package func shortName(_ command: Command, in context: Context) -> String {
    if context == .replacing {
      if command == .open { return say("下一处", "next match") }
      if command == .nextCell { return say("换一栏", "other line") }
    }
    if context == .recovery {
      if command == .open { return say("恢复", "restore") }
      if command == .blank { return say("放弃", "give up") }
      if command == .cancel { return say("以后再说", "later") }
    }
    if context == .question || context == .picker, command == .open {
      return say("选定", "choose")
    }
    if context == .overview, command == .open { return say("转到", "go there") }
    if context == .thread {
      if command == .open { return say("发出", "send") }
      if command == .nextCell { return say("换范围", "what it is about") }
      if command == .down { return say("选批注", "choose") }
    }
    if context == .conflicts {
      if command == .open { return say("保存", "save") }
      if command == .left { return name(of: Choice.ours) }
      if command == .right { return name(of: Choice.theirs) }
      if command == .changeChoice { return say("换一种", "other choice") }
      if command == .down { return say("下一处", "next") }
    }
    return shortName(command)
  }

  /// What is worth knowing while writing.
  var textNote: String {
    say(
      "按住 Shift 移动光标即可选取，输入的文字替换选取的内容。复制的内容同时送到终端的剪贴板（终端支持时）。"
        + "外部编辑器由环境变量 VISUAL 或 EDITOR 指定，保存退出后文字带回本部分，算一步撤销。",
      "Shift with the arrows selects; typing replaces what is selected. What is copied goes to the"
        + " terminal’s clipboard, too, where the terminal takes it. Your own editor is the one that"
        + " VISUAL or EDITOR names; saved and left, the text comes back as one step.")
  }

  // Selecting and copying.

  package func characterCount(selected: Int, of total: Int) -> String {
    say("选取 \(selected) 字 / 共 \(total) 字", "\(selected) of \(total) characters selected")
  }

  package var nothingSelected: String {
    say(
      "没有选取文字；按住 Shift 移动光标即可选取",
      "Nothing is selected; Shift with the arrows selects")
  }

  package func copiedCharacters(_ count: Int) -> String {
    say("已复制 \(count) 字", "Copied \(count) character\(count == 1 ? "" : "s")")
  }

  package func cutCharacters(_ count: Int) -> String {
    say("已剪切 \(count) 字", "Cut \(count) character\(count == 1 ? "" : "s")")
  }

  package var tooLongForTerminal: String {
    say(
      "内容过长，没有送到终端的剪贴板；在本程序内可以粘贴",
      "Too long for the terminal’s clipboard; it can be pasted within this program")
  }

  // Finding and replacing.

  package var replaceTitle: String { say("查找和替换", "Find and replace") }
  package var findLabel: String { say("查找", "Find") }
  package var replaceLabel: String { say("替换为", "Replace with") }
  package var typeWhatToFind: String { say("请输入要查找的文字", "Type what to find") }
  package func noMatch(_ pattern: String) -> String {
    say("没有找到“\(pattern)”", "“\(pattern)” is not in this text")
  }
  package var fromTheBeginning: String {
    say("已到末尾，从头继续查找", "From the beginning again")
  }

  /// How many matches there are, and which one is selected.
  package func matches(_ count: Int, number: Int?) -> String {
    guard let number else {
      return say("共 \(count) 处", count == 1 ? "1 match" : "\(count) matches")
    }
    return say("第 \(number) 处，共 \(count) 处", "match \(number) of \(count)")
  }

  package func replacedAll(_ count: Int) -> String {
    say("已替换 \(count) 处", "Replaced \(count) match\(count == 1 ? "" : "es")")
  }

  // The person's own editor.

  package var editedTaken: String {
    say("已带回外部编辑器中修改的文字", "Took over the text as you left it in your editor")
  }
  package var editedUnchanged: String {
    say("外部编辑器中没有修改文字", "The text came back unchanged")
  }

  package func editorNotStarted(_ name: String) -> String {
    say(
      "不能启动外部编辑器“\(shown(name))”，请检查环境变量 VISUAL、EDITOR",
      "“\(shown(name))” could not be started; see VISUAL and EDITOR")
  }
  package func editorFailed(code: Int) -> String {
    say("外部编辑器出错（退出码 \(code)），文字未改", "The editor failed (exit \(code)); the text is unchanged")
  }
  package func editorKilled(signal: Int) -> String {
    say(
      "外部编辑器被中止（信号 \(signal)），文字未改",
      "The editor was ended (signal \(signal)); the text is unchanged")
  }
  package var editorLeft: String {
    say("外部编辑器没有结束，文字未改", "The editor had not ended; the text is unchanged")
  }
  package var editedNotUTF8: String {
    say("改后的文件不是 UTF-8 编码，文字未改", "What came back is not UTF-8; the text is unchanged")
  }
  package var editedFileGone: String {
    say("外部编辑器删除了文件，文字未改", "The editor removed the file; the text is unchanged")
  }

  /// Why a text did not come back, and where it is.
  package func editedKept(_ path: String, because failure: String) -> String {
    say("\(failure)；内容在 \(shown(path))", "\(failure), kept in \(shown(path))")
  }

  /// Said when the program has ended.
  package func editedTextKept(_ path: String) -> String {
    say(
      "外部编辑器中没有带回的文字保存在：\(shown(path))",
      "The text that did not come back from the editor is in: \(shown(path))")
  }
}
