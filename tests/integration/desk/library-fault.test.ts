import { expect, it } from 'vitest'
import { buildShim, FAULTS, faultRounds } from '../../soak/library/fault-rounds.ts'
import { hasPrograms } from '../shell/needs.ts'

// The quick form; `npm run soak` lets each kind strike at ten places.

it('a library loses nothing acknowledged to any kind of fault of the disk, at one place each', {
  timeout: 600_000,
}, async ({ skip }) => {
  if (process.platform !== 'linux') return skip('the faults are put under the program as Linux allows')
  if (!hasPrograms(['gcc'], 'gcc libc6-dev')) return skip('the faults are built by gcc')
  const report = await faultRounds(buildShim(), { faults: FAULTS, rounds: 1, seed: 7 })
  expect(report.problems).toEqual([])
  const struck = Object.values(report.kinds).filter((kind) => kind.struck > 0)
  expect(struck.length).toBeGreaterThanOrEqual(20)
})
