import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import { type Chat, openChat } from '../../support/desktop/chat.ts'
import { clipboardTargets, copyToClipboard, readClipboard } from '../../support/desktop/clipboard.ts'
import {
  type Desktop,
  desktopIsMissing,
  maySkipDesktopTests,
  startDesktop,
} from '../../support/desktop/desktop.ts'
import { run } from '../../support/desktop/run.ts'
import { KeptProgram } from './kept-program.ts'
import { Library } from './library.ts'
import { type Program, profileIn, type StartOptions, startProgram } from './program.ts'
import { hasOwnScreen, needsOwnScreen, systemDesktop } from './system-desktop.ts'

interface PerWorker {
  /** A screen of its own, 1440 × 900. */
  desktop: Desktop
  kept: KeptProgram
  chatProgram: Chat
  notesProgram: Chat
}

interface PerTest {
  /** Leaves the test out where the machine lacks a desktop's programs and leaving out was allowed. */
  needsDesktop: undefined
  /** Leaves the test out where there are no keys and windows of an X server. */
  ownScreen: undefined
  /** Gone when the test is over. Its name has what users' folders have: Chinese, a space, an emoji. */
  folder: string
  library: Library
  /**
   * Golden Six on the story's library, as after a start; without phrases of its own it has the starter library. Stories
   * share one program as far as they can: who asks for a start of another kind has one of their own, and so has who
   * starts twice the second time.
   */
  start: (options?: Partial<StartOptions>) => Promise<Program>
  /** The same, in a process of its own, in the story's folder: for what a start does, and what it leaves there. */
  startAnew: (options?: Partial<StartOptions>) => Promise<Program>
  /** The buyer's chat: in front, empty, the caret in its box. */
  chat: Chat
  /** A third program's window with a text box, where nothing may ever land. */
  notes: Chat
  clipboard: Clipboard
}

/** The clipboard as any other program sees it. */
export interface Clipboard {
  copy(data: Buffer | string, target?: string): Promise<void>
  read(target?: string): Promise<Buffer>
  text(): Promise<string>
  targets(): Promise<string[]>
}

export const test = base.extend<PerTest, PerWorker>({
  desktop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' needs from this pattern
    async ({}, use) => {
      const desktop = hasOwnScreen ? await startDesktop({ width: 1440, height: 900 }) : systemDesktop
      await use(desktop)
      await desktop.stop()
    },
    { scope: 'worker' },
  ],
  kept: [
    async ({ desktop }, use) => {
      const kept = new KeptProgram(desktop)
      await use(kept)
      await kept.remove()
    },
    { scope: 'worker' },
  ],
  chatProgram: [
    async ({ desktop }, use) => {
      const chat = await openChat(desktop, { title: '小鱼儿-接待中心', width: 560, height: 640 })
      await use(chat)
      await chat.close()
    },
    { scope: 'worker' },
  ],
  notesProgram: [
    async ({ desktop }, use) => {
      const notes = await openChat(desktop, { title: '记事本', width: 400, height: 300, x: 700, y: 560 })
      await use(notes)
      await notes.close()
    },
    { scope: 'worker' },
  ],

  needsDesktop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' needs from this pattern
    async ({}, use, info) => {
      info.skip(hasOwnScreen && maySkipDesktopTests(), `needs a desktop: ${desktopIsMissing()}`)
      await use(undefined)
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' needs from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), '黄金六秒 e2e😀-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  },
  library: async ({ folder }, use) => use(new Library(folder)),
  startAnew: async ({ desktop, kept, library }, use, info) => {
    const programs: Program[] = []
    await use(async (options = {}) => {
      // It holds the keys.
      await kept.end()
      const program = await startProgram({
        desktop,
        dataDir: library.dataDir,
        profile: profileIn(path.dirname(library.dataDir)),
        ...options,
      })
      programs.push(program)
      return program
    })
    if (info.status !== info.expectedStatus) {
      await run('import', ['-window', 'root', info.outputPath('desktop.png')], desktop.env).catch(() => null)
    }
    for (const program of programs) await program.quit()
    await kept.rest()
  },
  start: async ({ kept, library, startAnew }, use) => {
    let isFirst = true
    await use((options = {}) => {
      const canShare = isFirst && Object.keys(options).length === 0 && KeptProgram.suits(library)
      isFirst = false
      return canShare ? kept.on(library) : startAnew(options)
    })
  },
  // Before the chat program, which a worker that must not have one would try to start.
  ownScreen: async ({ needsDesktop }, use) => {
    needsOwnScreen()
    await use(needsDesktop)
  },
  chat: async ({ ownScreen: _asked, chatProgram }, use) => {
    await chatProgram.clear()
    await chatProgram.focus()
    await use(chatProgram)
  },
  notes: async ({ ownScreen: _asked, notesProgram }, use) => {
    await notesProgram.clear()
    await use(notesProgram)
  },
  clipboard: async ({ ownScreen: _asked, desktop: { env } }, use) => {
    const read = (target?: string) => readClipboard(env, target)
    await use({
      copy: (data, target) => copyToClipboard(env, data, target),
      read,
      text: async () => (await read().catch(() => Buffer.alloc(0))).toString(),
      targets: () => clipboardTargets(env),
    })
  },
})

export { expect } from '@playwright/test'
