import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PhraseIndex, type SearchDocument } from '../../../shared/search/index.ts'
import { ask, phrase } from './library-of.ts'

const ALPHABET = [...'包邮退货运费发票顺丰快递几个重发银行调面霜abyou012 ,。{}%']
const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...ALPHABET), { maxLength }).map((characters) => characters.join(''))

const someDocument: fc.Arbitrary<SearchDocument> = fc
  .record({
    id: fc.integer({ min: 0, max: 30 }).map(String),
    title: text(12),
    body: text(40),
    tags: fc.array(text(4), { maxLength: 2 }),
    questions: fc.array(text(10), { maxLength: 2 }),
    code: fc.option(text(4)),
    uses: fc.integer({ min: 0, max: 50 }),
  })
  .map(({ title, ...rest }) => phrase(title, rest))
const library = fc.array(someDocument, { maxLength: 40 })
/** The last of each id, as a library would hold them. */
const held = (documents: SearchDocument[]) => [...new Map(documents.map((one) => [one.id, one])).values()]

const FIXED = PhraseIndex.build(['包邮说明', '退货运费谁出', '重发快递'].map((title) => phrase(title)))

describe('whatever is typed', () => {
  it('never throws on any Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 10_000, size: 'max' }), (typed) => {
        expect(ask(FIXED, typed).hits.length).toBeLessThanOrEqual(3)
      }),
      { numRuns: 60 },
    )
  })

  it('gives spans that lie inside the text, in order', () => {
    fc.assert(
      fc.property(library, text(12), (documents, typed) => {
        for (const { match } of ask(PhraseIndex.build(documents), typed).hits) {
          let end = 0
          for (const span of match?.spans ?? []) {
            expect(span.start).toBeGreaterThanOrEqual(end)
            expect(span.end).toBeGreaterThan(span.start)
            expect(span.end).toBeLessThanOrEqual(match?.text.length ?? 0)
            end = span.end
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('does not depend on what was asked before', () => {
    fc.assert(
      fc.property(library, fc.array(text(10), { maxLength: 5 }), text(10), (documents, earlier, typed) => {
        const used = PhraseIndex.build(documents)
        for (const one of earlier) ask(used, one)
        expect(ask(used, typed)).toEqual(ask(PhraseIndex.build(documents), typed))
      }),
      { numRuns: 80 },
    )
  })
})

describe('what is kept beside a phrase', () => {
  it('stands for its text, and is not believed of any other', () => {
    fc.assert(
      fc.property(library, someDocument, text(10), (documents, other, typed) => {
        const phrases = held(documents)
        const fresh = PhraseIndex.build(phrases)
        const kept = phrases.map((one) => ({ ...one, prepared: fresh.prepared(one.id) }))
        expect(ask(PhraseIndex.build(kept), typed)).toEqual(ask(fresh, typed))
        const stale = kept.map((one) => ({ ...other, id: one.id, prepared: one.prepared }))
        const plain = kept.map((one) => ({ ...other, id: one.id }))
        expect(ask(PhraseIndex.build(stale), typed)).toEqual(ask(PhraseIndex.build(plain), typed))
      }),
      { numRuns: 60 },
    )
  })
})

describe('whatever is edited', () => {
  it('answers as a fresh index of the same phrases does', () => {
    fc.assert(
      fc.property(
        library,
        fc.array(fc.oneof(someDocument, fc.integer({ min: 0, max: 30 }).map(String)), { maxLength: 20 }),
        text(10),
        (documents, edits, typed) => {
          const edited = PhraseIndex.build(documents)
          const now = new Map(held(documents).map((one) => [one.id, one]))
          for (const edit of edits) {
            if (typeof edit === 'string') {
              edited.remove(edit)
              now.delete(edit)
            } else {
              edited.upsert(edit)
              now.set(edit.id, edit)
            }
          }
          expect(ask(edited, typed)).toEqual(ask(PhraseIndex.build(now.values()), typed))
        },
      ),
      { numRuns: 120 },
    )
  })

  it('orders the same phrases the same way, whatever order they came in', () => {
    fc.assert(
      fc.property(library, text(10), (documents, typed) => {
        const phrases = held(documents)
        const there = ask(PhraseIndex.build(phrases), typed)
        expect(ask(PhraseIndex.build(phrases.toReversed()), typed)).toEqual(there)
      }),
      { numRuns: 120 },
    )
  })
})
