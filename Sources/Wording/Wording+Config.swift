/// What a value of the config file must be.
package enum ConfigValueType: Equatable, Sendable {
  case object, text, flag, color, stages
}

extension Wording {
  /// What to do about a config file that is wrong, behind what is wrong with it.
  package var configToBeMended: String {
    say("；请改正这个配置文件，或把它移走后再运行", "; mend this config file, or move it away, and run again")
  }

  /// Between a key of the config file and what is said of it.
  package var sayOf: String { say("：", ": ") }

  package func configWrongType(_ type: ConfigValueType) -> String {
    switch type {
    case .object: say("应为 { } 括起的一组设置", "should be settings in { }")
    case .text: say("应为双引号括起的文字", "should be a text in double quotes")
    case .flag: say("应为 true 或 false", "should be true or false")
    case .color: say("应为 0 至 255 的颜色号", "should be the number of a colour, 0 to 255")
    case .stages:
      say(
        "应为 [ ] 括起、互不相同的环节名称，最多 9 个",
        "should be different names of stages in [ ], 9 at most")
    }
  }

  package func configUnknownKey(_ key: String, known: [String]) -> String {
    let list = known.joined(separator: say("、", ", "))
    return say(
      "没有“\(shown(key))”这一项，可用 \(list)", "there is no setting “\(shown(key))”; there are \(list)")
  }

  package func configUnknownWord(_ word: String, known: [String]) -> String {
    let list = known.joined(separator: say("、", ", "))
    return say("不能是“\(shown(word))”，可用 \(list)", "“\(shown(word))” is not one of \(list)")
  }

  package func configUnknownCommand(_ name: String) -> String {
    say(
      "没有“\(shown(name))”这个命令，命令名见用户手册的“配置文件”",
      "there is no command “\(shown(name))”; the manual lists them under “The config file”")
  }

  package func configUnknownKeyName(_ name: String) -> String {
    say(
      "没有“\(shown(name))”这个键，写法如 Ctrl+W、Alt+A、Shift+F8、F5、Home",
      "there is no key “\(shown(name))”; keys are spelled Ctrl+W, Alt+A, Shift+F8, F5, Home")
  }

  package func configKeyIsNeeded(_ key: String) -> String {
    say(
      "\(key) 要用来输入、移动或返回，不能改作他用，请换 Ctrl、Alt 组合键或功能键",
      "\(key) is needed for typing and moving; take one with Ctrl or Alt, or a function key")
  }

  package func configKeyIsNotPassedOn(_ key: String) -> String {
    say(
      "终端不单独传送 \(key)，按了收不到，请换一个键",
      "terminals do not pass \(key) on as a key of its own; take another")
  }

  package func configKeyTwice(_ key: String, _ command: Command) -> String {
    say(
      "\(key) 已经给了 \(command.rawValue)（\(longName(command))），一个键只能用于一个命令",
      "\(key) is given to \(command.rawValue) already; a key has one command")
  }

  package func configTakesKey(_ key: String, of command: Command) -> String {
    say(
      "\(key) 原是 \(command.rawValue)（\(longName(command))）的键，请同时在 keys 中给 \(command.rawValue) 另设一个键",
      "\(key) is the key of \(command.rawValue) (\(longName(command))); give that one another key too"
    )
  }
}
