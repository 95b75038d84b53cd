import { wantsTrueElectron } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * @typedef {object} VitestReport the parts we read of Vitest's JSON reporter
 * @property {{ name: string, status: string, assertionResults: { fullName: string, status: string }[] }[]} testResults
 */

/**
 * @param {VitestReport} report
 * @returns {Tally}
 */
export function tallyVitest({ testResults }) {
  /** @type {Tally} */
  const tally = { passed: 0, failed: 0, skipped: [] }
  for (const { status, assertionResults } of testResults) {
    // A file that could not be loaded, or whose set-up failed, has no tests to show for it.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) tally.failed++
    for (const test of assertionResults) {
      if (test.status === 'passed') tally.passed++
      else if (test.status === 'failed') tally.failed++
      else tally.skipped.push({ name: test.fullName, needsElectron: wantsTrueElectron(test.fullName) })
    }
  }
  return tally
}

/**
 * @typedef {object} PlaywrightSuite the parts we read of Playwright's JSON reporter
 * @property {string} title
 * @property {PlaywrightSuite[]} [suites]
 * @property {{ title: string, tags?: string[], tests: PlaywrightTest[] }[]} [specs]
 */

/** @typedef {{ status: string, annotations?: { type: string, description?: string }[] }} PlaywrightTest */

/**
 * @param {{ suites: PlaywrightSuite[], errors?: unknown[] }} report `errors` happened outside any test
 * @returns {Tally}
 */
export function tallyPlaywright({ suites, errors = [] }) {
  /** @type {Tally} */
  const tally = { passed: 0, failed: errors.length, skipped: [] }
  for (const suite of suites) addSuite(tally, suite, [])
  return tally
}

/**
 * @param {Tally} tally
 * @param {PlaywrightSuite} suite
 * @param {readonly string[]} above
 */
function addSuite(tally, { title, suites = [], specs = [] }, above) {
  const path = [...above, title]
  for (const inner of suites) addSuite(tally, inner, path)
  for (const spec of specs) {
    for (const { status, annotations = [] } of spec.tests) {
      if (status === 'expected' || status === 'flaky') tally.passed++
      else if (status === 'unexpected') tally.failed++
      else {
        const words = [...(spec.tags ?? []), ...annotations.map(({ description = '' }) => description)]
        const name = [...path, spec.title].join(' › ')
        tally.skipped.push({ name, needsElectron: words.some(wantsTrueElectron) })
      }
    }
  }
}
