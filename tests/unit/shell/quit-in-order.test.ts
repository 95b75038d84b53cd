import { EventEmitter } from 'node:events'
import type { App, RelaunchOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { quitInOrder } from '../../../electron/shell/quit-in-order.ts'

/** An app that is asked to quit, and whether it was kept from it. */
class PretendApp extends EventEmitter {
  readonly ended: Promise<void>
  /** What is started when it has ended. */
  next: RelaunchOptions | null = null
  #end: () => void = () => undefined

  constructor() {
    super()
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
  }

  quit(): void {
    let isHeldUp = false
    this.emit('before-quit', {
      preventDefault: () => {
        isHeldUp = true
      },
    })
    if (!isHeldUp) this.#end()
  }

  relaunch(next: RelaunchOptions): void {
    this.next = next
  }

  startAgain(...words: string[]): void {
    this.emit('second-instance', {}, ['golden-six', ...words], '/home')
  }
}

const asApp = (app: PretendApp) => app as unknown as App
const nothingNewer = async () => false

it('puts everything away in order and once, the library too when a step before it fails', async () => {
  const app = new PretendApp()
  const done: string[] = []
  const steps = [
    () => void done.push('hotkeys'),
    async () => {
      throw new Error('the clipboard broke down')
    },
    () => {
      throw new Error('the tray is gone')
    },
    async () => void done.push('library'),
  ]
  quitInOrder(asApp(app), { steps, replace: nothingNewer })
  app.quit()
  app.quit()
  await app.ended
  expect(done).toEqual(['hotkeys', 'library'])
  expect(app.next).toBeNull()
})

describe('a program that is started again', () => {
  it('while it runs is not begun anew when it ends', async () => {
    const app = new PretendApp()
    const ending = quitInOrder(asApp(app), { steps: [], replace: nothingNewer })
    app.startAgain()
    expect(ending.hasBegun()).toBe(false)
    app.quit()
    await app.ended
    expect(app.next).toBeNull()
  })

  it('while it is put away is begun anew once it has ended, with what the last start asked for', async () => {
    const app = new PretendApp()
    const ending = quitInOrder(asApp(app), {
      steps: [() => app.startAgain(), () => app.startAgain('/home/团队.g6pack')],
      replace: nothingNewer,
    })
    app.quit()
    expect(ending.hasBegun()).toBe(true)
    await app.ended
    expect(app.next).toEqual({ args: ['/home/团队.g6pack'] })
  })

  it('while an update is failing is begun anew all the same', async () => {
    const app = new PretendApp()
    const replace = async () => {
      app.startAgain()
      throw new Error('the file is damaged')
    }
    quitInOrder(asApp(app), { steps: [], replace })
    app.quit()
    await app.ended
    expect(app.next).toEqual({ args: [] })
  })

  it('before it is replaced by a newer one is left to that: an installer finds none in use', async () => {
    const app = new PretendApp()
    let isToBeStarted = false
    const replace = async (isWantedAgain: () => boolean) => {
      isToBeStarted = isWantedAgain()
      return true
    }
    quitInOrder(asApp(app), { steps: [() => app.startAgain()], replace })
    app.quit()
    await app.ended
    expect({ isToBeStarted, next: app.next }).toEqual({ isToBeStarted: true, next: null })
  })
})
