package import CellGrid

extension Wording {
  /// A key as people call it, such as Ctrl+S, Shift+F8, ↑.
  package func keyName(_ key: Key) -> String {
    var parts: [String] = []
    if key.modifiers.contains(.control) { parts.append("Ctrl") }
    if key.modifiers.contains(.alt) { parts.append("Alt") }
    if key.modifiers.contains(.shift) { parts.append("Shift") }
    // A letter with Ctrl or Alt is written large, as on the keys; alone it is what is typed.
    let isTyped = key.modifiers.isEmpty
    let name = name(of: key.code)
    if case .character(let character) = key.code, isTyped, character != " " {
      parts.append(String(character))
    } else {
      parts.append(name)
    }
    return parts.joined(separator: "+")
  }

  private func name(of code: Key.Code) -> String {
    switch code {
    case .character(" "): say("空格", "Space")
    case .character(let character): String(character).uppercased()
    case .up: say("上", "Up")
    case .down: say("下", "Down")
    case .left: say("左", "Left")
    case .right: say("右", "Right")
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .escape: "Esc"
    case .function(let number): "F\(number)"
    }
  }

  /// A command's name for the line of keys: two or three characters in Chinese.
  package func shortName(_ command: Command) -> String {
    switch command {
    case .up, .down, .left, .right, .pageUp, .pageDown, .lineStart, .lineEnd, .first, .last:
      say("移动", "move")
    case .selectUp, .selectDown, .selectLeft, .selectRight, .selectPageUp, .selectPageDown,
      .selectLineStart, .selectLineEnd, .selectFirst, .selectLast:
      say("选取", "select")
    case .selectAll: say("全选", "all")
    case .selectWord: say("选词", "word")
    case .nextCell: say("下一格", "next")
    case .previousCell: say("上一格", "back")
    case .nextLine: say("确认", "enter")
    case .editInPlace: say("编辑", "edit")
    case .blank, .blankAndEdit: say("清空", "blank")
    case .copy: say("复制", "copy")
    case .cut: say("剪切", "cut")
    case .paste: say("粘贴", "paste")
    case .fillDown: say("向下填充", "fill down")
    case .fillRight: say("向右填充", "fill right")
    case .fillTotals: say("全部合计", "totals")
    case .fillZeros: say("空格填 0", "blanks to 0")
    case .find: say("查找", "find")
    case .goTo: say("转到", "go to")
    case .nextSection: say("下一部分", "next section")
    case .previousSection: say("上一部分", "previous section")
    case .replace: say("替换", "replace")
    case .replaceOne: say("替换此处", "replace")
    case .replaceAll: say("全部替换", "replace all")
    case .insertFigure: say("插入数据", "insert figure")
    case .externalEditor: say("外部编辑", "editor")
    case .palette: say("命令", "commands")
    case .suspend: say("挂起", "suspend")
    case .changeWidth: say("字宽", "widths")
    case .nextFinding: say("下一问题", "next finding")
    case .previousFinding: say("上一问题", "previous finding")
    case .applySuggestion: say("采纳", "apply")
    case .fillTotal: say("合计", "total")
    case .accept: say("说明", "accept")
    case .compareYears: say("上年", "last year")
    case .story: say("修改记录", "history")
    case .overview: say("概况", "summary")
    case .comment: say("批注", "comment")
    case .settle: say("办结", "settle")
    case .submit: say("提交", "hand in")
    case .sendBack: say("退回", "return")
    case .sign: say("签核", "sign")
    case .undo: say("撤销", "undo")
    case .redo: say("重做", "redo")
    case .nextPane, .previousPane: say("换窗格", "pane")
    case .open: say("选定", "open")
    case .newParagraph: say("另起一段", "new paragraph")
    case .deleteBackward, .deleteForward, .deleteToStart: say("删除", "delete")
    case .changeChoice: say("选择", "choose")
    case .save: say("保存", "save")
    case .saveElsewhere: say("另存", "save as")
    case .quit: say("退出", "quit")
    case .help: say("帮助", "help")
    case .cancel: say("返回", "back")
    case .redraw: say("刷新", "redraw")
    }
  }

