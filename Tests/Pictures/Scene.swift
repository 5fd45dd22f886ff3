internal import CellGrid
internal import Editor
internal import ReportModel
internal import Wording

/// A screen worth a picture: what is open, how large the window is, and which keys lead there.
struct Scene {
  /// The draft that is open.
  enum Opened {
    /// The bundled sample: one total blank.
    case sample
    /// The same with last year's report, in which some figures are others.
    case sampleWithLastYear
    /// The same after two saves that changed its first figure.
    case sampleWithHistory
    /// The same after a session that was cut off.
    case sampleAfterCutOff
  }

  /// The file's name before the language.
  let name: String
  /// What is to be seen, for who cannot see it.
  let title: (chinese: String, english: String)
  var size = Size(columns: 100, rows: 30)
  var opened = Opened.sample
  var keys: [Key] = []
  /// What must show: keys may come to lead elsewhere.
  let shows: String
  /// What is pasted in the end.
  var pasted: String?

  static let all: [Scene] = [
    Scene(
      name: "main", title: ("主屏幕：光标停在没有填的总计上", "The main screen, the cursor on a blank total"),
      keys: [.function(8)], shows: "表三"),
    Scene(
      name: "text", title: ("文字部分：有问题的字句加下划线", "A text, the words to look at underlined"),
      keys: contents + up + up + enter + end + typed("详见XX文件。") + left + left + left + left,
      shows: "详见XX文件。"),
    Scene(
      name: "last-year", title: ("每行下面显示上年数", "Last year’s figures below this year’s"),
      opened: .sampleWithLastYear, keys: [.function(5)], shows: "2022"),
    Scene(
      name: "question", title: ("几种改法供选择", "Several changes to choose from"),
      keys: contents + down + enter + right + right + right + right + typed("9") + [.function(4)],
      shows: "9 → 1"),
    Scene(
      name: "help", title: ("帮助：当前位置的全部按键", "Help: the keys that work here"), keys: [.function(1)],
      shows: "PgDn"),
    Scene(
      name: "palette", title: ("命令列表：全部命令和按键", "The list of commands with their keys"),
      keys: [.control("p")], shows: "Ctrl+D"),
    Scene(
      name: "preview", title: ("粘贴之前的核对", "Before a paste"), shows: "1 → 12",
      pasted: "项目\t自然人\t总计\n一、本年新收政府信息公开申请数量\t12件\t1,200\n"
        + "二、上年结转政府信息公开申请数量\t/\t0\n没有这一项\t3\t3"),
    Scene(
      name: "story", title: ("修改记录：何人何时由什么改为什么", "Who changed what, and when"),
      size: Size(columns: 80, rows: 12), opened: .sampleWithHistory,
      keys: typed("7") + enter + up + [.alt("h")], shows: "5 → 7"),
    Scene(
      name: "recovery", title: ("有未保存的修改可以恢复", "Unsaved work to restore"),
      size: Size(columns: 80, rows: 14), opened: .sampleAfterCutOff, shows: "1 → 12"),
    Scene(
      name: "contents",
      title: ("80 列的窗口：按 Esc 显示目录", "A window of 80 columns: Esc shows the contents"),
      size: Size(columns: 80, rows: 24), keys: contents, shows: "六 其他事项"),
  ]

  private static let contents = [Key(.escape)]
  private static let up = [Key(.up)]
  private static let down = [Key(.down)]
  private static let left = [Key(.left)]
  private static let right = [Key(.right)]
  private static let end = [Key(.end, .control)]
  private static let enter = [Key(.enter)]
  private static func typed(_ text: String) -> [Key] { text.map(Key.character) }

  func title(in language: Language) -> String {
    language == .chinese ? title.chinese : title.english
  }

  /// The screen after the keys.
  func screen(of sample: Draft, in language: Language) -> Grid {
    var draft = sample
    switch opened {
    case .sample, .sampleAfterCutOff: break
    case .sampleWithLastYear: draft.compareWithLastYear()
    case .sampleWithHistory: draft.changeFirstFigure()
    }
    var editor = Editor(
      draft: draft, access: .editing, fileName: "sample.json", wording: Wording(language),
      size: size)
    if opened == .sampleAfterCutOff {
      _ = editor.update(.opened(colleagues: [], left: [draft.cutOff()]))
    }
    for key in keys { _ = editor.update(.input(.key(key))) }
    if let pasted { _ = editor.update(.input(.paste(pasted))) }
    let screen = editor.screen()
    let isShown = (0..<size.rows).contains { screen.text(row: $0).contains(shows) }
    precondition(isShown, "The scene “\(name)” does not show “\(shows)”.")
    return screen
  }
}

extension Draft {
  /// Takes a report like this one for last year's, in which every ninth figure is another.
  fileprivate mutating func compareWithLastYear() {
    var last = self
    last.year -= 1
    for position in stride(from: 0, to: form.cellCount, by: 9) {
      let cell = CellIndex(position)
      guard let figure = last[cell], figure.isWhole else { continue }
      last[cell] = Quantity(whole: figure.digits + figure.digits / 9 + 1)
    }
    previous = PreviousYear(last, source: "2022.json", on: form)
  }

  /// What a session left that was cut off after three changes.
  fileprivate func cutOff() -> Recovery {
    var changed = self
    for (address, figure) in [("natural", 12), ("business", 3)] {
      let cell = Address("applications.new.\(address)").flatMap { form.cell(at: $0) }
      if let cell { changed[cell] = Quantity(whole: Int64(figure)) }
    }
    return Recovery(
      user: "张三", host: "bgs-03", since: "2026-01-14T16:02:41+08:00", base: self, draft: changed,
      halfTyped: HalfTyped(at: "applications.new.total", text: "1"), isCutOff: false)
  }

  /// Lets two people change the figure at which the editor opens.
  fileprivate mutating func changeFirstFigure() {
    guard let cell = Address("applications.new.natural").flatMap({ form.cell(at: $0) }) else {
      return
    }
    let saves = [
      (3, "李四", "2026-01-12T09:30:05+08:00"), (5, "张三", "2026-01-14T16:02:41+08:00"),
    ]
    for (figure, person, time) in saves {
      var next = self
      next[cell] = Quantity(whole: Int64(figure))
      self = next.revised(from: self, by: person, on: time)
    }
  }
}
