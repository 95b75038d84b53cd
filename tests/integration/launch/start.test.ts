import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/library.ts'
import { ROOT, STACK_TRACE, start } from './programs.ts'

const START = path.join(ROOT, 'build/start.mjs')
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\?ticket=[\w-]+/

/** An executable that runs the lines of a shell script. */
function program(folder: string, name: string, script: string): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

const startApp = (env: NodeJS.ProcessEnv, ...args: string[]) =>
  start(START, ['--data-dir', temporaryFolder(), ...args], env)

describe('npm start', () => {
  it('prints the address where there is no display, without trying Electron', async () => {
    const electron = temporaryFolder()
    program(electron, 'electron', 'echo started > "$(dirname "$0")/started"')
    const app = startApp({ ELECTRON_OVERRIDE_DIST_PATH: electron })

    await app.prints(ADDRESS)
    expect(existsSync(path.join(electron, 'started'))).toBe(false)

    app.child.kill('SIGINT')
    expect(await app.ended).toBe(0)
    expect(app.printed()).not.toMatch(STACK_TRACE)
  })

  it('runs Electron with the arguments it was given, and ends with its status', async () => {
    const electron = temporaryFolder()
    program(electron, 'electron', 'printf "%s\\n" "$@" > "$(dirname "$0")/args"')
    const app = start(START, ['--data-dir', '话术 库'], {
      ELECTRON_OVERRIDE_DIST_PATH: electron,
      DISPLAY: ':0',
    })

    expect(await app.ended).toBe(0)
    const args = readFileSync(path.join(electron, 'args'), 'utf8').trim().split('\n')
    expect(args.at(-2)).toBe(ROOT)
    expect(args.at(-1)).toBe(`--data-dir=${path.resolve('话术 库')}`)
  })

  it('falls back to a browser window when Electron dies at once, and says why in one line', async () => {
    const folder = temporaryFolder()
    program(
      folder,
      'electron',
      'echo "electron: error while loading shared libraries: libnss3.so: cannot open" >&2; exit 127',
    )
    const browser = program(folder, 'browser', 'printf "%s\\n" "$@" > "$(dirname "$0")/args"; exec sleep 30')
    const app = startApp({ ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0', GOLDEN_SIX_BROWSER: browser })

    await app.prints(/浏览器窗口中打开/)
    const complaints = app
      .printed()
      .split('\n')
      .filter((line) => line.includes('Electron'))
    expect(complaints).toEqual([expect.stringContaining('the system library libnss3.so is missing')])
    await expect.poll(() => existsSync(path.join(folder, 'args'))).toBe(true)
    expect(readFileSync(path.join(folder, 'args'), 'utf8')).toMatch(
      /^--app=http:\/\/127\.0\.0\.1:\d+\/\?ticket=/m,
    )
  })

  it('prints the address where there is a display but no browser to open', async () => {
    const app = startApp({ DISPLAY: ':0', PATH: path.dirname(process.execPath) }, '--browser')
    await app.prints(ADDRESS)
  })

  it('passes a termination on: nothing it started stays behind', async () => {
    const folder = temporaryFolder()
    program(folder, 'electron', 'echo $$ > "$(dirname "$0")/pid"; exec sleep 60')
    const app = startApp({ ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0' })
    await expect.poll(() => existsSync(path.join(folder, 'pid')), { timeout: 10_000 }).toBe(true)
    const pid = Number(readFileSync(path.join(folder, 'pid'), 'utf8'))

    app.child.kill('SIGTERM')
    await app.ended

    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  it('ends with status 2 for an option nobody knows', async () => {
    const app = startApp({}, '--frobnicate')
    expect(await app.ended).toBe(2)
    expect(app.printed()).not.toMatch(STACK_TRACE)
  })
})
