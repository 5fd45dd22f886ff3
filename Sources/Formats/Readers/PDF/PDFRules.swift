/// Puts together what is drawn in pieces, such as the borders of each cell, into whole rules.
///
/// Rules that lie side by side within a few points, as with double lines, become one.
func joined(_ rules: [Rule]) -> [Rule] {
  joined(rules, along: .horizontal) + joined(rules, along: .vertical)
}

/// How far apart the ends of two rules may be that meet.
let ruleTolerance = 3.0

private func joined(_ rules: [Rule], along axis: Rule.Axis) -> [Rule] {
  let sorted = rules.filter { $0.axis == axis }.sorted {
    ($0.position, $0.start, $0.end) < ($1.position, $1.start, $1.end)
  }
  var joined: [Rule] = []
  var rest = sorted[...]
  while let first = rest.first {
    let near = rest.prefix { $0.position - first.position <= ruleTolerance }
    rest = rest.dropFirst(near.count)
    let position = near.reduce(0) { $0 + $1.position } / Double(near.count)
    for rule in near.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = joined.last, last.position == position,
        rule.start <= last.end + ruleTolerance
      {
        joined[joined.count - 1].end = max(last.end, rule.end)
      } else {
        joined.append(Rule(axis: axis, position: position, start: rule.start, end: rule.end))
      }
    }
  }
  return joined
}

/// The rules in groups of those that meet; each group may be a table.
func connected(_ rules: [Rule]) -> [[Rule]] {
  var groups = Groups(count: rules.count)
  let across = rules.indices.filter { rules[$0].axis == .horizontal }
  let down = rules.indices.filter { rules[$0].axis == .vertical }
  for first in across {
    for second in down where rules[first].meets(rules[second]) { groups.join(first, second) }
  }
  return groups.all.map { $0.map { rules[$0] } }
}

extension Rule {
  fileprivate func meets(_ other: Rule) -> Bool {
    start - ruleTolerance <= other.position && other.position <= end + ruleTolerance
      && other.start - ruleTolerance <= position && position <= other.end + ruleTolerance
  }
}

/// Numbers in groups that can be joined.
struct Groups {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  /// One number that stands for the group of another.
  mutating func representative(of number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (first, second) = (representative(of: first), representative(of: second))
    parents[max(first, second)] = min(first, second)
  }

  /// The groups by their smallest numbers, each in order.
  var all: [[Int]] {
    var copy = self
    var members: [Int: [Int]] = [:]
    for number in parents.indices {
      members[copy.representative(of: number), default: []].append(number)
    }
    return members.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}
