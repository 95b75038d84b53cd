import { beforeEach, describe, expect, it } from 'vitest'
import { createPanel, type Panel } from '../../../renderer/panel/state/panel.ts'
import { optionCount } from '../../../renderer/panel/state/state.ts'
import type { PhraseHit } from '../../../shared/model/search.ts'
import { AMOUNT, CREAM, hit, PASTED, PRICE, PretendDesk } from './pretend-desk.ts'

let desk: PretendDesk
let panel: Panel
let now: number
/** What the panel put off until later. */
let later: { ms: number; act: () => void } | null

const state = () => panel.store.getState()
const rows = () => state().results?.hits.map(({ id }) => id)
/** Lets everything that has been answered take effect. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

async function answer(...hits: (string | PhraseHit)[]): Promise<void> {
  desk.lastSearch.answer(hits.map((one) => (typeof one === 'string' ? hit(one) : one)))
  await settled()
}

async function type(text: string): Promise<void> {
  panel.type(text, false)
  await settled()
}

const show = (shownAt: number) => desk.tell({ kind: 'panel-shown', shownAt, targetTitle: '小鱼儿-接待中心' })

beforeEach(async () => {
  desk = new PretendDesk()
  now = 1_000_000
  later = null
  panel = createPanel(
    desk,
    () => now,
    (ms, act) => {
      later = { ms, act }
      return () => {
        later = null
      }
    },
  )
  panel.start()
  await answer('wh01', 'bj01')
})

describe('typing', () => {
  it('asks at each keystroke, and an old answer that comes late is dropped', async () => {
    await type('b')
    const first = desk.lastSearch
    await type('bj')
    await answer('bj01', 'bj02')
    first.answer([hit('by09')])
    await settled()
    expect(rows()).toEqual(['bj01', 'bj02'])
  })

  it('puts the first row in hand and fills it', async () => {
    panel.move('row', 1)
    await type('bj')
    await answer('bj01', 'bj02')
    expect(state().selected).toBe(0)
    expect(state().preview?.script.text).toBe('bj01 的内容')
  })

  it('keeps the list while an input method spells what finds nothing, and shows the finished word’s answer', async () => {
    panel.type('ggll', true)
    await answer()
    expect(rows()).toEqual(['wh01', 'bj01'])
    panel.type('开', false)
    await answer()
    expect(rows()).toEqual([])
  })

  it('searches the pinyin that an input method spells, without its separators', () => {
    panel.type("mian'shuang", true)
    expect(desk.lastSearch.request.text).toBe('mianshuang')
    expect(state().query).toBe("mian'shuang")
  })

  it('says what went wrong and keeps the list', async () => {
    await type('bj')
    desk.lastSearch.fail(new Error('和程序的连接断开了'))
    await settled()
    expect(state().notice).toEqual({ tone: 'error', text: '和程序的连接断开了' })
    expect(rows()).toEqual(['wh01', 'bj01'])
  })

  it('narrows to a step, and steps go round', () => {
    panel.moveStep(-1)
    expect(desk.lastSearch.request.step).toBe('goodbye')
    panel.moveStep(1)
    expect(desk.lastSearch.request.step).toBeNull()
  })
})

describe('using a phrase', () => {
  it('pastes the row in hand with what the chat is about, and tells when the panel was shown', async () => {
    show(900_000)
    await answer('wh01', 'bj01')
    panel.move('row', 1)
    await panel.use('paste')
    expect(desk.uses).toEqual([
      {
        phraseId: 'bj01',
        productId: null,
        buyer: null,
        blanks: {},
        mode: 'paste',
        step: null,
        query: '',
        shownAt: 900_000,
      },
    ])
    expect(state().ring).toBe('stopped')
  })

  it('pressed before the answer to the last keystroke is there, waits for it and uses its first row', async () => {
    await type('bj')
    await panel.use('paste')
    expect(desk.uses).toEqual([])
    await answer('bj07', 'bj01')
    expect(desk.uses.map(({ phraseId }) => phraseId)).toEqual(['bj07'])
  })

  it('forgets what was pressed when the agent types on', async () => {
    await type('b')
    await panel.use('paste')
    const first = desk.lastSearch
    await type('bj')
    first.answer([hit('by09')])
    await answer('bj01')
    expect(desk.uses).toEqual([])
  })

  it('does not paste twice when Enter is pressed twice', async () => {
    const first = panel.use('paste')
    void panel.use('paste')
    await first
    now += 120
    await panel.use('paste')
    expect(desk.uses).toHaveLength(1)
  })

  it('pastes again at once after something else was typed', async () => {
    await panel.use('paste')
    await type('bj')
    await answer('bj01')
    await panel.use('paste')
    expect(desk.uses.map(({ phraseId }) => phraseId)).toEqual(['wh01', 'bj01'])
  })

  it('picks a row by its digit', async () => {
    await panel.pick(1, 'paste')
    expect(desk.uses.map(({ phraseId }) => phraseId)).toEqual(['bj01'])
    await panel.pick(7, 'paste')
    expect(desk.uses).toHaveLength(1)
  })

  it('says why a phrase may not be used, and uses nothing', async () => {
    await type('hd')
    await answer(hit('hd01', { blockedBy: '活动已在 2026-11-11 结束' }))
    await panel.use('paste')
    expect(desk.uses).toEqual([])
    expect(state().notice?.text).toContain('活动已在 2026-11-11 结束')
  })

  it('shows why it was only copied', async () => {
    desk.outcome = {
      status: 'copied',
      why: 'target-not-in-front',
      message: '窗口已切换，内容已复制',
      promise: null,
    }
    await panel.use('paste')
    expect(state().notice).toEqual({ tone: 'info', text: '窗口已切换，内容已复制' })
  })

  it('can be tried again at once after a failure', async () => {
    desk.outcome = new Error('剪贴板正被占用')
    await panel.use('paste')
    expect(state().notice).toEqual({ tone: 'error', text: '剪贴板正被占用' })
    await panel.use('paste')
    expect(desk.uses).toHaveLength(2)
  })

  it('in a browser copies by the page itself', async () => {
    desk.capabilities = { host: 'browser', hotkey: false, paste: false, tray: false }
    desk.outcome = { status: 'copied', why: 'no-desktop', message: '', promise: null }
    desk.tell({ kind: 'settings-changed' })
    await settled()
    await panel.use('paste')
    expect(desk.uses[0]?.mode).toBe('copy')
    expect(desk.copies).toEqual(['wh01 的内容'])
    expect(state().notice?.tone).toBe('done')
  })

  it('that ends after the panel was opened for the next buyer leaves the new sitting alone', async () => {
    show(900_000)
    await answer('wh01')
    const old = panel.use('paste')
    show(950_000)
    await old
    expect(state()).toMatchObject({ use: 'ready', ring: 'running', shownAt: 950_000 })
  })

  it('under way when the panel is opened for the next buyer, takes its blanks with it', async () => {
    desk.missing.wh01 = [AMOUNT]
    show(900_000)
    await answer('wh01')
    panel.fillBlank('订单.金额', '184')
    void panel.use('paste')
    desk.tell({ kind: 'panel-hidden' })
    show(950_000)
    expect(state().blanks).toEqual({})
  })
})

describe('a script that lacks a fact', () => {
  beforeEach(() => {
    desk.missing.bj01 = [AMOUNT]
    desk.missing.cf01 = [PRICE, AMOUNT]
  })

  it('is not pasted: the caret goes to its first blank', async () => {
    await panel.pick(1, 'paste')
    expect(state().focus).toMatchObject({ on: 'blank', index: 0 })
    expect(state().notice?.text).toContain('订单金额')
    expect(state().ring).toBe('still')
  })

  it('is pasted once the blank is filled, with what was typed', async () => {
    panel.select(1)
    panel.fillBlank('订单.金额', '184')
    await settled()
    expect(state().preview?.script.text).toBe('bj01 的内容')
    await panel.use('paste')
    expect(desk.uses.at(-1)?.blanks).toEqual({ '订单.金额': '184' })
  })

  it('keeps its fields while they are filled, so that the caret stays where it is', async () => {
    panel.select(1)
    await settled()
    panel.fillBlank('订单.金额', '1')
    await settled()
    expect(state().preview?.outline.parts).toEqual([{ kind: 'blank', name: '订单.金额' }])
  })

  it('forgets what was typed after the use: the next buyer has another amount', async () => {
    panel.select(1)
    panel.fillBlank('订单.金额', '184')
    await panel.use('paste')
    await settled()
    expect(state().blanks).toEqual({})
    expect(state().preview?.script.text).toBeNull()
  })

  it('leads to the product first when that is what it lacks, and then to what remains', async () => {
    await type('cf')
    await answer('cf01')
    await panel.use('paste')
    await settled()
    expect(state().picker).toMatchObject({ kind: 'product', options: [CREAM] })
    panel.chooseOption()
    await answer('cf01')
    expect(state().product).toEqual(CREAM)
    expect(state().query).toBe('cf')
    await panel.use('paste')
    expect(state().focus).toMatchObject({ on: 'blank', index: 0 })
  })
})

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
    desk.outcome = { ...PASTED, promise: { promises: [words], remark: `承诺 ${words}` } } as typeof PASTED
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
      now += 1000
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

describe('product and buyer', () => {
  it('@ at the head of the query opens the products, and the query is kept', async () => {
    await type('拆')
    await type('@拆')
    expect(state().picker).toMatchObject({ kind: 'product', text: '' })
    expect(state().query).toBe('拆')
    panel.chooseOption()
    expect(desk.lastSearch.request).toMatchObject({ text: '拆', productId: 'cream' })
  })

  it('a product chosen before the list answers what was typed is the first of that answer', async () => {
    await type('@')
    panel.type('面', false)
    panel.chooseOption()
    expect(state().product).toBeNull()
    await settled()
    expect(state().product).toEqual(CREAM)
  })

  it('a pasted @面霜 is searched for at once', async () => {
    await type('@面霜')
    expect(state().picker).toMatchObject({ kind: 'product', text: '面霜' })
    expect(state().query).toBe('')
  })

  it('# describes the buyer in one line, and the buyer is offered again later', async () => {
    await type('#')
    panel.type('小鱼儿 谨慎 浙江', false)
    panel.chooseOption()
    expect(state().buyer).toMatchObject({ nickname: '小鱼儿', type: 'cautious', province: '浙江' })
    panel.chooseBuyer(null)
    await type('＃')
    panel.chooseOption()
    expect(state().buyer?.nickname).toBe('小鱼儿')
  })

  it('lets go of a buyer whose data was deleted in the workbench, and of no other', async () => {
    for (const nickname of ['大鱼', '小鱼儿']) {
      await type('#')
      await type(nickname)
      panel.chooseOption()
    }
    expect(state().recentBuyers.map(({ nickname }) => nickname)).toEqual(['小鱼儿', '大鱼'])
    desk.tell({ kind: 'customers-changed', forgotten: ['小鱼儿'] })
    expect(state()).toMatchObject({ buyer: null, recentBuyers: [{ nickname: '大鱼' }] })
    desk.tell({ kind: 'customers-changed' })
    expect(state().recentBuyers).toHaveLength(1)
    desk.tell({ kind: 'customers-changed', forgotten: 'all' })
    expect(state().recentBuyers).toEqual([])
  })

  it('# offers buyers of other days, and one who is chosen comes with what is known of them', async () => {
    const known = { type: 'returning', isGift: false, province: '浙江', measures: { heightCm: 165 } } as const
    desk.knownBuyers = [{ nickname: '小鱼儿', ...known }]
    await type('#')
    await type('xyr')
    panel.chooseOption()
    expect(state().buyer).toEqual({ nickname: '小鱼儿', ...known })
    expect(desk.lastSearch.request.buyer).toMatchObject({ measures: { heightCm: 165 } })
    expect(desk.remembered.map(({ nickname }) => nickname)).toEqual(['小鱼儿'])
  })

  it('a name chosen before the desk has said whom it knows is filled a moment later', async () => {
    desk.knownBuyers = [
      { nickname: '小鱼儿', type: 'returning', isGift: false, province: null, measures: { heightCm: 165 } },
    ]
    await type('#')
    panel.type('小鱼儿 50kg', false)
    panel.chooseOption()
    panel.type('cm', false)
    await panel.use('paste')
    await settled()
    expect(state().buyer).toMatchObject({ type: 'returning', measures: { heightCm: 165, weightKg: 50 } })
    await answer('cm01')
    expect(desk.uses).toMatchObject([{ phraseId: 'cm01', buyer: { measures: { heightCm: 165 } } }])
  })

  it('of a shop that keeps nothing of its buyers are asked of nobody', async () => {
    desk.keeping.keep = false
    desk.knownBuyers = [{ nickname: '小鱼儿', type: null, isGift: false, province: null, measures: {} }]
    desk.tell({ kind: 'settings-changed' })
    await settled()
    await type('#')
    expect(optionCount(state())).toBe(0)
  })

  it('buyers that cannot be opened are not spoken of in the chat', async () => {
    desk.buyers = desk.remember = async () => {
      throw new Error('买家资料打不开')
    }
    await type('#')
    await type('小鱼儿')
    panel.chooseOption()
    await settled()
    expect(state()).toMatchObject({ buyer: { nickname: '小鱼儿' }, notice: null })
  })

  it('what was typed about the old product is dropped with it, the rest stays', async () => {
    desk.missing.cf01 = [PRICE, AMOUNT]
    await type('cf')
    await answer('cf01')
    panel.fillBlank('商品.价格', '270')
    panel.fillBlank('订单.金额', '184')
    panel.chooseProduct(CREAM)
    expect(state().blanks).toEqual({ '订单.金额': '184' })
  })
})

describe('shown and hidden', () => {
  async function hideAndShow(afterMs: number): Promise<void> {
    await type('bj')
    await answer('bj01', 'bj02')
    panel.move('row', 1)
    desk.tell({ kind: 'panel-hidden' })
    show(now + afterMs)
  }

  it('within half a minute the query is still there, selected, with its row in hand', async () => {
    await hideAndShow(30_000)
    await answer('bj01', 'bj02')
    expect(state()).toMatchObject({ query: 'bj', selected: 1, focus: { on: 'whole-query' }, ring: 'running' })
  })

  it('after that it is made new while nobody looks', async () => {
    await type('bj')
    desk.tell({ kind: 'panel-hidden' })
    expect(later?.ms).toBe(30_000)
    later?.act()
    expect(desk.lastSearch.request.text).toBe('')
    expect(state().query).toBe('')
  })

  it('is not made new under the eyes of who opened it again', async () => {
    await hideAndShow(5_000)
    expect(later).toBeNull()
  })

  it('a letter typed before the news of its opening arrives is not lost', async () => {
    await type('bj')
    desk.tell({ kind: 'panel-hidden' })
    expect(state().focus.on).toBe('whole-query')
    await type('w')
    const caret = state().focus
    show(now + 60_000)
    await answer('wh01')
    expect(state()).toMatchObject({ query: 'w', ring: 'running', focus: caret })
  })

  it('opened late although no timer ran, it begins anew', async () => {
    await hideAndShow(30_001)
    expect(desk.lastSearch.request.text).toBe('')
    await answer('wh01', 'bj02')
    expect(state()).toMatchObject({ query: '', selected: 0, focus: { on: 'query' } })
  })

  it('product and buyer stay', async () => {
    panel.chooseProduct(CREAM)
    await hideAndShow(3_600_000)
    expect(state().product).toEqual(CREAM)
  })

  it('Esc hides the window; a page, which cannot be hidden, clears itself', async () => {
    await type('bj')
    panel.dismiss()
    expect(desk.hiddenTimes).toBe(1)
    desk.capabilities = { ...desk.capabilities, host: 'browser' }
    desk.tell({ kind: 'settings-changed' })
    await settled()
    panel.dismiss()
    expect(state().query).toBe('')
    expect(desk.hiddenTimes).toBe(1)
  })

  it('the ring goes quiet after its time, and a use then does not wind it back', async () => {
    show(900_000)
    await answer('wh01')
    panel.ringIsOver()
    expect(state().ring).toBe('late')
    await panel.use('paste')
    expect(state().ring).toBe('late')
  })

  it('a change of the library is seen at once, with the same row in hand', async () => {
    panel.move('row', 1)
    desk.tell({ kind: 'library-changed' })
    await answer('neu01', 'wh01', 'bj01')
    expect(rows()?.[state().selected]).toBe('bj01')
  })
})

describe('a long list', () => {
  it('is fetched in full only when the agent gets near its end', async () => {
    await type('b')
    desk.lastSearch.answer([hit('b1'), hit('b2')], 90)
    await settled()
    expect(desk.lastSearch.request.limit).toBe(20)
    void panel.searchMore()
    expect(desk.lastSearch.request.limit).toBe(200)
    await answer('b1', 'b2', 'b3')
    expect(rows()).toEqual(['b1', 'b2', 'b3'])
  })
})
