import { beforeEach, describe, expect, it } from 'vitest'
import type { WindowHandle } from '../../../../electron/shell/paste/window-port.ts'
import type { WindowLook } from '../../../../electron/shell/tracking/window-look.ts'
import {
  createWindowTracker,
  keepLooking,
  type TrackedWindow,
  type WindowTracker,
} from '../../../../electron/shell/tracking/window-tracker.ts'

const QIANNIU = { id: 'qianniu-reception', name: '千牛', chatInput: { height: 220, left: 0, right: 0 } }
const [ZHANG, LI, BROWSER, SIDECAR, MENU] = [7, 8, 9, 1, 5]

let screen: Map<WindowHandle, WindowLook & { title: string }>
/** The windows from the top down. */
let stack: WindowHandle[]
let front: WindowHandle | null
let clock: number
/** Whether the system tells that nothing has changed. */
let isQuiet: boolean
let looks: number
let told: (TrackedWindow | null)[]
let tracker: WindowTracker

const at = (x: number, width = 1000): WindowLook => ({
  state: 'shown',
  bounds: { x, y: 0, width, height: 700 },
  dpi: 96,
})
const open = (window: WindowHandle, title: string, look = at(0)) => {
  screen.set(window, { ...look, title })
  stack = [window, ...stack]
}
const change = (window: WindowHandle, look: Partial<WindowLook>) => {
  const before = screen.get(window)
  if (before) screen.set(window, { ...before, ...look })
}
/** Time passes, with a look at its end. */
const wait = (ms: number) => {
  clock += ms
  return tracker.look()
}

beforeEach(() => {
  screen = new Map()
  stack = []
  front = null
  clock = 1_000
  isQuiet = false
  looks = 0
  told = []
  tracker = createWindowTracker({
    windows: {
      foregroundWindow: () => front,
      details: (window) => {
        const title = screen.get(window)?.title
        return title === undefined ? null : { title, exe: 'chat.exe', isElevated: false }
      },
      visibleWindows: () => stack,
    },
    looks: {
      look: (window) => {
        looks += 1
        const look = screen.get(window)
        return look ? { state: look.state, bounds: look.bounds, dpi: look.dpi } : null
      },
      hasNews: () => !isQuiet,
      raise: () => undefined,
      letTakeFocus: null,
      close: () => undefined,
    },
    profileOf: ({ title }) => (title.endsWith('-接待中心') ? QIANNIU : null),
    isOurs: (window) => window === SIDECAR,
    now: () => clock,
    onChange: (tracked) => told.push(tracked),
  })
})

describe('which window', () => {
  it('is the chat on top of the others, before the agent has been in any', async () => {
    open(LI, '李四-接待中心')
    open(ZHANG, '张三-接待中心')
    open(BROWSER, '新标签页')
    front = BROWSER
    await tracker.look()
    expect(tracker.current()).toMatchObject({ window: ZHANG, title: '张三-接待中心', isInFront: false })
  })

  it('is one no more when another page is shown in it, in front or not', async () => {
    open(LI, '李四-接待中心')
    open(ZHANG, '张三-接待中心')
    front = LI
    await tracker.look()
    front = ZHANG
    await tracker.look()
    screen.set(ZHANG, { ...at(0), title: '订单管理' })
    await wait(2_000)
    expect(tracker.current()).toMatchObject({ window: LI })
    front = BROWSER
    await wait(100)
    screen.set(LI, { ...at(0), title: '王五-接待中心' })
    await wait(2_000)
    expect(tracker.current()).toMatchObject({ window: LI, title: '王五-接待中心' })
    screen.set(LI, { ...at(0), title: '订单管理' })
    await wait(2_000)
    expect(tracker.current()).toBeNull()
  })

  it('stays the same while it is minimised, however small Windows says it is then', async () => {
    open(ZHANG, '张三-接待中心')
    front = ZHANG
    await tracker.look()
    front = BROWSER
    change(ZHANG, { state: 'minimised', bounds: { x: -32_000, y: -32_000, width: 160, height: 28 } })
    await wait(2_000)
    expect(tracker.current()).toMatchObject({ window: ZHANG, state: 'minimised' })
  })

  it('is the chat that was used last, also while the agent is elsewhere or in the sidecar', async () => {
    open(ZHANG, '张三-接待中心')
    open(LI, '李四-接待中心')
    open(BROWSER, '新标签页')
    for (const window of [LI, ZHANG, BROWSER]) {
      front = window
      await wait(100)
    }
    expect(tracker.current()).toMatchObject({ window: ZHANG, isInFront: false })
    front = SIDECAR
    await wait(100)
    expect(tracker.current()).toMatchObject({ window: ZHANG })
  })

  it('is the one used before when the last is closed, and none when there is no other', async () => {
    open(ZHANG, '张三-接待中心')
    open(LI, '李四-接待中心')
    front = LI
    await wait(100)
    front = ZHANG
    await wait(100)
    screen.delete(ZHANG)
    front = null
    await wait(100)
    expect(tracker.current()).toMatchObject({ window: LI })
    screen.delete(LI)
    await wait(100)
    expect(told.at(-1)).toBe(null)
  })

  it('is no menu or tip of the chat program', async () => {
    open(ZHANG, '张三-接待中心')
    front = ZHANG
    await wait(100)
    open(MENU, '菜单-接待中心', at(0, 180))
    front = MENU
    await wait(100)
    expect(tracker.current()).toMatchObject({ window: ZHANG })
  })

  it('is found when it becomes a chat without another window coming to the front', async () => {
    open(ZHANG, '千牛工作台')
    front = ZHANG
    await wait(100)
    expect(tracker.current()).toBe(null)
    screen.set(ZHANG, { ...at(0), title: '张三-接待中心' })
    await wait(2_500)
    expect(tracker.current()).toMatchObject({ window: ZHANG })
  })
})

