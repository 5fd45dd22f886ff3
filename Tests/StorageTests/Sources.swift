import JSONText
import ReportModel
import Storage

/// The source of a small draft with one member more, or in place of the one of that name.
func source(form: String = "disclosure-2021", with member: String) -> String {
  var members = [
    #""schema":"nianbao/draft/1""#, "\"form\":\"\(form)\"", #""organ":{"name":"甲"}"#,
    #""year":2023"#,
  ]
  let key = member.prefix { $0 != ":" }
  members.removeAll { $0.hasPrefix("\(key):") }
  return "{\((members + [member]).joined(separator: ","))}"
}

/// A draft file with figures as they are written here.
func draftBytes(cells: [String: String], canonical: Bool = false) -> [UInt8] {
  var tables: [String] = []
  for (address, figure) in cells {
    let parts = address.split(separator: ".")
    tables.append("\"\(parts[0])\":{\"\(parts[1])\":{\"\(parts[2])\":\(figure)}}")
  }
  let bytes = Array(source(with: "\"cells\":{\(tables.joined(separator: ","))}").utf8)
  guard canonical, let json = try? JSON(reading: bytes) else { return bytes }
  return Array(json.canonicalText.utf8)
}

/// The text of a draft as it is written.
func text(of draft: Draft) -> String {
  String(decoding: DraftFile.bytes(of: draft), as: UTF8.self)
}
