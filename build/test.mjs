// `npm test`: every check and test there is, or the part that the arguments name, on a machine that has only Node.
import path from 'node:path'
import { planOf, USAGE } from './checks/arguments.mjs'
import { runChecks, runPlaywright, runVitest } from './checks/suites.mjs'
import { installNeeds, mayInstall, packagesFor, unmetNeeds } from './checks/system-packages.mjs'
import { closingLine, sumOf, verdictOnSkips } from './checks/tally.mjs'
import { prepare } from './setup/prepare.mjs'
import { ROOT } from './setup/project.mjs'
import { runAsProgram, say } from './setup/say.mjs'

await runAsProgram(async (args) => {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(USAGE)
    return 0
  }
  const plan = planOf(args)
  const isWhole = isMoreThanUnits(plan)
  const { node } = await prepare({ bundles: isWhole })
  const mustSkip = isWhole ? await desktopIsLacking(plan.noSkip) : false

  const bin = path.join(ROOT, 'node_modules', '.bin')
  const ground = {
    root: ROOT,
    node,
    env: {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env.PATH}`,
      // Programs are started by the hundred, and need not be compiled each time.
      NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules', '.cache', 'compiled'),
      ...(mustSkip ? { GOLDEN_SIX_ALLOW_SKIP: '1' } : {}),
    },
  }
  const tallies = []
  if (plan.checks) tallies.push(await runChecks(ground))
  if (plan.vitest) tallies.push(await runVitest(ground, plan.vitest))
  if (plan.playwright) tallies.push(await runPlaywright(ground, plan.playwright))

  const total = sumOf(tallies)
  const { lines, isFault } = verdictOnSkips(total.skipped, plan.noSkip)
  for (const line of lines) console.log(line)
  console.log(closingLine(total))
  return total.failed > 0 || isFault ? 1 : 0
})

/**
 * Unit tests need neither the bundles nor a desktop; integration tests run the real commands on a real screen.
 *
 * @param {import('./checks/arguments.mjs').TestPlan} plan
 */
function isMoreThanUnits({ vitest, playwright }) {
  if (playwright) return true
  return (
    vitest !== null && (vitest.length === 0 || vitest.some((filter) => !filter.startsWith('tests/unit/')))
  )
}

/**
 * Gets what the machine lacks for the tests that use a desktop, where that is allowed and possible.
 *
 * @param {boolean} noSkip
 * @returns {Promise<boolean>} whether tests must be left out for want of it
 */
async function desktopIsLacking(noSkip) {
  const needs = unmetNeeds()
  if (needs.length === 0) return false
  const titles = needs.map(({ title }) => title).join(', ')
  if (mayInstall(needs)) {
    say(`Installing what the tests need, a few minutes: ${titles}…`)
    if ((await installNeeds(needs)) && unmetNeeds().length === 0) return false
  }
  const advice = `apt-get install ${packagesFor(unmetNeeds()).join(' ')}`
  say(`Missing for the desktop tests: ${titles}. On Debian: ${advice}${noSkip ? '' : '. Running the rest.'}`)
  return !noSkip
}
