import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import { reloadWhenCrashed } from '../../../../electron/shell/windows/crashed-page.ts'

let contents: EventEmitter
let loads: number
let isDestroyed: boolean
let now: number

const crash = async (reason = 'crashed') => {
  contents.emit('render-process-gone', {}, { reason, exitCode: 1 })
  await new Promise((resolve) => setImmediate(resolve))
}

beforeEach(() => {
  contents = new EventEmitter()
  loads = 0
  isDestroyed = false
  now = 0
  const load = async () => {
    loads += 1
    throw new Error('ERR_FAILED')
  }
  const window = { webContents: contents, isDestroyed: () => isDestroyed }
  reloadWhenCrashed(window as never, load, () => now)
})

describe('a page that has crashed', () => {
  it('is loaded again, and what goes wrong with that ends nothing', async () => {
    await crash()
    await crash('oom')
    expect(loads).toBe(2)
  })

  it('again and again is left alone, until a minute has passed', async () => {
    for (let times = 0; times < 10; times += 1) await crash()
    expect(loads).toBe(3)
    now = 60_000
    await crash()
    expect(loads).toBe(4)
  })

  it('is not loaded when it has ended as it should, or with its window', async () => {
    await crash('clean-exit')
    isDestroyed = true
    await crash('killed')
    expect(loads).toBe(0)
  })
})
