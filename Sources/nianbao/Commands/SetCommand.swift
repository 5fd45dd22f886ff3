import ArgumentParser
import ReportModel
import Wording

/// `nianbao set`: figures and texts from a script, under the same rules as typing.
struct SetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "set", abstract: Wording.ofProcess.help(.set))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToChange))) var draft: String
  @Argument(
    help: ArgumentHelp(Wording.ofProcess.help(.assignments), valueName: "key=value"))
  var assignments: [String]
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var common: CommonOptions

  /// All assignments are made, or none.
  func run() throws {
    if draft == "-", let twice = assignments.first(where: { $0.hasSuffix("=@-") }) {
      throw Failure.usage(Wording.ofProcess.standardInputTwice(twice))
    }
    try Workspace.changeDraft(at: draft, form: form) { opened in
      var changed = opened
      for assignment in assignments {
        guard let sign = assignment.firstIndex(of: "=") else {
          throw Failure.usage(Wording.ofProcess.unknownKeyInUsage(assignment))
        }
        let value = String(assignment[assignment.index(after: sign)...])
        try changed.set(String(assignment[..<sign]), to: value)
      }
      return changed
    }
  }
}

extension Draft {
  /// Sets what a key names: a cell, a text, one of the organ's data, or the year.
  fileprivate mutating func set(_ key: String, to value: String) throws {
    let wording = Wording.ofProcess
    if let address = Address(key) {
      guard let cell = form.cell(at: address) else {
        throw Failure.usage(wording.unknownAddress(key))
      }
      try set(cell, named: key, to: value)
    } else if key == "year" {
      year = try Workspace.year(value)
    } else if key.hasPrefix("organ."), let organKey = Organ.Key(rawValue: String(key.dropFirst(6)))
    {
      try setOrgan(organKey, to: value, named: key)
    } else if let section = form.section(key), section.isText {
      setText(Prose(foreign: try Self.text(of: value)), of: key)
    } else {
      throw Failure.usage(wording.unknownAddress(key))
    }
  }

  private mutating func set(_ cell: CellIndex, named key: String, to value: String) throws {
    if value.allSatisfy(\.isWhitespace) {
      self[cell] = nil
      return
    }
    guard let quantity = Quantity(typed: value) else {
      throw Failure.usage(Wording.ofProcess.valueIsNoNumber(key, value))
    }
    self[cell] = form.kind(of: cell).normalized(quantity)
  }

  /// A text as it stands, that of a file after `@`, or one that begins with @ after `@@`.
  private static func text(of value: String) throws -> String {
    if value.hasPrefix("@@") { return String(value.dropFirst()) }
    guard value.hasPrefix("@") else { return value }
    let path = String(value.dropFirst())
    guard var text = String(validating: try Workspace.bytes(at: path), as: UTF8.self) else {
      throw Failure.file(
        Wording.ofProcess.complaint(about: path, cause: Wording.ofProcess.invalidUTF8Text))
    }
    if text.first == "\u{FEFF}" { text.removeFirst() }
    // A file ends its last line; that is no empty paragraph.
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
