import CellGrid

/// Where a question and its answers stand on a screen.
struct QuestionLayout {
  /// A line of the question, or of one of its answers.
  struct Line {
    var text: String
    /// The number of the answer; nil for the question itself.
    var answer: Int?
    var place: Rect
  }

  let box: Rect
  let hasFrame: Bool
  private(set) var lines: [Line] = []

  init(_ question: Question, size: Size, metrics: Metrics) {
    let labels = question.answers.map { "\(String($0.key).uppercased())  \($0.label)" }
    let widest = ([question.title] + labels).map { metrics.width($0) }.max() ?? 0
    let width = min(size.columns, widest + 6)
    let inner = max(2, width - 6)
    func wrapped(_ text: String, indent: Int) -> [String] {
      let layout = TextLayout(text, width: max(2, inner - indent), metrics: metrics)
      return layout.lines.enumerated().map { number, range in
        let gap = number == 0 ? "" : String(repeating: " ", count: indent)
        return gap + String(layout.characters[range])
      }
    }
    let title = wrapped(question.title, indent: 0)
    let answers = labels.map { metrics.width($0) <= inner ? [$0] : wrapped($0, indent: 3) }
    let count = answers.reduce(0) { $0 + $1.count }
    let height = min(size.rows, title.count + count + 3)
    box = Rect(
      x: (size.columns - width) / 2, y: (size.rows - height) / 2, width: width, height: height)
    hasFrame = height >= title.count + count + 3 && width >= 4
    // In a window with no room for the frame the answers come first: they are what can be done.
    let room = height - (hasFrame ? 2 : 0)
    let titleHeight = room > title.count + count ? title.count + 1 : max(0, room - count)
    var y = box.y + (hasFrame ? 1 : 0)
    let x = box.x + 2
    func place(_ y: Int) -> Rect { Rect(x: x, y: y, width: max(0, box.width - 4), height: 1) }
    for (number, text) in title.prefix(titleHeight).enumerated() {
      lines.append(Line(text: text, answer: nil, place: place(y + number)))
    }
    y += titleHeight
    let all = answers.enumerated().flatMap { number, texts in texts.map { (number, $0) } }
    let shown = max(0, box.maxY - y - (hasFrame ? 1 : 0))
    let end = (all.lastIndex { $0.0 == question.chosen } ?? 0) + 1
    for (offset, line) in all.dropFirst(max(0, end - shown)).prefix(shown).enumerated() {
      lines.append(Line(text: line.1, answer: line.0, place: place(y + offset)))
    }
  }
}
