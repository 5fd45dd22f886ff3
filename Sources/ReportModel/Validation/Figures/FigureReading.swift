/// What a figure or a claim in a text contradicts.
package enum FigureProblem: Equatable, Sendable {
  /// A figure that names cells is another than they hold.
  case otherThanCells(StatedDifference)
  /// A part is larger than its whole.
  case partExceedsWhole(part: Int128, whole: Int128)
  /// Parts that are everything do not make their whole.
  case partsMissWhole(parts: [Int128], sum: Int128, whole: Int128)
  /// A share is not what part and whole give; all in millionths, the share in percent.
  case wrongShare(part: Int128, whole: Int128, stated: Int128, step: Int128)
  /// A growth is not what the two figures give; a fall is negative.
  case wrongGrowth(current: Int128, previous: Int128, stated: Int128, step: Int128)
  /// A difference to last year is not what the two figures give; a fall is negative.
  case wrongChange(current: Int128, previous: Int128, stated: Int128)
  /// A rate of something in itself is more than all of it, in percent.
  case rateOverWhole(stated: Int128)
  /// Words say that cells are 0 that are not.
  case brokenClaim(LocalizedText, sum: Int128)
}

/// A figure of a text beside the cells that it names, in millionths.
package struct StatedDifference: Equatable, Sendable {
  /// What the figure is called, such as 收到的申请.
  package var name: LocalizedText
  package var stated: Int128
  package var exactness: FigureExactness
  /// What the cells add up to, in the unit of the text.
  package var cells: Int128
  /// How the table itself explains the figure, if it does.
  package var explanation: LocalizedText?

  package init(
    name: LocalizedText, stated: Int128, exactness: FigureExactness, cells: Int128,
    explanation: LocalizedText?
  ) {
    self.name = name
    self.stated = stated
    self.exactness = exactness
    self.cells = cells
    self.explanation = explanation
  }
}

/// How exactly a text means a figure.
package enum FigureExactness: Equatable, Sendable {
  case exact
  /// 约, 左右.
  case about
  /// 余, 多, 超.
  case more
  /// 近, 不足.
  case less
}

/// The ids of the rules that read figures in texts.
package enum FigureRule {
  package static let number = "text-number"
  package static let subset = "subset"
  package static let sum = "text-sum"
  package static let percent = "percent"
  package static let claim = "claim"
}

/// A figure of a text that names cells.
struct StatedFigure: Equatable, Sendable {
  var place: TextPlace
  /// Several where the clause names several things: the figure may be any of them, or, where they
  /// are one group, all together.
  var mentions: [Int]
  var number: WrittenNumber
  /// Whether only a part of the organ may be meant.
  var isOwnOffice: Bool
  /// The explanations, by number, that the text gives itself.
  var said: [Int]
  /// The figure that it is told as a part of, where the text does not say what that one is.
  var partOf: Int128?
}

/// A difference to last year's figure of the same cells: 增加 20 件.
struct StatedChange: Equatable, Sendable {
  var place: TextPlace
  var mention: Int
  var current: Int128
  /// A fall is negative.
  var stated: Int128
}

/// A share that the text's own figures do not give.
struct StatedShare: Equatable, Sendable {
  var place: TextPlace
  var part: Int128
  var stated: Int128
  var step: Int128
  var whole: Int128?
  /// The sum of the parts beside it, where there are some: a whole if cells hold just as many.
  var siblings: Int128?
  /// Whether it may be a share of cells.
  var isOfCells: Bool

  private static let limit: Int128 = 1_000_000_000_000_000

  /// How far the share of a whole is from what is stated, in ten-thousandths of a per cent.
  func distance(from whole: Int128) -> UInt128 {
    guard part < Self.limit, whole > 0 else { return .max }
    return (part * 100_000_000 / whole - stated).magnitude
  }

  /// Whether a part of a whole is a percentage, rounded at its last digit.
  ///
  /// Where shares are adjusted to make 100 %, it may be one of its last digit off.
  static func holds(
    _ part: Int128, of whole: Int128, is stated: Int128, step: Int128, isAdjusted: Bool = false
  ) -> Bool {
    guard whole > 0, whole < limit, part.magnitude < limit.magnitude, stated < limit else {
      return false
    }
    let off = part * 100_000_000 - stated * whole
    if isAdjusted { return off.magnitude <= (step * whole).magnitude }
    return off.magnitude * 2 <= (step * whole).magnitude
  }
}

/// A growth against last year's figure of the same cells.
struct StatedGrowth: Equatable, Sendable {
  var place: TextPlace
  var mention: Int
  var current: Int128
  /// A fall is negative.
  var stated: Int128
  var step: Int128
}

/// Words that say that cells are 0.
struct StatedClaim: Equatable, Sendable {
  var place: TextPlace
  var claim: Int
  var nearest: Int128?
}

/// The figures that one text states, read once and compared with the cells whenever asked.
struct FigureReading: Equatable, Sendable {
  var statements: [StatedFigure] = []
  var shares: [StatedShare] = []
  var growths: [StatedGrowth] = []
  var changes: [StatedChange] = []
  var claims: [StatedClaim] = []
  /// What the text's figures contradict among themselves, whatever the cells hold.
  var findings: [Finding] = []

  init() {}

  init(_ scan: TextScan, of draft: Draft) {
    guard !scan.scalars.isEmpty, !draft.form.checks.figures.isEmpty else { return }
    var reader = FigureReader(scan, of: draft)
    self = reader.read()
  }

  /// What contradicts the cells as they are now, or the text itself, in the order of the text.
  func findings(in draft: Draft, after previous: (CellIndex) -> Quantity?) -> [Finding] {
    let checks = draft.form.checks.figures
    var found = findings
    found += differences(in: draft, checks)
    found += shares.compactMap { finding(of: $0, in: draft, checks) }
    found += growths.compactMap { finding(of: $0, in: draft, after: previous, checks) }
    found += changes.compactMap { finding(of: $0, in: draft, after: previous, checks) }
    for claim in claims {
      // The same words may be a claim of two kinds that say the same.
      guard let finding = finding(of: claim, in: draft, checks), finding != found.last else {
        continue
      }
      found.append(finding)
    }
    return found.enumerated()
      .sorted { left, right in
        let (first, second) = (left.element.text?.range, right.element.text?.range)
        return (first?.lowerBound ?? 0, left.offset) < (second?.lowerBound ?? 0, right.offset)
      }
      .map(\.element)
  }
}

/// The sum of cells in millionths; nil where one is blank.
func sum(of cells: [CellIndex], in draft: Draft) -> Int128? {
  var sum: Int128 = 0
  for cell in cells {
    guard let value = draft[cell] else { return nil }
    sum += value.micros
  }
  return sum
}
