import { beforeEach, describe, expect, it } from 'vitest'
import { PasteStory } from './paste-story.ts'

let story: PasteStory

beforeEach(() => {
  story = new PasteStory()
})

describe('the trace of a paste', () => {
  it('tells what was done and when, to which program, and nothing of the text or the window', async () => {
    await story.clock.until(story.pick('亲，在的'))
    await story.everythingSettled()
    const [trace] = story.service.traces
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

  const lastStep = () => story.service.traces.at(-1)?.steps.at(-1)?.step

  it('says so when the clipboard is not given back since there is something else on it', async () => {
    await story.clock.until(story.pick('亲，在的'))
    story.desktop.clipboard.copy('买家刚说的话')
    await story.everythingSettled()
    expect(lastStep()).toBe('clipboard-taken')
  })

  it('says so when the clipboard cannot be given back since another program has it, and the next paste does', async () => {
    story.desktop.clipboard.copy('运单号 SF123')
    await story.clock.until(story.pick('亲，在的'))
    story.desktop.clipboard.timesHeld = 7
    await story.everythingSettled()
    expect(lastStep()).toBe('clipboard-not-given-back')
    await story.clock.until(story.pick('第二句'))
    await story.everythingSettled()
    expect(story.desktop.clipboard.text).toBe('运单号 SF123')
  })

  it('says so when what was there is refused, which is no end of the program', async () => {
    story.desktop.clipboard.refusesBack = true
    await story.clock.until(story.pick('亲，在的'))
    await story.everythingSettled()
    expect(lastStep()).toBe('clipboard-not-given-back')
    expect(await story.clock.until(story.pick('第二句'))).toMatchObject({ status: 'pasted' })
  })

  it('of one that was not done ends with the last thing that was, and says why', async () => {
    story.desktop.heldUntil = 60_000
    await story.clock.until(story.pick('亲，在的'))
    expect(story.service.traces[0]).toMatchObject({ outcome: 'modifiers-held' })
    expect(story.service.traces[0]?.steps.at(-1)?.step).toBe('target-answers')
  })

  it('is kept for the last fifty', async () => {
    for (let round = 0; round < 52; round++)
      await story.clock.until(story.pick('亲'.repeat(round + 1), { target: null }))
    expect(story.service.traces.map(({ characters }) => characters)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 3),
    )
  })
})
