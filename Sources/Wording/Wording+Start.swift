extension Wording {
  // The list of drafts.

  package var startTitle: String { say("本文件夹中的草稿", "The drafts in this folder") }
  package var organColumn: String { say("机关", "Organ") }
  package var yearColumn: String { say("年度", "Year") }
  package var stateColumn: String { say("状态", "State") }
  package var changedColumn: String { say("最后修改", "Last change") }
  package var fileColumn: String { say("文件", "File") }

  package func draftCount(_ count: Int) -> String {
    say("草稿 \(count) 份", count == 1 ? "1 draft" : "\(count) drafts")
  }

  /// How many files of a folder have been read.
  package func reading(_ count: Int, of all: Int) -> String {
    all == 0 ? say("正在读取…", "reading…") : say("正在读取 \(count)/\(all)…", "reading \(count)/\(all)…")
  }

  /// That a large file is being read.
  package func reading(_ path: String) -> String {
    say("正在读取 \(shown(path))…", "Reading \(shown(path))…")
  }

  // Why a file is no draft, in a few words.

  package var notAFile: String { say("不是普通文件", "not a regular file") }
  package var cannotBeRead: String { say("无法读取", "cannot be read") }
  package var damagedFile: String { say("不是年报草稿，或已损坏", "no draft, or a damaged one") }
  package var fromNewerVersion: String {
    say("由更新版本的程序保存", "saved by a newer version")
  }

  package var notReadYet: String { say("（尚未读取）", "(not read yet)") }
  package var complete: String { say("已填齐", "complete") }

  /// A draft so large that it is not read for the list.
  package func largeDraft(bytes: Int) -> String {
    say("（文件较大，\(bytes >> 20) MiB，未读取）", "(large: \(bytes >> 20) MiB, not read)")
  }
  package var largeDraftAdvice: String {
    say(
      "文件较大，列表中不读取，打开时可能要等几秒", "Large, so it is read only when it is opened, which may take seconds"
    )
  }

  package func draftDetails(file: String, organ: String, year: Int, form: String) -> String {
    say(
      "\(shown(file))　\(organ) \(year) 年度　表样 \(form)",
      "\(shown(file))  \(organ) \(year)  form \(form)")
  }

  package var noDraftsHere: String { say("本文件夹中没有草稿", "No drafts in this folder") }
  package var noDraftsAdvice: [String] {
    [
      say("按 N 新建一份草稿，可以从上年报告开始", "N makes a new draft, from last year’s report if you like"),
      say("按 D 打开样例试用，样例是副本，可以随意改动", "D opens the sample, a copy to try things on"),
      say(
        "草稿在别处的，请到那个文件夹中运行 nianbao", "Where the drafts are elsewhere, run nianbao in that folder"),
    ]
  }

  package var plainNeedsDraft: String {
    say(
      "逐行方式不列草稿，请指明要打开的一份：nianbao edit --plain 草稿.json",
      "line by line there is no list; name the draft: nianbao edit --plain DRAFT")
  }

  // What can be done there.

  package var openDraft: String { say("打开", "open") }
  package var newDraft: String { say("新建", "new") }
  package var openDemo: String { say("样例", "sample") }
  package var rereadFolder: String { say("刷新", "read again") }
  package var openDraftHere: String { say("打开选中的草稿", "Open the chosen draft") }
  package var newDraftHere: String { say("新建一份草稿", "Make a new draft") }
  package var openDemoHere: String { say("打开样例的副本试用", "Try the editor on a copy of the sample") }
  package var rereadFolderHere: String { say("重新读取文件夹", "Read the folder again") }
  package var leaveProgram: String { say("退出程序", "Leave the program") }

  /// Where the sample that was tried lies.
  package func sampleKept(_ path: String) -> String {
    say("样例的副本在 \(shown(path))", "The copy of the sample is \(shown(path))")
  }
}
