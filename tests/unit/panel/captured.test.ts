import { describe, expect, it } from 'vitest'
import { STRINGS } from '../../../renderer/panel/strings.ts'
import { CREAM } from './pretend-desk.ts'
import { answer, desk, panel, rows, settled, show, sitAtPanel, state, type } from './sitting.ts'

sitAtPanel()

describe('words that were selected in the chat', () => {
  it('are the question, selected so that typing replaces them; the product in question stays', async () => {
    panel.chooseProduct(CREAM)
    await type('bj')
    show(1_000_000)
    desk.tell({ kind: 'captured', captured: { as: 'message', text: '这个面霜能用多久', from: 'selection' } })
    expect(desk.lastSearch.request).toMatchObject({
      text: '这个面霜能用多久',
      step: null,
      productId: 'cream',
    })
    expect(state()).toMatchObject({ query: '这个面霜能用多久', focus: { on: 'whole-query' }, notice: null })
    await answer('mh01')
    expect(rows()).toEqual(['mh01'])
  })

  it('that begin with # or @ ask for no buyer and no product', async () => {
    show(1_000_000)
    desk.tell({ kind: 'captured', captured: { as: 'message', text: '#3号色有吗', from: 'selection' } })
    await settled()
    expect(state()).toMatchObject({ query: '#3号色有吗', picker: null })
  })

  it('there were none of: what was copied before takes their place, and the agent is told', async () => {
    show(1_000_000)
    desk.tell({ kind: 'captured', captured: { as: 'message', text: '什么时候发货', from: 'clipboard' } })
    await answer('fh01')
    expect(state()).toMatchObject({
      query: '什么时候发货',
      notice: { text: STRINGS.captured.fromClipboard },
    })
  })

  it('and nothing was copied either: the panel opens as always, and says so', async () => {
    show(1_000_000)
    desk.tell({ kind: 'captured', captured: { as: 'nothing', why: 'empty', message: '没有选中文字' } })
    expect(state()).toMatchObject({ query: '', notice: { text: '没有选中文字' } })
  })
})

describe('a nickname that was selected in the chat', () => {
  it('is the buyer from then on, with what the desk knows of them', async () => {
    desk.knownBuyers = [
      { nickname: '小鱼儿', type: 'returning', isGift: false, province: '浙江', measures: {} },
    ]
    show(1_000_000)
    desk.tell({ kind: 'captured', captured: { as: 'nickname', nickname: '小鱼儿' } })
    await settled()
    expect(state().buyer).toMatchObject({ nickname: '小鱼儿', type: 'returning', province: '浙江' })
  })

  it('of a buyer of this sitting brings back what the agent said of them', async () => {
    await type('#')
    panel.type('小鱼儿 谨慎', false)
    panel.chooseOption()
    panel.chooseBuyer(null)
    desk.tell({ kind: 'captured', captured: { as: 'nickname', nickname: '小鱼儿' } })
    expect(state().buyer).toMatchObject({ nickname: '小鱼儿', type: 'cautious' })
  })
})
