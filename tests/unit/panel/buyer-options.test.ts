import { describe, expect, it } from 'vitest'
import { optionsOf, soughtIn } from '../../../renderer/panel/conversation/buyer-options.ts'
import type { Buyer } from '../../../shared/model/buyer.ts'

const buyer = (nickname: string, more: Partial<Buyer> = {}): Buyer => ({
  ...{ nickname, type: null, isGift: false, province: null, measures: {} },
  ...more,
})

const NOBODY_YET = { buyer: null, recentBuyers: [], app: null }
const offered = (text: string, known: Buyer[], recentBuyers: Buyer[] = []) =>
  optionsOf({ ...NOBODY_YET, recentBuyers }, { text, known }).map(
    (one) => `${one.kind} ${one.buyer.nickname}`,
  )

describe('the buyers offered', () => {
  it('before anything is typed are those of this sitting, then those last served, each once', () => {
    const [fish, white] = [buyer('小鱼儿'), buyer('大白')]
    expect(offered('', [fish, white], [fish])).toEqual(['recent 小鱼儿', 'known 大白'])
  })

  it('begin with the one whom letters spell, and with the one typed where letters are part of a name', () => {
    expect(offered('xyr', [buyer('小鱼儿')])).toEqual(['known 小鱼儿', 'described xyr'])
    expect(offered('lucy', [buyer('lucy_88')])).toEqual(['described lucy', 'known lucy_88'])
    expect(offered('小鱼', [buyer('小鱼儿')])).toEqual(['described 小鱼', 'known 小鱼儿'])
  })

  it('who are named in full are described on top of what is known of them', () => {
    const known = buyer('小鱼儿', { type: 'returning', measures: { heightCm: 165 } })
    const [first, ...others] = optionsOf(NOBODY_YET, { text: '小鱼儿 50kg', known: [known] })
    expect(first).toMatchObject({
      kind: 'supplemented',
      buyer: { type: 'returning', measures: { heightCm: 165, weightKg: 50 } },
    })
    expect(others).toEqual([])
  })
})

describe('the desk is asked', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['小鱼儿 老客 165', '小鱼儿'],
    ['165 50kg', null],
  ])('for %j by %j', (line, sought) => expect(soughtIn(line)).toBe(sought))
})
