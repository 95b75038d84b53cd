import { beforeEach, describe, expect, it } from 'vitest'
import { PasteStory } from './paste-story.ts'
import { BROWSER, CHAT } from './pretend-desktop.ts'

let story: PasteStory

beforeEach(() => {
  story = new PasteStory()
})

describe('nothing is ever pasted into another window', () => {
  /** The agent chooses it, so many milliseconds on. */
  const comesToTheFront = (window: number, ms: number) =>
    story.clock.at(ms, () => {
      story.desktop.front = window
    })
  const nothingWasPasted = () => expect([...story.desktop.received.values()].flat()).toEqual([])

  it('when the agent clicked elsewhere right after picking', async () => {
    story.desktop.front = BROWSER
    const outcome = await story.clock.until(story.pick('亲，在的'))
    await story.everythingSettled()
    expect(outcome).toMatchObject({ status: 'copied', why: 'target-not-in-front' })
    expect(story.desktop.clipboard.text).toBe('亲，在的')
    nothingWasPasted()
  })

  it('when the agent turns to another window while a key is still held', async () => {
    story.desktop.heldUntil = 400
    comesToTheFront(BROWSER, 200)
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'target-not-in-front',
    })
    await story.everythingSettled()
    nothingWasPasted()
  })

  it('when another window takes the front just after the chat had it', async () => {
    comesToTheFront(BROWSER, 12)
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'target-not-in-front',
    })
    await story.everythingSettled()
    nothingWasPasted()
  })

  it('nor into the chat itself when it comes back after the agent chose another window', async () => {
    comesToTheFront(BROWSER, 12)
    comesToTheFront(CHAT, 100)
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({ why: 'target-not-in-front' })
    await story.everythingSettled()
    nothingWasPasted()
  })

  it('when the agent switches windows with a key still down, the chat having been in front', async () => {
    story.desktop.heldFrom = 15
    story.desktop.heldUntil = 300
    comesToTheFront(BROWSER, 100)
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({ why: 'target-not-in-front' })
    await story.everythingSettled()
    nothingWasPasted()
  })

  it('when the chat never comes to the front', async () => {
    story.desktop.activationTakesMs = 60_000
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'target-not-in-front',
    })
    nothingWasPasted()
  })

  it('when the chat was closed before', async () => {
    story.desktop.titles.delete(CHAT)
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'target-closed',
    })
    nothingWasPasted()
  })

  it('when the chat is closed while it is brought to the front', async () => {
    story.desktop.activationTakesMs = 60_000
    story.clock.at(2, () => story.desktop.titles.delete(CHAT))
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'target-closed',
    })
    nothingWasPasted()
  })

  it('when no window was noted', async () => {
    expect(await story.clock.until(story.pick('亲，在的', { target: null }))).toMatchObject({
      status: 'copied',
      why: 'no-target',
    })
    nothingWasPasted()
  })

  it('when the chat runs as administrator, and says what to do', async () => {
    story.desktop.elevated.add(CHAT)
    const outcome = await story.clock.until(story.pick('亲，在的'))
    expect(outcome).toMatchObject({ status: 'copied', why: 'target-elevated' })
    expect(outcome).toHaveProperty('message', expect.stringContaining('管理员'))
    nothingWasPasted()
  })

  it('where there is no desktop to paste on', async () => {
    story.service = story.pasteServiceOn(null)
    expect(story.service.canPaste).toBe(false)
    expect(await story.clock.until(story.pick('亲，在的'))).toMatchObject({
      status: 'copied',
      why: 'no-desktop',
    })
  })
})
