/**
 * How a part of the tests went.
 *
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {Skip[]} skipped
 */

/** @typedef {{ name: string, needsElectron: boolean }} Skip */

/**
 * Whether a test says, in its name, its tags or its reason to skip, that only Electron's own runtime can run it.
 *
 * @param {string} words
 */
export const wantsTrueElectron = (words) => /true[- ]electron/i.test(words)

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  }
}

/**
 * The last line of `npm test`, the same for every kind of test.
 *
 * @param {Tally} tally
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`
}

/**
 * What to say of the tests that were left out, and whether that is a fault.
 *
 * @param {readonly Skip[]} skipped
 * @param {boolean} noSkip
 * @returns {{ lines: string[], isFault: boolean }}
 */
export function verdictOnSkips(skipped, noSkip) {
  const electron = skipped.filter((skip) => skip.needsElectron)
  const others = skipped.filter((skip) => !skip.needsElectron)
  const lines = []
  if (electron.length > 0)
    lines.push(listed(`Left out, ${electron.length} that need Electron's own runtime`, electron))
  if (others.length > 0)
    lines.push(listed(`Left out, ${others.length}${noSkip ? ' (--no-skip forbids it)' : ''}`, others))
  return { lines, isFault: noSkip && others.length > 0 }
}

/**
 * @param {string} heading
 * @param {readonly Skip[]} skips
 */
function listed(heading, skips) {
  return [`${heading}:`, ...skips.map(({ name }) => `  ${name}`)].join('\n')
}
