/// How often a claim is asked for, and the milliseconds in between.
private let claimTries = 200
private let claimPause: Int32 = 10

/// Keeps other processes that claim the same folder waiting until the descriptor is closed; false
/// where the system cannot, or where somebody keeps the claim for long.
///
/// The work goes on all the same then: a lock never blocks a save.
func claimOrGoOn(_ folder: FileSystem.Descriptor, in system: FileSystem) -> Bool {
  for _ in 0..<claimTries {
    do throws(SystemError) {
      try system.claim(folder)
      return true
    } catch {
      if error.isInterruption { continue }
      guard error.isBusy else { return false }
      wait(milliseconds: claimPause)
    }
  }
  return false
}
