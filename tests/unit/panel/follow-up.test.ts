import { describe, expect, it } from 'vitest'
import { requestOf } from '../../../renderer/panel/follow-up/request.ts'
import { intentOf, type KeyContext, type KeyPress } from '../../../renderer/panel/keyboard/intents.ts'
import type { Buyer } from '../../../shared/model/buyer.ts'
import type { ProductSummary } from '../../../shared/model/product.ts'
import { answer, desk, now, panel, show, sitAtPanel, state, type } from './sitting.ts'

sitAtPanel()

const FISH: Buyer = { nickname: '小鱼儿', type: null, isGift: false, province: null, measures: {} }
const CREAM: ProductSummary = {
  ...{
    id: 'cream',
    code: 'MS01',
    name: '保湿面霜 50ml',
    shortName: '面霜',
    category: '护肤',
    priceFen: 9900,
  },
  ...{ stock: 10, stockUpdatedAt: null, image: null },
}
const HOUR = 60 * 60 * 1_000
const nobody = { buyer: null, product: null, query: '', step: null }

describe('a follow-up from the panel', () => {
  it('takes buyer, product and what was asked from the conversation, and says when it will remind', async () => {
    panel.chooseBuyer(FISH)
    panel.chooseProduct(CREAM)
    await answer('wh01')
    await type('有没有 XL')
    panel.openFollowUp()
    panel.typeFollowUp('催付 2小时后')
    await panel.saveFollowUp()
    const at = now + 2 * HOUR
    expect(desk.followUps).toEqual([
      {
        ...{
          kind: 'unpaid',
          dueAt: at - (at % 60_000),
          nickname: '小鱼儿',
          productId: 'cream',
          phraseId: null,
        },
        note: '买家问：有没有 XL',
      },
    ])
    expect(state()).toMatchObject({
      followUp: null,
      notice: { tone: 'done', text: '已记下催付，今天 10:16 提醒您' },
    })
  })

  it('asks for the buyer first where nobody is chosen, and keeps the line until it can be saved', async () => {
    panel.openFollowUp()
    expect(state().followUp?.line).toBe('#')
    await panel.saveFollowUp()
    expect(state()).toMatchObject({ followUp: { line: '#', isSaving: false }, notice: { tone: 'error' } })
    panel.typeFollowUp('#大鱼 退款 明天10点 催仓库')
    expect(state().notice).toBeNull()
    await panel.saveFollowUp()
    expect(desk.followUps).toMatchObject([{ nickname: '大鱼', kind: 'refund', note: '催仓库' }])
  })

  it('is answered by a question where the time is vague, and a digit chooses', async () => {
    panel.chooseBuyer(FISH)
    panel.openFollowUp()
    panel.typeFollowUp('催付 晚点 要粉色')
    await panel.saveFollowUp()
    expect(desk.followUps).toEqual([])
    expect(state().notice?.text).toContain('什么时候')
    await panel.chooseTime(0)
    expect(state().followUp?.line).toBe('催付 30分钟后 要粉色')
    await panel.saveFollowUp()
    expect(desk.followUps).toMatchObject([{ kind: 'unpaid', note: '要粉色' }])
  })

  it('survives the panel being put away for a moment', () => {
    panel.openFollowUp()
    panel.typeFollowUp('#大鱼 催付')
    desk.tell({ kind: 'panel-hidden' })
    show(now + 5_000)
    expect(state().followUp?.line).toBe('#大鱼 催付')
  })

  it('says the desk’s own words when it could not be kept', async () => {
    panel.chooseBuyer(FISH)
    panel.openFollowUp()
    desk.addFollowUp = () => Promise.reject(new Error('设置里关闭了“保存客户资料”'))
    await panel.saveFollowUp()
    expect(state()).toMatchObject({ followUp: { isSaving: false }, notice: { tone: 'error' } })
  })
})

describe('what one line says', () => {
  it.each([
    ['催付 明天10点 要粉色 M 码', 'unpaid', '要粉色 M 码'],
    ['明天10点 待回复 库存核实', 'to-answer', '库存核实'],
    ['没下单，周五，在比价', 'not-bought', '在比价'],
    ['缺货 月底', 'delayed', ''],
    ['退款进度 3天后', 'refund', '退款进度'],
    ['３天後 回訪', 'aftercare', ''],
  ])('%s', (text, kind, note) => {
    const { line } = requestOf(`#大鱼 ${text}`, nobody, now)
    expect(line).toMatchObject({ kind, note, time: { is: 'time' } })
  })

  it('what it does not say is taken from the step, the query and custom', () => {
    const unsaid = requestOf('', { ...nobody, buyer: FISH, step: 'confirm' }, now)
    expect(unsaid.line).toMatchObject({ kind: 'unpaid', isKindSaid: false, time: { is: 'usual' } })
    expect(unsaid.outcome).toMatchObject({ draft: { nickname: '小鱼儿' } })
    expect(requestOf('', { ...nobody, query: '退款什么时候到' }, now).line.kind).toBe('refund')
  })

  it('a time that has passed is refused in words', () => {
    const { outcome } = requestOf('#大鱼 催付 昨天', nobody, now)
    expect(outcome).toEqual({ lacks: expect.stringContaining('已经过去了') })
  })
})

describe('its keys', () => {
  const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
    ...{ key, code: key, command: false, alt: false, shift: false, isRepeat: false, isComposing: false },
    ...more,
  })
  const noting: KeyContext = {
    ...{ at: 'elsewhere', overlay: 'follow-up', isTextEmpty: false, hasSelection: false },
    ...{ hasChips: false, blank: 0, blanks: 0 },
  }

  it('Alt+F opens it, whatever letter the layout gives', () => {
    const key = press('ƒ', { code: 'KeyF', alt: true })
    expect(intentOf(key, { ...noting, at: 'query', overlay: null })).toEqual({ do: 'open-follow-up' })
  })

  it('Enter saves, Esc goes back, Alt and a digit chooses, letters are typed', () => {
    expect(intentOf(press('Enter'), noting)).toEqual({ do: 'save-follow-up' })
    expect(intentOf(press('Enter', { isRepeat: true }), noting)).toEqual({ do: 'nothing' })
    expect(intentOf(press('Escape'), noting)).toEqual({ do: 'close-follow-up' })
    expect(intentOf(press('2', { code: 'Digit2', alt: true }), noting)).toEqual({
      do: 'choose-time',
      index: 1,
    })
    expect(intentOf(press('a'), noting)).toBeNull()
    expect(intentOf(press('ArrowDown'), noting)).toBeNull()
  })

  it('Enter that confirms an input method’s candidate saves nothing', () => {
    expect(intentOf(press('Enter', { isComposing: true }), noting)).toBeNull()
  })
})
