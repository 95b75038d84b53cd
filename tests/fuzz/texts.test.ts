import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBuyerLine } from '../../renderer/panel/conversation/buyer-line.ts'
import { checkWording } from '../../shared/compliance/index.ts'
import { maskPersonal, sensitiveIn } from '../../shared/privacy/sensitive.ts'
import { PhraseIndex } from '../../shared/search/index.ts'
import { checkGuard, checkScript, parseScript, renderScript } from '../../shared/template/index.ts'
import { ask, phrase } from '../unit/search/library-of.ts'
import { facts } from '../unit/template/sample-facts.ts'
import { FUZZ_LIMIT_MS, fuzzing } from './runs.ts'
import { HOSTILE_TEXTS } from './values-of-schema.ts'

const SPLINTERS = [
  ...[
    '{{',
    '}}',
    '{%',
    '%}',
    '|',
    ':',
    '..',
    '"',
    "'",
    'if',
    'endif',
    'for',
    'in',
    'endfor',
    'assign',
    'capture',
  ],
  ...[
    '商品',
    '.价格',
    '客户',
    '店铺',
    '每天',
    '仅剩',
    '(1..9)',
    'size',
    '随机',
    '或者',
    'end随机',
    '\n',
    ' ',
    '=',
  ],
  ...[
    '亲',
    '包邮',
    'huanying',
    'hy',
    '微信',
    '最好',
    '100%',
    '保证',
    '138',
    '0013',
    '8000',
    '省',
    '市',
    '宝宝',
    '3岁',
  ],
  ...['\u200b', '\u3000', 'ｖｘ', '臺', '😀', '\ud83d', '\0', '\u202e', 'e\u0301', '-', '.', '/', '\\', '+'],
]

/** Texts of what breaks readers: pieces of every language in use, hostile ones, and any characters at all. */
const texts = fc.oneof(
  {
    arbitrary: fc.array(fc.constantFrom(...SPLINTERS), { maxLength: 60 }).map((pieces) => pieces.join('')),
    weight: 6,
  },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 300 }), weight: 2 },
  { arbitrary: fc.constantFrom<string>(...HOSTILE_TEXTS), weight: 1 },
)

const holds = (text: string, { start, end }: { start: number; end: number }) =>
  0 <= start && start < end && end <= text.length

describe('whatever is typed, pasted or read', { timeout: FUZZ_LIMIT_MS }, () => {
  it('as a script renders, or is refused with a place and a reason', () => {
    fc.assert(
      fc.property(texts, (body) => {
        checkScript(body)
        const parsed = parseScript(body)
        if (!parsed.ok) {
          expect(parsed.error.message).toMatch(/\p{Script=Han}/u)
          return
        }
        const { text, missing, refusals } = renderScript(parsed.script, facts)
        expect(text === null).toBe(missing.length + refusals.length > 0)
      }),
      fuzzing(1_500),
    )
  })

  it('as a condition is answered', () => {
    fc.assert(
      fc.property(texts, (guard) => {
        const answer = checkGuard(guard, facts)
        if (!answer.holds) expect(answer.reason).toMatch(/\p{Script=Han}/u)
      }),
      fuzzing(500),
    )
  })

  it('as a query or as a phrase is searched, and matches lie within their text', () => {
    const greeting = phrase('欢迎光临', { body: '亲，包邮吗？满198元包邮', questions: ['包邮吗'] })
    fc.assert(
      fc.property(texts, texts, (query, body) => {
        const index = PhraseIndex.build([greeting, phrase(body.slice(0, 120), { id: 'x', body })])
        for (const { match } of ask(index, query).hits)
          for (const span of match?.spans ?? []) expect(holds(match?.text ?? '', span)).toBe(true)
      }),
      fuzzing(1_500),
    )
  })

  it('is checked by the wording rules, and findings quote it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { span, text: found } of checkWording(text)) {
          expect(holds(text, span)).toBe(true)
          expect(text.slice(span.start, span.end)).toBe(found)
        }
      }),
      fuzzing(1_500),
    )
  })

  it('about a buyer is read and masked without a word lost', () => {
    fc.assert(
      fc.property(texts, (text) => {
        readBuyerLine(text)
        for (const { span } of sensitiveIn(text)) expect(holds(text, span)).toBe(true)
        expect(maskPersonal(text)).toHaveLength(text.length)
      }),
      fuzzing(500),
    )
  })
})