  /// What a command does, in a sentence for the help page.
  package func longName(_ command: Command) -> String {
    switch command {
    case .up: say("向上移动", "Move up")
    case .down: say("向下移动", "Move down")
    case .left: say("向左移动", "Move left")
    case .right: say("向右移动", "Move right")
    case .pageUp: say("向上翻页", "Move up a page")
    case .pageDown: say("向下翻页", "Move down a page")
    case .lineStart: say("移到行首", "Move to the start of the line")
    case .lineEnd: say("移到行尾", "Move to the end of the line")
    case .first: say("移到最前", "Move to the very first")
    case .last: say("移到最后", "Move to the very last")
    case .nextCell: say("移到下一格", "Move to the next cell")
    case .previousCell: say("移到上一格", "Move to the previous cell")
    case .nextLine: say("确认并移到下一行", "Take the value and move down")
    case .editInPlace: say("在原值上修改", "Edit the value in place")
    case .blank: say("清空（空白不等于 0）", "Make blank (blank is not 0)")
    case .blankAndEdit: say("清空并重新输入", "Make blank and type anew")
    case .selectUp: say("向上扩大选区", "Extend the selection up")
    case .selectDown: say("向下扩大选区", "Extend the selection down")
    case .selectLeft: say("向左扩大选区", "Extend the selection left")
    case .selectRight: say("向右扩大选区", "Extend the selection right")
    case .selectPageUp: say("向上选取一页", "Select a page up")
    case .selectPageDown: say("向下选取一页", "Select a page down")
    case .selectLineStart: say("选取到行首", "Select to the start of the line")
    case .selectLineEnd: say("选取到行尾", "Select to the end of the line")
    case .selectFirst: say("选取到最前", "Select to the very first")
    case .selectLast: say("选取到最后", "Select to the very last")
    case .selectAll: say("全部选取", "Select everything here")
    case .selectWord: say("选取光标处的词语（双击）", "Select the words here (double click)")
    case .copy: say("复制选取的内容", "Copy what is selected")
    case .cut: say("剪切选取的内容", "Cut what is selected")
    case .paste: say("粘贴本程序中最后复制的内容", "Paste what was copied last in this program")
    case .fillDown: say("向下填充：用第一行的数填满选区", "Fill the selection down from its first row")
    case .fillRight: say("向右填充：用第一列的数填满选区", "Fill the selection right from its first column")
    case .fillTotals: say("填入本表所有空白的总计", "Fill every blank total of this table")
    case .fillZeros: say("空白格一律填 0（先询问）", "Fill blank cells with 0, after asking")
    case .find: say("查找项目、数字、文字", "Find a label, a figure, a text")
    case .goTo: say("转到某一格或某一部分", "Go to a cell or a section")
    case .nextSection: say("转到下一部分", "Go to the next section")
    case .previousSection: say("转到上一部分", "Go to the previous section")
    case .replace: say("查找和替换文字", "Find and replace in the text")
    case .replaceOne: say("替换此处，转到下一处", "Replace this one and go to the next")
    case .replaceAll: say("替换本部分中的每一处", "Replace all in this text")
    case .insertFigure: say("把表中的数据插入文字", "Insert a figure of the tables in the text")
    case .externalEditor:
      say("用外部编辑器改这段文字", "Edit the text in your own editor ($VISUAL, $EDITOR)")
    case .palette: say("命令列表（可用拼音首字母查找）", "All commands, found by typing")
    case .suspend: say("挂起程序，回到命令行（fg 返回）", "Suspend the program (fg comes back)")
    case .changeWidth:
      say("改换特殊符号的宽度（画面错位时用）", "Change the width of ambiguous characters")
    case .nextFinding: say("转到下一个问题", "Go to the next finding")
    case .previousFinding: say("转到上一个问题", "Go to the previous finding")
    case .applySuggestion: say("采纳此处问题的修改建议", "Apply the suggestion for the finding here")
    case .fillTotal: say("按各项之和填入此处总计", "Fill this total from its parts")
    case .accept: say("说明理由，保留此处的提醒", "Let the warning here stand, with a reason")
    case .compareYears: say("显示或收起上年数", "Last year’s figures beside this year’s, on and off")
    case .story:
      say("查看此处的修改记录（何人何时改动）", "Show who changed what is here, and when")
    case .overview:
      say(
        "概况：审核进度、问题、批注、改动", "Overview: the review, findings, comments and changes")
    case .comment: say("查看此处的批注，添加或答复", "Read and write comments on this place")
    case .settle: say("办结或重新打开批注", "Settle the comment, or open it again")
    case .submit: say("提交审核", "Hand the draft in for review")
    case .sendBack: say("退回草稿，说明理由", "Return the draft, with a reason")
    case .sign: say("为轮到的环节签核", "Sign the draft off for the stage whose turn it is")
    case .undo: say("撤销上一步", "Undo the last step")
    case .redo: say("重做撤销的一步", "Redo the step undone")
    case .nextPane: say("换到下一窗格（目录、内容、问题）", "Next pane (contents, main, findings)")
    case .previousPane: say("换到上一窗格", "Previous pane")
    case .open: say("打开、选定", "Open, choose")
    case .newParagraph: say("另起一段", "Begin a new paragraph")
    case .deleteBackward: say("删除前一个字", "Delete the character before")
    case .deleteForward: say("删除后一个字", "Delete the character after")
    case .deleteToStart: say("删除光标前的全部", "Delete all before the caret")
    case .changeChoice: say("换下一个选项", "Take the next choice")
    case .save: say("保存草稿", "Save the draft")
    case .saveElsewhere: say("另存为别的文件，接着编辑它", "Save as another file and go on with that")
    case .quit: say("退出（未保存时先询问）", "Quit (asks while unsaved)")
    case .help: say("当前位置的帮助", "Help for where you are")
    case .cancel: say("返回、取消", "Go back, cancel")
    case .redraw: say("重新显示屏幕", "Draw the screen anew")
    }
  }

