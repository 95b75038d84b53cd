import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiffPart, diffWords } from '../../../shared/text/word-diff.ts'

const marked = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('')
const made = (parts: readonly DiffPart[], without: DiffPart['kind']) =>
  parts.flatMap(({ kind, text }) => (kind === without ? [] : text)).join('')

describe('what has changed between two texts', () => {
  it('is told by words, as Chinese is read', () => {
    expect(marked('亲，今天发货哦', '亲，明天发货哦')).toBe('亲，[-今天][+明天]发货哦')
    expect(marked('满198元包邮', '满198元包邮，还送运费险')).toBe('满198元包邮[+，还送运费险]')
    expect(marked('您好，我是小六，很高兴为您服务', '您好，很高兴为您服务')).toBe(
      '您好，[-我是小六，]很高兴为您服务',
    )
  })

  it('is nothing when nothing has', () => {
    expect(diffWords('', '')).toEqual([])
    expect(diffWords('亲', '亲')).toEqual([{ kind: 'same', text: '亲' }])
  })

  it('is all when there was nothing, or is nothing left', () => {
    expect(marked('', '亲')).toBe('[+亲]')
    expect(marked('亲', '')).toBe('[-亲]')
  })

  it('keeps variables and numbers whole enough to read', () => {
    expect(marked('只要{{ 商品.价格 }}元', '只要{{ 商品.券后价 }}元')).toContain('只要{{ 商品.')
  })

  const text = fc.oneof(
    fc.string({
      unit: fc.constantFrom('亲', '今天', '发货', '，', '包邮', ' ', '\n', 'a', '1'),
      maxLength: 60,
    }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  )

  it('leads from the one to the other, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after)
        expect(made(parts, 'added')).toBe(before)
        expect(made(parts, 'removed')).toBe(after)
        for (const [index, { kind, text: part }] of parts.entries()) {
          expect(part).not.toBe('')
          expect(kind).not.toBe(parts[index - 1]?.kind)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('of two long texts with nothing in common is found, too', () => {
    const [before, after] = ['甲乙'.repeat(5000), '丙丁'.repeat(5000)]
    const parts = diffWords(before, after)
    expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  it('of a long text with one word changed is that word', () => {
    const long = '亲，这款面霜能用九十天。'.repeat(800)
    expect(diffWords(long, long.replace('面霜', '眼霜')).filter(({ kind }) => kind !== 'same')).toHaveLength(
      2,
    )
  })
})
