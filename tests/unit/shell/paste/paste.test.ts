import { beforeEach, describe, expect, it } from 'vitest'
import { BorrowedClipboard } from '../../../../electron/shell/paste/borrowed-clipboard.ts'
import { type PasteRequest, PasteService } from '../../../../electron/shell/paste/paste.ts'
import { createTargets } from '../../../../electron/shell/targets.ts'
import { BROWSER, CHAT, PANEL, PretendDesktop } from './pretend-desktop.ts'
import { StoryClock } from './story-clock.ts'

let clock: StoryClock
let desktop: PretendDesktop
let service: PasteService

beforeEach(() => {
  clock = new StoryClock()
  desktop = new PretendDesktop(clock)
  service = pasteServiceOn(desktop)
})

function pasteServiceOn(port: PretendDesktop | null): PasteService {
  return new PasteService({
    port,
    clock,
    clipboard: new BorrowedClipboard(desktop.clipboard, clock, '\n'),
    profileOf: createTargets().profileOf,
  })
}

/** The agent picks a phrase in the panel, which was opened over the chat. */
function pick(what: PasteRequest['what'], changes: Partial<PasteRequest> = {}) {
  return service.paste({
    what,
    target: CHAT,
    panelHasKeyboard: () => desktop.front === PANEL,
    hidePanel: () => desktop.hidePanel(),
    ...changes,
  })
}

const everythingSettled = () => clock.until(service.settled())

describe('a phrase is picked', () => {
  it('lands in the chat where the agent was, and the panel is gone', async () => {
    const outcome = await clock.until(pick('亲，在的😊\n这款有货哦'))
    await everythingSettled()
    expect(outcome).toMatchObject({ status: 'pasted', targetTitle: '张三-接待中心' })
    expect(desktop.received.get(CHAT)).toEqual(['亲，在的😊\n这款有货哦'])
    expect(desktop.panelIsHidden).toBe(true)
  })

  it('brings back what was on the clipboard before, picture and all', async () => {
    const picture = new Blob(['png bytes'])
    desktop.clipboard.copy('运单号 SF123', { 'image/png': picture })
    await clock.until(pick('亲，在的'))
    expect(desktop.clipboard.text).toBe('亲，在的')
    await everythingSettled()
    expect(desktop.clipboard.text).toBe('运单号 SF123')
    expect(desktop.clipboard.content['image/png']).toBe(picture)
  })

  it('gives a long text more time before the old clipboard comes back', async () => {
    desktop.clipboard.copy('旧内容')
    desktop.readsAfterMs = 1_400
    const longText = '尺码说明'.repeat(1_250)
    await clock.until(pick(longText))
    await everythingSettled()
    expect(desktop.received.get(CHAT)).toEqual([longText])
  })

  it('leaves alone what the agent copied in the meantime', async () => {
    desktop.clipboard.copy('旧内容')
    await clock.until(pick('亲，在的'))
    desktop.clipboard.copy('买家刚说的话')
    await everythingSettled()
    expect(desktop.clipboard.text).toBe('买家刚说的话')
  })

  it('is pasted even when the old clipboard cannot be read', async () => {
    desktop.clipboard.isUnreadable = true
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'pasted' })
    await everythingSettled()
    expect(desktop.received.get(CHAT)).toEqual(['亲，在的'])
  })
})

describe('two phrases are picked in quick succession', () => {
  it('both land whole and in order, and what comes back is from before the first', async () => {
    desktop.clipboard.copy('最初的内容')
    const first = pick('第一句')
    const second = pick('第二句')
    expect(await clock.until(first)).toMatchObject({ status: 'pasted' })
    expect(await clock.until(second)).toMatchObject({ status: 'pasted' })
    await everythingSettled()
    expect(desktop.received.get(CHAT)).toEqual(['第一句', '第二句'])
    expect(desktop.clipboard.text).toBe('最初的内容')
  })

  it('the second does not overwrite the first before a slow program has read it', async () => {
    desktop.readsAfterMs = 390
    await clock.until(pick('第一句'))
    await clock.until(pick('第二句'))
    await everythingSettled()
    expect(desktop.received.get(CHAT)).toEqual(['第一句', '第二句'])
  })

  it('the first one giving the clipboard back does not take the second away from a slow program', async () => {
    desktop.readsAfterMs = 390
    await clock.until(pick('第一句'))
    await clock.until(clock.sleep(1_000))
    await clock.until(pick('第二句'))
    await everythingSettled()
    expect(desktop.received.get(CHAT)).toEqual(['第一句', '第二句'])
  })

  it('something copied between them is what comes back', async () => {
    desktop.clipboard.copy('最初的内容')
    await clock.until(pick('第一句'))
    desktop.clipboard.copy('中间复制的')
    await clock.until(pick('第二句'))
    await everythingSettled()
    expect(desktop.clipboard.text).toBe('中间复制的')
  })
})

