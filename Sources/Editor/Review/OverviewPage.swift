import CellGrid
import ReportModel
import Wording

/// The page that tells how a draft stands: its review, what is found, what was said, what changed.
struct OverviewPage: Equatable, Sendable {
  struct Line: Equatable, Sendable {
    /// A sign that tells the kind at a glance, drawn before the text; empty for none.
    var sign = ""
    var text: String
    var indent = 2
    var style: Style = .normal
    /// Where Enter goes from here; nil for what is only to be read.
    var target: Place?
  }

  var lines: [Line]
  /// The line that the cursor is on.
  var chosen: Int
  /// The first line that shows.
  var top = 0
}

extension Editor {
  /// How many places of a kind are listed; the rest is counted.
  private static let mostListed = 12

  /// Shows how the draft stands.
  mutating func openOverview() {
    let lines = overviewLines
    let first = lines.firstIndex { $0.target != nil } ?? 0
    overlay = .overview(OverviewPage(lines: lines, chosen: first))
  }

  mutating func performInOverview(_ command: Command) -> [Effect] {
    guard case .overview(var page) = overlay else { return [] }
    let height = max(1, size.rows - 3)
    switch command {
    case .cancel:
      overlay = nil
      if blindSheet != nil { return [.quit] }
    case .open:
      guard let target = page.lines[page.chosen].target else { return [] }
      overlay = nil
      go(to: target)
    case .up: page.move(by: -1, height: height)
    case .down: page.move(by: 1, height: height)
    case .pageUp: page.move(by: -height, height: height)
    case .pageDown: page.move(by: height, height: height)
    case .first: page.move(by: -page.lines.count, height: height)
    case .last: page.move(by: page.lines.count, height: height)
    default: break  // The keymap sends nothing else here.
    }
    if case .overview = overlay { overlay = .overview(page) }
    return []
  }

  /// Moves the cursor, as the wheel does.
  mutating func moveInOverview(by count: Int) {
    guard case .overview(var page) = overlay else { return }
    page.move(by: count, height: max(1, size.rows - 3))
    overlay = .overview(page)
  }

  /// Goes to the place of the line that shows at a point.
  mutating func click(_ point: Point, on page: OverviewPage) {
    let number = page.top + point.y - Frame(size: size).title.height
    guard page.lines.indices.contains(number), let target = page.lines[number].target else {
      return
    }
    overlay = nil
    go(to: target)
  }

  // What the page says.

  var overviewLines: [OverviewPage.Line] {
    var lines = [OverviewPage.Line(text: draft.title, style: .header)]
    if let status = reviewStatus, status.state != .none { lines += self.lines(of: status) }
    func add(_ heading: String, _ part: [OverviewPage.Line]) {
      lines.append(OverviewPage.Line(text: ""))
      lines.append(OverviewPage.Line(text: heading, style: .header))
      lines += part
    }
    let findings = validation.problems(in: draft, problems.suggestions)
    let open = findings.filter { $0.acceptance == nil }
    let counts = [Severity.error, .warning, .hint].map { severity in
      open.count { $0.severity == severity }
    }
    add(
      wording.overviewFindings(
        errors: counts[0], warnings: counts[1], hints: counts[2],
        accepted: findings.count - open.count),
      listed(open + findings.filter { $0.acceptance != nil }) { line(of: $0) })
    let comments = draft.comments.filter(\.isOpen)
    add(
      wording.overviewComments(open: comments.count, all: draft.comments.count),
      listed(comments) { line(of: $0) })
    let rekeyings = draft.review.rekeyings
    if !rekeyings.isEmpty {
      add(wording.overviewRekeyings(rekeyings.count), rekeyings.flatMap { self.lines(of: $0) })
    }
    if let comparison {
      let changes = changes(since: comparison.draft)
      add(
        wording.overviewChanges(since: comparison.name, changes.count), listed(changes) { $0 })
    }
    if let lastYear = draft.lastYear {
      let changes = draft.biggestChanges(most: Self.mostListed)
      add(
        wording.overviewYearly(lastYear.year),
        changes.map { change in
          let text = wording.overviewChange(
            wording.fullName(of: change.cell, in: draft.form), from: change.from.description,
            to: change.to.description)
          return OverviewPage.Line(text: text, indent: 4, target: place(of: change.cell))
        })
    }
    let shares = draft.shares
    if !shares.isEmpty {
      add(
        wording.overviewPersons,
        shares.map { share in
          OverviewPage.Line(
            text: wording.overviewShare(
              share.by, saves: share.saves, changes: share.changes, last: share.last), indent: 4)
        })
    }
    return lines
  }

