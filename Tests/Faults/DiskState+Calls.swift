import Storage

private import Glibc

/// The calls of `FileSystem`, on a disk that is a value.
extension DiskState {
  mutating func open(
    _ path: String, _ flags: OpenFlags, _ mode: UInt32
  ) throws(SystemError) -> Int32 {
    let keepsLink = flags.contains(.creating) || flags.contains(.noTricks)
    let position = try position(of: path, keepsLink ? .kept : .followed)
    if flags.contains(.creating) {
      guard position.node == nil else { throw SystemError(EEXIST) }
      guard mayWrite(position.folder) else { throw SystemError(EACCES) }
      let node = add(
        Node(kind: .file, mode: mode & ~0o022, user: user, group: user, changed: tick()))
      change([.init(folder: position.folder, name: position.name, node: node)])
      return open(OpenFile(node: node, isForWriting: true))
    }
    guard let node = position.node else { throw SystemError(ENOENT) }
    let isFolder = self[node].kind == .folder
    if self[node].kind == .link { throw SystemError(ELOOP) }
    if flags.contains(.folder), !isFolder { throw SystemError(ENOTDIR) }
    let isForWriting = flags.contains(.writing)
    if isForWriting, isFolder { throw SystemError(EISDIR) }
    guard isForWriting ? mayWrite(node) : mayRead(node) else { throw SystemError(EACCES) }
    return open(OpenFile(node: node, isForWriting: isForWriting))
  }

  mutating func read(_ descriptor: Int32, _ buffer: inout [UInt8]) throws(SystemError) -> Int {
    var file = try openFile(descriptor)
    guard self[file.node].kind == .file else { throw SystemError(EISDIR) }
    let content = self[file.node].content.dropFirst(file.offset).prefix(buffer.count)
    buffer.replaceSubrange(..<content.count, with: content)
    file.offset += content.count
    setOpenFile(descriptor, file)
    return content.count
  }

  mutating func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int {
    var file = try openFile(descriptor)
    let count = try write(descriptor, bytes, at: file.offset)
    file.offset += count
    setOpenFile(descriptor, file)
    return count
  }

  mutating func write(
    _ descriptor: Int32, _ bytes: ArraySlice<UInt8>, at offset: Int
  ) throws(SystemError) -> Int {
    let file = try openFile(descriptor)
    guard file.isForWriting else { throw SystemError(EBADF) }
    var content = self[file.node].content
    let missing = offset + bytes.count - content.count
    if missing > 0 { content += [UInt8](repeating: 0, count: missing) }
    content.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    try setContent(content, of: file.node)
    return bytes.count
  }

  mutating func truncate(_ descriptor: Int32, _ length: Int) throws(SystemError) {
    let file = try openFile(descriptor)
    guard file.isForWriting else { throw SystemError(EINVAL) }
    let content = self[file.node].content.prefix(length)
    let missing = [UInt8](repeating: 0, count: length - content.count)
    try setContent(content + missing, of: file.node)
  }

  private mutating func setContent(_ content: [UInt8], of node: Int) throws(SystemError) {
    let now = tick()
    self[node].content = content
    self[node].changed = now
  }

  mutating func synchronize(_ descriptor: Int32) throws(SystemError) {
    let node = try openFile(descriptor).node
    if self[node].kind == .folder {
      synchronizeNames(of: node)
    } else {
      synchronizeContent(of: node)
    }
  }

  mutating func close(_ descriptor: Int32) throws(SystemError) {
    _ = try openFile(descriptor)
    setOpenFile(descriptor, nil)
  }

  mutating func claim(_ descriptor: Int32) throws(SystemError) {
    var file = try openFile(descriptor)
    let isTaken = openFiles.contains {
      $0.key != descriptor && $0.value.node == file.node && $0.value.hasClaim
    }
    if isTaken { throw SystemError(EAGAIN) }
    file.hasClaim = true
    setOpenFile(descriptor, file)
  }

  mutating func changeOwner(
    _ descriptor: Int32, _ user: UInt32, _ group: UInt32
  ) throws(SystemError) {
    let node = try openFile(descriptor).node
    let keepsUser = user == .max || user == self[node].user
    let keepsGroup = group == .max || group == self[node].group
    guard keepsUser, keepsGroup else { throw SystemError(EPERM) }
  }

  mutating func changeMode(_ descriptor: Int32, _ mode: UInt32) throws(SystemError) {
    let node = try openFile(descriptor).node
    guard self[node].user == user else { throw SystemError(EPERM) }
    self[node].mode = mode
  }

  func linkTarget(_ path: String) throws(SystemError) -> String {
    let node = try node(at: path, .kept)
    guard self[node].kind == .link else { throw SystemError(EINVAL) }
    return self[node].target
  }

  func requireWritable(_ path: String) throws(SystemError) {
    guard mayWrite(try node(at: path, .followed)) else { throw SystemError(EACCES) }
  }

  mutating func rename(_ from: String, _ to: String) throws(SystemError) {
    let old = try position(of: from, .kept)
    let new = try position(of: to, .kept)
    guard let node = old.node else { throw SystemError(ENOENT) }
    if node == new.node { return }
    if let replaced = new.node, self[replaced].kind == .folder { throw SystemError(EISDIR) }
    guard mayWrite(old.folder), mayWrite(new.folder) else { throw SystemError(EACCES) }
    change([
      .init(folder: new.folder, name: new.name, node: node),
      .init(folder: old.folder, name: old.name, node: nil),
    ])
  }

  mutating func renameToNew(_ from: String, _ to: String) throws(SystemError) {
    guard try position(of: to, .kept).node == nil else { throw SystemError(EEXIST) }
    try rename(from, to)
  }

  mutating func link(_ from: String, _ to: String) throws(SystemError) {
    let node = try node(at: from, .kept)
    let new = try position(of: to, .kept)
    guard new.node == nil else { throw SystemError(EEXIST) }
    guard hasHardLinks, self[node].kind == .file else { throw SystemError(EPERM) }
    guard mayWrite(new.folder) else { throw SystemError(EACCES) }
    change([.init(folder: new.folder, name: new.name, node: node)])
  }

  mutating func unlink(_ path: String) throws(SystemError) {
    let position = try position(of: path, .kept)
    guard let node = position.node else { throw SystemError(ENOENT) }
    guard self[node].kind != .folder else { throw SystemError(EISDIR) }
    guard mayWrite(position.folder) else { throw SystemError(EACCES) }
    change([.init(folder: position.folder, name: position.name, node: nil)])
  }

  mutating func makeFolder(_ path: String, _ mode: UInt32) throws(SystemError) {
    let position = try position(of: path, .kept)
    guard position.node == nil else { throw SystemError(EEXIST) }
    guard mayWrite(position.folder) else { throw SystemError(EACCES) }
    let node = add(
      Node(kind: .folder, mode: mode & ~0o022, user: user, group: user, changed: tick()))
    change([.init(folder: position.folder, name: position.name, node: node)])
  }

  func names(_ folder: String) throws(SystemError) -> [String] {
    let node = try node(at: folder, .followed)
    guard self[node].kind == .folder else { throw SystemError(ENOTDIR) }
    return Array(self[node].names.keys)
  }

  mutating func touch(_ path: String) throws(SystemError) {
    let node = try node(at: path, .kept)
    self[node].changed = tick()
  }
}
