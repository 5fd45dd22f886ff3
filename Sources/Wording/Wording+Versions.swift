extension Wording {
  // The list of a draft's versions.

  package func byteCount(_ count: Int) -> String { say("\(count) 字节", "\(count) bytes") }

  /// How much differs from the next older version.
  package func versionDifference(cells: Int, texts: Int, others: Int) -> String {
    var parts: [String] = []
    if cells > 0 { parts.append(say("改 \(cells) 格", "\(plural(cells, "cell")) changed")) }
    if texts > 0 { parts.append(say("改 \(texts) 处文字", "\(plural(texts, "text")) changed")) }
    if others > 0 {
      parts.append(say("改 \(others) 项基本信息", "\(others) of the organ’s data changed"))
    }
    if parts.isEmpty { return say("数和文字没有变化", "no figure or text changed") }
    return parts.joined(separator: say("，", ", "))
  }

  package var firstVersion: String { say("保留的第一版", "the first one kept") }
  package var damagedVersion: String { say("已损坏，不能恢复", "damaged, cannot be restored") }
  package var presentVersion: String { say("← 文件现在的内容", "← what the file holds now") }

  package func noVersions(of path: String) -> String {
    say("\(shown(path))：没有保留的版本", "\(shown(path)): no versions are kept")
  }

  // What was done, or was not.

  package func versionRestored(_ number: Int, to path: String) -> String {
    say("\(shown(path))：已恢复为第 \(number) 版", "\(shown(path)): restored as version \(number)")
  }

  package func noSuchVersion(_ number: Int, of path: String) -> String {
    say(
      "\(shown(path))：没有第 \(number) 版，请用 nianbao versions 查看",
      "\(shown(path)): there is no version \(number); see nianbao versions")
  }

  package func versionIsDamaged(_ number: Int, of path: String) -> String {
    say(
      "\(shown(path))：第 \(number) 版已损坏，未恢复，请选用其他版本",
      "\(shown(path)): version \(number) is damaged and was not restored; take another")
  }

  /// A version in a line that tells of a file.
  package func versionName(_ number: Int, of path: String) -> String {
    say("\(path)（第 \(number) 版）", "\(path) (version \(number))")
  }

  package var versionToCompareHelp: String {
    say(
      "与保留的第几版比较，见 nianbao versions", "Compare with this version, as nianbao versions lists it")
  }

  package func noVersionNumber(_ text: String) -> String {
    say(
      "--version：“\(shown(text))”不是版本号，请用 nianbao versions 查看",
      "--version: “\(shown(text))” is no number of a version; see nianbao versions")
  }

  /// What is said where a folder of versions is labelled with another draft's path.
  package func foreignVersions(_ label: String) -> String {
    say(
      "\(shown(label))：写的是另一份草稿的路径，这里的版本不能用",
      "\(shown(label)): names another draft, so the versions beside it cannot be used")
  }

  /// The save has succeeded, or is about to; only the version is missing.
  package func versionNotKept(of path: String, _ reason: String) -> String {
    say(
      "\(shown(path))：未能保留这一版（\(reason)），草稿的保存不受影响",
      "\(shown(path)): no version was kept (\(reason)); the draft is saved all the same")
  }

  // Wrong usage.

  package var noVersionsOfStandardInput: String {
    say("标准输入没有版本，请给出草稿文件", "standard input has no versions; name the draft’s file")
  }
  package var showOrRestore: String {
    say("--show 和 --restore 只能用一个", "take --show or --restore, not both")
  }
  package var outputWithoutRestore: String {
    say("-o 要和 --restore 一起用", "-o goes with --restore")
  }
}
