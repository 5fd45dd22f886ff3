import Glibc
import Synchronization

/// Work begun before its result is asked for, on one thread beside that of the command.
///
/// The result is found where it is always found: in something that is made once, by whoever comes
/// first. So nothing depends on the work being done, or on there being a second thread.
enum Ahead {
  private struct Queue {
    var works: [@Sendable () -> Void] = []
    /// The thread that does the works; nil where none does.
    var thread: pthread_t?
    var isWaitedFor = false
    /// Whether the process ends.
    var isEnding = false
  }

  private static let queue = Mutex(Queue())

  /// Begins work as soon as that begun before is done; the process does not end before it.
  ///
  /// One after the other: who waits for a lock that another thread holds takes a processor from it.
  static func begin(_ work: @escaping @Sendable () -> Void) {
    queue.withLock { queue in
      queue.works.append(work)
      if queue.thread == nil { queue.thread = start() }
      guard !queue.isWaitedFor else { return }
      // What ends the process takes away what the other thread may still use.
      atexit { Ahead.wait() }
      queue.isWaitedFor = true
    }
  }

  /// A thread that does all works there are; nil where the system gives none.
  private static func start() -> pthread_t? {
    // Signals are for the thread of the command.
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { _ in
        while let work = Ahead.next() { work() }
        return nil
      }, nil)
    return failure == 0 ? thread : nil
  }

  private static func next() -> (@Sendable () -> Void)? {
    queue.withLock { queue in
      guard !queue.works.isEmpty else {
        if let thread = queue.thread, !queue.isEnding {
          pthread_detach(thread)
          queue.thread = nil
        }
        return nil
      }
      return queue.works.removeFirst()
    }
  }

  private static func wait() {
    let thread = queue.withLock { queue in
      queue.works = []
      queue.isEnding = true
      return queue.thread
    }
    if let thread { pthread_join(thread, nil) }
  }
}
