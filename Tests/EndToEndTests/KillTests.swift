import Testing

/// `kill -9` in the middle of typing: what the screen had shown must be there again.
@Suite("A program that is killed while somebody types")
struct KillTests {
  /// The two rows that are typed into, by their labels and ids.
  private static let rows = [("一、本年新收", "new"), ("二、上年结转", "carriedIn")]
  private static let columns = [
    "natural", "business", "research", "welfare", "legal", "other", "total",
  ]

  /// How many moments are tried; `NIANBAO_TRIALS` names more.
  private static let trials = variable("NIANBAO_TRIALS").flatMap { Int($0) } ?? 25

  @Test("loses nothing that the screen had shown")
  func losesNothing() throws {
    var lost: [String] = []
    var restored = 0
    for seed in 0..<Self.trials {
      var dice = Seeded(state: UInt64(seed))
      let desk = try Desk(sample: "x.json")
      let session = try desk.open("x.json")
      let stages = Self.stages(in: session.picture, &dice)
      let keys = stages.map { ($0.last ?? "") + "\t" }.joined()
      try type(keys, into: session, &dice)
      session.kill(9)
      #expect(try session.waitForExit() == 137)
      let shown = Self.figures(in: session.picture)
      try desk.run(["edit", "--plain", "x.json"], stdin: Array("恢复\n保存\n退出\n".utf8))
      let found = try found(on: desk)
      for (cell, stages) in stages.enumerated() {
        let seen = stages.lastIndex(of: shown[cell]) ?? -1
        let kept = stages.lastIndex(of: found[cell]) ?? -1
        if seen < 0 || kept < seen {
          lost.append("seed \(seed), cell \(cell): \(shown[cell]) shown, \(found[cell]) found")
        }
        if kept > 0 { restored += 1 }
      }
    }
    #expect(lost == [])
    print("reliability: kill | \(Self.trials) | \(restored) | \(lost.count)")
  }

  /// Types the beginning of the keys, in bursts of random length, up to a random moment.
  private func type(
    _ keys: String, into session: TerminalSession, _ dice: inout Seeded
  ) throws {
    var rest = keys.prefix(Int.random(in: 0...keys.count, using: &dice))
    while !rest.isEmpty {
      let burst = rest.prefix(Int.random(in: 1...4, using: &dice))
      session.send(String(burst))
      rest = rest.dropFirst(burst.count)
      session.settle(milliseconds: Int.random(in: 0...2, using: &dice))
    }
  }

  private static func figures(in picture: Picture) -> [String] {
    rows.flatMap { label, _ in
      // The cell under the cursor is framed where there are no colours.
      picture.figures(of: label).map { $0.filter { !"[]".contains($0) } }
    }
  }

  /// What each cell goes through: two digits that it does not hold already.
  private static func stages(in picture: Picture, _ dice: inout Seeded) -> [[String]] {
    figures(in: picture).map { old in
      let first = Int.random(in: 2...9, using: &dice)
      let second = Int.random(in: 0...9, using: &dice)
      return [old, "\(first)", "\(first)\(second)"]
    }
  }

  private func found(on desk: Desk) throws -> [String] {
    try Self.rows.flatMap { _, row in
      try Self.columns.map { column in
        try desk.value(of: "applications.\(row).\(column)", in: "x.json") ?? "?"
      }
    }
  }
}
