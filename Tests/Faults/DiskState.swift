import Storage

private import Glibc

/// All that a simulated disk holds: what every program sees, and what of it a power cut leaves.
///
/// A value, so that a trial begins from a copy.
struct DiskState: Sendable {
  /// A file, a folder or a link.
  struct Node: Sendable {
    var kind: FileStatus.Kind
    var mode: UInt32
    var user: UInt32
    var group: UInt32
    var changed: Int64
    var content: [UInt8] = []
    /// What the platter holds of `content`; nil while it was never forced there.
    var durable: [UInt8]?
    /// What a link says.
    var target = ""
    /// What a folder holds.
    var names: [String: Int] = [:]
    var hasAccessList = false
  }

  /// A change of names that only forcing one of its folders to the disk makes certain.
  struct NameChange: Sendable {
    struct Entry: Sendable {
      var folder: Int
      var name: String
      /// The node that the name stands for afterwards; nil for none.
      var node: Int?
    }
    /// All of them happen, or none.
    var entries: [Entry]
  }

  struct OpenFile: Sendable {
    var node: Int
    var offset = 0
    var isForWriting: Bool
    var hasClaim = false
  }

  static let root = 0

  private(set) var nodes: [Int: Node]
  /// The names that the platter holds, by folder.
  private var durableNames: [Int: [String: Int]]
  private var pending: [NameChange] = []
  private(set) var openFiles: [Int32: OpenFile] = [:]
  private var nextNode = 1
  private var clock: Int64 = 1_700_000_000_000_000_000
  /// Whether a file may have several names.
  var hasHardLinks = true
  /// Who makes the calls; may write to what is another's only where its mode says so.
  let user: UInt32

  init(user: UInt32) {
    self.user = user
    nodes = [
      Self.root: Node(kind: .folder, mode: 0o755, user: user, group: user, changed: 0)
    ]
    durableNames = [Self.root: [:]]
  }

  // Nodes.

  mutating func add(_ node: Node) -> Int {
    let number = nextNode
    nextNode += 1
    nodes[number] = node
    if node.kind == .folder { durableNames[number] = [:] }
    return number
  }

  subscript(node: Int) -> Node {
    get {
      guard let found = nodes[node] else { preconditionFailure("A node that there is not.") }
      return found
    }
    set { nodes[node] = newValue }
  }

  mutating func tick() -> Int64 {
    clock += 1_000_000
    return clock
  }

  /// How many names a node has.
  func linkCount(of node: Int) -> Int {
    nodes.values.reduce(0) { count, folder in count + folder.names.values.count { $0 == node } }
  }

  // Names.

  /// Changes names for all who look, and not yet on the platter.
  mutating func change(_ entries: [NameChange.Entry]) {
    for entry in entries { self[entry.folder].names[entry.name] = entry.node }
    pending.append(NameChange(entries: entries))
  }

  /// Puts all name changes that touch a folder onto the platter.
  mutating func synchronizeNames(of folder: Int) {
    for change in pending where change.entries.contains(where: { $0.folder == folder }) {
      commit(change)
    }
    pending.removeAll { change in change.entries.contains { $0.folder == folder } }
  }

  mutating func synchronizeContent(of node: Int) { self[node].durable = self[node].content }

  private mutating func commit(_ change: NameChange) {
    for entry in change.entries { durableNames[entry.folder]?[entry.name] = entry.node }
  }

  /// Puts everything onto the platter, as a clean shutdown does.
  mutating func synchronizeAll() {
    for change in pending { commit(change) }
    pending = []
    for (number, node) in nodes where node.kind == .file { synchronizeContent(of: number) }
  }

  // Open files.

  mutating func open(_ file: OpenFile) -> Int32 {
    var number: Int32 = 3
    while openFiles[number] != nil { number += 1 }
    openFiles[number] = file
    return number
  }

  func openFile(_ descriptor: Int32) throws(SystemError) -> OpenFile {
    guard let file = openFiles[descriptor] else { throw SystemError(EBADF) }
    return file
  }

  mutating func setOpenFile(_ descriptor: Int32, _ file: OpenFile?) { openFiles[descriptor] = file }

  /// The process ends: what it had open is closed.
  mutating func endProcess() { openFiles = [:] }

  /// The power goes.
  ///
  /// Each change of a name that was not forced to the disk is there or not, and each
  /// content is what it was, or old, cut short, or garbled.
  mutating func cutPower(_ random: inout some RandomNumberGenerator) {
    endProcess()
    for change in pending where Bool.random(using: &random) { commit(change) }
    pending = []
    for (number, node) in nodes.sorted(by: { $0.key < $1.key }) {
      switch node.kind {
      case .folder: self[number].names = durableNames[number] ?? [:]
      case .file where node.durable != node.content:
        self[number].content = Self.survivor(of: node, &random)
        synchronizeContent(of: number)
      case .file, .link, .other: break
      }
    }
  }

  /// What a power cut leaves of a content that was not forced to the disk.
  private static func survivor(
    of node: Node, _ random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    let (new, old) = (node.content, node.durable ?? [])
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return new
    case 1: return old
    case 2: return Array(new.prefix(Int.random(in: 0...new.count, using: &random)))
    case 3: return [UInt8](repeating: 0, count: new.count)
    case 4: return new.map { _ in UInt8.random(in: .min ... .max, using: &random) }
    case 5:  // The beginning is new, the rest old.
      let cut = Int.random(in: 0...new.count, using: &random)
      return Array(new.prefix(cut)) + Array(old.dropFirst(cut))
    default:  // The size is new, the content old.
      return Array(old.prefix(new.count))
        + [UInt8](repeating: 0, count: max(0, new.count - old.count))
    }
  }
}
