import JSONText

/// What a draft file has besides what is known, by the keys that lead there.
struct UnknownKeys {
  /// A path by its bytes: keys that only look alike are two.
  private struct Path: Hashable {
    let keys: [[UInt8]]

    init(_ path: [String]) {
      keys = path.map { Array($0.utf8) }
    }
  }

  private var values: [Path: Draft.Unknown] = [:]

  init() {}

  init(_ draft: Draft) {
    for unknown in draft.unknown { values[Path(unknown.path)] = unknown }
  }

  subscript(path: [String]) -> JSON? {
    get { values[Path(path)]?.value }
    set { values[Path(path)] = newValue.map { Draft.Unknown(path: path, value: $0) } }
  }

  /// All of it in the order of a draft file.
  var unknown: [Draft.Unknown] {
    values.values.sorted { left, right in
      left.path.lexicographicallyPrecedes(right.path) {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
  }

  var paths: [[String]] { unknown.map(\.path) }
}