describe('nothing is ever pasted into another window', () => {
  const nothingWasPasted = () => expect([...desktop.received.values()].flat()).toEqual([])

  it('when the agent clicked elsewhere right after picking', async () => {
    desktop.front = BROWSER
    const outcome = await clock.until(pick('亲，在的'))
    await everythingSettled()
    expect(outcome).toMatchObject({ status: 'copied', why: 'target-not-in-front' })
    expect(desktop.clipboard.text).toBe('亲，在的')
    nothingWasPasted()
  })

  it('when the agent turns to another window while a key is still held', async () => {
    desktop.heldUntil = 400
    clock.at(200, () => {
      desktop.front = BROWSER
    })
    expect(await clock.until(pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'target-not-in-front',
    })
    await everythingSettled()
    nothingWasPasted()
  })

  it('when another window takes the front just after the chat had it', async () => {
    clock.at(12, () => {
      desktop.front = BROWSER
    })
    expect(await clock.until(pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'target-not-in-front',
    })
    await everythingSettled()
    nothingWasPasted()
  })

  it('nor into the chat itself when it comes back after the agent chose another window', async () => {
    clock.at(12, () => {
      desktop.front = BROWSER
    })
    clock.at(100, () => {
      desktop.front = CHAT
    })
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ why: 'target-not-in-front' })
    await everythingSettled()
    nothingWasPasted()
  })

  it('when the agent switches windows with a key still down, the chat having been in front', async () => {
    desktop.heldFrom = 15
    desktop.heldUntil = 300
    clock.at(100, () => {
      desktop.front = BROWSER
    })
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ why: 'target-not-in-front' })
    await everythingSettled()
    nothingWasPasted()
  })

  it('when the chat never comes to the front', async () => {
    desktop.activationTakesMs = 60_000
    expect(await clock.until(pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'target-not-in-front',
    })
    nothingWasPasted()
  })

  it('when the chat was closed before', async () => {
    desktop.titles.delete(CHAT)
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'copied', why: 'target-closed' })
    nothingWasPasted()
  })

  it('when the chat is closed while it is brought to the front', async () => {
    desktop.activationTakesMs = 60_000
    clock.at(2, () => desktop.titles.delete(CHAT))
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'copied', why: 'target-closed' })
    nothingWasPasted()
  })

  it('when no window was noted', async () => {
    expect(await clock.until(pick('亲，在的', { target: null }))).toMatchObject({
      status: 'copied',
      why: 'no-target',
    })
    nothingWasPasted()
  })

  it('when the chat runs as administrator, and says what to do', async () => {
    desktop.elevated.add(CHAT)
    const outcome = await clock.until(pick('亲，在的'))
    expect(outcome).toMatchObject({ status: 'copied', why: 'target-elevated' })
    expect(outcome).toHaveProperty('message', expect.stringContaining('管理员'))
    nothingWasPasted()
  })

  it('where there is no desktop to paste on', async () => {
    service = pasteServiceOn(null)
    expect(service.canPaste).toBe(false)
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'copied', why: 'no-desktop' })
  })
})

