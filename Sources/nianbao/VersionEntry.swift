import JSONText
import ReportModel
import Storage
import Wording

/// One line in the list of a draft's versions.
struct VersionEntry {
  /// What a version is, beside the next older one.
  enum State {
    case damaged
    case noDraft
    /// No older one is a draft.
    case first
    case differing(Difference)
  }

  var version: Versions.Version
  var state: State
  /// Whether it is the newest with what the file holds now.
  var isPresent: Bool

  /// Number, time, size, what differs, and a mark, parted by tabs.
  func line(_ wording: Wording) -> String {
    let fields = [
      String(version.number), Folder.minute(version.time), wording.byteCount(version.size),
      described(wording), isPresent ? wording.presentVersion : "",
    ]
    let last = fields.lastIndex { !$0.isEmpty } ?? 0
    return fields[...last].joined(separator: "\t")
  }

  private func described(_ wording: Wording) -> String {
    switch state {
    case .damaged: wording.damagedVersion
    case .noDraft: wording.notADraft
    case .first: wording.firstVersion
    case .differing(let difference):
      wording.versionDifference(
        cells: difference.cells.count, texts: difference.texts.count,
        others: difference.organ.count)
    }
  }

  /// Its entry of `versions --format json`.
  var json: JSON {
    var isDamaged = false
    var isDraft = true
    var difference: Difference?
    switch state {
    case .damaged: (isDamaged, isDraft) = (true, false)
    case .noDraft: isDraft = false
    case .first: break
    case .differing(let found): difference = found
    }
    func count(_ number: Int?) -> JSON { number.map { .whole($0) } ?? JSON(.null) }
    return .make([
      "number": .whole(version.number), "time": .whole(version.time),
      "size": .whole(version.size), "digest": .text(version.digest),
      "cells": count(difference?.cells.count), "texts": count(difference?.texts.count),
      "organ": count(difference?.organ.count), "present": JSON(.bool(isPresent)),
      "draft": JSON(.bool(isDraft)), "damaged": JSON(.bool(isDamaged)),
    ])
  }
}
