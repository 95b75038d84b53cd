import { beforeEach, describe, expect, it } from 'vitest'
import type { UseOutcome } from '../../../renderer/panel/desk.ts'
import { PASTED } from './pretend-desk.ts'
import { answer, desk, now, panel, pass, settled, show, sitAtPanel, state, type } from './sitting.ts'

sitAtPanel()

describe('a phrase with several wordings', () => {
  const inHand = () => state().preview?.script.variant?.index ?? null

  beforeEach(async () => {
    desk.variants.bj01 = [
      { index: 0, buyerTypes: ['returning'] },
      { index: 1, buyerTypes: ['haggler'] },
    ]
    await type('bj')
    await answer('bj01', 'bj02')
  })

  it('is used in the one for the buyer, unless the agent says otherwise', async () => {
    panel.chooseBuyer({ nickname: '老王', type: 'returning', isGift: false, province: null, measures: {} })
    await answer('bj01')
    expect(inHand()).toBe(0)
    await panel.use('paste')
    expect(desk.uses.at(-1)?.variant).toBeUndefined()
  })

  it('goes round through them by a key, with the body before the first', async () => {
    const seen = []
    for (let press = 0; press < 3; press++) {
      panel.moveVariant(1)
      await settled()
      seen.push(inHand())
    }
    expect(seen).toEqual([0, 1, null])
    panel.moveVariant(-1)
    await settled()
    expect(inHand()).toBe(1)
  })

  it('pasted at once after the key, goes out in the wording that was asked for', async () => {
    panel.moveVariant(1)
    panel.moveVariant(1)
    await panel.use('paste')
    expect(desk.uses.at(-1)).toMatchObject({ phraseId: 'bj01', variant: 1 })
  })

  it('is back in the buyer’s wording for the next row, the next question, the next use', async () => {
    panel.chooseVariant(1)
    panel.move('row', 1)
    panel.move('row', -1)
    await panel.use('paste')
    expect(desk.uses.at(-1)?.variant).toBeUndefined()
    panel.chooseVariant(1)
    await panel.use('paste')
    await type('bj0')
    await answer('bj01')
    await panel.use('paste')
    expect(desk.uses.map(({ variant }) => variant)).toEqual([undefined, 1, undefined])
  })

  it('never takes the choice over to a phrase that has come into its place', async () => {
    panel.chooseVariant(1)
    void panel.searchMore()
    desk.tell({ kind: 'library-changed' })
    await answer('bj02')
    await panel.use('paste')
    expect(desk.uses.at(-1)).toMatchObject({ phraseId: 'bj02', variant: undefined })
  })

  it('has none to go round through where there is only the body', async () => {
    panel.move('row', 1)
    await settled()
    panel.moveVariant(1)
    expect(state().variant).toBeNull()
  })
})

describe('a promise that was given', () => {
  const promised = (words: string) => {
    desk.outcome = { ...PASTED, promise: { promises: [words], remark: `承诺 ${words}` } } as UseOutcome
  }
  const open = () => state().openPromises.map(({ remark }) => remark)

  it('is kept for the remark when the panel is gone, and copied by one key, once', async () => {
    promised('今天发')
    show(900_000)
    await answer('wh01')
    await panel.use('paste')
    desk.tell({ kind: 'panel-hidden' })
    show(now + 60_000)
    await answer('wh01')
    expect(open()).toEqual(['承诺 今天发'])
    expect(desk.remarks).toEqual([])
    await panel.copyRemark()
    await panel.copyRemark()
    expect(desk.remarks).toEqual(['承诺 今天发'])
    expect(state().notice?.tone).toBe('done')
  })

  it('stays even when the panel is open for the next buyer before the paste has ended', async () => {
    promised('今天发')
    show(900_000)
    await answer('wh01')
    const old = panel.use('paste')
    show(950_000)
    await old
    expect(open()).toEqual(['承诺 今天发'])
  })

  it('waits its turn: the newest is copied first', async () => {
    for (const words of ['今天发', '送小样']) {
      promised(words)
      pass(1000)
      await type(words)
      await answer('wh01')
      await panel.use('paste')
    }
    await panel.copyRemark()
    await panel.copyRemark()
    expect(desk.remarks).toEqual(['承诺 送小样', '承诺 今天发'])
  })

  it('says to whom it was given, and can be waved off', async () => {
    promised('发顺丰')
    panel.chooseBuyer({ nickname: '小鱼儿', type: null, isGift: false, province: null, measures: {} })
    await answer('wh01')
    await panel.use('paste')
    const [promise] = state().openPromises
    expect(promise?.nickname).toBe('小鱼儿')
    panel.dismissPromise(promise?.at ?? 0)
    expect(open()).toEqual([])
  })

  it('is forgotten after ten minutes', async () => {
    promised('今天发')
    await panel.use('paste')
    show(now + 600_000)
    expect(open()).toEqual([])
  })

  it('is still there when its remark could not be copied', async () => {
    promised('今天发')
    await panel.use('paste')
    desk.copyRemark = async () => ({ status: 'failed', message: '剪贴板正被占用' })
    await panel.copyRemark()
    expect(state().notice).toEqual({ tone: 'error', text: '剪贴板正被占用' })
    expect(open()).toHaveLength(1)
  })

  it('is copied by the page itself in a browser', async () => {
    desk.capabilities = { ...desk.capabilities, host: 'browser' }
    promised('今天发')
    await panel.use('paste')
    await panel.copyRemark()
    expect(desk.copies).toEqual(['承诺 今天发'])
  })
})
