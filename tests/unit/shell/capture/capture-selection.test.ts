import { beforeEach, describe, expect, it } from 'vitest'
import { type Captured, createCapture } from '../../../../electron/shell/capture/capture-selection.ts'
import { BorrowedClipboard } from '../../../../electron/shell/paste/borrowed-clipboard.ts'
import { PasteService } from '../../../../electron/shell/paste/paste.ts'
import { createTargets } from '../../../../electron/shell/targets.ts'
import { BROWSER, CHAT, PANEL, PretendDesktop } from '../paste/pretend-desktop.ts'
import { StoryClock } from '../paste/story-clock.ts'

let clock: StoryClock
let desktop: PretendDesktop
let service: PasteService
/** Keys pressed in the panel with Ctrl or Cmd. */
let chords: number
/** What was told after the answer, and when. */
let late: { text: string; at: number }[]

beforeEach(() => {
  clock = new StoryClock()
  desktop = new PretendDesktop(clock)
  desktop.front = CHAT
  chords = 0
  late = []
  service = new PasteService({
    port: desktop,
    clock,
    clipboard: new BorrowedClipboard(desktop.clipboard, clock, '\n'),
    profileOf: createTargets().profileOf,
  })
})

function capture(window: number | null = CHAT): Promise<Captured> {
  const read = createCapture({
    ...{ port: desktop, clock },
    clipboard: new BorrowedClipboard(desktop.clipboard, clock, '\n'),
    withOwnClipboard: (act) => service.withOwnClipboard(act),
    ownTurns: () => service.turns,
    panelHasKeyboard: () => desktop.front === PANEL,
    panelChords: () => chords,
  })
  return clock.until(read(window, ({ text }) => late.push({ text, at: clock.now() })))
}

/** In the chat these words are selected. */
function selected(text: string): void {
  desktop.copies = () => desktop.clipboard.copy(text)
}

describe('what is selected in the chat', () => {
  it('is read, and the clipboard is as it was, picture and all', async () => {
    const picture = new Blob(['png bytes'])
    desktop.clipboard.copy('运单号 SF123', { 'image/png': picture })
    selected('这个面霜能用多久')
    expect(await capture()).toEqual({ from: 'selection', text: '这个面霜能用多久' })
    expect(desktop.clipboard.text).toBe('运单号 SF123')
    expect(desktop.clipboard.content['image/png']).toBe(picture)
  })

  it('is read even when the same words were copied before: that they are copied again is what counts', async () => {
    desktop.clipboard.copy('这个面霜能用多久')
    selected('这个面霜能用多久')
    expect(await capture()).toEqual({ from: 'selection', text: '这个面霜能用多久' })
  })

  it('is waited for while a slow program copies', async () => {
    desktop.clipboard.copy('运单号 SF123')
    desktop.readsAfterMs = 300
    selected('这个面霜能用多久')
    expect(await capture()).toEqual({ from: 'selection', text: '这个面霜能用多久' })
  })

  it('is copied only when the keys of the hotkey are up', async () => {
    desktop.heldUntil = 200
    let copiedAt = 0
    desktop.copies = () => {
      copiedAt = clock.now()
      desktop.clipboard.copy('这个面霜能用多久')
    }
    await capture()
    expect(copiedAt).toBeGreaterThan(200)
  })
})

describe('where nothing is selected', () => {
  it('what was copied before is the message, and the clipboard is not touched', async () => {
    desktop.clipboard.copy('什么时候发货')
    const { version } = desktop.clipboard
    expect(await capture()).toEqual({ from: 'clipboard', text: '什么时候发货' })
    expect(desktop.clipboard.version).toBe(version)
  })

  it('and nothing was copied there is nothing', async () => {
    expect(await capture()).toEqual({ from: 'nothing', why: 'empty' })
  })

  it('because an image is, what was copied before is taken, and comes back', async () => {
    desktop.clipboard.copy('什么时候发货')
    desktop.copies = () => desktop.clipboard.copy('', { 'image/png': new Blob(['png bytes']) })
    expect(await capture()).toEqual({ from: 'clipboard', text: '什么时候发货' })
  })
})

