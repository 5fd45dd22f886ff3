import Testing

@Suite("Import of a report some of whose tables are pictures")
struct PictureOfTableTests {
  @Test("reads the others, and says which tables were not found")
  func saysWhich() throws {
    let desk = try Desk(sample: "x.json")
    let page = try desk.run("export", "x.json", "-o", "-", "--draft").text
    let start = try #require(
      page.ranges(of: "<table").map(\.lowerBound).first { page[$0...].prefix(200).contains("三、收到") }
    )
    let end = try #require(page[start...].firstRange(of: "</table>")).upperBound
    let picture = page[..<start] + #"<p><img src="t.png"></p>"# + page[end...]
    try desk.folder.write(String(picture), to: "p.html")
    let ran = try desk.run("import", "p.html", "-o", "y.json")
    #expect(ran.status == 0)
    let last = try #require(ran.complaints.last)
    #expect(last.contains("三、收到和处理政府信息公开申请情况"), "\(last)")
    #expect(last.contains("图片") && !last.contains("四、"), "\(last)")
    // What a page shows besides its tables is no reason to say so.
    let logo = page.replacing("<main>", with: #"<main><img src="logo.png">"#)
    try desk.folder.write(logo, to: "q.html")
    #expect(!(try desk.run("import", "q.html", "-o", "z.json").errors.contains("图片")))
  }
}
