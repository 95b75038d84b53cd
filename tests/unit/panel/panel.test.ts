import { beforeEach, describe, expect, it } from 'vitest'
import { AMOUNT, CREAM, hit, PRICE } from './pretend-desk.ts'
import { answer, desk, panel, pass, rows, settled, show, sitAtPanel, state, type } from './sitting.ts'

sitAtPanel()

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
    pass(120)
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
      next: null,
    }
    await panel.use('paste')
    expect(state().notice).toEqual({ tone: 'info', text: '窗口已切换，内容已复制', hasTrace: true })
    desk.traceOutcome = { status: 'failed', message: '没能写入剪贴板' }
    await panel.copyTrace()
    // What was copied is still there, and the trace can be asked for again.
    expect(state().notice).toEqual({ tone: 'error', text: '没能写入剪贴板', hasTrace: true })
    desk.traceOutcome = { status: 'copied', message: '剪贴板里现在是经过' }
    await panel.copyTrace()
    expect(desk.tracesCopied).toBe(2)
    expect(state().notice).toMatchObject({ tone: 'done', text: '剪贴板里现在是经过' })
  })

  it('can be tried again at once after a failure', async () => {
    desk.outcome = new Error('剪贴板正被占用')
    await panel.use('paste')
    expect(state().notice).toEqual({ tone: 'error', text: '剪贴板正被占用' })
    await panel.use('paste')
    expect(desk.uses).toHaveLength(2)
  })

  it('in a browser copies by the page itself', async () => {
    desk.capabilities = {
      host: 'browser',
      hotkey: false,
      paste: false,
      tray: false,
      docking: false,
      openFolder: false,
    }
    desk.outcome = { status: 'copied', why: 'no-desktop', message: '', promise: null, next: null }
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
