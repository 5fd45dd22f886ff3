extension Wording {
  // The page that asks what a new draft is to be.

  package var newDraftTitle: String { say("新建草稿", "A new draft") }
  package var fileLabel: String { say("文件名", "File") }
  package var lastYearLabel: String { say("上年报告", "Last year’s report") }
  package var formLabel: String { say("表样", "Form") }
  package var noLastYear: String { say("（不用）", "(none)") }
  package var createDraft: String { say("建立草稿", "create the draft") }
  package var nextField: String { say("下一项", "next") }

  package var fileHint: String {
    say(
      "草稿存成的文件，已有的文件不会被覆盖；没写扩展名的加上 .json",
      "The file to keep the draft in; none that exists is replaced; .json is added where no ending is given"
    )
  }
  package var lastYearHint: String {
    say(
      "可以不用。左右键选本文件夹中的草稿或已发布的报告（txt），也可以直接输入路径；机关、结转数和上年数随之填好",
      "Optional. Left and Right choose a draft or a published report (txt) of this folder, or type a path;"
        + " organ, requests carried over and last year’s figures come from it")
  }
  package var organNameHint: String {
    say("机关全称，用于报告标题", "The organ’s full name, as in the report’s title")
  }
  package var levelHint: String {
    say("左右键选择，可以不选", "Left and Right choose; it may be left open")
  }
  package var yearHint: String {
    say("报告的年度，四位数字，不是编制的年份", "The year that the report is about, four digits")
  }
  package var formHint: String {
    say("左右键选择；一般用年度对应的表样", "Left and Right choose; as a rule the one in force for the year")
  }
  package var createHint: String {
    say("建立草稿，写入文件并打开", "Make the draft, write its file and open it")
  }
  package var previousFieldHere: String { say("上一项", "The field before") }
  package var nextFieldHere: String { say("下一项", "The next field") }
  package var chooseHere: String {
    say("选择（上年报告、级别、类别、表样）", "Choose (last year’s report, level, kind, form)")
  }
  package var leaveNewDraft: String { say("返回，不建立草稿", "Go back without making a draft") }

  package var fileNameNeeded: String { say("请填草稿的文件名", "Give the draft a file name") }
  package var organNameNeeded: String { say("请填机关全称", "Give the organ’s full name") }

  package func lastYearRead(organ: String, year: Int) -> String {
    say("已读取上年报告：\(organ) \(year) 年度", "Read: \(organ), \(year)")
  }
  package func figuresPlaced(_ count: Int, notPlaced: Int) -> String {
    say(
      "录入 \(count) 格，未录入 \(notPlaced) 行",
      "\(plural(count, "cell")) placed, \(plural(notPlaced, "line")) not placed")
  }
  package func notTheYearBefore(year: Int, previous: Int) -> String {
    say(
      "上年报告是 \(previous) 年度的，不是 \(year) 年度的上一年，不会与它比较",
      "That report is for \(previous), not the year before \(year); they will not be compared")
  }
  package func anotherOrgans(_ organ: String) -> String {
    say(
      "上年报告是\(organ)的，请核对是否选错了文件",
      "That report is one of \(organ); check whether it is the right file")
  }
  package func formIsNotFor(_ year: Int) -> String {
    say("这个表样不是 \(year) 年度用的", "That form is not the one for \(year)")
  }

  /// What a list of files below the fields is.
  package func reportsHere(_ count: Int) -> String {
    count == 0
      ? say("本文件夹中没有可选的文件", "There is no such file in this folder")
      : say("本文件夹中可选的：", "In this folder:")
  }
}
