import { describe, expect, it } from 'vitest'
import { optionCount } from '../../../renderer/panel/state/state.ts'
import { AMOUNT, CREAM, PRICE } from './pretend-desk.ts'
import { answer, desk, panel, settled, sitAtPanel, state, type } from './sitting.ts'

sitAtPanel()

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
