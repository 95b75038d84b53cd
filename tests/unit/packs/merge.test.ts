import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PhraseDraft, type PhraseDraftInput } from '../../../shared/model/phrase.ts'
import { canonicalJson } from '../../../shared/packs/canonical.ts'
import { comparePhrases, type HeldPhrase } from '../../../shared/packs/compare.ts'
import { mergeDraft } from '../../../shared/packs/merge-draft.ts'
import { mergeText } from '../../../shared/packs/merge-text.ts'

const draft = (said: Partial<PhraseDraftInput> = {}): PhraseDraft =>
  PhraseDraft.parse({ title: '包邮说明', body: '亲，满99包邮。新疆西藏除外。有问题随时找我。', ...said })

describe('a text that two people changed', () => {
  const base = '亲，满99包邮。新疆西藏除外。有问题随时找我。'

  it('has both changes when they are in different sentences', () => {
    const mine = '亲，满99包邮哦。新疆西藏除外。有问题随时找我。'
    const theirs = '亲，满99包邮。新疆西藏除外。有问题随时找小禾。'
    expect(mergeText(base, mine, theirs)).toBe('亲，满99包邮哦。新疆西藏除外。有问题随时找小禾。')
  })

  it('is left to a person when both changed the same sentence', () => {
    const mine = base.replace('99', '88')
    const theirs = base.replace('99', '198')
    expect(mergeText(base, mine, theirs)).toBeNull()
  })

  it('takes the same change once', () => {
    const changed = base.replace('99', '88')
    expect(mergeText(base, changed, `${changed}今天发。`)).toBe(`${changed}今天发。`)
  })

  it('is left to a person when both add something at the same place', () => {
    expect(mergeText(base, `${base}今天发。`, `${base}明天发。`)).toBeNull()
  })

  const sentences = fc
    .array(fc.constantFrom('好。', '在的！', '包邮\n', '今天发；', '明天到'), { maxLength: 12 })
    .map((list) => list.join(''))

  it('is whoever changed it, when only one did; and does not depend on whose is called mine', () => {
    fc.assert(
      fc.property(sentences, sentences, sentences, (text, a, b) => {
        expect(mergeText(text, a, text)).toBe(a)
        expect(mergeText(text, text, a)).toBe(a)
        expect(mergeText(text, a, b)).toBe(mergeText(text, b, a))
      }),
    )
  })
})

describe('a phrase that the team and the agent changed', () => {
  it('keeps both where they do not touch', () => {
    const base = draft({ tags: ['邮费'], questions: ['包邮吗'] })
    const mine = { ...base, title: '包邮', tags: ['邮费', '常用'], pinned: true }
    const theirs = { ...base, validUntil: '2026-11-30', tags: ['邮费', '大促'], questions: [] }
    const { draft: merged, conflicts } = mergeDraft(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(merged).toMatchObject({
      title: '包邮',
      validUntil: '2026-11-30',
      tags: ['邮费', '大促', '常用'],
      questions: [],
      pinned: true,
    })
  })

  it('is in conflict in just those fields that both changed', () => {
    const base = draft()
    const merged = mergeDraft(
      base,
      { ...base, step: 'greet', code: 'by1' },
      { ...base, step: 'confirm', code: null },
    )
    expect(merged.conflicts).toEqual(['step'])
    expect(merged.draft).toMatchObject({ step: 'confirm', code: 'by1' })
  })

  it('is in conflict when both changes are well and their sum is not', () => {
    const base = draft()
    const mine = { ...base, validFrom: '2026-12-01' }
    const { draft: merged, conflicts } = mergeDraft(base, mine, { ...base, validUntil: '2026-11-11' })
    expect(conflicts).toEqual(['validFrom'])
    expect(merged).toMatchObject({ validFrom: null, validUntil: '2026-11-11' })
  })
})

describe('what a pack changes', () => {
  const held = (id: string, base: PhraseDraft, mine: PhraseDraft | null = base): HeldPhrase => ({
    id,
    base,
    mine,
  })
  const kinds = (all: readonly HeldPhrase[], theirs: Record<string, PhraseDraft>) =>
    comparePhrases(
      all,
      Object.entries(theirs).map(([id, said]) => ({ id, draft: said })),
    ).map(({ id, kind }) => `${id} ${kind}`)

  it('is told for each phrase by who changed it', () => {
    const base = draft()
    const edited = { ...base, title: '我的叫法' }
    const published = { ...base, title: '新的叫法' }
    expect(
      kinds(
        [
          held('a-same', base),
          held('b-changed', base),
          held('c-mine', base, edited),
          held('d-both', base, edited),
          held('e-gone', base),
          held('f-gone-mine', base, edited),
          held('g-deleted', base, null),
          held('h-deleted', base, null),
          held('i-apart', base, edited),
          held('j-agreed', base, published),
          held('k-pinned', base, { ...base, pinned: true }),
        ],
        {
          ...{ 'a-same': base, 'b-changed': published, 'c-mine': base, 'd-both': published },
          ...{ 'g-deleted': base, 'h-deleted': published, 'i-apart': { ...base, step: 'greet' } },
          ...{ 'j-agreed': published, 'k-pinned': published, 'z-new': base },
        },
      ),
    ).toEqual([
      'b-changed changed',
      'd-both conflict',
      'e-gone removed',
      'f-gone-mine removed-but-edited',
      'h-deleted deleted-but-changed',
      'i-apart merged',
      'k-pinned changed',
      'z-new added',
    ])
  })
})

describe('the canonical way of writing a value', () => {
  it('does not depend on the order in which its members were made', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