  private func lines(of status: ReviewStatus) -> [OverviewPage.Line] {
    let symbols = Symbols(metrics)
    let isBad = status.isVoid || status.state == .returned
    var lines = [
      OverviewPage.Line(
        text: wording.overviewState(status.state),
        style: isBad ? .error : status.state == .complete ? .good : .normal)
    ]
    for signOff in status.signOffs {
      let step = wording.line(of: draft.review.steps[signOff.step])
      let holds =
        signOff.flaw.map { wording.signOffVoid(wording.name(of: $0)) } ?? wording.signOffHolds
      let isGood = signOff.flaw == nil
      lines.append(
        OverviewPage.Line(
          sign: isGood ? symbols.done : symbols.error, text: "\(step)　\(holds)", indent: 4,
          style: isGood ? .good : .error))
    }
    for stage in draft.review.stages where !status.signOffs.contains(where: { $0.stage == stage }) {
      lines.append(
        OverviewPage.Line(
          sign: "-", text: wording.statusUnsigned(stage), indent: 4, style: .muted))
    }
    if let returning = status.returning {
      let text = wording.line(of: draft.review.steps[returning])
      lines.append(OverviewPage.Line(text: text, indent: 4, style: .warning))
    }
    for warning in status.warnings {
      let text = wording.text(of: warning, in: draft.review)
      lines.append(
        OverviewPage.Line(sign: symbols.warning, text: text, indent: 4, style: .warning))
    }
    return lines
  }

  private func listed<Element>(
    _ elements: [Element], _ line: (Element) -> OverviewPage.Line
  ) -> [OverviewPage.Line] {
    let lines = elements.prefix(Self.mostListed).map(line)
    let rest = elements.count - lines.count
    guard rest > 0 else { return lines }
    return lines + [OverviewPage.Line(text: wording.andMore(rest), indent: 4, style: .muted)]
  }

  private func line(of finding: Finding) -> OverviewPage.Line {
    let symbols = Symbols(metrics)
    let message = wording.message(of: finding, in: draft.form)
    let target = place(of: finding)
    if let acceptance = finding.acceptance {
      return OverviewPage.Line(
        sign: symbols.done, text: message + wording.sentenceGap + wording.accepted(acceptance),
        indent: 4, style: .good, target: target)
    }
    let mark = Problems.Mark(of: finding)
    return OverviewPage.Line(
      sign: symbols.sign(of: mark), text: message, indent: 4, style: mark.style, target: target)
  }

  private func line(of comment: Comment) -> OverviewPage.Line {
    let last = comment.remarks.last ?? comment.remark
    let text =
      wording.placeName(comment.at, in: draft.form) + wording.sentenceGap
      + wording.remarkLine(last)
    return OverviewPage.Line(
      sign: Symbols(metrics).comment, text: text, indent: 4, target: place(ofComment: comment))
  }

  /// What came of typing figures again, with what still is not as it was typed.
  private func lines(of rekeying: Rekeying) -> [OverviewPage.Line] {
    let places = rekeying.scope.map { wording.placeName($0, in: draft.form) }
    let head = OverviewPage.Line(
      text: wording.rekeyingHead(rekeying, places: places), indent: 4,
      style: rekeying.differences.isEmpty ? .good : .normal)
    let open = rekeying.differences.compactMap { difference -> OverviewPage.Line? in
      guard let address = Address(difference.address), let cell = draft.form.cell(at: address),
        draft[cell]?.micros != difference.typed?.micros
      else { return nil }
      let text =
        wording.sideBySide(
          wording.fullName(of: cell, in: draft.form), stored: draft[cell],
          typed: difference.typed)
      return OverviewPage.Line(
        sign: Symbols(metrics).warning, text: text, indent: 6, style: .warning,
        target: place(of: cell))
    }
    return [head] + listed(open) { $0 }
  }

