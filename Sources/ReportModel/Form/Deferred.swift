import Synchronization

/// A value that is made when it is first asked for, once, by whichever thread comes first.
package final class Deferred<Value: Sendable>: Sendable {
  private enum State {
    case waiting(@Sendable () -> Value)
    case made(Value)
  }

  private let state: Mutex<State>

  package init(_ make: @escaping @Sendable () -> Value) {
    state = Mutex(.waiting(make))
  }

  package var value: Value {
    state.withLock { state in
      if case .made(let value) = state { return value }
      guard case .waiting(let make) = state else { preconditionFailure("There are two states.") }
      let value = make()
      state = .made(value)
      return value
    }
  }
}
