/**
 * What one script may use. The panel renders at every change of selection, so a script that is not done within a
 * fraction of a second is of no use there, and whatever a file brings in must not be able to stop the program.
 */
export const LIMITS = {
  /** Characters in a script; the model allows no longer body. */
  source: 10_000,
  /** Characters in a condition. */
  guard: 500,
  /** Characters in a name; what is deeper is answered as the name so far. */
  name: 100,
  /** Tags within tags. */
  depth: 24,
  /** Characters and list elements that filters, ranges and loops may make, all told. */
  memory: 50_000,
  /** Characters in the finished text, and in each captured one. */
  output: 20_000,
  /** Time for one rendering, as a last resort: the limits above stop a script sooner, and alike on slow machines. */
  renderMs: 500,
} as const
