import { describe, expect, it } from 'vitest'
import { hintsFor } from '../../../renderer/panel/keyboard/hints.ts'
import { PASTED } from './pretend-desk.ts'
import { answer, desk, panel, pass, settled, show, sitAtPanel, state, type } from './sitting.ts'

sitAtPanel()

const CHAT = '小鱼儿-接待中心'
const parts = () => desk.uses.map(({ part = 0 }) => part)

/** Pastes the first part of a phrase that has more, some seconds after the hotkey. */
async function begin(next = 1): Promise<void> {
  show(1)
  desk.outcome = { ...PASTED, next }
  await panel.use('paste')
  pass(2_000)
}

describe('a phrase of several parts', () => {
  it('is pasted by one Enter for each, and then it is done', async () => {
    await begin()
    expect(state().sequence).toMatchObject({ next: 1, targetTitle: CHAT })
    desk.outcome = { ...PASTED, next: 2 }
    await panel.use('paste')
    pass(2_000)
    desk.outcome = PASTED
    await panel.use('paste')
    expect(parts()).toEqual([0, 1, 2])
    expect(state().sequence).toBeNull()
  })

  it('counts six seconds for its first part only', async () => {
    await begin()
    await panel.use('paste')
    expect(desk.uses.map(({ shownAt }) => shownAt)).toEqual([1, null])
  })

  it('fills all its parts from what was typed once', async () => {
    panel.fillBlank('订单.编号', '8801')
    await begin()
    await panel.use('paste')
    expect(desk.uses.map(({ blanks }) => blanks)).toEqual([{ '订单.编号': '8801' }, { '订单.编号': '8801' }])
  })

  it('that was copied does not take a second press of the same finger for the next part', async () => {
    desk.outcome = { status: 'copied', why: 'asked', message: '已复制', promise: null, next: 1 }
    await panel.use('copy')
    pass(200)
    await panel.use('copy')
    expect(parts()).toEqual([0])
  })

  it('takes the next Enter at once where the panel was away and has come back', async () => {
    show(1)
    desk.outcome = { ...PASTED, next: 1 }
    await panel.use('paste')
    await panel.use('paste')
    expect(parts()).toEqual([0, 1])
  })

  it('goes on after the agent has sent the first part and come back by the hotkey', async () => {
    await begin()
    desk.tell({ kind: 'panel-hidden' })
    pass(5_000)
    show(20_000)
    await panel.use('paste')
    expect(parts()).toEqual([0, 1])
  })

  it('says what Enter does, and what Esc does', async () => {
    await begin()
    expect(hintsFor(state())).toEqual(['paste-next', 'end-sequence'])
  })

  it('keeps its place when a part could not be delivered', async () => {
    await begin()
    desk.outcome = { status: 'failed', message: '没能写入剪贴板' }
    await panel.use('paste')
    expect(state().sequence).toMatchObject({ next: 1 })
    desk.outcome = PASTED
    await panel.use('paste')
    expect(parts()).toEqual([0, 1, 1])
  })
})

describe('a sequence ends', () => {
  it.each<[string, () => unknown]>([
    ['by Esc', () => panel.dismiss()],
    ['by its button', () => panel.endSequence()],
    ['when another phrase is chosen', () => panel.select(1)],
    ['when something is searched for', () => type('议价')],
    ['when the library has changed', () => desk.tell({ kind: 'library-changed' })],
    [
      'when the panel is opened over another window',
      () => desk.tell({ kind: 'panel-shown', shownAt: 9, targetTitle: '大白-接待中心' }),
    ],
  ])('%s', async (_, act) => {
    await begin()
    await act()
    expect(state().sequence).toBeNull()
  })

  it("with its blanks, which are this buyer's", async () => {
    panel.fillBlank('订单.编号', '8801')
    await begin()
    expect(state().blanks).not.toEqual({})
    panel.dismiss()
    expect(state().blanks).toEqual({})
  })

  it('when a phrase is asked for by its place, which begins at its first part', async () => {
    await begin()
    await panel.pick(0, 'paste')
    expect(parts()).toEqual([0, 0])
  })

  it('half a minute after the panel was put away', async () => {
    await begin()
    desk.tell({ kind: 'panel-hidden' })
    pass(31_000)
    const { later } = await import('./sitting.ts')
    later?.act()
    expect(state().sequence).toBeNull()
  })
})

describe('where the page copies for itself', () => {
  it('each part is copied in turn, an image as an image', async () => {
    desk.capabilities = { ...desk.capabilities, host: 'browser', paste: false }
    desk.tell({ kind: 'settings-changed' })
    await settled()
    desk.later.wh01 = [{ kind: 'image', message: 0, hash: 'abc', info: null }]
    desk.outcome = { status: 'copied', why: 'no-desktop', message: '', promise: null, next: 1 }
    await panel.use('paste')
    pass(2_000)
    desk.outcome = { status: 'copied', why: 'no-desktop', message: '', promise: null, next: null }
    await panel.use('paste')
    expect(desk.copies).toEqual(['wh01 的内容', 'image abc'])
    expect(state().sequence).toBeNull()
  })
})

describe('pictures of a phrase', () => {
  it('are asked for once its text is there', async () => {
    desk.later.tp01 = [
      {
        kind: 'image',
        message: 0,
        hash: 'abc',
        info: { hash: 'abc', type: 'image/png', bytes: 1, width: 8, height: 6, name: '' },
      },
    ]
    panel.type('图', false)
    await answer('tp01')
    await settled()
    expect(state().pictures).toEqual({ abc: 'data:abc' })
  })
})
