/// The path behind all links in an absolute path, also where nothing stands there.
func resolvedPath(_ path: String, in system: FileSystem) -> String {
  var resolved: [String] = []
  var rest = Array(parts(of: path).reversed())
  var linksLeft = 40  // As many as the system itself follows.
  while let part = rest.popLast() {
    if part == "." { continue }
    if part == ".." {
      _ = resolved.popLast()
      continue
    }
    resolved.append(part)
    guard linksLeft > 0 else { continue }
    do throws(SystemError) {
      let target = try system.linkTarget("/" + resolved.joined(separator: "/"))
      linksLeft -= 1
      if isAbsolute(target) { resolved = [] } else { resolved.removeLast() }
      rest += parts(of: target).reversed()
    } catch {
      // No link, or nothing.
    }
  }
  return "/" + resolved.joined(separator: "/")
}

/// Everything up to the last slash of a path, itself included.
func folderPrefix(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: slash) else { return "" }
  return String(path[...slash])
}

/// Whether a path begins at the root; also where its first letter is one that joins to the slash.
func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

private let slash = UInt8(ascii: "/")

private func parts(of path: String) -> [String] {
  path.utf8.split(separator: slash).map { String(Substring($0)) }
}
