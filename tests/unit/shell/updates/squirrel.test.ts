import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { handToSquirrel } from '../../../../electron/shell/updates/squirrel.ts'

/** macOS' updater, asked to look; `answer` is what it does then. */
function squirrel(answer: (self: EventEmitter) => void) {
  const self = new EventEmitter()
  return { self, native: Object.assign(self, { checkForUpdates: () => answer(self) }) as never }
}

describe('an update that is handed to Squirrel', () => {
  it('is waited for until it has been taken', async () => {
    const { self, native } = squirrel(() => undefined)
    let isTaken = false
    const handing = handToSquirrel(native).then(() => {
      isTaken = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(isTaken).toBe(false)
    self.emit('update-downloaded')
    await handing
    expect(self.eventNames()).toEqual([])
  })

  it('and refused, or never answered, is not installed', async () => {
    const refusing = squirrel((self) => self.emit('error', new Error('code signature')))
    await expect(handToSquirrel(refusing.native)).rejects.toMatchObject({ why: 'other' })
    const silent = squirrel(() => undefined)
    await expect(handToSquirrel(silent.native, 20)).rejects.toMatchObject({ why: 'other' })
  })
})
