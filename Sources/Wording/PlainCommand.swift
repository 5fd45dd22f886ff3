/// What a person can ask for in words, where the editor is used line by line.
package enum PlainCommand: Hashable, Sendable, CaseIterable {
  case next, previous
  case nextFinding, previousFinding, findings
  case takeSuggestion, accept
  case set, blank, total, allTotals, zeros
  case read, readRow, readAll, lastYear, story
  case overview, comment, reply, settle, reopen, submit, sendBack, sign
  case sections, goTo
  case replace, insert, append, delete
  case undo, redo
  case save, saveElsewhere, quit, help

  /// The words that mean it, in either language; the first two of each are those that help names.
  package var words: (chinese: [String], english: [String]) {
    switch self {
    case .next: (["下", "x", "下一格"], ["next", "n"])
    case .previous: (["上", "s", "上一格"], ["back", "b"])
    case .nextFinding: (["问题", "wt", "下一问题"], ["finding", "f"])
    case .previousFinding: (["上一问题", "sywt"], ["previous", "p"])
    case .findings: (["全部问题", "qbwt"], ["findings"])
    case .takeSuggestion: (["采纳", "cn"], ["take", "t"])
    case .accept: (["说明", "sm"], ["accept", "a"])
    case .set: (["填"], ["set"])
    case .blank: (["清空", "qk"], ["blank"])
    case .total: (["合计", "hj"], ["total", "="])
    case .allTotals: (["全部合计", "qbhj"], ["totals"])
    case .zeros: (["补零", "bl"], ["zeros"])
    case .read: (["读", "d"], ["read", "r"])
    case .readRow: (["读行", "dh"], ["row"])
    case .readAll: (["通读", "td"], ["all"])
    case .lastYear: (["上年", "sn"], ["last"])
    case .story: (["记录", "jl"], ["history"])
    case .overview: (["概况", "gk"], ["summary", "o"])
    case .comment: (["批注", "pz"], ["comment", "c"])
    case .reply: (["答复", "df"], ["reply"])
    case .settle: (["办结", "bj"], ["settle"])
    case .reopen: (["重开", "ck"], ["reopen"])
    case .submit: (["提交", "tj"], ["submit"])
    case .sendBack: (["退回", "th"], ["return"])
    case .sign: (["签核", "qh"], ["sign"])
    case .sections: (["目录", "ml"], ["sections"])
    case .goTo: (["转到", "zd", "到"], ["go", "g"])
    case .replace: (["改段", "gd", "改"], ["replace"])
    case .insert: (["插段", "cd", "插"], ["insert"])
    case .append: (["加段", "jd", "加"], ["append"])
    case .delete: (["删段", "sd", "删"], ["delete"])
    case .undo: (["撤销", "cx"], ["undo", "u"])
    case .redo: (["重做", "cz"], ["redo"])
    case .save: (["保存", "bc"], ["save"])
    case .saveElsewhere: (["另存", "lc"], ["saveas"])
    case .quit: (["退出", "tc"], ["quit", "q"])
    case .help: (["帮助", "bz"], ["help", "h", "?"])
    }
  }

  /// Whether words may follow it.
  package var takesWords: Bool {
    switch self {
    case .takeSuggestion, .accept, .set, .read, .goTo, .replace, .insert, .append, .delete,
      .saveElsewhere, .comment, .reply, .settle, .reopen, .sendBack:
      true
    case .next, .previous, .nextFinding, .previousFinding, .findings, .blank, .total, .allTotals,
      .zeros, .readRow,
      .readAll, .lastYear, .story, .overview, .submit, .sign, .sections, .undo, .redo, .save,
      .quit, .help:
      false
    }
  }

  /// Whether it can do nothing but change the draft, and so nothing in a review.
  package var changesDraft: Bool {
    switch self {
    case .takeSuggestion, .accept, .set, .blank, .total, .allTotals, .zeros, .replace, .insert,
      .append, .delete, .submit:
      true
    case .next, .previous, .nextFinding, .previousFinding, .findings, .read, .readRow, .readAll,
      .lastYear, .story, .overview, .comment, .reply, .settle, .reopen, .sendBack, .sign, .sections,
      .goTo,
      .undo, .redo, .save, .saveElsewhere, .quit, .help:
      false
    }
  }
}

/// An answer to a question that is given in a whole word, so that nothing is lost by a slip.
package enum PlainAnswer: Sendable, CaseIterable {
  case save, discard, copy, stay, restore, giveUp

  /// The words that give it, in either language.
  package var words: (chinese: [String], english: [String]) {
    switch self {
    case .save: (["保存", "bc"], ["save"])
    case .discard: (["不保存", "bbc"], ["discard"])
    case .copy: (["副本", "fb"], ["copy"])
    case .stay: (["继续", "jx"], ["stay"])
    case .restore: (["恢复", "hf"], ["restore"])
    case .giveUp: (["放弃", "fq"], ["giveup"])
    }
  }
}

/// What one is in while the editor is used line by line.
package enum PlainPlace: Sendable {
  case cell, text, field
}

extension PlainCommand {
  /// Whether it does anything where one is.
  package func works(in place: PlainPlace) -> Bool {
    switch self {
    case .total, .allTotals, .zeros, .readRow: place == .cell
    case .set, .blank: place != .text
    case .replace, .insert, .append, .delete: place == .text
    case .takeSuggestion, .accept, .lastYear, .comment, .reply, .settle, .reopen: place != .field
    case .next, .previous, .nextFinding, .previousFinding, .findings, .read, .readAll, .story,
      .overview, .submit, .sendBack, .sign, .sections, .goTo, .undo, .redo, .save, .saveElsewhere,
      .quit, .help:
      true
    }
  }
}