describe('nothing is copied', () => {
  it('while a key stays down, and that is said', async () => {
    desktop.heldUntil = 60_000
    selected('这个面霜能用多久')
    expect(await capture()).toEqual({ from: 'nothing', why: 'keys-held' })
  })

  beforeEach(() => {
    desktop.clipboard.copy('什么时候发货')
    selected('这个面霜能用多久')
  })

  /** Nor is what was copied an hour ago taken for what is selected now. */
  const saysWhy = async (why: string, window = CHAT) => {
    const { version } = desktop.clipboard
    expect(await capture(window)).toEqual({ from: 'nothing', why })
    expect(desktop.clipboard.version).toBe(version)
    expect(desktop.clipboard.text).toBe('什么时候发货')
  }

  it('from a window that hangs', async () => {
    desktop.hangsUntil = 60_000
    await saysWhy('window-hangs')
  })

  it('from a window that runs as administrator', async () => {
    desktop.elevated.add(CHAT)
    await saysWhy('window-elevated')
  })

  it('from another window than the one where the key was pressed', async () => {
    desktop.front = BROWSER
    await saysWhy('window-switched')
  })

  it('by keys that the system refuses', async () => {
    desktop.refusesKeys = '请打开辅助功能权限'
    await saysWhy('keys-not-sent')
  })

  it('when what is on the clipboard could not be put back', async () => {
    desktop.clipboard.isUnreadable = true
    await saysWhy('clipboard-not-kept')
  })

  it('when only a part of what is on the clipboard could be put back', async () => {
    desktop.clipboard.isReadWhole = false
    await saysWhy('clipboard-not-kept')
  })

  it('while another program has the clipboard', async () => {
    desktop.clipboard.timesHeld = 1_000
    await saysWhy('clipboard-held')
  })
})

it('a clipboard tool that looks at what is copied does not keep the clipboard from coming back', async () => {
  desktop.clipboard.copy('运单号 SF123')
  desktop.copies = () => {
    desktop.clipboard.copy('这个面霜能用多久')
    desktop.clipboard.timesHeld = 4
  }
  expect(await capture()).toEqual({ from: 'selection', text: '这个面霜能用多久' })
  expect(desktop.clipboard.text).toBe('运单号 SF123')
})

describe('a program that opens the clipboard for a second, just after the chat has copied', () => {
  beforeEach(() => {
    desktop.clipboard.copy('运单号 SF123')
    selected('这个面霜能用多久')
    const read = desktop.clipboard.readText.bind(desktop.clipboard)
    desktop.clipboard.readText = async () => {
      const text = await read()
      desktop.clipboard.timesHeld = 9
      desktop.clipboard.readText = read
      return text
    }
  })

  it('does not keep it from the agent: it comes back when that program is done', async () => {
    expect(await capture()).toEqual({ from: 'selection', text: '这个面霜能用多久' })
    expect(desktop.clipboard.text).toBe('这个面霜能用多久')
    await clock.until(clock.sleep(3_000))
    expect(desktop.clipboard.text).toBe('运单号 SF123')
  })

  it('and copies something itself keeps what it copied', async () => {
    await capture()
    desktop.clipboard.timesHeld = 0
    desktop.clipboard.copy('别的程序复制的')
    await clock.until(clock.sleep(3_000))
    expect(desktop.clipboard.text).toBe('别的程序复制的')
  })
})

