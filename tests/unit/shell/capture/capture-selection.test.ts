import { beforeEach, describe, expect, it } from 'vitest'
import { type Captured, createCapture } from '../../../../electron/shell/capture/capture-selection.ts'
import { BorrowedClipboard } from '../../../../electron/shell/paste/borrowed-clipboard.ts'
import { PasteService } from '../../../../electron/shell/paste/paste.ts'
import { createTargets } from '../../../../electron/shell/targets.ts'
import { BROWSER, CHAT, PretendDesktop } from '../paste/pretend-desktop.ts'
import { StoryClock } from '../paste/story-clock.ts'

let clock: StoryClock
let desktop: PretendDesktop
let service: PasteService

beforeEach(() => {
  clock = new StoryClock()
  desktop = new PretendDesktop(clock)
  desktop.front = CHAT
  service = new PasteService({
    port: desktop,
    clock,
    clipboard: new BorrowedClipboard(desktop.clipboard, clock, '\n'),
    profileOf: createTargets().profileOf,
  })
})

function capture(window: number | null = CHAT): Promise<Captured> {
  const read = createCapture({
    ...{ port: desktop, clipboard: desktop.clipboard, clock },
    withOwnClipboard: (act) => service.withOwnClipboard(act),
  })
  return clock.until(read(window))
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

  it('from a window that hangs', async () => {
    desktop.clipboard.copy('什么时候发货')
    desktop.hangsUntil = 60_000
    selected('这个面霜能用多久')
    expect(await capture()).toEqual({ from: 'clipboard', text: '什么时候发货' })
  })

  it('from another window than the one where the key was pressed', async () => {
    desktop.clipboard.copy('什么时候发货')
    selected('别的窗口里的文字')
    desktop.front = BROWSER
    expect(await capture(CHAT)).toEqual({ from: 'clipboard', text: '什么时候发货' })
  })

  it('when what is on the clipboard could not be put back', async () => {
    desktop.clipboard.copy('什么时候发货')
    desktop.clipboard.isUnreadable = true
    selected('这个面霜能用多久')
    expect(await capture()).toEqual({ from: 'clipboard', text: '什么时候发货' })
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
