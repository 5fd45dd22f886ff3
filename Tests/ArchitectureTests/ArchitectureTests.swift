import FormCatalog
import ReportModel
import Testing

@Suite("The package")
struct ArchitectureTests {
  /// The arrows between the targets: who may know of whom.
  static let arrows: [(target: String, allowed: Set<String>)] = [
    ("SafeText", []),
    ("JSONText", []),
    ("ReportModel", ["JSONText", "Synchronization"]),
    ("FormCatalog", ["JSONText", "ReportModel", "SafeText"]),
    ("CellGrid", ["CCellWidth", "SafeText"]),
    ("Wording", ["ReportModel", "CellGrid", "SafeText"]),
    ("Editor", ["ReportModel", "CellGrid", "Wording", "Documents"]),
    ("Documents", ["ReportModel", "FormCatalog", "SafeText"]),
    (
      "Formats",
      [
        "ReportModel", "FormCatalog", "Documents", "SafeText", "CXML", "CZip", "CXLSXWriter",
        "Glibc",
      ]
    ),
    ("Programs", ["CPrograms", "Glibc"]),
    ("Storage", ["JSONText", "ReportModel", "FormCatalog", "CFiles", "Crypto", "Glibc"]),
    ("Terminal", ["CellGrid", "CCellWidth", "CNcurses", "CTerminal", "SafeText", "Glibc"]),
    (
      "nianbao",
      [
        "JSONText", "ReportModel", "FormCatalog", "CellGrid", "Wording", "Editor", "Documents",
        "Formats", "Programs", "Storage", "Terminal", "ArgumentParser", "Glibc",
        "Synchronization",
      ]
    ),
  ]

  @Test("lets a target import only what the architecture says", arguments: arrows)
  func importsOnly(target: String, allowed: Set<String>) throws {
    var imported: Set<String> = []
    for path in try PackageFolder.files(below: "Sources/\(target)", endingIn: ".swift") {
      imported.formUnion(imports(in: try PackageFolder.text(of: path)))
    }
    #expect(imported.subtracting(allowed) == [])
  }

  @Test("has no target in Swift that this table forgets")
  func knowsEveryTarget() throws {
    let swift = try PackageFolder.names(in: "Sources").filter {
      try !PackageFolder.files(below: "Sources/\($0)", endingIn: ".swift").isEmpty
    }
    #expect(Set(swift) == Set(Self.arrows.map(\.target)))
  }

  @Test("uses no Foundation")
  func usesNoFoundation() throws {
    for path in try PackageFolder.files(below: "Sources", endingIn: ".swift") {
      let imported = imports(in: try PackageFolder.text(of: path))
      #expect(!imported.contains { $0.hasPrefix("Foundation") }, "\(path)")
    }
  }

  /// Ids of cells that mean something else where they stand in Swift: a key of the form file or of
  /// the draft file, a kind of organ, an English word on the line of keys.
  static let homonyms: Set<String> = ["rules", "previous", "government", "total"]

  @Test("knows no row, column or table of a form in Swift", arguments: FormCatalog.shippedIDs)
  func knowsNoRow(form id: String) throws {
    let form = try #require(FormCatalog.form(id: id))
    var ids = Set(form.tables.map(\.id))
    for table in form.tables {
      ids.formUnion(table.rows.map(\.id))
      ids.formUnion(table.columns.map(\.id))
    }
    ids = ids.filter { $0.count > 3 }.subtracting(Self.homonyms)
    for path in try PackageFolder.files(below: "Sources", endingIn: ".swift") {
      let known = literals(in: try PackageFolder.text(of: path)).filter {
        ids.contains($0) || $0.split(separator: ".").count == 3 && ids.contains(firstPart(of: $0))
      }
      #expect(known == [], "\(path)")
    }
  }

  @Test("knows no section of a form in Swift", arguments: FormCatalog.shippedIDs)
  func knowsNoSection(form id: String) throws {
    let form = try #require(FormCatalog.form(id: id))
    let ids = Set(form.sections.map(\.id))
    for path in try PackageFolder.files(below: "Sources", endingIn: ".swift") {
      let known = literals(in: try PackageFolder.text(of: path)).filter(ids.contains)
      #expect(known == [], "\(path)")
    }
  }

  @Test("holds at its top only what belongs there")
  func holdsOnly() throws {
    let allowed: Set = [
      "Package.swift", "Package.resolved", "Sources", "Tests", "docs", "README.md",
    ]
    let visible = try PackageFolder.names(in: "").filter { !$0.hasPrefix(".") }
    #expect(Set(visible).subtracting(allowed) == [])
  }

  @Test("points from its documentation only to files that are there")
  func pointsToFiles() throws {
    var pages = try PackageFolder.files(below: "docs", endingIn: ".md")
    if PackageFolder.exists("README.md") { pages.append("README.md") }
    for page in pages {
      let folder = page.split(separator: "/").dropLast().joined(separator: "/")
      for link in links(in: try PackageFolder.text(of: page)) {
        #expect(PackageFolder.exists("\(folder)/\(link)"), "\(page): \(link)")
      }
    }
  }

  /// The modules that a source imports, with whatever access.
  private func imports(in source: String) -> Set<String> {
    var modules: Set<String> = []
    for line in source.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { continue }
      let before = words[..<place]
      let isImport = before.allSatisfy {
        $0.hasPrefix("@")
          || ["private", "internal", "package", "public", "fileprivate"].contains($0)
      }
      guard isImport else { continue }
      modules.insert(words[place + 1].split(separator: ".").first.map(String.init) ?? "")
    }
    return modules
  }

  /// What stands between two quotation marks on one line, comments left out.
  private func literals(in source: String) -> [String] {
    source.split(separator: "\n").flatMap { line -> [String] in
      let text = line.drop { $0 == " " }
      guard !text.hasPrefix("//") else { return [] }
      let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
      return pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) }
    }
  }

  private func firstPart(of address: String) -> String {
    address.split(separator: ".").first.map(String.init) ?? ""
  }

  /// The targets of links to files, without what follows `#`.
  private func links(in page: String) -> [String] {
    page.split(separator: "](", omittingEmptySubsequences: false).dropFirst().compactMap {
      let target = $0.prefix { $0 != ")" }.prefix { $0 != "#" }
      guard !target.isEmpty, !target.contains("://"), !target.hasPrefix("mailto:") else {
        return nil
      }
      return String(target)
    }
  }
}
