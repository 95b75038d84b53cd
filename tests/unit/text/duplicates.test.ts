import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDuplicates } from '../../../shared/text/duplicates.ts'
import { editDistance } from '../../../shared/text/edit-distance.ts'
import { foldedUnits } from '../../../shared/text/folded.ts'
import { resemblance, signatureOf } from '../../../shared/text/min-hash.ts'

const grouped = (...texts: string[]) =>
  findDuplicates(texts.map((text, index) => ({ id: String(index), text }))).map(({ isSame, ids }) => ({
    isSame,
    ids: ids.map(Number),
  }))

describe('phrases that say the same', () => {
  it('are found whatever their punctuation, width, case, emoji and spelling', () => {
    expect(
      grouped('亲，满198元包邮哦～', '亲 满１９８元包邮哦😊', '親，滿198元包郵哦！', '退货七天无理由'),
    ).toEqual([{ isSame: true, ids: [0, 1, 2] }])
  })

  it('are not those of which only the figures differ by a point', () => {
    expect(grouped('买1.5送1', '买15送1')).toEqual([])
  })

  it('are found where a word or two were changed', () => {
    expect(
      grouped(
        '亲，您好，您拍下的商品今天就为您安排发货，请耐心等待哦',
        '亲，尺码偏大，建议您拍小一码',
        '亲，您好，您拍下的商品明天就为您安排发货，请您耐心等待哦',
      ),
    ).toEqual([{ isSame: false, ids: [0, 2] }])
  })

  it('are not those that merely begin alike', () => {
    expect(
      grouped(
        '亲，您好，很高兴为您服务，请问您的身高体重是多少呢',
        '亲，您好，很高兴为您服务，这款面霜保质期三年',
      ),
    ).toEqual([])
  })

  it('are told of each text once, by the first that it is like', () => {
    const texts = ['一'.repeat(40), `${'一'.repeat(36)}二二二二`, `${'一'.repeat(32)}二二二二二二二二`]
    const groups = grouped(...texts)
    expect(groups.flatMap(({ ids }) => ids)).toEqual([...new Set(groups.flatMap(({ ids }) => ids))])
  })

  it('are not empty ones, nor those of punctuation alone', () => {
    expect(grouped('', '', '……', '！！')).toEqual([])
  })

  const WORDS =
    '亲 您好 今天 发货 包邮 面霜 尺码 退换 满减 优惠 库存 颜色 拍下 耐心 等待 客服 小六 身高 体重 建议 偏大 赠品 运费险 七天 无理由'.split(
      ' ',
    )
  const sentence = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 15 }).map((words) => words.join(''))

  it('with one character of many changed are found, whichever it is', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (text, place) => {
        const at = place % text.length
        const changed = `${text.slice(0, at)}甲${text.slice(at + 1)}`
        expect(grouped(text, changed)).toEqual([{ isSame: false, ids: [0, 1] }])
      }),
      { numRuns: 300 },
    )
  })

  it('in one group differ from its first in no more than 15 % of their length', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 2, maxLength: 8 }), (texts) => {
        for (const { ids } of grouped(...texts)) {
          const [first, ...others] = ids.map((id) => foldedUnits(texts[id]!))
          for (const other of others) {
            const longest = Math.max(first!.length, other.length)
            expect(editDistance(first!, other, longest)! / longest).toBeLessThanOrEqual(0.15)
          }
        }
      }),
    )
  })
})

describe('the distance of two texts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 14 })
  const units = (value: string) => foldedUnits(value)

  /** The textbook's table, whole. */
  function distance(one: string, other: string): number {
    let above = Array.from({ length: other.length + 1 }, (_, column) => column)
    for (let row = 1; row <= one.length; row++) {
      const next = [row]
      for (let column = 1; column <= other.length; column++)
        next.push(
          Math.min(
            next[column - 1]! + 1,
            above[column]! + 1,
            above[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1),
          ),
        )
      above = next
    }
    return above[other.length]!
  }

  it('is the fewest changes, or more than was asked', () => {
    fc.assert(
      fc.property(text, text, fc.nat({ max: 14 }), (one, other, most) => {
        const expected = distance(one, other)
        expect(editDistance(units(one), units(other), most)).toBe(expected <= most ? expected : null)
      }),
      { numRuns: 1000 },
    )
  })
})

it('a signature tells about what share two texts have in common', () => {
  const [one, other] = ['甲乙丙丁戊己庚辛壬癸'.repeat(1), '甲乙丙丁戊己庚辛壬癸']
  expect(resemblance(signatureOf(foldedUnits(one!)), signatureOf(foldedUnits(other!)))).toBe(1)
  expect(
    resemblance(signatureOf(foldedUnits('今天就为您发货')), signatureOf(foldedUnits('尺码偏大一点点'))),
  ).toBeLessThan(0.2)
})
