/**
 * What one script may use. The panel renders at every change of selection, so a script that is not done within a
 * fraction of a second is of no use there, and whatever a file brings in must not be able to stop the program.
 */
export const LIMITS = {
  /** Characters in a script; the model allows no longer body. */
  source: 10_000,
  /** Characters in a condition. */
  guard: 500,
  /** Tags within tags. */
  depth: 24,
  /** Characters and list elements that filters, ranges and loops may make, all told. */
  memory: 200_000,
  /** Characters in the finished text, and in each captured one. */
  output: 20_000,
  /** Time for one rendering. */
  renderMs: 100,
} as const
