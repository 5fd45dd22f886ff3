package import JSONText

/// The organ that owes the report.
package struct Organ: Equatable, Sendable {
  /// What can be said of an organ, by its key in a draft file.
  package enum Key: String, CaseIterable, Hashable, Sendable {
    case name, level, kind, region, address, postcode, telephone, email, website
  }

  /// The levels of organs.
  package static let levels = ["national", "province", "city", "county", "township"]

  /// The kinds of organs.
  package static let kinds = ["government", "department"]

  /// The organ's name; needed, and empty while it is not known.
  package var name: String {
    get { values[.name] ?? "" }
    set { values[.name] = newValue }
  }

  private var values: [Key: String]

  package init(name: String) {
    values = [.name: name]
  }

  /// What is known under a key, or nil; `name` is never nil.
  package subscript(key: Key) -> String? {
    get { key == .name ? name : values[key] }
    set { values[key] = key == .name ? newValue ?? "" : newValue }
  }

  /// Whether a value is one that the key can take: `level` and `kind` know only their own words.
  package static func accepts(_ value: String, for key: Key) -> Bool {
    switch key {
    case .level: levels.contains(value)
    case .kind: kinds.contains(value)
    case .name, .region, .address, .postcode, .telephone, .email, .website: true
    }
  }
}

/// A report in the making: figures and texts on a form, for one organ and one year.
///
/// Any draft can be represented, however wrong; what is wrong is told by the validator. Figures
/// are kept densely by cell position: `values.count` is always `form.cellCount`.
package struct Draft: Equatable, Sendable {
  /// A key of a draft file that this version does not know, kept and written back.
  package struct Unknown: Equatable, Sendable {
    /// The keys from the top of the file down to it.
    package var path: [String]
    package var value: JSON

    package init(path: [String], value: JSON) {
      self.path = path
      self.value = value
    }
  }

  package let form: Form
  /// Whether the draft file carries the form's definition, because it is not a shipped one.
  package var carriesForm: Bool
  package var organ: Organ
  package var year: Int
  /// The texts by section id; a section without text has no entry.
  package var texts: [String: Prose]
  /// Last year's report, on the same form as this draft; nil where it is not known.
  package var previous: PreviousYear?
  /// The findings that were looked at and let stand; those that fit nothing any more included.
  package var acceptances: [Acceptance]
  /// The stages of its review, and what was done in them.
  package var review: Review
  /// What was said about places of the draft, in the order in which it was said.
  package var comments: [Comment]
  /// What the saves changed, the oldest first.
  package var revisions: [Revision]
  package var unknown: [Unknown]
  private var values: [Quantity?]

  /// An empty draft.
  package init(form: Form, carriesForm: Bool, organ: Organ, year: Int) {
    self.form = form
    self.carriesForm = carriesForm
    self.organ = organ
    self.year = year
    texts = [:]
    acceptances = []
    review = Review()
    comments = []
    revisions = []
    unknown = []
    values = Array(repeating: nil, count: form.cellCount)
  }

  /// The figure in a cell; nil is blank, which is not 0.
  ///
  /// - Precondition: the cell belongs to the draft's form.
  package subscript(cell: CellIndex) -> Quantity? {
    get { values[cell.position] }
    set { values[cell.position] = newValue }
  }

  /// The figure at an address; nil where it is blank or the form has no such cell.
  package subscript(address: Address) -> Quantity? {
    form.cell(at: address).flatMap { self[$0] }
  }

  /// How many cells are blank.
  package var blankCount: Int { values.count { $0 == nil } }

  /// The text of a section, empty where there is none.
  package func text(of section: String) -> Prose { texts[section] ?? Prose("") }

  /// Sets the text of a section; an empty one is no text.
  package mutating func setText(_ text: Prose, of section: String) {
    texts[section] = text.isEmpty ? nil : text
  }

  /// The title of the report.
  package var title: String { form.title(organ: organ.name, year: year) }
}
