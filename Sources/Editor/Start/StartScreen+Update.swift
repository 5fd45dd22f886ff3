import CellGrid
import Wording

extension StartScreen {
  /// Takes one event in and returns the effects to run, in order.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .input(let input): return take(input)
    case .listed(let entries): take(entries)
    case .listingFailed(let message): fail(message)
    case .read(let name, let state): note(state, of: name)
    case .told(let text, let style): notice = (text, style)
    }
    return []
  }

  private mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return press(key)
    case .mouse(let mouse): return point(mouse)
    case .resize(let size): resize(to: size)
    case .metrics(let metrics): measure(by: metrics)
    case .paste, .burst: break
    case .hangUp: return [.quit]
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    guard let command = StartCommand.command(for: key, keymap) else { return [] }
    if helpTop != nil {
      pressInHelp(command)
      return []
    }
    switch command {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -max(1, layout.list.height))
    case .pageDown: move(by: max(1, layout.list.height))
    case .first: move(by: -entries.count)
    case .last: move(by: entries.count)
    case .open: return open()
    case .new: return [.new]
    case .demo: return [.demo]
    case .reread: return [.list]
    case .help: helpTop = 0
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
    return []
  }

  private mutating func pressInHelp(_ command: StartCommand) {
    switch command {
    case .up: scrollHelp(by: -1)
    case .down: scrollHelp(by: 1)
    case .pageUp, .first: scrollHelp(by: -size.rows)
    case .pageDown, .last: scrollHelp(by: size.rows)
    case .help, .quit: helpTop = nil
    case .open, .new, .demo, .reread, .redraw, .suspend: break
    }
  }

  private mutating func scrollHelp(by count: Int) {
    helpTop = helpPage.top((helpTop ?? 0) + count, in: size)
  }

  /// Opens the chosen draft; says why not where it is none.
  private mutating func open() -> [Effect] {
    guard let entry = chosenEntry else { return [] }
    if case .noDraft(_, let message) = entry.state {
      notice = (message, .error)
      return []
    }
    return [.open(name: entry.name)]
  }

  private mutating func point(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .press:
      notice = nil
      guard helpTop == nil, layout.list.contains(mouse.point) else { return [] }
      let number = top + mouse.point.y - layout.list.y
      guard entries.indices.contains(number) else { return [] }
      choose(number)
      return open()
    case .wheelUp where helpTop != nil: scrollHelp(by: -3)
    case .wheelDown where helpTop != nil: scrollHelp(by: 3)
    case .wheelUp: move(by: -3)
    case .wheelDown: move(by: 3)
    case .drag, .release: break
    }
    return []
  }
}
