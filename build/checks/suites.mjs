import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findElectron } from '../electron-runtime/find.mjs'
import { npmCommand } from '../setup/packages.mjs'
import { run } from '../setup/processes.mjs'
import { setupFolder } from '../setup/project.mjs'
import { say } from '../setup/say.mjs'
import { tallyPlaywright, tallyVitest } from './reports.mjs'
import { sumOf } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * @typedef {object} Ground where tests run
 * @property {string} root
 * @property {string} node
 * @property {NodeJS.ProcessEnv} env
 */

/** A suite that hangs must not hang its caller; each takes a few minutes at most on two cores. */
const SUITE_LIMIT_MS = 30 * 60_000

const END_TO_END_CONFIG = path.join('tests', 'e2e', 'playwright.config.ts')

/** Names the tests that passed at the second try only, as Playwright does by itself. */
const SHAKY_REPORTER = path.join('build', 'checks', 'shaky-reporter.mjs')

/** The npm scripts that judge the source without running it. Each counts as one test. */
const CHECKS = { typecheck: 'Types', lint: 'Lint, import directions, unused code' }

/**
 * All at once: most of what they do keeps one core busy at a time.
 *
 * @param {Ground} ground
 * @returns {Promise<Tally>}
 */
export async function runChecks(ground) {
  const results = await Promise.all(Object.entries(CHECKS).map((check) => holds(ground, check)))
  const failed = results.filter((isFine) => !isFine).length
  return { passed: results.length - failed, failed, skipped: [] }
}

/**
 * Runs one, and says at its end how it went.
 *
 * @param {Ground} ground
 * @param {[script: string, title: string]} check
 * @returns {Promise<boolean>}
 */
async function holds({ root, env }, [script, title]) {
  const npm = npmCommand()
  const startedAt = Date.now()
  const { code, output } = await run(npm.command, [...npm.args, 'run', '--silent', script], {
    cwd: root,
    env,
    shell: npm.shell,
    timeoutMs: SUITE_LIMIT_MS,
  })
  say(`${code === 0 ? '✓' : '✗'} ${title} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
  if (code !== 0) process.stdout.write(output)
  return code === 0
}

/**
 * @param {Ground} ground
 * @param {readonly string[]} filters
 */
export function runVitest(ground, filters) {
  const report = reportFile(ground.root, 'vitest')
  const reporters = ['--reporter=default', '--reporter=json', `--reporter=${SHAKY_REPORTER}`]
  const args = ['run', ...reporters, `--outputFile.json=${report}`, ...retries(ground, '--retry'), ...filters]
  return runSuite(ground, { name: 'Vitest', program: 'vitest/vitest.mjs', args, report, tally: tallyVitest })
}

/**
 * The end-to-end suite, on the Electron stand-in and, where Electron's runtime is installed, on that as well.
 *
 * @param {Ground} ground
 * @param {readonly string[]} filters
 * @returns {Promise<Tally>}
 */
export async function runPlaywright(ground, filters) {
  const hasElectron = findElectron({ root: ground.root, env: {}, platform: process.platform }) !== null
  const trueEnv = { ...ground.env, GOLDEN_SIX_TRUE_ELECTRON: '1' }
  if (process.platform !== 'linux') {
    // The stand-in is made for X11. What of the stories needs its keys and windows leaves itself out.
    if (hasElectron) return playwrightOn({ ...ground, env: trueEnv }, 'true-electron', filters)
    say("The end-to-end tests need Electron's own runtime here: left out (npx install-electron)")
    return { passed: 0, failed: 0, skipped: [] }
  }
  const standIn = await playwrightOn(ground, 'stand-in', filters)
  if (!hasElectron) return standIn
  const trueElectron = await playwrightOn({ ...ground, env: trueEnv }, 'true-electron', filters)
  // What the stand-in left out has now been run.
  const skipped = standIn.skipped.filter((skip) => !skip.needsElectron)
  return sumOf([{ ...standIn, skipped }, trueElectron])
}

/**
 * @param {Ground} ground
 * @param {string} runtime
 * @param {readonly string[]} filters
 */
function playwrightOn(ground, runtime, filters) {
  const report = reportFile(ground.root, `playwright-${runtime}`)
  const args = [
    'test',
    '--config',
    END_TO_END_CONFIG,
    '--reporter=list,json',
    ...retries(ground, '--retries'),
  ]
  const env = { ...ground.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const program = '@playwright/test/cli.js'
  return runSuite(
    { ...ground, env },
    { name: 'Playwright', program, args: [...args, ...filters], report, tally: tallyPlaywright },
  )
}

/**
 * @template Report
 * @param {Ground} ground
 * @param {{ name: string, program: string, args: string[], report: string, tally: (report: Report) => Tally }} suite
 * @returns {Promise<Tally>}
 */
async function runSuite({ root, node, env }, { name, program, args, report, tally }) {
  const { code, timedOut } = await run(node, [path.join(root, 'node_modules', program), ...args], {
    cwd: root,
    env: process.stdout.isTTY ? { FORCE_COLOR: '1', ...env } : env,
    timeoutMs: SUITE_LIMIT_MS,
    echo: true,
  })
  if (timedOut) say(`${name} was ended: not finished within ${SUITE_LIMIT_MS / 60_000} minutes`)
  const counted = existsSync(report)
    ? tally(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: [] }
  // A runner that failed for a reason of its own (no test found, an error between tests) is one failure.
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

/**
 * Real windows on a crowded machine of a CI service lose the front, a key or a second to others now and then. There a
 * test that fails is tried once more, and named; at a desk it fails at once.
 *
 * @param {Ground} ground
 * @param {string} option
 */
function retries({ env }, option) {
  return env.CI ? [`${option}=1`] : []
}

/**
 * @param {string} root
 * @param {string} name
 */
function reportFile(root, name) {
  const folder = path.join(setupFolder(root), 'reports')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}
