import SafeText

/// Why something was not done, said to whoever typed the command.
package enum Complaint: Equatable, Sendable {
  case notFound
  case noSuchFolder
  /// The folder that a file is to be made in.
  case noFolderForFile
  /// A part of the path before the last is a file.
  case fileInPath
  case nameTooLong
  case linkLoop
  /// The device failed.
  case deviceFailed
  case isFolder
  case notPermitted
  case tooLarge(limit: Int)
  /// What was to be written could not be opened again.
  case draftTooLarge(limit: Int)
  case notARegularFile
  case exists
  /// A new draft's file came to be while it was being typed.
  case appearedMeanwhile
  /// The file of a new draft is there already, and there is no `--force` to be had.
  case existsAlready
  /// Somebody else changes the file again and again.
  case changedMeanwhile
  /// Somebody else put the draft on another form.
  case otherFormMeanwhile
  case diskFull
  case readOnlyPlace
  /// The server or the device of the file is gone.
  case unreachable
  /// What was read back is not what was written.
  case differs
  case system(String)
  case cannotCreateFolder
}

extension Wording {
  /// A name as it can be printed in one line: what could break the line or steer the terminal
  /// is shown as an escape.
  package func shown(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: Self.isEscaped) else { return name }
    var text = ""
    for scalar in name.unicodeScalars {
      if Self.isEscaped(scalar) {
        text += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// U+FFFD stands for bytes that are no text, as names of files may have.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isUnsafe || scalar == "\u{FFFD}"
  }

  /// The same, but for tabs, which part the fields of a line.
  package func shownField(_ line: String) -> String {
    guard line.unicodeScalars.contains(where: { $0 != "\t" && Self.isEscaped($0) }) else {
      return line
    }
    return line.split(separator: "\t", omittingEmptySubsequences: false)
      .map { shown(String($0)) }.joined(separator: "\t")
  }

  /// One line: the file, the cause, and what to do.
  package func complaint(_ complaint: Complaint, about path: String) -> String {
    say("\(shown(path))：", "\(shown(path)): ") + cause(of: complaint)
  }

  /// The cause by itself.
  package func cause(of complaint: Complaint) -> String {
    switch complaint {
    case .notFound: say("没有这个文件，请核对路径", "no such file; check the path")
    case .noSuchFolder: say("没有这个文件夹，请先建立", "no such folder; make it first")
    case .noFolderForFile:
      say("所在的文件夹不存在，请先建立", "its folder does not exist; make it first")
    case .fileInPath:
      say("路径中有一段是文件，不是文件夹，请核对", "a part of the path is a file, not a folder; check it")
    case .nameTooLong: say("文件名太长，请改短", "the name is too long; take a shorter one")
    case .linkLoop: say("链接互相指向，找不到文件", "links lead in a circle, not to a file")
    case .deviceFailed:
      say("磁盘读写出错，可能有故障，请另存他处", "the disk failed and may be broken; save elsewhere")
    case .isFolder: say("是文件夹，不是文件", "is a folder, not a file")
    case .notPermitted: say("没有权限，请检查文件和文件夹的权限", "permission denied; check file and folder")
    case .tooLarge(let limit):
      say("文件太大，超过 \(limit >> 20) MiB", "the file is larger than \(limit >> 20) MiB")
    case .draftTooLarge(let limit):
      say(
        "草稿超过 \(limit >> 20) MiB，写入后将无法打开，未保存；请精简文字",
        "the draft is larger than \(limit >> 20) MiB and could not be opened again; it was not saved, "
          + "shorten its texts")
    case .notARegularFile: say("不是普通文件", "is not a regular file")
    case .exists: say("文件已存在，未改动；要替换请加 --force", "exists and was left alone; --force replaces it")
    case .appearedMeanwhile:
      say(
        "这个文件已由别的程序建立，未覆盖", "another program made this file meanwhile; it was left alone")
    case .existsAlready:
      say("文件已存在，未改动；请换一个文件名", "exists and was left alone; take another name")
    case .changedMeanwhile:
      say(
        "这个文件正被别的程序不断改写，未覆盖，请稍后再试",
        "another program keeps changing this file; it was left alone, try again in a moment")
    case .otherFormMeanwhile:
      say(
        "这个文件打开后被换成了另一种表样，未覆盖",
        "another program put this draft on another form meanwhile; it was left alone")
    case .diskFull: say("磁盘已满，请清理后重试或另存他处", "the disk is full; free some space or save elsewhere")
    case .readOnlyPlace: say("所在位置只读，请另存他处", "the place is read-only; save elsewhere")
    case .unreachable:
      say(
        "所在的磁盘或服务器没有响应，请检查连接后重试，或另存他处",
        "the disk or server does not answer; check the connection and try again, or save elsewhere")
    case .differs:
      say(
        "写入后读回的内容不一致，磁盘可能有故障，请另存他处",
        "what was read back is not what was written, the disk may be failing; save elsewhere")
    case .system(let text): say("系统报告：\(text)", "the system says: \(text)")
    case .cannotCreateFolder: say("不能建立临时文件夹", "no temporary folder could be made")
    }
  }

  /// The file was made into something that is no draft since it was opened.
  package func spoiltMeanwhile(_ message: String) -> String {
    say(
      "文件打开后被改坏，未覆盖：\(message)", "spoilt by another program meanwhile, and left alone: \(message)")
  }

  /// One line about a place in a file.
  package func complaint(
    about path: String, line: Int, column: Int, cause: String
  ) -> String {
    say(
      "\(shown(path))：第 \(line) 行第 \(column) 列：\(cause)",
      "\(shown(path)), line \(line), column \(column): \(cause)")
  }

  /// One line about a file as a whole.
  package func complaint(about path: String, cause: String) -> String {
    say("\(shown(path))：\(cause)", "\(shown(path)): \(cause)")
  }

  // Why a text is not JSON.

  package var jsonUnexpectedEnd: String {
    say("文件在此中断，不完整", "the file ends here, it is incomplete")
  }
  package func jsonUnexpected(_ scalar: Unicode.Scalar) -> String {
    let text = shown(String(scalar))
    return say("此处不应有“\(text)”，不是 JSON 格式", "“\(text)” cannot stand here; this is not JSON")
  }
  package var jsonTrailingComma: String { say("多了一个逗号", "a comma too many") }
  package var jsonTextAfterValue: String {
    say("结尾之后还有多余的内容", "something stands after the end")
  }
  package func jsonDuplicateKey(_ key: String) -> String {
    say("“\(shown(key))”重复出现", "“\(shown(key))” stands twice")
  }
  package var jsonInvalidUTF8: String { say("不是 UTF-8 编码", "not UTF-8") }
  package var jsonInvalidEscape: String { say("转义写法有误", "a wrong escape") }
  package var jsonControlCharacter: String {
    say("文字中有未转义的控制字符", "an unescaped control character in a string")
  }
  package var jsonBadNumber: String { say("数字写法有误", "a number that is written wrongly") }
  package func jsonTooDeep(_ limit: Int) -> String {
    say("嵌套超过 \(limit) 层", "nested more than \(limit) levels deep")
  }
  package func jsonTooLarge(_ limit: Int) -> String {
    say("文件超过 \(limit >> 20) MiB", "larger than \(limit >> 20) MiB")
  }

  // Why a file is not a draft.

  package var emptyFile: String { say("文件是空的，不是年报草稿", "the file is empty, it is no draft") }
  package func damagedDraft(_ cause: String) -> String {
    say("不是年报草稿，或已损坏：\(cause)", "no nianbao draft, or a damaged one: \(cause)")
  }

  package var notADraft: String { say("不是年报草稿", "not a nianbao draft") }
  package func newerSchema(_ schema: String) -> String {
    say(
      "由更新版本的程序保存（\(shown(schema))），请升级程序后再打开；文件未改动",
      "was saved by a newer version (\(shown(schema))); upgrade to open it; the file is untouched")
  }
  package func unknownForm(_ id: String) -> String {
    say(
      "不认识表样“\(shown(id))”，草稿中也没有它的定义",
      "unknown form “\(shown(id))”, and the draft carries no definition")
  }
  package func wrongType(_ path: String, expected: String) -> String {
    say("\(shown(path)) 应为\(expected)", "\(shown(path)) should be \(expected)")
  }
  package func missingKey(_ path: String) -> String {
    say("缺少 \(shown(path))", "\(shown(path)) is missing")
  }
  package func figureOutOfRange(_ path: String, _ text: String) -> String {
    let shownText = shown(String(text.prefix(40)))
    return say(
      "\(shown(path)) 的数 \(shownText) 超出范围（最多 15 位数字、6 位小数）",
      "\(shown(path)): \(shownText) is out of range (15 digits, 6 decimals at most)")
  }

  // Wrong usage.

  package func unknownAddress(_ key: String) -> String {
    say("没有“\(shown(key))”这个单元格或部分", "there is no cell or section “\(shown(key))”")
  }
  package func noSuchFinding(_ rule: String, at place: String) -> String {
    say(
      "\(shown(place)) 处没有“\(shown(rule))”这类问题，请用 nianbao check 查看",
      "there is no finding “\(shown(rule))” at \(shown(place)); see nianbao check")
  }
  package func errorNotAcceptable(_ rule: String, at place: String) -> String {
    say(
      "\(shown(place)) 处的“\(shown(rule))”是错误，不能说明后保留，请改正",
      "“\(shown(rule))” at \(shown(place)) is an error; it cannot be accepted, only corrected")
  }
  package var reasonMissing: String {
    say("请写明理由", "give a reason")
  }
  package func unknownKeyInUsage(_ text: String) -> String {
    say("“\(shown(text))”不是 键=值 的写法", "“\(shown(text))” is not KEY=VALUE")
  }
  package var previousFromStandardInputToo: String {
    say("标准输入只能读一份，上年的报告请放在文件里", "standard input is read once; put last year’s report into a file")
  }
  package var organNeeded: String {
    say("缺少 --organ 机关名称（有 --previous 时可以省略）", "--organ NAME is missing (--previous can give it)")
  }
  package func standardInputTwice(_ text: String) -> String {
    say(
      "“\(shown(text))”：草稿已从标准输入读取，文字请放在文件里",
      "“\(shown(text))”: the draft comes from standard input already; put the text into a file")
  }
  package func valueIsNoNumber(_ key: String, _ value: String) -> String {
    say(
      "\(shown(key))：“\(shown(value))”不是能填的数（最多 15 位数字、6 位小数）",
      "\(shown(key)): “\(shown(value))” is no number that fits (15 digits, 6 decimals at most)")
  }
  package func valueNotAllowed(_ key: String, _ value: String, allowed: [String]) -> String {
    let list = allowed.joined(separator: say("、", ", "))
    return say(
      "\(shown(key))：不能是“\(shown(value))”，可用 \(list)",
      "\(shown(key)): “\(shown(value))” is not one of \(list)")
  }
  package func yearOutOfRange(_ path: String, _ text: String) -> String {
    say(
      "\(shown(path)) 的年度 \(shown(text)) 超出范围（1 至 9999）",
      "\(shown(path)): the year \(shown(text)) is not from 1 to 9999")
  }
  package func yearIsNoYear(_ text: String) -> String {
    say(
      "“\(shown(text))”不是年度，请用 1900 至 2999 的四位数字",
      "“\(shown(text))” is no year; use four digits, 1900 to 2999")
  }
  package func unknownFormID(_ id: String, known: [String]) -> String {
    let list = known.joined(separator: say("、", ", "))
    return say(
      "没有表样“\(shown(id))”，内置的有 \(list)", "there is no form “\(shown(id))”; there are \(list)")
  }
  package func argumentNotUTF8(_ argument: String) -> String {
    say(
      "“\(shown(argument))”不是 UTF-8 编码，无法使用；如是文件名，请先改名",
      "“\(shown(argument))” is not UTF-8; a file of that name has to be renamed first")
  }
  package func mistypedCommand(_ typed: String, meant: String) -> String {
    say(
      "没有“\(shown(typed))”这个命令，是不是 \(meant)？如果是草稿，请用 nianbao edit \(shown(typed))",
      "“\(shown(typed))” is no command; did you mean \(meant)?"
        + " For a draft of that name: nianbao edit \(shown(typed))")
  }
  package func unknownFormat(_ name: String, known: [String]) -> String {
    let list = known.joined(separator: say("、", ", "))
    return say(
      "不能导出“\(shown(name))”格式，可用 \(list)", "cannot export “\(shown(name))”; use \(list)")
  }
  /// That an export read back does not say what the draft says.
  package func exportDiffers(at address: String?, draft: String?, file: String?) -> String {
    let blank = say("空白", "blank")
    let place = address.map {
      say(
        "\($0) 草稿为 \(draft ?? blank)，文件为 \(file ?? blank)",
        "\($0) is \(draft ?? blank) in the draft and \(file ?? blank) in the file")
    }
    return say(
      "导出后读回核对，与草稿不一致\(place.map { "：" + $0 } ?? "")；未写出文件，请改用其他格式",
      "read back after the export it differs from the draft\(place.map { ": " + $0 } ?? "");"
        + " nothing was written: use another format")
  }
  /// That a letter of a text is not in the file; a section without a title is the first.
  package func exportLacks(_ letter: String, ofText title: String) -> String {
    let place =
      title.isEmpty ? say("正文", "the text") : say("“\(shown(title))”", "“\(shown(title))”")
    return say(
      "导出后读回核对，\(place)中的“\(shown(letter))”在文件里缺少；未写出文件，请改用其他格式",
      "read back after the export it lacks a “\(shown(letter))” of \(place);"
        + " nothing was written: use another format")
  }
  package var exportOverDraft: String {
    say("是一份草稿，导出不会覆盖草稿，请另用文件名", "is a draft; an export never replaces one; use another name")
  }
  package var exportOverLink: String {
    say(
      "是符号链接，导出不会经由链接写入，请改用它指向的文件名",
      "is a symbolic link; an export follows none; name the file it leads to")
  }
  package var invalidUTF8Text: String {
    say("不是 UTF-8 编码的文本", "is not UTF-8 text")
  }

  // The terminal.

  package var needsTerminal: String {
    say("此命令要在终端中运行", "this command needs a terminal")
  }
  package func unknownTerminal(_ name: String) -> String {
    say(
      "不认识终端类型 TERM=“\(shown(name))”，可先设 TERM=xterm-256color，或加 --plain 逐行使用",
      "unknown terminal type TERM=“\(shown(name))”; try TERM=xterm-256color, or --plain")
  }
  package func incapableTerminal(_ name: String) -> String {
    say(
      "终端类型 TERM=“\(shown(name))”不能定位光标，无法显示表格，可加 --plain 逐行使用",
      "the terminal TERM=“\(shown(name))” cannot place its cursor, so no table can be shown; --plain goes without"
    )
  }
  package var noUTF8Locale: String {
    say("系统没有可用的 UTF-8 语言环境，请安装 C.UTF-8", "no UTF-8 locale is installed; install C.UTF-8")
  }
  package var standardInputRefused: String {
    say("编辑器不能从标准输入打开草稿", "the editor cannot open a draft from standard input")
  }
}
