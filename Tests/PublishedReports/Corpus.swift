import Documents
import FormCatalog
private import Glibc
package import JSONText
package import ReportModel
import Storage

/// The folder of reports that were really published, which is no part of the package.
package enum Corpus {
  /// Where it is: what `NIANBAO_CORPUS` names, or a folder beside the package.
  package static let folder: String = {
    if let path = getenv("NIANBAO_CORPUS") { return String(cString: path) }
    // Seen from where this was compiled, whichever package it was compiled in.
    let folders = #filePath.split(separator: "/")
    let package = folders.prefix(folders.lastIndex(of: "Tests") ?? folders.count)
    return "/" + package.joined(separator: "/") + "/../shared/corpus"
  }()

  package static var isPresent: Bool { access(folder + "/README.md", R_OK) == 0 }

  /// What a test says that is skipped without the folder.
  package static let absence = """
    There is no folder of published reports; NIANBAO_CORPUS may name it.
    """

  /// The bytes of a file of the folder.
  package static func bytes(_ name: String) throws -> [UInt8] {
    try readFile(at: "\(folder)/\(name)", limit: 1 << 24)
  }

  /// A text of the folder.
  package static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// The figures of a report as a careful reader copied them; the texts are left out.
  package static func draft(_ name: String) throws -> Draft {
    try DraftFile.draft(reading: try bytes(name + ".expected.json"))
  }

  /// A report as the import reads its text.
  package static func importedDraft(_ file: String) throws -> Draft {
    try importReport([Document(plainText: try text(file))], forms: shippedForms).draft
  }

  /// The passages of published reports with what a reviewer says of them, one object each.
  package static func excerpts() throws -> [JSON] {
    try text("excerpts.jsonl").split(separator: "\n").map { try JSON(reading: Array($0.utf8)) }
  }

  package static var shippedForms: [Form] {
    FormCatalog.shippedIDs.compactMap { FormCatalog.form(id: $0) }
  }
}
