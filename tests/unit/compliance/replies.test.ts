import { describe, expect, it } from 'vitest'
import {
  gaugeReply,
  greetingAdvice,
  promiseRemark,
  promisesIn,
  warmerOpening,
} from '../../../shared/compliance/index.ts'

describe('a reply is no shorter than the question', () => {
  it('and says by how much it is', () => {
    const gauge = gaugeReply('有的', '请问这款黑色的L码还有货吗')
    expect(gauge).toMatchObject({ replyLength: 2, messageLength: 13, isShort: true })
    expect(gauge.advice).toContain('13')
  })

  it('or there is nothing to say; spaces and line breaks do not count, an emoji is one', () => {
    expect(gaugeReply('有的 \n 亲😀', '还有吗？')).toEqual({
      replyLength: 4,
      messageLength: 4,
      isShort: false,
      advice: null,
    })
    expect(gaugeReply('在', '').advice).toBeNull()
  })
})

describe('a cold opening is offered a warmer one that keeps the rest', () => {
  const rewritten = (text: string) => {
    const opening = warmerOpening(text)
    return opening?.rewrite
      ? text.slice(0, opening.span.start) + opening.rewrite + text.slice(opening.span.end)
      : opening
  }

  it.each([
    ['不行的，已经发货了', '我很想帮您办成，只是已经发货了'],
    ['亲，没有货了，只剩白色', '亲，您要的这款暂时缺着，只剩白色'],
    ['你错了，这款是加绒的', '可能是我没说清楚，这款是加绒的'],
    ['没有，只有白色', '您要的这个暂时缺着，只有白色'],
    ['不知道什么时候到', '什么时候到，我马上去核实，查到就告诉您'],
    ['不知道', '这个我马上去核实，查到就告诉您'],
    ['没有数据。', '这个我马上去核实，查到就告诉您。'],
    ['您好~不能便宜了哦', '您好~价格这边已经给到位了，我帮您看看有没有能用的券和满减'],
  ])('%s', (cold, warm) => expect(rewritten(cold)).toBe(warm))

  it('or none where nothing general fits, with the reason all the same', () => {
    expect(warmerOpening('爱买不买')).toMatchObject({
      rewrite: null,
      reason: expect.stringContaining('投诉'),
    })
  })

  it.each(['不含酒精的', '不掉色，放心穿', '没有异味', '不知道您喜欢哪个颜色', '可以的，没有问题', '不行的话可以换', ''])(
    'and %s is none', (text) => expect(warmerOpening(text)).toBeNull(),
  ) // biome-ignore format: one list, read as one
})

describe('a greeting', () => {
  it('of more than three lines is told so, empty lines aside', () => {
    expect(greetingAdvice('一\n\n二\n三', 'greet')).toBeNull()
    expect(greetingAdvice('一\n二\n三\r\n四', 'greet')).toContain('4 行')
  })

  it('is the only text that is held to that', () => {
    expect(greetingAdvice('一\n二\n三\n四', 'answer')).toBeNull()
  })
})

describe('promises', () => {
  const kinds = (text: string) => promisesIn(text).map(({ kind, text }) => `${kind} ${text}`)

  it.each([
    ['今天就给您发出', ['date 今天就给您发出']],
    ['48小时内发货', ['date 48小时内发货']],
    ['给您发顺丰，明天到', ['courier 给您发顺丰', 'date 明天到']],
    ['可以指定中通', ['courier 指定中通']],
    ['这单送您一双袜子', ['gift 送您一双袜子']],
    ['给您备一份小样，今天发', ['gift 给您备一份小样', 'date 今天发']],
    ['送两双袜子今天发', ['gift 送两双袜子', 'date 今天发']],
    ['送您一份小样哦~下次再来', ['gift 送您一份小样']],
    ['给您准备了小礼品随单寄出', ['gift 给您准备了小礼品']],
    ['我多送一份', ['gift 多送一份']],
    ['今天发，送货上门', ['date 今天发']],
  ])('are found in %s', (text, expected) => expect(kinds(text)).toEqual(expected))

  it.each(['今天发不了', '不能指定快递', '优惠券今天到期', '今天发现有色差', '能今天发吗', '没有赠品', '不送赠品'])(
    'are none in %s', (text) => expect(kinds(text)).toEqual([]),
  ) // biome-ignore format: one list, read as one

  it('are recorded with what was promised, by whom and when, each once', () => {
    const promises = promisesIn('今天发，送您一双袜子；今天发')
    expect(promiseRemark(promises, { agentAlias: '小满', day: '2026-11-11' })).toBe(
      '已答应买家 时间：今天发；赠品：送您一双袜子 小满 2026-11-11',
    )
  })

  it('fit the 1,000 bytes of a remark, however many and long they are', () => {
    const promises = Array.from({ length: 200 }, (_, at) => ({
      kind: 'gift' as const,
      span: { start: 0, end: 1 },
      text: `送${at}双袜子`,
    }))
    for (const list of [promises, [{ ...promises[0]!, text: '袜'.repeat(2000) }]]) {
      const remark = promiseRemark(list, { agentAlias: '满'.repeat(500), day: '2026-11-11' })
      expect(new TextEncoder().encode(remark).length).toBeLessThanOrEqual(1000)
      expect(remark).toMatch(/等 满+ 2026-11-11$/)
    }
  })
})