  /// What all the keys do that extend the selection.
  package var extendingSelection: String { say("扩大选区", "Extend the selection") }

  /// What a context is called at the head of its help page.
  package func contextName(_ context: Context) -> String {
    switch context {
    case .grid: say("在表格中", "In a table")
    case .overwriting: say("输入数字时", "While typing a figure")
    case .editing: say("修改数字时", "While editing a figure")
    case .text: say("在文字部分", "In a text section")
    case .organ: say("在机关信息中", "In the organ’s data")
    case .field: say("填写机关信息时", "While editing the organ’s data")
    case .contents: say("在目录中", "In the contents")
    case .findings: say("在问题列表中", "In the list of findings")
    case .help: say("帮助", "Help")
    case .reason: say("填写理由时", "While typing a reason")
    case .question: say("询问", "A question")
    case .picker: say("在列表中", "In a list")
    case .preview: say("粘贴之前", "Before pasting")
    case .replacing: say("查找和替换时", "While finding and replacing")
    case .story: say("修改记录", "History of changes")
    case .recovery: say("恢复未保存的修改时", "While restoring unsaved work")
    case .path: say("填写另存的位置时", "While typing where to save")
    case .conflicts: say("选定合并内容时", "While choosing between two versions")
    case .overview: say("在概况中", "In the overview")
    case .thread: say("在批注中", "In the comments")
    }
  }

  /// What else is worth knowing in a context, for the foot of its help page.
  ///
  /// `redoKey` and `nextFindingKey` name the keys of those commands.
  package func helpNotes(
    _ context: Context, redoKey: String, nextFindingKey: String
  ) -> [String] {
    switch context {
    case .grid, .overwriting, .editing:
      [
        say(
          "直接输入数字即覆盖原值，全角数字和负号也可以；回车、Tab、方向键确认，Esc 恢复原值（\(redoKey) 可找回刚才输入的数）。",
          "Typing digits replaces the value, full-width ones too; Enter, Tab and arrows take it,"
            + " Esc restores the old one (\(redoKey) brings the typed one back)."),
        say(
          "左端 ✗ 表示该行有数字对不上，⚠ 是提醒，ℹ 是提示，✓ 是已说明理由的，✎ 是有批注的，"
            + "~ 是上次审核以来改过的；光标处的说明在屏幕下方。"
            + "没有填的格不等于 0，表样要求每格都填。",
          "✗ at the left marks a row whose figures do not agree, ⚠ a warning, ℹ a hint, ✓ one that was"
            + " accepted, ✎ a comment, ~ what changed since the last review; what is known about the cell stands below. A blank is not 0, and the form"
            + " asks for a figure in every cell."),
      ]
    case .text:
      helpNotes(.field, redoKey: redoKey, nextFindingKey: nextFindingKey) + [
        say(
          "加下划线的字句有问题要看：光标移到那里，说明在屏幕下方；\(nextFindingKey) 依次转到各处。",
          "Underlined words are to be looked at: with the cursor there it says why below; \(nextFindingKey) goes from"
            + " one to the next."),
        textNote,
      ]
    case .organ, .field:
      [
        say(
          "粘贴请用终端自带的粘贴：Ctrl+Shift+V、Shift+Insert，或按住 Shift 点鼠标右键。",
          "To paste, use the terminal’s own: Ctrl+Shift+V, Shift+Insert, or Shift with the right button."
        )
      ]
    case .contents, .findings, .help, .question, .reason, .picker, .preview, .replacing,
      .story, .recovery, .path, .conflicts, .overview, .thread:
      []
    }
  }
}