describe('a chat that hangs', () => {
  it('is not pasted into, and the agent is told why', async () => {
    desktop.hangsUntil = 60_000
    const outcome = await clock.until(pick('亲，在的'))
    expect(outcome).toMatchObject({ status: 'copied', why: 'target-hung' })
    expect(outcome).toHaveProperty('message', expect.stringContaining('没有响应'))
    expect(desktop.clipboard.text).toBe('亲，在的')
    expect(desktop.received.size).toBe(0)
  })

  it('for less than a moment is waited for', async () => {
    desktop.hangsUntil = 300
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'pasted' })
  })

  it('when the keys are on their way pastes our text as it comes round, not what the agent had copied', async () => {
    desktop.clipboard.copy('我的密码')
    desktop.hangsFrom = 20
    desktop.hangsUntil = 6_000
    await clock.until(pick('亲，在的'))
    await everythingSettled()
    expect(desktop.received.get(CHAT)).toEqual(['亲，在的'])
    expect(desktop.clipboard.text).toBe('我的密码')
  })

  describe('with the keys in its queue', () => {
    beforeEach(async () => {
      desktop.clipboard.copy('我的密码')
      desktop.hangsFrom = 20
      desktop.hangsUntil = 6_000
      await clock.until(pick('亲，在的'))
    })

    const pastesOursAsItComesRound = async () => {
      await everythingSettled()
      expect(desktop.received.get(CHAT)).toEqual(['亲，在的'])
      expect(desktop.clipboard.text).toBe('我的密码')
    }

    it('never gets the next phrase, which is for another window: that is refused, with the reason', async () => {
      const outcome = await clock.until(pick('给别人的话', { target: BROWSER }))
      expect(outcome).toEqual({ status: 'failed', message: expect.stringContaining('上一个窗口还没有响应') })
      expect(service.traces.at(-1)).toMatchObject({ outcome: 'last-target-hung', steps: [] })
      await pastesOursAsItComesRound()
    })

    it('never gets what is copied meanwhile', async () => {
      expect(await clock.until(service.copy('请帮我记住'))).toMatchObject({ status: 'failed' })
      await pastesOursAsItComesRound()
    })

    it("is never shown the agent's own clipboard", async () => {
      const act = async () => desktop.clipboard.text
      expect(await clock.until(service.withOwnClipboard(act))).toBe('last-target-hung')
      await pastesOursAsItComesRound()
      expect(await clock.until(service.withOwnClipboard(act))).toBe('我的密码')
    })

    it('is pasted into again once it has come round, be it while it is asked', async () => {
      await clock.until(clock.sleep(5_500 - clock.now()))
      expect(await clock.until(pick('第二句'))).toMatchObject({ status: 'pasted' })
      await everythingSettled()
      expect(desktop.received.get(CHAT)).toEqual(['亲，在的', '第二句'])
      expect(desktop.clipboard.text).toBe('我的密码')
    })
  })

  it('for good keeps our text on the clipboard: whenever it comes round, it reads that', async () => {
    desktop.clipboard.copy('我的密码')
    desktop.hangsFrom = 20
    desktop.hangsUntil = 600_000
    await clock.until(pick('亲，在的'))
    await everythingSettled()
    expect(desktop.clipboard.text).toBe('亲，在的')
  })
})

describe('a dialog of the chat itself', () => {
  it('before it keeps everything from being pasted, and is named as the reason', async () => {
    desktop.blocked.add(CHAT)
    const outcome = await clock.until(pick('亲，在的'))
    expect(outcome).toMatchObject({ status: 'copied', why: 'target-blocked' })
    expect(outcome).toHaveProperty('message', expect.stringContaining('对话框'))
    expect(desktop.received.size).toBe(0)
  })

  it('that comes while the chat comes to the front does so, too', async () => {
    clock.at(12, () => {
      desktop.front = BROWSER
      desktop.blocked.add(CHAT)
    })
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'copied', why: 'target-blocked' })
    await everythingSettled()
    expect(desktop.received.size).toBe(0)
  })
})

describe('keys that the agent holds', () => {
  it('the chat gets the keyboard only when Enter is up, so that it never repeats into the chat', async () => {
    desktop.heldUntil = 400
    let frontWhileHeld: number | null = PANEL
    clock.at(399, () => {
      frontWhileHeld = desktop.front
    })
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'pasted' })
    expect(frontWhileHeld).toBe(PANEL)
  })

  it('a key that stays down ends as copied', async () => {
    desktop.heldUntil = 60_000
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'copied', why: 'modifiers-held' })
    expect(desktop.clipboard.text).toBe('亲，在的')
  })

  it('keys that the system refuses end as copied, with its advice', async () => {
    desktop.refusesKeys = '请打开辅助功能权限'
    const outcome = await clock.until(pick('亲，在的'))
    expect(outcome).toMatchObject({ status: 'copied', why: 'keys-not-sent' })
    expect(outcome).toHaveProperty('message', expect.stringContaining('辅助功能'))
  })
})

