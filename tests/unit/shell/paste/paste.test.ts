import { beforeEach, describe, expect, it } from 'vitest'
import { PasteStory } from './paste-story.ts'
import { CHAT, PANEL } from './pretend-desktop.ts'

let story: PasteStory

beforeEach(() => {
  story = new PasteStory()
})

describe('a phrase is picked', () => {
  it('lands in the chat where the agent was, and the panel is gone', async () => {
    const outcome = await story.clock.until(story.pick('亲，在的😊\n这款有货哦'))
    await story.everythingSettled()
    expect(outcome).toMatchObject({ status: 'pasted', targetTitle: '张三-接待中心' })
    expect(story.desktop.received.get(CHAT)).toEqual(['亲，在的😊\n这款有货哦'])
    expect(story.desktop.panelIsHidden).toBe(true)
  })

  it('brings back what was on the clipboard before, picture and all', async () => {
    const picture = new Blob(['png bytes'])
    story.desktop.clipboard.copy('运单号 SF123', { 'image/png': picture })
    await story.clock.until(story.pick('亲，在的'))
    expect(story.desktop.clipboard.text).toBe('亲，在的')
    await story.everythingSettled()
    expect(story.desktop.clipboard.text).toBe('运单号 SF123')
    expect(story.desktop.clipboard.content['image/png']).toBe(picture)
  })

  it('gives a long text more time before the old clipboard comes back', async () => {
    story.desktop.clipboard.copy('旧内容')
    story.desktop.readsAfterMs = 1_400
    const longText = '尺码说明'.repeat(1_250)
    await story.clock.until(story.pick(longText))
    await story.everythingSettled()
    expect(story.desktop.received.get(CHAT)).toEqual([longText])
  })

  it('leaves alone what the agent copied in the meantime', async () => {
    story.desktop.clipboard.copy('旧内容')
    await story.clock.until(story.pick('亲，在的'))
    story.desktop.clipboard.copy('买家刚说的话')
    await story.everythingSettled()
    expect(story.desktop.clipboard.text).toBe('买家刚说的话')
  })

  it('is pasted even when the old clipboard cannot be read', async () => {
    story.desktop.clipboard.isUnreadable = true
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({ status: 'pasted' })
    await story.everythingSettled()
    expect(story.desktop.received.get(CHAT)).toEqual(['亲，在的'])
  })
})

describe('two phrases are picked in quick succession', () => {
  it('both land whole and in order, and what comes back is from before the first', async () => {
    story.desktop.clipboard.copy('最初的内容')
    const first = story.pick('第一句')
    const second = story.pick('第二句')
    expect(await story.clock.until(first)).toMatchObject({ status: 'pasted' })
    expect(await story.clock.until(second)).toMatchObject({ status: 'pasted' })
    await story.everythingSettled()
    expect(story.desktop.received.get(CHAT)).toEqual(['第一句', '第二句'])
    expect(story.desktop.clipboard.text).toBe('最初的内容')
  })

  it('the second does not overwrite the first before a slow program has read it', async () => {
    story.desktop.readsAfterMs = 390
    await story.clock.until(story.pick('第一句'))
    await story.clock.until(story.pick('第二句'))
    await story.everythingSettled()
    expect(story.desktop.received.get(CHAT)).toEqual(['第一句', '第二句'])
  })

  it('the first one giving the clipboard back does not take the second away from a slow program', async () => {
    story.desktop.readsAfterMs = 390
    await story.clock.until(story.pick('第一句'))
    await story.clock.until(story.clock.sleep(1_000))
    await story.clock.until(story.pick('第二句'))
    await story.everythingSettled()
    expect(story.desktop.received.get(CHAT)).toEqual(['第一句', '第二句'])
  })

  it('something copied between them is what comes back', async () => {
    story.desktop.clipboard.copy('最初的内容')
    await story.clock.until(story.pick('第一句'))
    story.desktop.clipboard.copy('中间复制的')
    await story.clock.until(story.pick('第二句'))
    await story.everythingSettled()
    expect(story.desktop.clipboard.text).toBe('中间复制的')
  })
})

describe('keys that the agent holds', () => {
  it('the chat gets the keyboard only when Enter is up, so that it never repeats into the chat', async () => {
    story.desktop.heldUntil = 400
    let frontWhileHeld: number | null = PANEL
    story.clock.at(399, () => {
      frontWhileHeld = story.desktop.front
    })
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({ status: 'pasted' })
    expect(frontWhileHeld).toBe(PANEL)
  })

  it('a key that stays down ends as copied', async () => {
    story.desktop.heldUntil = 60_000
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'modifiers-held',
    })
    expect(story.desktop.clipboard.text).toBe('亲，在的')
  })

  it('keys that the system refuses end as copied, with its advice', async () => {
    story.desktop.refusesKeys = '请打开辅助功能权限'
    const outcome = await story.clock.until(story.pick('亲，在的'))
    expect(outcome).toMatchObject({ status: 'copied', why: 'keys-not-sent' })
    expect(outcome).toHaveProperty('message', expect.stringContaining('辅助功能'))
  })
})
