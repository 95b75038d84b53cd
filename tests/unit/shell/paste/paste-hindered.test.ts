import { beforeEach, describe, expect, it } from 'vitest'
import { PasteStory } from './paste-story.ts'
import { BROWSER, CHAT } from './pretend-desktop.ts'

let story: PasteStory

beforeEach(() => {
  story = new PasteStory()
})

describe('a chat that hangs', () => {
  it('is not pasted into, and the agent is told why', async () => {
    story.desktop.hangsUntil = 60_000
    const outcome = await story.clock.until(story.pick('亲，在的'))
    expect(outcome).toMatchObject({ status: 'copied', why: 'target-hung' })
    expect(outcome).toHaveProperty('message', expect.stringContaining('没有响应'))
    expect(story.desktop.clipboard.text).toBe('亲，在的')
    expect(story.desktop.received.size).toBe(0)
  })

  it('for less than a moment is waited for', async () => {
    story.desktop.hangsUntil = 300
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({ status: 'pasted' })
  })

  it('when the keys are on their way pastes our text as it comes round, not what the agent had copied', async () => {
    story.desktop.clipboard.copy('我的密码')
    story.desktop.hangsFrom = 20
    story.desktop.hangsUntil = 6_000
    await story.clock.until(story.pick('亲，在的'))
    await story.everythingSettled()
    expect(story.desktop.received.get(CHAT)).toEqual(['亲，在的'])
    expect(story.desktop.clipboard.text).toBe('我的密码')
  })

  describe('with the keys in its queue', () => {
    beforeEach(async () => {
      story.desktop.clipboard.copy('我的密码')
      story.desktop.hangsFrom = 20
      story.desktop.hangsUntil = 6_000
      await story.clock.until(story.pick('亲，在的'))
    })

    const pastesOursAsItComesRound = async () => {
      await story.everythingSettled()
      expect(story.desktop.received.get(CHAT)).toEqual(['亲，在的'])
      expect(story.desktop.clipboard.text).toBe('我的密码')
    }

    it('never gets the next phrase, which is for another window: that is refused, with the reason', async () => {
      const outcome = await story.clock.until(story.pick('给别人的话', { target: BROWSER }))
      expect(outcome).toEqual({ status: 'failed', message: expect.stringContaining('上一个窗口还没有响应') })
      expect(story.service.traces.at(-1)).toMatchObject({ outcome: 'last-target-hung', steps: [] })
      await pastesOursAsItComesRound()
    })

    it('never gets what is copied meanwhile', async () => {
      expect(await story.clock.until(story.service.copy('请帮我记住'))).toMatchObject({ status: 'failed' })
      await pastesOursAsItComesRound()
    })

    it("is never shown the agent's own clipboard", async () => {
      const act = async () => story.desktop.clipboard.text
      expect(await story.clock.until(story.service.withOwnClipboard(act))).toBe('last-target-hung')
      await pastesOursAsItComesRound()
      expect(await story.clock.until(story.service.withOwnClipboard(act))).toBe('我的密码')
    })

    it('is pasted into again once it has come round, be it while it is asked', async () => {
      await story.clock.until(story.clock.sleep(5_500 - story.clock.now()))
      expect(await story.clock.until(story.pick('第二句'))).toMatchObject({ status: 'pasted' })
      await story.everythingSettled()
      expect(story.desktop.received.get(CHAT)).toEqual(['亲，在的', '第二句'])
      expect(story.desktop.clipboard.text).toBe('我的密码')
    })
  })

  it('for good keeps our text on the clipboard: whenever it comes round, it reads that', async () => {
    story.desktop.clipboard.copy('我的密码')
    story.desktop.hangsFrom = 20
    story.desktop.hangsUntil = 600_000
    await story.clock.until(story.pick('亲，在的'))
    await story.everythingSettled()
    expect(story.desktop.clipboard.text).toBe('亲，在的')
  })
})

describe('a dialog of the chat itself', () => {
  it('before it keeps everything from being pasted, and is named as the reason', async () => {
    story.desktop.blocked.add(CHAT)
    const outcome = await story.clock.until(story.pick('亲，在的'))
    expect(outcome).toMatchObject({ status: 'copied', why: 'target-blocked' })
    expect(outcome).toHaveProperty('message', expect.stringContaining('对话框'))
    expect(story.desktop.received.size).toBe(0)
  })

  it('that comes while the chat comes to the front does so, too', async () => {
    story.clock.at(12, () => {
      story.desktop.front = BROWSER
      story.desktop.blocked.add(CHAT)
    })
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'target-blocked',
    })
    await story.everythingSettled()
    expect(story.desktop.received.size).toBe(0)
  })
})
