import ReportModel
import Wording

/// What a save did to the place that a person asks about, ready to be said.
struct StoryEvent: Equatable, Sendable {
  /// What became of what stood there.
  enum Change: Equatable, Sendable {
    /// One that is blank is nil.
    case value(from: String?, to: String?)
    /// In a text: the number of the first paragraph, and words of what went and came.
    case hunk(paragraph: Int, from: String?, to: String?)
  }

  /// When and by whom.
  var head: String
  var changes: [Change]
}

extension Editor {
  /// The place that a story is told of: in the list of findings the one that is chosen there.
  var storyPlace: Place {
    let stops = pane == .findings ? findingStops.all : []
    return stops.indices.contains(chosenStop) ? place(of: stops[chosenStop]) : place
  }

  /// What a place is called at the head of its story.
  func storyName(of place: Place) -> String {
    switch place.spot {
    case .cell(let cell): return wording.fullName(of: cell, in: draft.form)
    case .field(let number): return wording.name(of: OrganField.all[number].wordingKey)
    case .caret:
      let section = draft.form.sections[place.entry - 1]
      return section.title.isEmpty ? section.short : section.title
    }
  }

  /// What happened at a place, the newest first: what is not saved yet, then the saves.
  func storyEvents(at place: Place) -> [StoryEvent] {
    var unsaved = draft
    unsaved.revisions = []
    if let revision = Revision(from: savedDraft, to: draft, by: "", on: "") {
      unsaved.revisions = [revision]
    }
    let latest = events(at: place, in: unsaved).map { happening in
      StoryEvent(head: wording.notSavedYet, changes: happening.change)
    }
    let saves = events(at: place, in: draft).map { happening in
      StoryEvent(
        head: wording.saved(on: happening.on, by: happening.by), changes: happening.change)
    }
    return latest + saves
  }

  private func events(at place: Place, in draft: Draft) -> [Happening<[StoryEvent.Change]>] {
    switch place.spot {
    case .cell(let cell):
      return draft.story(of: cell).map { happening in
        happening.map { [.value(from: $0.from?.description, to: $0.to?.description)] }
      }
    case .field(let number):
      let field = OrganField.all[number]
      return draft.story(of: field.wordingKey).map { happening in
        happening.map { [.value(from: text($0.from, field), to: text($0.to, field))] }
      }
    case .caret:
      let section = draft.form.sections[place.entry - 1].id
      return draft.story(ofText: section).map { happening in
        happening.map { hunks in
          hunks.map { hunk in
            let (from, to) = hunk.excerpt()
            return .hunk(paragraph: hunk.start + 1, from: from, to: to)
          }
        }
      }
    }
  }

  /// A piece of the organ's data as people say it; an empty one is blank.
  private func text(_ value: String?, _ field: OrganField) -> String? {
    guard let value, !value.isEmpty else { return nil }
    return wording.shown(field.choices.isEmpty ? value : wording.choice(value))
  }
}
