import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, it } from 'vitest'
import { quitInOrder } from '../../../electron/shell/quit-in-order.ts'

/** An app that is asked to quit, and whether it was kept from it. */
class PretendApp extends EventEmitter {
  readonly ended: Promise<void>
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
}

it('puts everything away in order and once, the library too when a step before it fails', async () => {
  const app = new PretendApp()
  const done: string[] = []
  quitInOrder(app as unknown as App, [
    () => void done.push('hotkeys'),
    async () => {
      throw new Error('the clipboard broke down')
    },
    () => {
      throw new Error('the tray is gone')
    },
    async () => void done.push('library'),
  ])
  app.quit()
  app.quit()
  await app.ended
  expect(done).toEqual(['hotkeys', 'library'])
})
