/// What a word does where figures are read.
enum FigureWordUse: Equatable, Sendable {
  case role(FigureRole)
  case topic(Int)
  case topicContext(Int)
  case exclusion(Int)
  case exclusionEnd(Int)
  case mention(Int)
  case mentionAfter(Int)
  case mentionWith(Int)
  case explanation(Int, Int)
  case officeOwn, officeOthers, officeWhole, officeArea
  case channel
  case claimStart(Int)
  case claimWord(Int)
  case claimWith(Int)
  case claimUnless(Int)
}

/// What a word of the language says about the figures around it, on any form.
enum FigureRole: Equatable, Sendable {
  /// 其中: what follows are parts.
  case among
  /// 含, 包括: the figure before includes the one after.
  case including
  /// 分为, 分类看 before a colon: what follows are parts.
  case division
  /// 由: what follows up to 组成 is everything.
  case from
  /// 组成.
  case composing
  /// 合计: the figures before make this one.
  case total
  /// 办结率: a share of the figures before.
  case rate
  /// 分别为: what follows is everything.
  case exhaustive
  /// 其他 as the last of a list.
  case rest
  /// 另, 此外: what follows belongs no more to the list.
  case apart
  /// 共, 达: says nothing of what is counted.
  case filler
  /// 占: a share.
  case share
  /// 较上年, 同比: a comparison.
  case comparison
  case rise, fall
  /// 去年: the clause is about another year.
  case otherYear
  /// 以来: the sentence is about more years, up to the next year named.
  case span
  /// 今年: the clause is about the report's year.
  case thisYear
}

/// All words that the figure rules of a form look for, found in one pass.
///
/// Built once for a form. Looking costs one table access a scalar, and a comparison for each word
/// that begins with it.
struct FigureLexicon: Equatable, Sendable {
  /// What each word is for.
  private(set) var uses: [[FigureWordUse]] = []
  private var letters: [UInt32] = []
  /// Where each word's letters lie.
  private var spans: [Range<Int>] = []
  /// By scalar less `base`: the first of the words that begin so, the longest first, plus one.
  private var first: [UInt16] = []
  private var base: UInt32 = 0

  init() {}

  init(_ checks: FigureChecks) {
    var words = WordCollector()
    words.addLanguage()
    if let mentions = checks.number?.parameters { words.add(mentions) }
    for check in [checks.subset, checks.sum] {
      let channels = check?.parameters.channels ?? []
      words.add(channels, .channel)
      words.add(channels.filter { $0.hasPrefix("其他") || $0.hasPrefix("其它") }, .role(.rest))
    }
    for (index, claim) in (checks.claim?.parameters.claims ?? []).enumerated() {
      words.add(claim.starts, .claimStart(index))
      words.add(claim.words, .claimWord(index))
      words.add(claim.with, .claimWith(index))
      words.add(claim.unless, .claimUnless(index))
    }
    build(words.entries)
  }

  private mutating func build(_ entries: [WordCollector.Entry]) {
    guard let low = entries.map({ $0.word[0] }).min(), let high = entries.map({ $0.word[0] }).max()
    else { return }
    base = low
    first = Array(repeating: 0, count: Int(high - low) + 1)
    let order = entries.indices.sorted {
      let (left, right) = (entries[$0].word, entries[$1].word)
      if left[0] != right[0] { return left[0] < right[0] }
      if left.count != right.count { return left.count > right.count }
      return left == right ? $0 < $1 : left.lexicographicallyPrecedes(right)
    }
    var last: [UInt32] = []
    for entry in order.lazy.map({ entries[$0] }) {
      if entry.word == last {
        if !uses[uses.count - 1].contains(entry.use) { uses[uses.count - 1].append(entry.use) }
        continue
      }
      // Beyond what the table can number the words are left out; no form has so many.
      guard spans.count < Int(UInt16.max) - 1 else { return }
      last = entry.word
      spans.append(letters.count..<letters.count + last.count)
      letters += last
      uses.append([entry.use])
      let slot = Int(last[0] - low)
      if first[slot] == 0 { first[slot] = UInt16(spans.count) }
    }
  }

  /// The longest word that stands at an offset and ends before `end`.
  func match(in scalars: [UInt32], at offset: Int, before end: Int) -> (word: Int, end: Int)? {
    let scalar = scalars[offset]
    guard scalar >= base, scalar - base < UInt32(first.count) else { return nil }
    var word = Int(first[Int(scalar - base)]) - 1
    guard word >= 0 else { return nil }
    while word < spans.count, letters[spans[word].lowerBound] == scalar {
      let span = spans[word]
      if stands(span, in: scalars, at: offset, before: end) { return (word, offset + span.count) }
      word += 1
    }
    return nil
  }

