import { describe, expect, it } from 'vitest'
import { tallyPlaywright, tallyVitest } from '../../../build/checks/reports.mjs'
import { closingLine, sumOf, verdictOnSkips } from '../../../build/checks/tally.mjs'

const vitest = (status: string, ...tests: [string, string][]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
})

describe('the closing line of npm test', () => {
  it('counts over all runners', () => {
    const unit = tallyVitest({
      testResults: [
        vitest('failed', ['finds', 'passed'], ['ranks', 'failed'], ['later', 'todo']),
        vitest('passed', ['x', 'passed']),
      ],
    })
    const endToEnd = tallyPlaywright({
      suites: [
        {
          title: 'panel.spec.ts',
          suites: [{ title: 'paste', specs: [{ title: 'lands', tests: [{ status: 'expected' }] }] }],
          specs: [
            { title: 'shaky', tests: [{ status: 'flaky' }] },
            { title: 'broken', tests: [{ status: 'unexpected' }] },
          ],
        },
      ],
    })
    expect(closingLine(sumOf([unit, endToEnd]))).toBe('4 passed, 2 failed, 1 skipped')
  })

  it('counts a file that could not be loaded as one failure', () => {
    expect(tallyVitest({ testResults: [vitest('failed')] }).failed).toBe(1)
    expect(tallyVitest({ testResults: [vitest('failed', ['x', 'failed'])] }).failed).toBe(1)
  })

  it('counts an error outside any end-to-end test', () => {
    expect(tallyPlaywright({ suites: [], errors: [{ message: 'no config' }] }).failed).toBe(1)
  })
})

describe('tests that were left out', () => {
  const spec = (title: string, description: string) => ({
    title,
    tests: [{ status: 'skipped', annotations: [{ type: 'skip', description }] }],
  })
  const { skipped } = tallyPlaywright({
    suites: [
      {
        title: 'tray.spec.ts',
        specs: [spec('shows in the tray', 'needs the true Electron runtime'), spec('pastes', 'no xdotool')],
      },
    ],
  })

  it('are named, those that need Electron itself apart from the others', () => {
    const { lines } = verdictOnSkips(skipped, false)
    expect(lines[0]).toMatch(/1 that need Electron.*\n {2}tray\.spec\.ts › shows in the tray/)
    expect(lines[1]).toMatch(/\n {2}tray\.spec\.ts › pastes/)
  })

  it('are a fault where skipping is forbidden, unless they need Electron itself', () => {
    expect(verdictOnSkips(skipped, false).isFault).toBe(false)
    expect(verdictOnSkips(skipped, true).isFault).toBe(true)
    expect(
      verdictOnSkips(
        skipped.filter((skip) => skip.needsElectron),
        true,
      ).isFault,
    ).toBe(false)
  })
})
