import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test'
import type { Desktop } from '../../support/desktop/desktop.ts'
import { Panel } from '../pages/panel.ts'
import { Workbench } from '../pages/workbench.ts'
import { root, switchesAsRoot } from './runtime.ts'

export interface StartOptions {
  desktop: Desktop
  /** The library's folder. */
  dataDir: string
  /** Chromium's own folder, which is also what tells two instances apart. */
  profile: string
  /** The start waits until these keys are the program's own; null where they are not to be had. */
  hotkey?: string | null
  /** A person who starts it for the first time is shown around; everybody else in these stories has seen that. */
  isFirstStart?: boolean
  /** A file that it is opened with, as by a double click. */
  file?: string
  /** The program's folder, when it is not the built project's own. */
  folder?: string
  /** Who asks their system for less motion waits for no animation, and neither do stories. */
  motion?: 'reduced' | 'full'
}

/** Golden Six, started as a user starts it, with a handle on its insides. */
export interface Program {
  app: ElectronApplication
  panel: Panel
  workbench(): Promise<Workbench>
  /** The workbench that the program opens by itself, at its first start. */
  openedWorkbench(): Promise<Workbench>
  /** Sets the machine's clock, as far as the program sees it, to an ISO time; from there it goes on. */
  setClock(time: string): Promise<void>
  /** What the desktop was asked to show in notifications since the start. */
  notifications(): Promise<string[]>
  quit(): Promise<void>
}

export const argumentsFor = ({
  dataDir,
  profile,
  file,
  folder = root,
  motion = 'reduced',
}: Pick<StartOptions, 'dataDir' | 'profile' | 'file' | 'folder' | 'motion'>) => [
  ...switchesAsRoot,
  ...(motion === 'reduced' ? ['--force-prefers-reduced-motion'] : []),
  `--user-data-dir=${profile}`,
  `--data-dir=${dataDir}`,
  folder,
  ...(file === undefined ? [] : [file]),
]

export async function startProgram(options: StartOptions): Promise<Program> {
  const { desktop, hotkey = 'Control+Alt+Space', isFirstStart = false } = options
  // Settings that are there already are left alone, and so is the tour that they may still owe.
  if (!isFirstStart && !existsSync(settingsFile(options.dataDir))) seeTheTour(options.dataDir)
  const app = await electron.launch({
    args: argumentsFor(options),
    cwd: root,
    env: desktop.env as Record<string, string>,
  })
  await recordNotifications(app)
  const page = await app.firstWindow()
  await page.waitForURL(/\/panel\//)
  const panel = new Panel(page, app, desktop)
  await panel.isReady()
  if (hotkey !== null) {
    await expect
      .poll(() => app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), hotkey))
      .toBe(true)
  }
  return {
    app,
    panel,
    workbench: async () => new Workbench(await openedBy(app, () => panel.openWorkbench())),
    openedWorkbench: async () => {
      const find = () => app.windows().find((window) => window.url().includes('/workbench/'))
      await expect.poll(() => find() !== undefined).toBe(true)
      return new Workbench(find() as Page)
    },
    setClock: (time) =>
      app.evaluate((_electron, at) => {
        const { now } = Date
        const ahead = at - now()
        Date.now = () => now() + ahead
      }, Date.parse(time)),
    notifications: () => app.evaluate(() => Reflect.get(globalThis, 'notified') as string[]),
    quit: () => app.close(),
  }
}

const settingsFile = (dataDir: string) => path.join(dataDir, 'settings.json')

/** The settings of somebody who has changed nothing, and whom the program has shown around. */
export function seeTheTour(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(settingsFile(dataDir), '{ "tour": "done" }')
}

async function openedBy(app: ElectronApplication, open: () => Promise<void>): Promise<Page> {
  const opened = app.waitForEvent('window')
  await open()
  const page = await opened
  await page.waitForURL(/\/workbench\//)
  return page
}

async function recordNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const notified: string[] = []
    Object.assign(globalThis, { notified })
    const { show } = Notification.prototype
    Notification.prototype.show = function recorded() {
      notified.push(this.body)
      return show.call(this)
    }
  })
}

/** A folder for Chromium's files inside a test's own folder. */
export const profileIn = (folder: string, name = 'profile') => path.join(folder, name)
