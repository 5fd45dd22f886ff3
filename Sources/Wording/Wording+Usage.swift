extension Wording {
  /// What the parser of the command line says, help and complaints, which it has in English alone.
  ///
  /// Line by line; a line that is not one of the parser's own stays as it is.
  package func ofParser(_ text: String) -> String {
    guard language == .chinese else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { inChinese(String($0)) }.joined(separator: "\n")
  }

  private func inChinese(_ line: String) -> String {
    if let complaint = line.rest(after: "Error: ") { return complaintInChinese(complaint) }
    if let names = line.inside("  See '", "' for more information.") { return "  详见 \(names)" }
    if let names = line.inside("  See '", " <subcommand>' for detailed help.") {
      return "  各命令的用法：\(names) <命令>"
    }
    // Below the first line of a command's uses, which the parser indents by the width of its word.
    if let use = line.rest(after: "       nianbao ") { return "      nianbao \(ofSubcommand(use))" }
    let heads = [
      "Help:  ": "说明：", "Usage: ": "用法：", "USAGE: ": "用法：", "OVERVIEW: ": "",
      "ARGUMENTS:": "参数：", "OPTIONS:": "选项：", "SUBCOMMANDS:": "命令：",
    ]
    for (head, chinese) in heads {
      if let rest = line.rest(after: head) { return chinese + ofSubcommand(rest) }
    }
    for (end, chinese) in [
      "Show the version.": "显示版本", "Show help information.": "显示本说明",
      "Show subcommand help information.": "显示一个命令的说明",
    ] {
      if let start = line.rest(before: "  " + end) { return "\(start)  \(chinese)" }
    }
    if let values = line.range(ofLast: " (values: "), line.hasSuffix(")") {
      let list = String(line[values.upperBound...].dropLast())
      return line[..<values.lowerBound] + "（\(list.replacing("; default: ", with: "；默认 "))）"
    }
    if let value = line.range(ofLast: " (default: "), line.hasSuffix(")") {
      return line[..<value.lowerBound] + "（默认 " + line[value.upperBound...].dropLast() + "）"
    }
    return ofSubcommand(line)
  }

  /// The line that says that a command has to stand there.
  private func ofSubcommand(_ line: String) -> String {
    line.rest(before: " <subcommand>").map { $0 + " <命令>" } ?? line
  }

  private func complaintInChinese(_ complaint: String) -> String {
    if let argument = complaint.inside("Missing expected argument '", "'") {
      return "缺少参数 \(argument)"
    }
    if let names = complaint.inside("Unknown option '", "'?"),
      let middle = names.range(ofLast: "'. Did you mean '")
    {
      return "没有“\(names[..<middle.lowerBound])”这个选项，是不是 \(names[middle.upperBound...])？"
    }
    if let name = complaint.inside("Unknown option '", "'") { return "没有“\(name)”这个选项" }
    if let option = complaint.inside("Missing value for '", "'") {
      return "选项 \(option) 后面缺少内容"
    }
    if let argument = complaint.inside("Unexpected argument '", "'") {
      return "多出参数“\(argument)”"
    }
    if let start = complaint.range(ofLast: " unexpected arguments: '"), complaint.hasSuffix("'") {
      let list = String(complaint[start.upperBound...].dropLast())
      return "多出参数“\(list.replacing("', '", with: "”“"))”"
    }
    if let option = complaint.inside("The option '", "' was specified."),
      let middle = option.range(ofLast: "' does not take any value, but '")
    {
      return "选项 \(option[..<middle.lowerBound]) 不带内容，却写了“\(option[middle.upperBound...])”"
    }
    if let value = complaint.rest(after: "The value '"),
      let middle = value.range(ofLast: "' is invalid for '"),
      let end = value[middle.upperBound...].firstIndex(of: "'")
    {
      let option = value[middle.upperBound..<end]
      return "“\(value[..<middle.lowerBound])”不能用于 \(option)"
        + choices(String(value[end...].dropFirst()))
    }
    if complaint == "Missing required subcommand." { return "缺少命令" }
    return complaint
  }

  /// What may be given instead of a value, as the parser lists it behind its complaint.
  private func choices(_ list: String) -> String {
    guard let list = list.inside(". Please provide one of '", "'.") else { return "" }
    let values = ["', '", "' or '", "' and '"].reduce(list) { $0.replacing($1, with: "、") }
    return "，可用 " + values
  }
}

extension String {
  fileprivate func rest(after start: String) -> String? {
    hasPrefix(start) ? String(dropFirst(start.count)) : nil
  }

  fileprivate func rest(before end: String) -> String? {
    hasSuffix(end) ? String(dropLast(end.count)) : nil
  }

  /// What stands between these two.
  fileprivate func inside(_ start: String, _ end: String) -> String? {
    rest(after: start)?.rest(before: end)
  }

  /// Where a text stands last.
  fileprivate func range(ofLast text: String) -> Range<Index>? {
    ranges(of: text).last
  }
}