describe('what becomes of it', () => {
  beforeEach(async () => {
    open(ZHANG, '张三-接待中心')
    front = ZHANG
    await tracker.look()
    told = []
  })

  it.each([
    ['moved', { bounds: { x: 40, y: 30, width: 1000, height: 700 } }],
    ['resized', { bounds: { x: 0, y: 0, width: 1200, height: 600 } }],
    ['minimised', { state: 'minimised' as const }],
    ['hidden', { state: 'hidden' as const }],
    ['on a display of another scale', { dpi: 144 }],
  ])('%s: told once', async (_what, look) => {
    change(ZHANG, look)
    await wait(100)
    await wait(100)
    expect(told).toEqual([expect.objectContaining(look)])
  })

  it('a new title is told', async () => {
    screen.set(ZHANG, { ...at(0), title: '李四-接待中心' })
    await wait(2_500)
    expect(told).toMatchObject([{ title: '李四-接待中心' }])
  })
})

describe('how often it looks', () => {
  it('every frame while the window moves, seldom when it rests, and more seldom behind others', async () => {
    open(ZHANG, '张三-接待中心')
    front = ZHANG
    expect(await tracker.look()).toBe(16)
    expect(await wait(1_000)).toBe(200)
    change(ZHANG, at(20))
    expect(await wait(80)).toBe(16)
    expect(await wait(200)).toBe(16)
    open(BROWSER, '新标签页')
    front = BROWSER
    await wait(80)
    expect(await wait(1_000)).toBe(400)
  })

  it('asks nothing of any window while the system says that nothing has changed', async () => {
    open(ZHANG, '张三-接待中心')
    front = ZHANG
    await tracker.look()
    await wait(2_500)
    isQuiet = true
    const before = looks
    for (let round = 0; round < 10; round++) await wait(80)
    expect(looks).toBe(before)
    change(ZHANG, at(300))
    await wait(2_500)
    expect(tracker.current()?.bounds.x).toBe(300)
  })

  it('goes on after a window system that broke down, until it is stopped', async () => {
    const rounds: { ms: number; act: () => void }[] = []
    let asked = 0
    const look = async () => {
      asked += 1
      if (asked === 1) throw new Error('the display is busy')
      return 80
    }
    const stop = keepLooking({ look }, (ms, act) => {
      rounds.push({ ms, act })
      return () => rounds.pop()
    })
    await expect.poll(() => rounds.length).toBe(1)
    rounds[0]?.act()
    await expect.poll(() => rounds.length).toBe(2)
    expect(rounds.map(({ ms }) => ms)).toEqual([400, 80])
    stop()
    expect(rounds).toHaveLength(1)
    expect(asked).toBe(2)
  })
})
