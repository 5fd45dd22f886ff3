private import CZip

/// A ZIP container in memory, as docx and xlsx files are.
///
/// Nothing is believed of what it declares: a part is read up to a limit, and not further.
@safe struct Archive: ~Copyable {
  private let functions: UnsafePointer<zip_functions>
  private let handle: OpaquePointer
  /// The library reads from here for as long as the container is open.
  private let content: UnsafeMutableBufferPointer<UInt8>
  private let indices: [String: UInt64]

  /// How many parts a container may have.
  private static let partLimit = 10_000

  init(_ bytes: [UInt8]) throws(FormatError) {
    guard let functions = unsafe zip_functions() else {
      throw .missingLibrary("libzip", package: "libzip-dev")
    }
    let content = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = unsafe content.initialize(fromContentsOf: bytes)
    var error = unsafe zip_error_t()
    unsafe functions.pointee.zip_error_init(&error)
    defer { unsafe functions.pointee.zip_error_fini(&error) }
    guard
      let source = unsafe functions.pointee.zip_source_buffer_create(
        content.baseAddress, UInt64(bytes.count), 0, &error)
    else {
      unsafe content.deallocate()
      throw .damaged(part: "", line: nil)
    }
    guard
      let handle = unsafe functions.pointee.zip_open_from_source(
        source, Int32(ZIP_RDONLY), &error)
    else {
      unsafe functions.pointee.zip_source_free(source)
      unsafe content.deallocate()
      throw .damaged(part: "", line: nil)
    }
    let count = unsafe functions.pointee.zip_get_num_entries(handle, 0)
    var indices: [String: UInt64] = [:]
    var isEncrypted = false
    for index in 0..<UInt64(max(0, min(count, Int64(Self.partLimit)))) {
      var stat = unsafe zip_stat_t()
      unsafe functions.pointee.zip_stat_init(&stat)
      guard unsafe functions.pointee.zip_stat_index(handle, index, 0, &stat) == 0,
        let name = unsafe stat.name
      else { continue }
      indices[unsafe String(cString: name)] = index
      if unsafe stat.encryption_method != UInt16(ZIP_EM_NONE) { isEncrypted = true }
    }
    guard !isEncrypted, count <= Self.partLimit else {
      unsafe functions.pointee.zip_discard(handle)
      unsafe content.deallocate()
      throw isEncrypted ? .encrypted : .tooMany(part: "", limit: Self.partLimit)
    }
    unsafe self.functions = functions
    unsafe self.handle = handle
    unsafe self.content = content
    self.indices = indices
  }

  deinit {
    unsafe functions.pointee.zip_discard(handle)
    unsafe content.deallocate()
  }

  var partNames: [String] { indices.keys.sorted() }

  func contains(_ part: String) -> Bool { indices[part] != nil }

  /// The bytes of a part.
  ///
  /// - Throws: `FormatError.damaged` where there is no such part or its bytes are torn,
  ///   `tooLarge` where it has more than `limit` bytes.
  func bytes(of part: String, limit: Int) throws(FormatError) -> [UInt8] {
    guard let index = indices[part],
      let file = unsafe functions.pointee.zip_fopen_index(handle, index, 0)
    else { throw .damaged(part: part, line: nil) }
    defer { unsafe _ = functions.pointee.zip_fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = unsafe functions.pointee.zip_fread(file, &chunk, UInt64(chunk.count))
      guard count >= 0 else { throw .damaged(part: part, line: nil) }
      guard count > 0 else { return bytes }
      bytes += chunk.prefix(Int(count))
      guard bytes.count <= limit else { throw .tooLarge(part: part, limit: limit) }
    }
  }
}

/// A ZIP container of these parts in this order; the same parts always give the same bytes.
///
/// - Throws: `FormatError.missingLibrary` where libzip is not installed, `notMade` where it fails.
package func archive(of parts: [(name: String, bytes: [UInt8])]) throws(FormatError) -> [UInt8] {
  guard let functions = unsafe zip_functions() else {
    throw .missingLibrary("libzip", package: "libzip-dev")
  }
  let zip = unsafe functions.pointee
  var error = unsafe zip_error_t()
  unsafe zip.zip_error_init(&error)
  defer { unsafe zip.zip_error_fini(&error) }
  guard let target = unsafe zip.zip_source_buffer_create(nil, 0, 0, &error) else { throw .notMade }
  // One hold is the container's, the other outlives it: the bytes are read from there.
  unsafe zip.zip_source_keep(target)
  defer { unsafe zip.zip_source_free(target) }
  guard
    let handle = unsafe zip.zip_open_from_source(target, Int32(ZIP_CREATE | ZIP_TRUNCATE), &error)
  else {
    unsafe zip.zip_source_free(target)
    throw .notMade
  }
  var contents: [UnsafeMutableBufferPointer<UInt8>] = unsafe []
  defer { unsafe contents.forEach { unsafe $0.deallocate() } }
  for part in parts {
    let content = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: part.bytes.count)
    _ = unsafe content.initialize(fromContentsOf: part.bytes)
    unsafe contents.append(content)
    guard
      let source = unsafe zip.zip_source_buffer(
        handle, content.baseAddress, UInt64(part.bytes.count), 0)
    else {
      unsafe zip.zip_discard(handle)
      throw .notMade
    }
    let index = unsafe zip.zip_file_add(handle, part.name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip.zip_source_free(source)
      unsafe zip.zip_discard(handle)
      throw .notMade
    }
    // The next level takes twice the time, to save a tenth.
    unsafe _ = zip.zip_set_file_compression(handle, UInt64(index), Int32(ZIP_CM_DEFLATE), 3)
    // The time would make the bytes differ; this is the earliest that the format knows.
    unsafe _ = zip.zip_file_set_dostime(handle, UInt64(index), 0, 0x21, 0)
  }
  guard unsafe zip.zip_close(handle) == 0 else {
    unsafe zip.zip_discard(handle)
    throw .notMade
  }
  return try unsafe bytes(of: target, functions)
}

private func bytes(
  of source: OpaquePointer, _ functions: UnsafePointer<zip_functions>
) throws(FormatError) -> [UInt8] {
  let zip = unsafe functions.pointee
  var stat = unsafe zip_stat_t()
  unsafe zip.zip_stat_init(&stat)
  guard unsafe zip.zip_source_stat(source, &stat) == 0, unsafe zip.zip_source_open(source) == 0
  else { throw .notMade }
  defer { unsafe _ = zip.zip_source_close(source) }
  var bytes = [UInt8](repeating: 0, count: Int(unsafe stat.size))
  let count = unsafe zip.zip_source_read(source, &bytes, UInt64(bytes.count))
  guard count == bytes.count else { throw .notMade }
  return bytes
}
