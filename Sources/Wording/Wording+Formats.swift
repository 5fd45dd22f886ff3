// Why a file of some format could not be read or made: the cause, and what to do.

extension Wording {
  package var fileEncrypted: String {
    say("文件设有密码，请先取消密码再试", "asks for a password; save it without one and try again")
  }

  /// The part of a container that is torn, and the line in it; an empty part is the file itself.
  package func fileDamaged(part: String, line: Int?) -> String {
    let words =
      (part.isEmpty ? "" : shown(part)) + (line.map { say("第 \($0) 行", " line \($0)") } ?? "")
    let place = words.isEmpty ? "" : say("（\(words)）", " (\(words))")
    return say(
      "文件已损坏或不完整\(place)，请重新索取",
      "is damaged or incomplete\(place); ask for the file again")
  }

  package func filePartTooLarge(part: String, limit: Int) -> String {
    part.isEmpty
      ? say("超过 \(limit >> 20) MiB，未读取", "is larger than \(limit >> 20) MiB; it was not read")
      : say(
        "文件中的 \(shown(part)) 展开后超过 \(limit >> 20) MiB，未读取",
        "\(shown(part)) in it is larger than \(limit >> 20) MiB when unpacked; it was not read")
  }

  /// That a file has more parts, cells, tags or pages than a report ever has.
  package func fileWithTooMany(part: String, limit: Int) -> String {
    let place = part.isEmpty ? "" : say("（\(shown(part))）", " (\(shown(part)))")
    return say(
      "内容过于庞杂\(place)，超过上限 \(limit)，不像年度报告，未读取",
      "holds more than a report ever does\(place), beyond the limit of \(limit); it was not read")
  }

  package func fileWithDocumentType(part: String) -> String {
    let place = part.isEmpty ? "" : say("（\(shown(part))）", " (\(shown(part)))")
    return say(
      "文件含有文档类型定义\(place)，正常的办公文件没有，为安全起见未读取",
      "defines a document type\(place), which no office file needs; for safety it was not read")
  }

  package var fileOfUnknownKind: String {
    say(
      "不是能识别的文件类型，请另存为 docx、xlsx、网页或纯文本",
      "is no kind of file known here; save it as docx, xlsx, a page or plain text")
  }

  package var fileOfOldOffice: String {
    say(
      "是 Word 或 Excel 97—2003 格式（doc、xls），请另存为 docx 或 xlsx",
      "is a doc or xls file of Office 97–2003; save it as docx or xlsx")
  }

  package var fileWithoutText: String {
    say(
      "没有可读的文字，可能是扫描件，请先做文字识别或索取电子版",
      "has no letters to read, it may be a scan; recognize the text first or ask for the original")
  }

  package var fileOfUnknownEncoding: String {
    say(
      "不是文本文件，或文字编码无法识别，请另存为 UTF-8 或 GB18030",
      "is no text, or in an unknown encoding; save it as UTF-8 or GB18030")
  }

  /// A library or a program that a format needs, with the package that has it.
  package func formatNeeds(_ name: String, package: String) -> String {
    say(
      "需要 \(name)，请先安装：sudo apt-get install \(package)",
      "needs \(name); install it: sudo apt-get install \(package)")
  }

  package func programFailed(_ name: String, complaint: String) -> String {
    let reason = complaint.isEmpty ? "" : say("：\(shown(complaint))", ": \(shown(complaint))")
    return say("\(name) 未能完成\(reason)", "\(name) failed\(reason)")
  }

  package func programTooSlow(_ name: String, seconds: Int) -> String {
    say(
      "\(name) 超过 \(seconds) 秒没有完成，已停止，请稍后再试",
      "\(name) took longer than \(seconds) seconds and was stopped; try again later")
  }

  package var fileNotMade: String {
    say("未能生成文件，可能内存不足，请稍后再试", "could not be made; memory may be short, try again")
  }

  /// That a PDF file was made without some of the official fonts, and with which others.
  package func standInFonts(_ standIns: [String], for missing: [String]) -> String {
    let separator = say("、", ", ")
    let (official, others) = (
      missing.joined(separator: separator), standIns.map(shown).joined(separator: separator)
    )
    return say(
      "提示：本机没有 \(official)，导出的 PDF 用 \(others) 代替；正式印发的，请在装有这些字体的电脑上导出",
      "note: \(official) \(missing.count == 1 ? "is" : "are") not installed here, so the PDF file has"
        + " \(others) instead; export it where they are installed before it is issued")
  }

  // Options of export.

  /// An option that means nothing for the format chosen.
  package func optionNotForFormat(_ option: String, formats: [String]) -> String {
    let list = formats.joined(separator: say("、", ", "))
    return say("\(option) 只用于 \(list) 格式", "\(option) is for \(list) only")
  }

  package func badLinePitch(_ text: String) -> String {
    say(
      "“\(shown(text))”不能作为行距，请用 28 至 30 磅，如 28、28.5",
      "“\(shown(text))” is no line pitch; use 28 to 30 points, such as 28 or 28.5")
  }

  package func badDay(_ text: String) -> String {
    say(
      "“\(shown(text))”不是日期，请写成 2024-01-15 的样子",
      "“\(shown(text))” is no date; write it as 2024-01-15")
  }

  package var tablesNeedFile: String {
    say(
      "--by-table 要写几个文件，不能写到标准输出",
      "--by-table writes several files; it cannot write to standard output")
  }
}
