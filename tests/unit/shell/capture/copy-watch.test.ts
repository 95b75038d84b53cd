import { beforeEach, describe, expect, it } from 'vitest'
import { watchCopies } from '../../../../electron/shell/capture/copy-watch.ts'
import { BROWSER, CHAT, PretendDesktop } from '../paste/pretend-desktop.ts'
import { StoryClock } from '../paste/story-clock.ts'

let desktop: PretendDesktop
let heard: string[]
let isWanted: boolean
let ownTurns: number
let textsRead: number
let look: () => Promise<void>

beforeEach(async () => {
  desktop = new PretendDesktop(new StoryClock())
  desktop.front = CHAT
  heard = []
  isWanted = true
  ownTurns = 0
  textsRead = 0
  watchCopies({
    port: desktop,
    clipboard: {
      isPrivate: () => desktop.clipboard.isPrivate(),
      readText: () => {
        textsRead += 1
        return desktop.clipboard.readText()
      },
    },
    isTarget: ({ title }) => title.endsWith('接待中心'),
    isWanted: () => isWanted,
    ownTurns: () => ownTurns,
    onMessage: (text) => heard.push(text),
    every: (_ms, act) => {
      look = async () => {
        act()
        await new Promise((resolve) => setImmediate(resolve))
      }
      return () => undefined
    },
  })
  await look()
})

describe('a copy in a chat window', () => {
  it('is heard once, in one line', async () => {
    desktop.clipboard.copy('这个面霜\n能用多久')
    await look()
    await look()
    expect(heard).toEqual(['这个面霜 能用多久'])
  })

  it('is heard again when the same is copied again', async () => {
    desktop.clipboard.copy('这个面霜能用多久')
    await look()
    desktop.clipboard.copy('这个面霜能用多久')
    await look()
    expect(heard).toHaveLength(2)
  })

  it('of a number or a word says nothing', async () => {
    desktop.clipboard.copy('SF1')
    await look()
    expect(heard).toEqual([])
  })
})

it('is looked for one look at a time, and rarely where a look starts a program', async () => {
  let looks = 0
  let interval = 0
  let act = () => {}
  let finish: (version: number) => void = () => undefined
  watchCopies({
    port: {
      name: 'darwin',
      clipboardVersion: () => {
        looks += 1
        return new Promise((resolve) => {
          finish = resolve
        })
      },
      foregroundWindow: () => CHAT,
      details: () => null,
    },
    clipboard: desktop.clipboard,
    isTarget: () => true,
    isWanted: () => true,
    ownTurns: () => 0,
    onMessage: () => undefined,
    every: (ms, one) => {
      interval = ms
      act = one
      return () => undefined
    },
  })
  act()
  act()
  expect([looks, interval]).toEqual([1, 2_000])
  finish(1)
  await new Promise((resolve) => setImmediate(resolve))
  act()
  expect(looks).toBe(2)
})

describe('nothing is heard', () => {
  it('of what is copied elsewhere, which is not even read', async () => {
    desktop.front = BROWSER
    desktop.clipboard.copy('银行卡号 6222 0000 0000 0000')
    await look()
    expect([heard, textsRead]).toEqual([[], 0])
  })

  it('of a password, which its keeper has marked: it is not even read', async () => {
    desktop.clipboard.isMarkedPrivate = true
    desktop.clipboard.copy('hunter2-hunter2')
    await look()
    expect([heard, textsRead]).toEqual([[], 0])
  })

  it('of what was on the clipboard before the agent wanted it', async () => {
    isWanted = false
    desktop.clipboard.copy('之前复制的一句话')
    await look()
    isWanted = true
    await look()
    expect(heard).toEqual([])
  })

  it('of what this program puts there and takes away', async () => {
    ownTurns += 1
    desktop.clipboard.copy('亲，这款面霜能用 90 天')
    await look()
    ownTurns += 1
    desktop.clipboard.copy('运单号 SF1234567890')
    await look()
    expect(heard).toEqual([])
    desktop.clipboard.copy('这个面霜能用多久')
    await look()
    expect(heard).toEqual(['这个面霜能用多久'])
  })
})
