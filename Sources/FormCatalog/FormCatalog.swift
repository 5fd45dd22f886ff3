package import JSONText
package import ReportModel

/// The forms that come with the program, and the reading of others.
package enum FormCatalog {
  /// The ids of the shipped forms, the newest edition first.
  package static let shippedIDs = ["disclosure-2021", "disclosure-2019"]

  /// Whether an id is that of a shipped form, which a draft need not carry.
  package static func isShipped(_ id: String) -> Bool { shippedIDs.contains(id) }

  /// The id of the edition that is in force for a report year.
  package static func formID(forYear year: Int) -> String {
    year < 2021 ? "disclosure-2019" : "disclosure-2021"
  }

  /// The definition of a shipped form as it is kept, byte for byte; nil for another id.
  package static func source(id: String) -> [UInt8]? {
    switch id {
    case "disclosure-2021": PackageResources.disclosure_2021_json
    case "disclosure-2019": PackageResources.disclosure_2019_json
    default: nil
    }
  }

  /// A shipped form, decoded once; nil for another id.
  package static func form(id: String) -> Form? {
    switch id {
    case "disclosure-2021": disclosure2021
    case "disclosure-2019": disclosure2019
    default: nil
    }
  }

  private static let disclosure2021 = shipped("disclosure-2021")
  private static let disclosure2019 = shipped("disclosure-2019")

  private static func shipped(_ id: String) -> Form? {
    guard let source = source(id: id) else { return nil }
    do throws(FormError) {
      return try Form(shipped: source)
    } catch {
      preconditionFailure("The shipped form \(id) is wrong: \(error)")
    }
  }

  /// The form whose definition is `bytes`, as a user's own file has it.
  ///
  /// - Throws: `FormError` for what is no form, and for another form under the id of a shipped
  ///   one.
  package static func form(reading bytes: [UInt8]) throws(FormError) -> Form {
    let form = try decode(bytes)
    try requireOwnID(form, offset: 0)
    return form
  }

  /// The form of a definition that a draft carries.
  ///
  /// - Throws: as `form(reading:)` does, with offsets into the source of the draft.
  package static func form(definition: JSON) throws(FormError) -> Form {
    let form = try Form(definition: definition)
    try requireOwnID(form, offset: definition.offset)
    return form
  }

  private static func decode(_ bytes: [UInt8]) throws(FormError) -> Form {
    let definition: JSON
    do throws(JSONError) {
      definition = try JSON(reading: bytes)
    } catch {
      throw FormError(.notJSON(error.cause), path: "", offset: error.offset)
    }
    return try Form(definition: definition)
  }

  private static func requireOwnID(_ form: Form, offset: Int) throws(FormError) {
    guard let shipped = Self.form(id: form.id), shipped != form else { return }
    throw FormError(.redefinesShippedForm(form.id), path: "id", offset: offset)
  }
}
