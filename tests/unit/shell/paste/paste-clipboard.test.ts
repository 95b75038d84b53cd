import { beforeEach, describe, expect, it } from 'vitest'
import { PasteStory } from './paste-story.ts'

let story: PasteStory

beforeEach(() => {
  story = new PasteStory()
})

describe('the clipboard is not ours alone', () => {
  it('is tried again when another program has it open for a moment', async () => {
    story.desktop.clipboard.refusals = 2
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({ status: 'pasted' })
  })

  it('is waited for while another program has it open, and what was there still comes back', async () => {
    story.desktop.clipboard.copy('运单号 SF123')
    story.desktop.clipboard.timesHeld = 3
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({ status: 'pasted' })
    await story.everythingSettled()
    expect(story.desktop.clipboard.text).toBe('运单号 SF123')
  })

  it('that never becomes free is told of, with the name of who has it', async () => {
    story.desktop.clipboard.copy('运单号 SF123')
    story.desktop.clipboard.timesHeld = 1_000
    story.desktop.clipboard.heldBy = 'ClipTool.exe'
    const outcome = await story.clock.until(story.pick('亲，在的'))
    expect(outcome).toEqual({ status: 'failed', message: expect.stringContaining('ClipTool.exe 正占着它') })
    expect(story.clock.now()).toBeLessThan(1_000)
    expect(story.desktop.clipboard.text).toBe('运单号 SF123')
    expect(story.desktop.received.size).toBe(0)
  })

  it('is told what only passes through, so that it stays out of the history; what the agent copies may stay', async () => {
    await story.clock.until(story.pick('亲，在的'))
    expect(story.desktop.clipboard.stay).toBe('passing')
    await story.clock.until(story.service.copy('请帮我记住'))
    expect(story.desktop.clipboard.stay).toBe('kept')
  })

  it('when another program keeps replacing our text, nothing is pasted', async () => {
    story.desktop.clipboard.grabbedBy = '剪贴板工具的内容'
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({ status: 'failed' })
    await story.everythingSettled()
    expect([...story.desktop.received.values()].flat()).toEqual([])
  })

  it('a text that was copied, not pasted, stays there for the agent', async () => {
    story.desktop.clipboard.copy('旧内容')
    const outcome = await story.clock.until(story.service.copy('请帮我记住'))
    await story.everythingSettled()
    expect(outcome).toMatchObject({ status: 'copied', why: 'asked' })
    expect(story.desktop.clipboard.text).toBe('请帮我记住')
  })

  it('a text that was copied is what comes back after the next paste', async () => {
    story.desktop.clipboard.copy('旧内容')
    await story.clock.until(story.service.copy('请帮我记住'))
    await story.clock.until(story.pick('亲，在的'))
    await story.everythingSettled()
    expect(story.desktop.clipboard.text).toBe('请帮我记住')
  })

  it('after a paste that ended as copied, the old content does not come back over the text', async () => {
    story.desktop.clipboard.copy('旧内容')
    await story.clock.until(story.pick('第一句'))
    await story.clock.until(story.pick('第二句', { target: null }))
    await story.everythingSettled()
    expect(story.desktop.clipboard.text).toBe('第二句')
  })
})