  private func stands(
    _ span: Range<Int>, in scalars: [UInt32], at offset: Int, before end: Int
  ) -> Bool {
    guard offset + span.count <= end else { return false }
    var index = 1
    while index < span.count {
      guard scalars[offset + index] == letters[span.lowerBound + index] else { return false }
      index += 1
    }
    return true
  }
}

/// Words with their uses while a lexicon is made.
private struct WordCollector {
  /// One use of a word that is not empty.
  struct Entry {
    var word: [UInt32]
    var use: FigureWordUse
  }

  var entries: [Entry] = []

  mutating func add(_ words: [String], _ use: FigureWordUse) {
    for word in words where !word.isEmpty {
      var scalars: [UInt32] = []
      scalars.reserveCapacity(word.utf8.count / 3 + 1)
      for scalar in word.unicodeScalars { scalars.append(scalar.value) }
      entries.append(Entry(word: scalars, use: use))
    }
  }

  mutating func add(_ parameters: FigureMentions) {
    for (index, topic) in parameters.topics.enumerated() {
      add(topic.words, .topic(index))
      add(topic.with, .topicContext(index))
    }
    for (index, exclusion) in parameters.exclusions.enumerated() {
      add(exclusion.words, .exclusion(index))
      add(exclusion.until, .exclusionEnd(index))
    }
    add(parameters.offices.own, .officeOwn)
    add(parameters.offices.others, .officeOthers)
    add(parameters.offices.whole, .officeWhole)
    add(parameters.offices.area, .officeArea)
    for (index, mention) in parameters.mentions.enumerated() {
      add(mention.words, .mention(index))
      add(mention.after, .mentionAfter(index))
      add(mention.with, .mentionWith(index))
      for (number, explanation) in mention.explanations.enumerated() {
        add(explanation.words, .explanation(index, number))
      }
    }
  }

  /// The words that figures are written with in any report.
  mutating func addLanguage() {
    add(["其中"], .role(.among))
    add(["含", "包括", "包含", "内含"], .role(.including))
    add(["分别为", "分别是", "分别"], .role(.exhaustive))
    add(["其他", "其它", "其余"], .role(.rest))
    add(
      [
        "分为", "共分", "分两类", "分三类", "分四类", "分五类", "分六类", "分七类", "分八类", "分类", "分类看",
        "分类为", "具体为", "具体是", "按类别", "按类别分", "按内容分", "按内容看",
      ], .role(.division))
    add(["由"], .role(.from))
    add(["组成", "构成"], .role(.composing))
    add(["合计", "总计", "共计", "总共", "三项合计", "两项合计", "以上合计", "共合计"], .role(.total))
    add(["办结率", "办复率", "答复率", "回复率", "纠错率", "公开率", "采纳率", "维持率", "胜诉率", "败诉率"], .role(.rate))
    add(["另", "另外", "此外", "同时", "全年", "累计", "剩余"], .role(.apart))
    add(
      [
        "共", "共计", "总计", "合计", "总共", "累计", "达", "达到", "为", "是", "有", "计", "的", "了", "总数",
        "总量", "数量", "总数量", "数", "件数", "全年", "年内", "本年度", "今年", "新", "依法", "已", "均", "仅", "各类",
        "总", "一共", "年度", "度", "期间", "及时", "认真", "规范", "分别", "实际", "当年", "先后",
        "突破", "高达", "多达",
      ], .role(.filler))
    add(
      [
        "占", "占比", "约占", "占到", "占总数", "占总量", "占全部", "占总数的", "占总量的", "占办结总数的", "占办结总量的",
        "占答复总数的", "占申请总数的", "占申请总量的", "占受理总数的", "占受理总量的", "占全部申请的", "占总申请量的",
      ], .role(.share))
    add(
      [
        "同比", "环比", "相比", "较上", "较去", "较前", "比上", "比去", "比前", "同期",
        "与上年", "与去年", "较同期", "比同期", "相较", "较往年", "比往年",
      ], .role(.comparison))
    add(["增长", "上升", "增加", "提高", "提升", "增幅", "上涨", "多出", "增多"], .role(.rise))
    add(["下降", "减少", "降低", "下滑", "降幅", "减幅"], .role(.fall))
    add(
      [
        "去年", "上年", "上一年", "上年度", "上一年度", "前年", "往年", "历年", "近年", "明年", "下年", "次年", "下一年",
        "下年度", "下一年度",
      ], .role(.otherYear))
    add(["以来", "近三年", "近两年", "近五年", "近几年", "五年来", "三年来", "十年来"], .role(.span))
    add(
      ["今年", "本年", "本年度", "报告期", "全年", "今年以来", "一年来", "一年以来", "本年以来", "年初以来", "本年度以来"],
      .role(.thisYear))
  }
}
