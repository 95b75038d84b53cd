import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { furtherCell, furtherIn } from '../../../../../electron/desk/transfer/phrases/further-cell.ts'
import { isSpoiltCode } from '../../../../../electron/desk/transfer/phrases/spoilt-code.ts'
import { variantsCell, variantsIn } from '../../../../../electron/desk/transfer/phrases/variants-cell.ts'
import { FurtherMessage, type PhraseVariant } from '../../../../../shared/model/phrase.ts'
import { BUYER_TYPES } from '../../../../../shared/model/steps.ts'

const A_HASH = 'a'.repeat(64)
/** Lines that read like ours are among them. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('', '【老客】', '\\【老客】', '---', '\\\\-----', '〔图片〕', '【小主】', ' 亲 ', '\r'),
      fc.string(),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => lines.join('\n'))
  .filter((one) => /\S/.test(one))

describe('wordings for certain buyers, in a cell', () => {
  it('come back as they were', () => {
    const variants = fc.array(
      fc.record({
        buyerTypes: fc.uniqueArray(fc.constantFrom(...BUYER_TYPES), { minLength: 1 }),
        body: text,
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(variants, (all) => {
        const known = all.filter(
          (one, at) => all.findIndex((other) => other.buyerTypes.join() === one.buyerTypes.join()) === at,
        )
        expect(variantsIn(variantsCell(known), known)).toEqual({ ok: true, variants: known })
      }),
    )
  })

  it('are written by a person, too', () => {
    expect(variantsIn('\n【新客、议价】\n第一次来？\n送您券\n\n【 老客 】 \n欢迎回来', [])).toEqual({
      ok: true,
      variants: [
        { buyerTypes: ['new', 'haggler'], body: '第一次来？\n送您券' },
        { buyerTypes: ['returning'], body: '欢迎回来' },
      ] satisfies PhraseVariant[],
    })
  })

  it.each([
    ['欢迎回来', '要写成两行'],
    ['没有标题\n【老客】\n欢迎', '要写成两行'],
    ['【贵宾】\n欢迎', '没有叫“贵宾”的买家类型'],
  ])('%j is told', (cell, reason) => {
    expect(variantsIn(cell, [])).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })
})

describe('further messages, in a cell', () => {
  const message = fc.oneof(
    fc.record({ body: text, images: fc.constantFrom<string[]>([], [A_HASH]) }),
    fc.constant({ body: '', images: [A_HASH] }),
  )

  it('come back as they were, with their images', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 4 }), (all) => {
        const further = all.map((one) => FurtherMessage.parse(one))
        const known = further.filter(
          (one, at) => further.findIndex((other) => other.body.trim() === one.body.trim()) === at,
        )
        expect(furtherIn(furtherCell(known), known)).toEqual({ ok: true, further: known })
      }),
    )
  })

  it('keep their images where the text was changed or moved', () => {
    const known = [
      { body: '一', images: [A_HASH] },
      { body: '二', images: [] },
    ]
    expect(furtherIn('二\n---\n一', known)).toEqual({ ok: true, further: [known[1], known[0]] })
    expect(furtherIn('改过的一\n-----\n二\n-----\n三', known)).toEqual({
      ok: true,
      further: [{ body: '改过的一', images: [A_HASH] }, known[1], { body: '三', images: [] }],
    })
  })

  it('with nothing in them are told', () => {
    expect(furtherIn('一\n---\n\n---\n三', [])).toMatchObject({
      ok: false,
      reason: expect.stringContaining('第 3 条消息是空的'),
    })
  })
})

describe('a code that a spreadsheet program took for a number', () => {
  it.each([
    ['0012', '12', true],
    ['1E5', '100000', true],
    ['1234567890123456789', '1.23457E+18', true],
    ['1.10', '1.1', true],
    ['0012', '13', false],
    ['12', '120', false],
    ['a12', '12', false],
    ['1234567890123456789', '2.23457E+18', false],
    ['0012', '', false],
  ])('%s → %s: %s', (known, code, expected) => {
    expect(isSpoiltCode(known, code)).toBe(expected)
  })
})
