import Documents
import FormCatalog
private import Glibc
import JSONText
import ReportModel
import Testing

/// The folder of published reports, which is not part of the package.
enum Corpus {
  static var folder: String {
    if let path = getenv("NIANBAO_CORPUS") { return String(cString: path) }
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/" + package + "/../shared/corpus"
  }

  static var isPresent: Bool { access(folder + "/README.md", R_OK) == 0 }

  static func text(_ name: String) throws -> String {
    String(decoding: try bytes(ofFile: folder + "/" + name), as: UTF8.self)
  }

  /// The figures that a careful reader finds in a report, by address.
  static func figures(_ name: String) throws -> [Address: String] {
    let json = try JSON(reading: try bytes(ofFile: folder + "/" + name))
    var figures: [Address: String] = [:]
    for table in json.object?.first(where: { $0.key == "cells" })?.value.object ?? [] {
      for row in table.value.object ?? [] {
        for cell in row.value.object ?? [] {
          guard case .number(let value) = cell.value.content else { continue }
          let address = Address(table: table.key, row: row.key, column: cell.key)
          figures[address] = Quantity(json: value)?.description
        }
      }
    }
    return figures
  }
}

struct UnreadableFile: Error {
  let path: String
}

func bytes(ofFile path: String) throws -> [UInt8] {
  guard let file = fopen(path, "r") else { throw UnreadableFile(path: path) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return bytes
}

func shippedForms() throws -> [Form] {
  try FormCatalog.shippedIDs.map { try #require(FormCatalog.form(id: $0)) }
}

extension Draft {
  /// All figures by address.
  var figures: [Address: String] {
    var figures: [Address: String] = [:]
    for position in 0..<form.cellCount {
      let cell = CellIndex(position)
      if let value = self[cell] { figures[form.address(of: cell)] = value.description }
    }
    return figures
  }
}
