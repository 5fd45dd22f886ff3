import Documents
private import Glibc
import ReportModel
import Testing

@testable import Formats

/// Whether a program of another make can be asked.
private func hasModule(_ name: String) -> Bool {
  system("python3 -c 'import \(name)' >/dev/null 2>&1") == 0
}

@Suite("Files as other programs read them")
struct OtherProgramsTests {
  /// What a script says of a file, which it finds as its only argument.
  private func answer(of script: String, about bytes: [UInt8], ending: String) throws -> String {
    var folder = Array("/tmp/nianbao-formats.XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&folder))
    let path = String(cString: made)
    defer {
      unlink("\(path)/file.\(ending)")
      unlink("\(path)/script.py")
      rmdir(path)
    }
    for (name, bytes) in [("file.\(ending)", bytes), ("script.py", Array(script.utf8))] {
      let file = try #require(fopen("\(path)/\(name)", "w"))
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
    let pipe = try #require(popen("python3 \(path)/script.py \(path)/file.\(ending) 2>&1", "r"))
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      output += buffer.prefix(count)
    }
    pclose(pipe)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "python-docx finds title, headings, texts and tables",
    .enabled(if: hasModule("docx"), "python-docx is not installed"))
  func pythonDocx() throws {
    let draft = try Samples.draft()
    let script = """
      import sys, docx
      d = docx.Document(sys.argv[1])
      print(d.core_properties.title)
      print('|'.join(p.text for p in d.paragraphs if p.style.name == 'Heading 1'))
      print(len(d.tables), d.sections[0].page_width.mm, d.sections[0].left_margin.mm > 27.9)
      print(d.tables[1].cell(4, 3).text)
      """
    let said = try answer(of: script, about: Document(report: draft).docx(.final), ending: "docx")
    let lines = said.split(separator: "\n").map(String.init)
    #expect(lines.count == 4, "\(said)")
    #expect(lines.first == draft.title)
    let titles = draft.form.sections.map(\.title).filter { !$0.isEmpty }
    #expect(lines.dropFirst().first == titles.joined(separator: "|"))
    #expect(lines.dropFirst(2).first?.hasPrefix("3 210") == true, "\(said)")
  }

  @Test(
    "openpyxl finds sheets, formulas and their values",
    .enabled(if: hasModule("openpyxl"), "openpyxl is not installed"))
  func openpyxl() throws {
    var draft = try Samples.draft()
    draft.setText(Prose("_x0041_ =1+1"), of: draft.form.textSections[0].id)
    let script = """
      import sys, openpyxl
      f = openpyxl.load_workbook(sys.argv[1])
      v = openpyxl.load_workbook(sys.argv[1], data_only=True)
      print('|'.join(f.sheetnames))
      s, t = f.worksheets[2], v.worksheets[2]
      print(s['J5'].value, t['J5'].value, sum(c.value for c in t['D5:I5'][0]))
      print(s.freeze_panes, s.print_title_rows, s.page_setup.orientation)
      print(f.worksheets[0]['B2'].value)
      """
    let said = try answer(of: script, about: draft.xlsx(.final), ending: "xlsx")
    let lines = said.split(separator: "\n").map(String.init)
    #expect(lines.count == 4, "\(said)")
    #expect(lines.first?.split(separator: "|").count == 4)
    let sum = lines.dropFirst().first?.split(separator: " ") ?? []
    #expect(sum.first == "=SUM(D5:I5)")
    #expect(sum.count == 3 && sum[1] == sum[2], "\(said)")
    #expect(lines.dropFirst(2).first == "D5 $1:$4 landscape")
    #expect(lines.last == "_x0041_ =1+1", "\(said)")
  }
}
