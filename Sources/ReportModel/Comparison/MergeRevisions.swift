extension Merge {
  /// What the saves of both sides changed: what both tell of, then what only one does, by time.
  ///
  /// Each side's own order stays. Times are compared as they are written, so that with another
  /// offset from UTC on either side entries may stand a little too early or too late.
  static func revisions(_ base: [Revision], _ ours: [Revision], _ theirs: [Revision]) -> [Revision]
  {
    if ours == base { return theirs }
    if theirs == base { return ours }
    let common = zip(ours, theirs).prefix { $0 == $1 }.count
    var (ours, theirs) = (
      ours[...], theirs[common...].filter { !ours[common...].contains($0) }[...]
    )
    var merged = Array(ours.prefix(common))
    ours = ours.dropFirst(common)
    while let our = ours.first, let their = theirs.first {
      merged.append(our.on <= their.on ? our : their)
      if our.on <= their.on { ours.removeFirst() } else { theirs.removeFirst() }
    }
    return merged + ours + theirs
  }
}
