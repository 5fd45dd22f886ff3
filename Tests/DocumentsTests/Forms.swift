import FormCatalog
import ReportModel
import Testing

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