describe('a chat that copies too late', () => {
  beforeEach(() => {
    desktop.clipboard.copy('运单号 SF123')
    selected('这个面霜能用多久')
  })

  const openPanel = () => {
    desktop.front = PANEL
  }

  it('because it was slow does not take the clipboard away, and what it copied is told when it comes', async () => {
    desktop.readsAfterMs = 900
    expect(await capture()).toEqual({ from: 'clipboard', text: '运单号 SF123' })
    openPanel()
    await clock.until(clock.sleep(2_000))
    expect(desktop.clipboard.text).toBe('运单号 SF123')
    expect(late).toMatchObject([{ text: '这个面霜能用多久' }])
    expect(late[0]?.at).toBeLessThan(1_000)
  })

  it('while another program has the clipboard, gives it back all the same', async () => {
    desktop.readsAfterMs = 900
    desktop.copies = () => {
      desktop.clipboard.copy('这个面霜能用多久')
      desktop.clipboard.timesHeld = 9
    }
    await capture()
    openPanel()
    await clock.until(clock.sleep(4_000))
    expect(desktop.clipboard.text).toBe('运单号 SF123')
  })

  it('but no text, tells of nothing', async () => {
    desktop.readsAfterMs = 900
    desktop.copies = () => desktop.clipboard.copy('', { 'image/png': new Blob(['png bytes']) })
    await capture()
    openPanel()
    await clock.until(clock.sleep(2_000))
    expect(late).toEqual([])
    expect(desktop.clipboard.text).toBe('运单号 SF123')
  })

  it('because it hung with the keys in its queue does not either, and is named as the reason', async () => {
    desktop.hangsFrom = 1
    desktop.hangsUntil = 5_000
    desktop.readsAfterMs = 10
    expect(await capture()).toEqual({ from: 'nothing', why: 'window-hangs' })
    openPanel()
    await clock.until(clock.sleep(8_000))
    expect(desktop.clipboard.text).toBe('运单号 SF123')
    expect(late).toMatchObject([{ text: '这个面霜能用多久' }])
  })

  it('is not waited for once the agent has left the panel: what is copied then may be theirs', async () => {
    selected('运单号 SF123')
    desktop.readsAfterMs = 60_000
    await capture()
    openPanel()
    await clock.until(clock.sleep(200))
    desktop.front = CHAT
    await clock.until(clock.sleep(200))
    desktop.clipboard.copy('自己复制的')
    await clock.until(clock.sleep(2_000))
    expect(desktop.clipboard.text).toBe('自己复制的')
    expect(late).toEqual([])
  })

  it('is not waited for once the program ends', async () => {
    desktop.readsAfterMs = 900
    await capture()
    openPanel()
    desktop.clipboardVersion = () => null
    await clock.until(clock.sleep(2_000))
    expect(desktop.clipboard.text).toBe('这个面霜能用多久')
  })

  it('is not waited for once the panel has copied something', async () => {
    desktop.readsAfterMs = 60_000
    await capture()
    openPanel()
    await clock.until(service.copy('亲，在的'))
    await clock.until(clock.sleep(2_000))
    expect(desktop.clipboard.text).toBe('亲，在的')
  })
})

describe('while a chat that has nothing selected is waited for, and the panel is open', () => {
  const staysOnTheClipboard = async (text: string) => {
    await clock.until(clock.sleep(2_000))
    expect(desktop.clipboard.text).toBe(text)
    expect(late).toEqual([])
  }

  beforeEach(async () => {
    desktop.clipboard.copy('运单号 SF123')
    await capture()
    desktop.front = PANEL
    await clock.until(clock.sleep(500))
  })

  it('what another program copies is not read, and stays', async () => {
    desktop.clipboard.copy('验证码 820461')
    await staysOnTheClipboard('验证码 820461')
  })

  it('what the agent copies in the panel stays, where the system does not tell who copied', async () => {
    desktop.wroteClipboard = () => true
    chords += 1
    desktop.clipboard.copy('自己复制的')
    await staysOnTheClipboard('自己复制的')
  })

  it('what is marked as not to be looked at stays, where the system does not tell who copied', async () => {
    desktop.wroteClipboard = () => true
    desktop.clipboard.isMarkedPrivate = true
    desktop.clipboard.copy('hunter2')
    await staysOnTheClipboard('hunter2')
  })
})

it("right after a paste, what counts as copied is the agent's own, not our text", async () => {
  desktop.clipboard.copy('什么时候发货')
  await clock.until(
    service.paste({
      what: '亲，在的',
      target: CHAT,
      panelHasKeyboard: () => true,
      hidePanel: () => undefined,
    }),
  )
  expect(await capture()).toEqual({ from: 'clipboard', text: '什么时候发货' })
  await clock.until(service.settled())
  expect(desktop.received.get(CHAT)).toEqual(['亲，在的'])
  expect(desktop.clipboard.text).toBe('什么时候发货')
})
