import CellGrid
import Wording

/// The parts of the screen that stay while the cursor moves and a figure is typed, drawn once.
///
/// A key is answered sooner where only the cursor and the details are drawn anew. What is kept is
/// used only as long as everything it depends on is the same, so a screen never differs from one
/// drawn from nothing.
struct Backdrop: Sendable {
  /// All that the backdrop depends on.
  struct Inputs: Equatable, Sendable {
    var size: Size
    var metrics: Metrics
    /// How often the draft was changed, there or back.
    var revision: Int
    var entry: Int
    var pane: Editor.Pane
    var scroll: Editor.Scroll
    var context: Context
    var isSaved: Bool
    var showsPrevious: Bool
    /// Where the tables stand: it also follows the cursor, from table to table and, in a long one,
    /// with the figures around it.
    var geometryRevision: Int
  }

  var inputs: Inputs
  var grid: Grid
}

extension Editor {
  /// What a backdrop drawn now would depend on.
  var backdropInputs: Backdrop.Inputs {
    Backdrop.Inputs(
      size: size, metrics: metrics, revision: revision, entry: entry, pane: pane,
      scroll: scrolls[entry], context: context, isSaved: isSaved,
      showsPrevious: showsPrevious, geometryRevision: geometryRevision)
  }

  /// Draws what the next screens have in common, unless the last ones had the same.
  mutating func prepareBackdrop() {
    if coversScreen { return }
    let inputs = backdropInputs
    if backdrop?.inputs == inputs { return }
    backdrop = Backdrop(inputs: inputs, grid: drawnBackdrop())
  }

  /// The title, the contents, the tables without their cursor, and the line of keys.
  func drawnBackdrop() -> Grid {
    var grid = Grid(size: size, metrics: metrics)
    let frame = Frame(size: size)
    drawTitle(in: frame.title, into: &grid)
    if frame.showsContents {
      drawContents(in: frame.contents, into: &grid)
    } else if pane == .contents {
      drawContents(in: frame.main, into: &grid)
    }
    if showsMain { drawSheet(into: &grid) }
    grid.fill(frame.separator, style: .line, with: Symbols(metrics).horizontal)
    drawKeys(in: frame.keys, into: &grid)
    return grid
  }
}
