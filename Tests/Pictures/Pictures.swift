internal import Glibc
internal import ReportModel
internal import Storage
internal import Terminal
internal import Wording

/// Draws the pictures of the manuals from the screens as they are.
///
/// `swift run pictures` writes them, `--check` says which are not as they would be written, and
/// `--looks FOLDER` draws every screen on light and dark paper in each depth of colours, to be
/// looked at.
@main
enum Pictures {
  private static let package =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static func main() throws {
    let sample = try DraftFile.draft(
      reading: readFile(at: package + "/Sources/nianbao/Samples/demo.json", limit: 1 << 20))
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case (nil, _): try write(pictures(of: sample), to: package + "/docs/pictures")
    case ("--check", 1): check(pictures(of: sample), in: package + "/docs/pictures")
    case ("--looks", 2): try write(looks(of: sample), to: arguments.last ?? ".")
    default: fail("usage: pictures [--check | --looks FOLDER]")
    }
  }

  /// The pictures of the manuals by their names.
  private static func pictures(of sample: Draft) -> [(name: String, bytes: [UInt8])] {
    Scene.all.flatMap { scene in
      Language.allCases.map { language in
        let svg = SVG(
          scene.screen(of: sample, in: language), palette: Palette(depth: .many), paper: .light)
        return (
          "\(scene.name).\(language.rawValue).svg",
          Array(svg.text(title: scene.title(in: language)).utf8)
        )
      }
    }
  }

  private static func looks(of sample: Draft) -> [(name: String, bytes: [UInt8])] {
    Scene.all.flatMap { scene in
      let screen = scene.screen(of: sample, in: .chinese)
      return ColorDepth.allCases.flatMap { depth in
        [("light", Paper.light), ("dark", .dark)].map { name, paper in
          let svg = SVG(screen, palette: Palette(depth: depth), paper: paper)
          return ("\(scene.name)-\(depth)-\(name).svg", Array(svg.text(title: name).utf8))
        }
      }
    }
  }

  private static func write(_ pictures: [(name: String, bytes: [UInt8])], to folder: String) throws
  {
    for picture in pictures {
      try replaceFile(at: "\(folder)/\(picture.name)", with: picture.bytes)
    }
  }

  private static func check(_ pictures: [(name: String, bytes: [UInt8])], in folder: String) {
    let stale = pictures.filter { picture in
      do throws(FileError) {
        return try readFile(at: "\(folder)/\(picture.name)", limit: 1 << 24) != picture.bytes
      } catch {
        return true
      }
    }
    if stale.isEmpty { return }
    fail("run `swift run pictures` to renew: " + stale.map(\.name).joined(separator: ", "))
  }

  private static func fail(_ message: String) -> Never {
    do throws(FileError) {
      try writeAll(Array((message + "\n").utf8), to: STDERR_FILENO)
    } catch {
      exit(2)
    }
    exit(1)
  }
}
