extension OtherYears {
  /// The words by which a year is judged.
  package struct Words: Equatable, Sendable {
    /// Who reports, such as 我局 or 全县: a year after them is the time of what follows.
    package var subjects: WordList
    /// What follows a year without a comma where the year is the time of the report.
    package var doings: WordList
    /// What is said of a whole year's work only: 共收到, 累计.
    package var results: WordList
    /// What says that the sentence plans.
    package var plans: WordList
    /// What right after the report's own year says that it was still to come: 将进一步.
    package var planning: WordList
    /// What stands before a year that is planned for: 下一步.
    package var nextSteps: WordList
    /// What says, before the year, that the past is looked back upon.
    package var lookingBack: WordList
    /// What says that a past problem is mended by now.
    package var mended: WordList
    /// What compares two years.
    package var comparing: WordList
    /// What before a year takes it out of doubt: 较, 自, 截至.
    package var before: WordList
    /// What after a year takes it out of doubt: 以来, 同期, 存在.
    package var after: WordList
    /// What a sentence about the statistical period speaks of.
    package var statistics: WordList
    /// What presents the report: 编制, 现将.
    package var presenting: WordList
    /// What the report is called.
    package var reportNames: WordList
    /// What after the report's name takes its year out of doubt: the report of then is meant.
    package var otherReports: WordList

    package init(
      subjects: WordList, doings: WordList, results: WordList, plans: WordList,
      planning: WordList, nextSteps: WordList, lookingBack: WordList, mended: WordList,
      comparing: WordList, before: WordList,
      after: WordList, statistics: WordList, presenting: WordList, reportNames: WordList,
      otherReports: WordList
    ) {
      self.subjects = subjects
      self.doings = doings
      self.results = results
      self.plans = plans
      self.planning = planning
      self.nextSteps = nextSteps
      self.lookingBack = lookingBack
      self.mended = mended
      self.comparing = comparing
      self.before = before
      self.after = after
      self.statistics = statistics
      self.presenting = presenting
      self.reportNames = reportNames
      self.otherReports = otherReports
    }
  }
}
