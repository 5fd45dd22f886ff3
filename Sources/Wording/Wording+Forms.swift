/// What a value in a file can be asked to be.
package enum ValueType: Sendable {
  case object, array, string, integer, number
  /// `true` or `false`.
  case flag
  /// A text, or an object with a text in each language.
  case localizedText
  /// A list of ids or the word `all`.
  case linesOrAll
}

extension Wording {
  package func name(of type: ValueType) -> String {
    switch type {
    case .object: say("对象 {…}", "an object")
    case .array: say("数组 […]", "an array")
    case .string: say("文字", "a string")
    case .integer: say("整数", "a whole number")
    case .number: say("数字", "a number")
    case .flag: "true / false"
    case .localizedText: say("文字，或含 zh、en 的对象", "a string, or an object with zh and en")
    case .linesOrAll: say("标识的数组，或 \"all\"", "an array of ids, or \"all\"")
    }
  }

  // Why a definition is no form; each follows the path of the value.

  package func formUnknownKey(_ key: String) -> String {
    say("有不认识的键“\(shown(key))”，请核对拼写", "has an unknown key “\(shown(key))”; check the spelling")
  }
  package func formExclusiveKeys(_ first: String, _ second: String) -> String {
    say("\(first) 与 \(second) 只能用一个", "has both \(first) and \(second); only one may stand")
  }
  package func formWrongType(_ expected: String) -> String {
    say("应为\(expected)", "should be \(expected)")
  }
  package func formBadSchema(_ schema: String) -> String {
    say(
      "写的是“\(shown(schema))”，应为 nianbao/form/1",
      "is “\(shown(schema))”; it should be nianbao/form/1")
  }
  package func formUnknownWord(_ word: String, allowed: [String]) -> String {
    let list = allowed.joined(separator: say("、", ", "))
    return say("是“\(shown(word))”，只能用 \(list)", "is “\(shown(word))”; allowed are \(list)")
  }
  package func formBadID(_ id: String) -> String {
    say(
      "标识“\(shown(id))”只能由字母、数字、- 和 _ 组成",
      "the id “\(shown(id))” may have only letters, digits, - and _")
  }
  package func formReservedID(_ id: String) -> String {
    say("标识“\(shown(id))”另有用途，请换一个", "the id “\(shown(id))” means something else; take another")
  }
  package func formDuplicateID(_ id: String) -> String {
    say("标识“\(shown(id))”重复", "the id “\(shown(id))” stands twice")
  }
  package var formEmptyList: String { say("不能是空的", "must not be empty") }
  package var formCoversNothing: String {
    say("没有涉及本年的任何单元格", "names no cell of this year")
  }
  package func formUnknownPart(_ id: String) -> String {
    say("“\(shown(id))”在表样中不存在", "“\(shown(id))” is not in the form")
  }
  package func formRepeatedCell(_ address: String) -> String {
    say("\(address) 在同一条关系中出现两次", "\(address) stands twice in one relation")
  }
  package func formBadYear(_ year: Int) -> String {
    say("年度 \(year) 不可用", "the year \(year) cannot be")
  }
  package func formNumberOutOfRange(_ number: Int, allowed: ClosedRange<Int>) -> String {
    say(
      "是 \(number)，应在 \(allowed.lowerBound) 至 \(allowed.upperBound) 之间",
      "is \(number); it should be \(allowed.lowerBound) to \(allowed.upperBound)")
  }
  package var formControlCharacter: String {
    say("含有控制字符或改变书写方向的字符", "contains a control character or one that turns the writing")
  }
  package func formTooManyCells(_ limit: Int) -> String {
    say("单元格超过 \(limit) 个", "has more than \(limit) cells")
  }
  package func formTooManyTerms(_ limit: Int) -> String {
    say("勾稽关系涉及的单元格超过 \(limit) 个", "has relations over more than \(limit) cells")
  }
  package func formRedefines(_ id: String) -> String {
    say("“\(shown(id))”是内置表样，不能另行定义，请换一个标识", "“\(shown(id))” is a shipped form; take another id")
  }
  package func formMismatch(_ form: String, _ definition: String) -> String {
    say(
      "草稿用的是表样“\(shown(form))”，所带定义却是“\(shown(definition))”",
      "the draft is on the form “\(shown(form))” but carries “\(shown(definition))”")
  }
}
