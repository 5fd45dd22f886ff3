import Documents
import Formats
import Testing

@Suite("Which fonts a PDF file has")
struct PDFFontsTests {
  private func list(_ names: [String]) -> [UInt8] {
    let lines = names.map { "\($0)   CID Type 0C (OT)  Identity-H  yes yes yes  27  0" }
    return Array(
      (["name  type  encoding", "----  ----  --------"] + lines + [""])
        .joined(separator: "\n").utf8)
  }

  @Test func namesWhatIsMissingAndWhatStandsIn() throws {
    let document = Document(report: try Samples.draft())
    let fonts = PDFFonts(
      inList: list(["KRVTKL+Noto-Serif-CJK-SC-Bold", "LSQBSZ+Noto-Serif-CJK-SC", "AAAAAA+SimHei"]),
      of: document)
    #expect(fonts.missing == ["方正小标宋简体", "仿宋_GB2312", "宋体"])
    #expect(fonts.standIns == ["Noto Serif CJK SC"])
  }

  @Test func saysNothingWhereAllAreThere() throws {
    let document = Document(report: try Samples.draft())
    let fonts = PDFFonts(
      inList: list([
        "AAAAAA+FZXBSJW--GB1-0", "BBBBBB+SimHei", "CCCCCC+FangSong_GB2312", "DDDDDD+SimSun",
      ]), of: document)
    #expect(fonts.missing == [])
    #expect(fonts.standIns == [])
  }

  @Test func missesNoFontOfWhatIsNotThere() {
    let document = Document(title: "", blocks: [.paragraph(Paragraph("一"))])
    let fonts = PDFFonts(inList: list(["AAAAAA+FangSong"]), of: document)
    #expect(fonts.missing == ["宋体"])
    #expect(fonts.standIns == [])
  }
}