describe('the clipboard is not ours alone', () => {
  it('is tried again when another program has it open for a moment', async () => {
    desktop.clipboard.refusals = 2
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'pasted' })
  })

  it('is waited for while another program has it open, and what was there still comes back', async () => {
    desktop.clipboard.copy('运单号 SF123')
    desktop.clipboard.timesHeld = 3
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'pasted' })
    await everythingSettled()
    expect(desktop.clipboard.text).toBe('运单号 SF123')
  })

  it('that never becomes free is told of, with the name of who has it', async () => {
    desktop.clipboard.copy('运单号 SF123')
    desktop.clipboard.timesHeld = 1_000
    desktop.clipboard.heldBy = 'ClipTool.exe'
    const outcome = await clock.until(pick('亲，在的'))
    expect(outcome).toEqual({ status: 'failed', message: expect.stringContaining('ClipTool.exe 正占着它') })
    expect(clock.now()).toBeLessThan(1_000)
    expect(desktop.clipboard.text).toBe('运单号 SF123')
    expect(desktop.received.size).toBe(0)
  })

  it('is told what only passes through, so that it stays out of the history; what the agent copies may stay', async () => {
    await clock.until(pick('亲，在的'))
    expect(desktop.clipboard.stay).toBe('passing')
    await clock.until(service.copy('请帮我记住'))
    expect(desktop.clipboard.stay).toBe('kept')
  })

  it('when another program keeps replacing our text, nothing is pasted', async () => {
    desktop.clipboard.grabbedBy = '剪贴板工具的内容'
    expect(await clock.until(pick('亲，在的'))).toMatchObject({ status: 'failed' })
    await everythingSettled()
    expect([...desktop.received.values()].flat()).toEqual([])
  })

  it('a text that was copied, not pasted, stays there for the agent', async () => {
    desktop.clipboard.copy('旧内容')
    const outcome = await clock.until(service.copy('请帮我记住'))
    await everythingSettled()
    expect(outcome).toMatchObject({ status: 'copied', why: 'asked' })
    expect(desktop.clipboard.text).toBe('请帮我记住')
  })

  it('a text that was copied is what comes back after the next paste', async () => {
    desktop.clipboard.copy('旧内容')
    await clock.until(service.copy('请帮我记住'))
    await clock.until(pick('亲，在的'))
    await everythingSettled()
    expect(desktop.clipboard.text).toBe('请帮我记住')
  })

  it('after a paste that ended as copied, the old content does not come back over the text', async () => {
    desktop.clipboard.copy('旧内容')
    await clock.until(pick('第一句'))
    await clock.until(pick('第二句', { target: null }))
    await everythingSettled()
    expect(desktop.clipboard.text).toBe('第二句')
  })
})

describe('the trace of a paste', () => {
  it('tells what was done and when, to which program, and nothing of the text or the window', async () => {
    await clock.until(pick('亲，在的'))
    await everythingSettled()
    const [trace] = service.traces
    expect(trace).toMatchObject({
      what: 'text',
      characters: 4,
      target: { profile: 'other', exe: 'chat.exe' },
      outcome: 'pasted',
    })
    expect(trace?.steps.map(({ step }) => step)).toEqual([
      'turn',
      'target-found',
      'clipboard-saved',
      'clipboard-written',
      'target-answers',
      'keys-released',
      'asked-to-front',
      'in-front',
      'settled',
      'keys-sent',
      'clipboard-given-back',
    ])
    expect(trace?.steps.map(({ atMs }) => atMs)).toEqual(
      trace?.steps.map(({ atMs }) => atMs).toSorted((a, b) => a - b),
    )
    expect(JSON.stringify(trace)).not.toMatch(/亲|张三/)
  })

  const lastStep = () => service.traces.at(-1)?.steps.at(-1)?.step

  it('says so when the clipboard is not given back since there is something else on it', async () => {
    await clock.until(pick('亲，在的'))
    desktop.clipboard.copy('买家刚说的话')
    await everythingSettled()
    expect(lastStep()).toBe('clipboard-taken')
  })

  it('says so when the clipboard cannot be given back since another program has it, and the next paste does', async () => {
    desktop.clipboard.copy('运单号 SF123')
    await clock.until(pick('亲，在的'))
    desktop.clipboard.timesHeld = 7
    await everythingSettled()
    expect(lastStep()).toBe('clipboard-not-given-back')
    await clock.until(pick('第二句'))
    await everythingSettled()
    expect(desktop.clipboard.text).toBe('运单号 SF123')
  })

  it('says so when what was there is refused, which is no end of the program', async () => {
    desktop.clipboard.refusesBack = true
    await clock.until(pick('亲，在的'))
    await everythingSettled()
    expect(lastStep()).toBe('clipboard-not-given-back')
    expect(await clock.until(pick('第二句'))).toMatchObject({ status: 'pasted' })
  })

  it('of one that was not done ends with the last thing that was, and says why', async () => {
    desktop.heldUntil = 60_000
    await clock.until(pick('亲，在的'))
    expect(service.traces[0]).toMatchObject({ outcome: 'modifiers-held' })
    expect(service.traces[0]?.steps.at(-1)?.step).toBe('target-answers')
  })

  it('is kept for the last fifty', async () => {
    for (let round = 0; round < 52; round++) await clock.until(pick('亲'.repeat(round + 1), { target: null }))
    expect(service.traces.map(({ characters }) => characters)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 3),
    )
  })
})
