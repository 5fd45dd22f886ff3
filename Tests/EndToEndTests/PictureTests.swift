import Testing

@Suite("The pictures of the manuals")
struct PictureTests {
  @Test("show the screens as they are; `swift run pictures` renews them")
  func areFresh() throws {
    let desk = try Desk()
    let ran = try desk.run(program: "pictures", ["--check"])
    #expect(ran.status == 0, "\(ran.errors)")
  }
}
