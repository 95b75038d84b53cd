import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maySkipDesktopTests } from '../../support/desktop/desktop.ts'
import { type Fixture, fixtureFolder, startByHand, startFixture, until } from './fixture.ts'

/** Chromium processes of this data folder. */
function browsersOn(dataFolder: string): number {
  const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
  return processes.split('\n').filter((line) => line.includes(dataFolder) && line.includes('chromium')).length
}

describe.skipIf(maySkipDesktopTests())('the app object and its processes on the stand-in', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await startFixture()
  }, 60_000)
  afterAll(() => fixture.stop())

  it('knows the app by its package.json, and itself as the Electron it stands for', async () => {
    const seen = await fixture.app.evaluate(({ app }) => ({
      name: app.getName(),
      version: app.getVersion(),
      path: app.getAppPath(),
      ready: app.isReady(),
      packaged: app.isPackaged,
      electron: process.versions.electron,
      type: process.type,
    }))
    const { version } = JSON.parse(
      execFileSync('cat', [path.join(fixtureFolder, '../../../../node_modules/electron/package.json')], {
        encoding: 'utf8',
      }),
    )
    expect(seen).toEqual({
      name: 'Stand-in Fixture',
      version: '1.2.3',
      path: fixtureFolder,
      ready: true,
      packaged: false,
      electron: version,
      type: 'browser',
    })
  })

  it('keeps the user’s data where --user-data-dir says, unless the app moves it', async () => {
    const seen = await fixture.app.evaluate(({ app }) => {
      const before = [app.getPath('userData'), app.getPath('sessionData')]
      app.setPath('logs', '/tmp')
      const failure = (work: () => unknown) => {
        try {
          return work()
        } catch (error) {
          return String(error)
        }
      }
      return [
        ...before,
        app.getPath('logs'),
        failure(() => app.getPath('nowhere' as 'home')),
        failure(() => app.setPath('userData', 'relative')),
      ]
    })
    expect(seen).toEqual([
      fixture.dataFolder,
      fixture.dataFolder,
      '/tmp',
      "Error: Failed to get 'nowhere' path",
      'Error: Path must be absolute',
    ])
  })

  it('lets one instance run for a data folder, and tells it of a second', async () => {
    const told = fixture.app.evaluate(
      ({ app }) =>
        new Promise((resolve) =>
          app.once('second-instance', (_event, argv, folder, data) => resolve([argv.at(-1), folder, data])),
        ),
    )
    const second = startByHand(fixture.desktop.env, [
      `--user-data-dir=${fixture.dataFolder}`,
      fixtureFolder,
      'open-me',
    ])
    expect(await second.exitCode).toBe(3)
    expect(await told).toEqual(['open-me', process.cwd(), { from: 'fixture' }])
  })

  it('takes over a lock that a killed instance left, and leaves no browser behind when it is killed', async () => {
    const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'golden-six-killed-'))
    const args = [`--user-data-dir=${dataFolder}`, fixtureFolder]
    const first = startByHand(fixture.desktop.env, args)
    await until(
      () => browsersOn(dataFolder),
      (count) => count > 0,
    )
    first.process.kill('SIGKILL')
    await first.exitCode
    await until(
      () => browsersOn(dataFolder),
      (count) => count === 0,
    )
    const next = startByHand(fixture.desktop.env, args)
    await until(
      () => browsersOn(dataFolder),
      (count) => count > 0,
    )
    next.process.kill('SIGTERM')
    expect(await next.exitCode).toBe(0)
    expect(browsersOn(dataFolder)).toBe(0)
    expect(existsSync(path.join(dataFolder, 'StandinSingletonLock'))).toBe(false)
    await rm(dataFolder, { recursive: true, force: true })
  })

  it('goes through before-quit, close, will-quit and quit, and stays when one of them is refused', async () => {
    const seen = await fixture.app.evaluate(({ app, BrowserWindow }) => {
      const steps: string[] = []
      const window = BrowserWindow.getAllWindows()[0]!
      app.on('before-quit', () => steps.push('before-quit'))
      window.once('close', (event) => {
        steps.push('close')
        event.preventDefault()
      })
      app.on('will-quit', () => steps.push('will-quit'))
      app.quit()
      steps.push(`windows: ${BrowserWindow.getAllWindows().length}`)
      app.once('before-quit', (event) => event.preventDefault())
      app.quit()
      return steps
    })
    expect(seen).toEqual(['before-quit', 'close', 'windows: 1', 'before-quit'])
  })

  it('goes on after a rejection that nobody handled, as Electron does', async () => {
    await fixture.app.evaluate(() => {
      void Promise.reject(new Error('nobody cares'))
    })
    await until(fixture.printed, (text) => text.includes('nobody cares'))
    expect(await fixture.app.evaluate(({ app }) => app.isReady())).toBe(true)
  })

  it('says what is wrong when there is no display, and when there is no app', async () => {
    const blind = startByHand({ ...process.env, DISPLAY: ':39999' }, [
      `--user-data-dir=${fixture.dataFolder}-blind`,
      path.join(fixtureFolder, 'mistakes/nothing.js'),
    ])
    expect(await blind.exitCode).toBe(1)
    expect(blind.printed()).toContain('Unable to open X display :39999')
    const empty = startByHand(fixture.desktop.env, ['/nowhere'])
    expect(await empty.exitCode).toBe(1)
    expect(empty.printed()).toContain('Unable to find Electron app at /nowhere')
    await rm(`${fixture.dataFolder}-blind`, { recursive: true, force: true })
  })
})
