import { Complaint } from '../setup/say.mjs'

/** What can be run by itself, in the order in which all of it runs. */
export const STAGES = /** @type {const} */ (['checks', 'unit', 'integration', 'e2e'])

/** @typedef {typeof STAGES[number]} Stage */

/**
 * @typedef {object} TestPlan
 * @property {boolean} checks types, lint, import directions, unused code
 * @property {string[] | null} vitest file filters, empty for every file; null: not at all
 * @property {string[] | null} playwright the same for the end-to-end suite
 * @property {boolean} noSkip a test that was left out counts as a fault
 */

export const USAGE = `npm test [-- [--no-skip] [${STAGES.join(' | ')} | FILE-PATTERN …]]`

/**
 * @param {readonly string[]} args
 * @returns {TestPlan}
 * @throws {Complaint} for an option it does not know
 */
export function planOf(args) {
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--no-skip')
  if (unknown) throw new Complaint(`Unknown option ${unknown}. ${USAGE}`, 2)

  const noSkip = args.includes('--no-skip')
  const named = args.filter((arg) => !arg.startsWith('-'))
  if (named.length === 0) return { checks: true, vitest: [], playwright: [], noSkip }

  const vitest = []
  const playwright = []
  for (const name of named) {
    if (name === 'checks') continue
    if (name === 'unit' || name === 'integration') vitest.push(`tests/${name}/`)
    else if (name === 'e2e') playwright.push('')
    else if (/(^|[\\/])e2e[\\/]|\.spec\.ts$/.test(name)) playwright.push(name)
    else vitest.push(name)
  }
  return {
    checks: named.includes('checks'),
    vitest: vitest.length > 0 ? vitest : null,
    playwright: playwright.length > 0 ? playwright.filter(Boolean) : null,
    noSkip,
  }
}
