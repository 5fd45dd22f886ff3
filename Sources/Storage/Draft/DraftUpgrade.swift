package import JSONText

/// The versions of the draft file, and how a file of an older one is read.
///
/// A file of version *n* goes through the steps *n* → *n* + 1 one after the other, as a tree of
/// JSON values that still know where they stood, until it is what this version reads. There is no
/// step yet: version 1 is the first.
package struct DraftUpgrade: Sendable {
  /// Makes of the content of a file what the next version has in its place.
  ///
  /// A value of its own, because Swift 6.3 crashes over functions with typed errors in an array.
  package struct Step: Sendable {
    let upgraded: @Sendable (JSON) throws(DraftError) -> JSON

    package init(_ upgraded: @escaping @Sendable (JSON) throws(DraftError) -> JSON) {
      self.upgraded = upgraded
    }
  }

  /// The versions that this program knows.
  package static let known = DraftUpgrade(steps: [])

  /// The steps by the version that they begin with: the first makes version 2 of version 1.
  package let steps: [Step]

  package init(steps: [Step]) {
    self.steps = steps
  }

  /// The version that this program reads and writes.
  package var current: Int { steps.count + 1 }

  /// The `schema` of the current version.
  package var schema: String { Self.prefix + String(current) }

  private static let prefix = "nianbao/draft/"

  /// The content of a file as the current version has it, and the `schema` that it came with if
  /// that is an older one.
  ///
  /// - Throws: `DraftError` where it is no draft, or one of a later version.
  package func upgraded(_ root: JSON) throws(DraftError) -> (root: JSON, from: String?) {
    guard root.object != nil, let value = root["schema"], let schema = value.string else {
      throw DraftError(.notADraft, offset: root.offset)
    }
    let digits = schema.dropFirst(Self.prefix.count)
    guard schema.hasPrefix(Self.prefix), !digits.isEmpty, !digits.hasPrefix("0"),
      digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { throw DraftError(.notADraft, offset: value.offset) }
    // A number too long for a version is a later one, too.
    guard let version = Int(digits), version <= current else {
      throw DraftError(.newerSchema(schema), offset: value.offset)
    }
    var tree = root
    for step in steps[(version - 1)...] { tree = try step.upgraded(tree) }
    return (tree, version == current ? nil : schema)
  }
}
