import ReportModel

extension Editor {
  /// What was done and is being typed since this was asked last, for a journal; nothing where all
  /// is as it was.
  mutating func takeNotes() -> [Effect] {
    let typing = halfTyped
    guard !unnoted.isEmpty || typing != notedTyping else { return [] }
    defer {
      unnoted = []
      notedTyping = typing
    }
    return [.note(unnoted, typing: typing)]
  }

  /// Forgets what a journal was not told yet, because the file itself holds it.
  mutating func forgetNotes() {
    unnoted = []
    notedTyping = halfTyped
  }

  /// What is being typed, and where.
  private var halfTyped: HalfTyped? {
    guard let typing else { return nil }
    switch spots[entry] {
    case .cell(let cell):
      return HalfTyped(at: draft.form.address(of: cell).description, text: typing.input.text)
    case .field(let number):
      return HalfTyped(at: OrganField.all[number].address, text: typing.input.text)
    case .caret: return nil
    }
  }

  /// Goes to where somebody was typing, and types what they had.
  mutating func resume(_ halfTyped: HalfTyped) {
    let text = halfTyped.text
    if let number = OrganField.all.firstIndex(where: { $0.address == halfTyped.at }) {
      guard OrganField.all[number].choices.isEmpty else { return }
      go(to: Place(entry: 0, spot: .field(number)))
      typing = Typing(input: LineInput(text), mode: .inPlace)
    } else if let cell = Address(halfTyped.at).flatMap({ draft.form.cell(at: $0) }) {
      guard text.allSatisfy(Self.isNumeric) else { return }
      go(to: Place(entry: entry(of: cell), spot: .cell(cell)))
      typing = Typing(input: LineInput(text), mode: .overwriting)
    }
  }
}

extension OrganField {
  /// What `set` calls the field.
  fileprivate var address: String {
    switch self {
    case .key(let key): "organ.\(key.rawValue)"
    case .year: "year"
    }
  }
}
