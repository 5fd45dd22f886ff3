import JSONText
import ReportModel
import Wording

/// A draft with what the validator found, ready to be written.
struct CheckedDraft {
  let path: String
  let draft: Draft
  let findings: [Finding]

  init(path: String, draft: Draft) {
    self.path = path
    self.draft = draft
    findings = Validation(draft).findings(in: draft)
  }

  var errors: Int { count(.error) }
  var warnings: Int { count(.warning) }
  var hints: Int { count(.hint) }
  var accepted: Int { findings.count { $0.acceptance != nil } }

  /// How many findings of a severity are open.
  private func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity && $0.acceptance == nil }
  }

  /// A head line, then a line or two for each finding; the blanks of a row that nothing tells the
  /// value of are one.
  var text: String {
    let wording = Wording.ofProcess
    let head = wording.checkHeader(
      path: wording.shown(path), draft: draft, errors: errors, warnings: warnings, hints: hints,
      accepted: accepted)
    var lines = [head]
    for (finding, count) in blanksOfRowsTogether {
      if count > 1, let cell = finding.at.first {
        lines.append(
          "  \(mark(of: finding)) \(finding.rule)  \(rowAddress(of: cell))  "
            + wording.blanks(count, inRowOf: cell, in: draft.form))
        let basis = wording.basis(of: finding, in: draft.form)
        if !basis.isEmpty { lines.append("      " + basis) }
        continue
      }
      let place = draft.form.addresses(of: finding).first ?? ""
      lines.append(
        "  \(mark(of: finding)) \(finding.rule)  \(place)  "
          + wording.message(of: finding, in: draft.form))
      if let acceptance = finding.acceptance {
        lines.append("      " + wording.accepted(acceptance))
        continue
      }
      let fixes = finding.fixes.map { fix in
        wording.checkFix(
          fix.changes.map { "\(draft.form.address(of: $0.cell))=\($0.value)" },
          fix.transfer(in: draft).map { wording.transfer($0, in: draft.form) })
      }
      var about = [wording.basis(of: finding, in: draft.form)]
      if !fixes.isEmpty { about.insert(wording.checkFixes(fixes), at: 0) }
      about.removeAll(where: \.isEmpty)
      if !about.isEmpty { lines.append("      " + about.joined(separator: wording.sentenceGap)) }
    }
    // Messages quote the texts as they are.
    return lines.map { wording.shown($0) + "\n" }.joined()
  }

  /// The findings, and for how many each stands.
  var blanksOfRowsTogether: [(finding: Finding, count: Int)] {
    var together: [(finding: Finding, count: Int)] = []
    for finding in findings {
      if let last = together.last, isMereBlank(last.finding), isMereBlank(finding),
        let cell = finding.at.first, let first = last.finding.at.first,
        rowAddress(of: cell) == rowAddress(of: first)
      {
        together[together.count - 1].count += 1
      } else {
        together.append((finding, 1))
      }
    }
    return together
  }

  private func isMereBlank(_ finding: Finding) -> Bool {
    finding.rule == BuiltInRule.blank && finding.fixes.isEmpty && finding.acceptance == nil
  }

  /// The address of a cell's row, as `show` takes it.
  private func rowAddress(of cell: CellIndex) -> String {
    let (table, row, _) = draft.form.place(of: cell)
    return "\(table.id).\(table.rows[row].id)"
  }

  private func mark(of finding: Finding) -> String {
    if finding.acceptance != nil { return "✓" }
    return switch finding.severity {
    case .error: "✗"
    case .warning: "⚠"
    case .hint: "ℹ"
    }
  }

  /// The draft's entry of `check --format json`.
  var json: JSON {
    .make([
      "path": .text(path), "organ": .text(draft.organ.name), "year": .whole(draft.year),
      "form": .text(draft.form.id), "errors": .whole(errors), "warnings": .whole(warnings),
      "hints": .whole(hints), "accepted": .whole(accepted),
      "findings": .list(findings.map(json(of:))),
    ])
  }

  /// One value a finding, each naming its draft.
  var findingLines: [JSON] {
    findings.map { finding in
      let head: [JSON.Member] = [
        JSON.Member("path", .text(path)), JSON.Member("organ", .text(draft.organ.name)),
        JSON.Member("year", .whole(draft.year)), JSON.Member("form", .text(draft.form.id)),
      ]
      return JSON(.object(head + (json(of: finding).object ?? [])))
    }
  }

  private func json(of finding: Finding) -> JSON {
    let wording = Wording.ofProcess
    let fixes = finding.fixes.map { fix in
      JSON(.object(fix.changes.map { JSON.Member(address(of: $0.cell), number($0.value)) }))
    }
    var sums: RelationSums?
    if case .unequal(let found) = finding.detail { sums = found }
    return .make([
      "rule": .text(finding.rule), "severity": .text(finding.severity.rawValue),
      "at": .list(draft.form.addresses(of: finding).map { .text($0) }),
      "message": .text(wording.message(of: finding, in: draft.form)),
      "fixes": fixes.isEmpty ? nil : .list(fixes), "basis": .text(finding.basis),
      "left": sums.map { figure($0.left) }, "right": sums.map { figure($0.right) },
      "difference": sums.map { figure($0.left - $0.right) },
      "accepted": finding.acceptance.map { acceptance in
        .make([
          "by": .text(acceptance.by), "on": .text(acceptance.on),
          "reason": .text(acceptance.reason),
        ])
      },
      "firstStep": finding.isPartial ? JSON(.bool(true)) : nil,
      "text": finding.text.map { place in
        .make([
          "section": .text(place.section), "from": .whole(place.range.lowerBound),
          "to": .whole(place.range.upperBound), "quote": .text(place.quote),
        ])
      },
    ])
  }

  private func address(of cell: CellIndex) -> String { draft.form.address(of: cell).description }

  private func number(_ value: Quantity) -> JSON { JSON(.number(value.description)) }

  private func figure(_ micros: Int128) -> JSON {
    JSON(.number(Wording.ofProcess.figure(micros)))
  }
}
