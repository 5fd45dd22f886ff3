import Storage

private import Glibc

extension DiskState {
  /// A place in a folder, and what stands there.
  struct Position {
    var folder: Int
    var name: String
    var node: Int?
  }

  enum LastLink { case followed, kept }

  /// Walks along a path; every part before the last must be there.
  func position(
    of path: String, _ lastLink: LastLink, linksLeft: Int = 40
  ) throws(SystemError) -> Position {
    guard !path.isEmpty else { throw SystemError(ENOENT) }
    var rest = path.split(separator: "/").map(String.init)
    guard let last = rest.popLast() else {
      return Position(folder: Self.root, name: ".", node: Self.root)
    }
    var folder = Self.root
    var way = ""
    for part in rest {
      way += "/" + part
      folder = try step(into: part, of: folder, way: way, linksLeft: linksLeft)
    }
    guard last.utf8.count <= 255 else { throw SystemError(ENAMETOOLONG) }
    if last == "." { return Position(folder: folder, name: ".", node: folder) }
    let node = self[folder].names[last]
    if let node, self[node].kind == .link, lastLink == .followed {
      guard linksLeft > 0 else { throw SystemError(ELOOP) }
      return try position(
        of: target(of: node, from: way), .followed, linksLeft: linksLeft - 1)
    }
    if let node, path.hasSuffix("/"), self[node].kind != .folder { throw SystemError(ENOTDIR) }
    return Position(folder: folder, name: last, node: node)
  }

  private func step(
    into part: String, of folder: Int, way: String, linksLeft: Int
  ) throws(SystemError) -> Int {
    if part == "." { return folder }
    guard let node = self[folder].names[part] else { throw SystemError(ENOENT) }
    switch self[node].kind {
    case .folder: return node
    case .link:
      guard linksLeft > 0 else { throw SystemError(ELOOP) }
      let above = way.split(separator: "/").dropLast().map { "/" + $0 }.joined()
      let found = try position(
        of: target(of: node, from: above), .followed, linksLeft: linksLeft - 1)
      guard let target = found.node else { throw SystemError(ENOENT) }
      guard self[target].kind == .folder else { throw SystemError(ENOTDIR) }
      return target
    case .file, .other: throw SystemError(ENOTDIR)
    }
  }

  /// Where a link in a folder leads.
  private func target(of link: Int, from folder: String) -> String {
    let target = self[link].target
    return target.hasPrefix("/") ? target : folder + "/" + target
  }

  func node(at path: String, _ lastLink: LastLink) throws(SystemError) -> Int {
    guard let node = try position(of: path, lastLink).node else { throw SystemError(ENOENT) }
    return node
  }

  func status(of node: Int) -> FileStatus {
    let found = self[node]
    return FileStatus(
      kind: found.kind, mode: found.mode, user: found.user, group: found.group,
      linkCount: found.kind == .folder ? 2 : linkCount(of: node), size: found.content.count,
      changed: found.changed)
  }

  /// Whether the one who makes the calls may write to a node.
  func mayWrite(_ node: Int) -> Bool {
    let found = self[node]
    return found.mode & (found.user == user ? 0o200 : 0o022) != 0
  }

  func mayRead(_ node: Int) -> Bool {
    let found = self[node]
    return found.mode & (found.user == user ? 0o400 : 0o044) != 0
  }
}