  /// What became another since what the draft is compared with.
  private func changes(since baseline: Draft) -> [OverviewPage.Line] {
    let difference = Difference(from: baseline, to: draft)
    let blank = wording.blankValue
    let cells = difference.cells.compactMap { change -> OverviewPage.Line? in
      guard let cell = draft.form.cell(at: change.address) else { return nil }
      let text = wording.overviewChange(
        wording.fullName(of: cell, in: draft.form), from: change.from?.description ?? blank,
        to: change.to?.description ?? blank)
      return OverviewPage.Line(text: text, indent: 4, target: place(of: cell))
    }
    let texts = difference.texts.compactMap { change -> OverviewPage.Line? in
      guard let number = draft.form.sections.firstIndex(where: { $0.id == change.section }) else {
        return nil
      }
      return OverviewPage.Line(
        text: wording.overviewText(
          draft.form.sections[number].short, from: change.from?.characterCount ?? 0,
          to: change.to?.characterCount ?? 0), indent: 4,
        target: place(
          of: Problems.Stop(
            spot: .text(
              section: number,
              offset: comparedTexts.changes(inSection: number).first?.offset ?? 0),
            mark: .changed, entry: number + 1)))
    }
    let fields = difference.organ.map { field in
      OverviewPage.Line(
        text: wording.overviewChange(
          wording.name(of: Organ.Key(rawValue: field.key)), from: field.from ?? blank,
          to: field.to ?? blank), indent: 4, target: Place(entry: 0, spot: .field(0)))
    }
    return fields + cells + texts
  }

  private func place(of cell: CellIndex) -> Place {
    Place(entry: entry(of: cell), spot: .cell(cell))
  }

  private func place(of finding: Finding) -> Place {
    if let text = finding.text,
      let number = draft.form.sections.firstIndex(where: { $0.id == text.section })
    {
      let offset = text.range.lowerBound
      return place(
        of: Problems.Stop(
          spot: .text(section: number, offset: offset), mark: .error, entry: number + 1))
    }
    return finding.at.first.map(place(of:)) ?? Place(entry: 0, spot: .field(0))
  }

  /// Where a comment stands; nil where the form has no such place.
  private func place(ofComment comment: Comment) -> Place? {
    ReviewMarks.entry(of: comment, in: draft).map { entry in
      place(of: Problems.Stop(spot: entry.spot, mark: entry.mark, entry: entry.entry))
    }
  }

  // Drawing.

  func draw(_ page: OverviewPage, into grid: inout Grid) {
    let area = grid.bounds
    let frame = Frame(size: grid.size)
    drawTitle(in: frame.title, into: &grid)
    let top = frame.title.height
    let height = max(0, area.height - top - frame.keys.height - 1)
    for (offset, line) in page.lines.dropFirst(page.top).prefix(height).enumerated() {
      let isChosen = page.top + offset == page.chosen && line.target != nil
      let whole = line.sign.isEmpty ? line.text : line.sign + " " + line.text
      let text = metrics.truncate(whole, width: max(2, area.width - line.indent - 1))
      let place = Rect(x: 0, y: top + offset, width: area.width, height: 1)
      if isChosen {
        grid.fill(place, style: .focused)
        grid.caret = Point(x: min(line.indent, max(0, area.width - 1)), y: place.y)
      }
      grid.write(
        text, x: line.indent, y: place.y, style: isChosen ? .focused : line.style, in: place)
    }
    if let notice {
      let place = Rect(x: 0, y: top + height, width: area.width, height: 1)
      grid.write(
        metrics.truncate(notice.text, width: max(0, area.width - 2)), x: 1, y: place.y,
        style: notice.style, in: place)
    }
    drawKeys(in: frame.keys, into: &grid)
  }
}

extension OverviewPage {
  /// Moves to the line so many further that leads somewhere, and scrolls so that it shows; where none
  /// does, only scrolls.
  mutating func move(by count: Int, height: Int) {
    let targets = lines.indices.filter { lines[$0].target != nil }
    let last = max(0, lines.count - height)
    guard let here = targets.firstIndex(of: chosen) else {
      top = min(max(0, top + count), last)
      return
    }
    let wanted = here + (abs(count) == 1 ? count : 0)
    if abs(count) == 1, targets.indices.contains(wanted) {
      chosen = targets[wanted]
    } else if abs(count) == 1 {
      // At the ends there may be something to read beyond the last line that leads somewhere.
      top = min(max(0, top + count), last)
      return
    } else {
      let line = min(max(0, chosen + count), lines.count - 1)
      chosen = (count < 0 ? targets.first { $0 >= line } : targets.last { $0 <= line }) ?? chosen
      if line == 0 || line == lines.count - 1 {
        top = line == 0 ? 0 : last
        return
      }
    }
    if chosen < top { top = chosen }
    if chosen >= top + height { top = chosen - height + 1 }
    // What stands above the first line that leads somewhere is to be seen, too.
    if chosen == targets.first, chosen < height { top = 0 }
  }
}
