import { expect, it } from 'vitest'
import { planOf } from '../../../build/checks/arguments.mjs'

it.each([
  [[], { checks: true, vitest: [], playwright: [] }],
  [['checks'], { checks: true, vitest: null, playwright: null }],
  [['unit'], { checks: false, vitest: ['tests/unit/'], playwright: null }],
  [
    ['unit', 'integration'],
    { checks: false, vitest: ['tests/unit/', 'tests/integration/'], playwright: null },
  ],
  [['e2e'], { checks: false, vitest: null, playwright: [] }],
  [['tests/e2e/panel.spec.ts'], { checks: false, vitest: null, playwright: ['tests/e2e/panel.spec.ts'] }],
  [['pinyin'], { checks: false, vitest: ['pinyin'], playwright: null }],
])('npm test -- %j runs what it names', (args, plan) => {
  expect(planOf(args)).toEqual({ ...plan, noSkip: false })
  expect(planOf(['--no-skip', ...args])).toEqual({ ...plan, noSkip: true })
})

it('refuses an option it does not know', () => {
  expect(() => planOf(['--watch'])).toThrow('Unknown option --watch')
})
