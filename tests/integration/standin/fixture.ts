import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { type Desktop, startDesktop } from '../../support/desktop/desktop.ts'

const standin = path.join(import.meta.dirname, '../../support/electron-standin')
export const fixtureFolder = path.join(standin, 'fixture')
export const mistakesFolder = path.join(fixtureFolder, 'mistakes')
const electronExecutable = path.join(standin, 'dist/electron')

export interface Fixture {
  desktop: Desktop
  app: ElectronApplication
  page: Page
  dataFolder: string
  /** What the app printed on its error output so far. */
  printed(): string
  stop(): Promise<void>
}

/** The fixture app, on a desktop of its own unless one is given, started by Playwright as it would a true Electron. */
export async function startFixture(shared?: Desktop): Promise<Fixture> {
  const desktop = shared ?? (await startDesktop())
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'golden-six-standin-'))
  process.env.ELECTRON_OVERRIDE_DIST_PATH = path.dirname(electronExecutable)
  const app = await _electron.launch({
    args: [`--user-data-dir=${dataFolder}`, '.'],
    cwd: fixtureFolder,
    env: desktop.env as Record<string, string>,
  })
  let printed = ''
  app.process().stderr?.on('data', (text) => {
    printed += text
  })
  const page = await app.firstWindow()
  await page.waitForURL(/index\.html/)
  await page.waitForFunction(() => 'fixture' in window)
  return {
    desktop,
    app,
    page,
    dataFolder,
    printed: () => printed,
    stop: async () => {
      await app.close()
      if (!shared) await desktop.stop()
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

export interface PlainRun {
  process: ChildProcess
  exitCode: Promise<number | null>
  printed(): string
}

/** Starts an app by hand, without Playwright: `electron [switches] <app>`. */
export function startByHand(env: NodeJS.ProcessEnv, args: string[]): PlainRun {
  const child = spawn(electronExecutable, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed += text
    })
  }
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { process: child, exitCode, printed: () => printed }
}

/** Waits until the condition holds; fails with its last answer after `withinMs`. */
export async function until<T>(
  ask: () => Promise<T> | T,
  holds: (answer: T) => boolean,
  withinMs = 8000,
): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(answer)} after ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
