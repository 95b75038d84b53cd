import { describe, expect, it } from 'vitest'
import { PhraseIndex } from '../../../shared/search/index.ts'
import { ask, NOW, phrase } from './library-of.ts'

const PRODUCTS = [...'面口眼手脚头鼻耳唇颈'].map((part) => `${part}部护理霜`)
const INTENTS = [...'价期法量色味装票货款'].map((about) => `${about}说明怎么样`)
const PHRASES = PRODUCTS.flatMap((product, p) =>
  INTENTS.map((intent, i) =>
    phrase(`${product}${intent}`, {
      id: `${p}-${i}`,
      body: `${product}的${intent}，亲亲可以放心。`.repeat(6),
      code: i === 0 ? `Hl${p}` : null,
      tags: [product, intent],
      groupIds: [`group-${p}`],
      groupNames: [product],
      questions: [`${product}这个${intent}啊`],
      uses: i,
      lastUsedAt: i === 0 ? null : NOW - i * 86_400_000,
      pinned: p === 3,
    }),
  ),
)
/** So many copies that the index has flat lists, as any library has that is worth keeping an index of. */
const LIBRARY = Array.from({ length: 6 }, (_, n) =>
  PHRASES.map((one) => ({ ...one, id: `${n}-${one.id}`, code: one.code && `${one.code}${n}` })),
).flat()
const QUERIES = ['面部', 'mbhl', 'koubuhlijia', 'hl32', '手部 发票', '护理霜量多少合适呢亲', 'meianbu', '']

function whole(parts: readonly Uint8Array[] | null): Uint8Array {
  if (!parts) throw new Error('nothing to keep')
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function thawed(bytes: Uint8Array): PhraseIndex {
  const index = PhraseIndex.thawed(bytes)
  if (!index) throw new Error('not taken')
  return index
}

const answers = (index: PhraseIndex) => QUERIES.map((text) => ask(index, text, { limit: 30 }))

describe('a finished index, frozen', () => {
  const fresh = PhraseIndex.build(LIBRARY)
  const bytes = whole(fresh.frozen())

  it('answers as it did, filters and codes included', () => {
    const index = thawed(bytes)
    expect(index.size).toBe(fresh.size)
    expect(answers(index)).toEqual(answers(fresh))
    const filters = { groupId: 'group-4' }
    expect(ask(index, '说明', { filters })).toEqual(ask(fresh, '说明', { filters }))
    expect(ask(fresh, 'hl32').hits[0]?.id).toBe('2-3-0')
  })

  it('takes edits, removals and uses as a fresh one does', () => {
    const edit = phrase('退货地址', { id: '0-0-0', body: '在这里' })
    const added = phrase('面部护理霜保质期', { id: 'new' })
    const index = thawed(bytes)
    index.upsert(edit)
    index.upsert(added)
    index.remove('1-1-1')
    index.recordUse('2-2-2', NOW)
    const kept = LIBRARY.filter(({ id }) => id !== '0-0-0' && id !== '1-1-1')
    const used = kept.map((one) =>
      one.id === '2-2-2' ? { ...one, uses: one.uses + 1, lastUsedAt: NOW } : one,
    )
    expect(answers(index)).toEqual(answers(PhraseIndex.build([...used, edit, added])))
  })

  it('holds what was edited since, when it is frozen once more', () => {
    const index = PhraseIndex.build(LIBRARY)
    index.upsert(phrase('退货地址', { id: '0-0-0' }))
    index.remove('1-1-1')
    const again = thawed(whole(index.frozen()))
    expect(answers(again)).toEqual(answers(index))
    expect(ask(again, 'thdz').hits[0]?.id).toBe('0-0-0')
  })

  it('is not changed by what happens to the index after its bytes were taken', () => {
    const index = PhraseIndex.build(LIBRARY)
    const parts = index.frozen()
    for (let n = 0; n < 50; n++) index.upsert(phrase(`退货地址${n}`, { body: '在这里'.repeat(100) }))
    // Not `toEqual`, which takes seconds for a megabyte.
    expect(Buffer.compare(whole(parts), bytes)).toBe(0)
  })

  it('is refused when another version wrote it, or not all of it is there', () => {
    const other = bytes.slice()
    other[8] = (other[8] ?? 0) + 1
    expect(PhraseIndex.thawed(other)).toBeNull()
    expect(PhraseIndex.thawed(bytes.slice(0, -4))).toBeNull()
    expect(PhraseIndex.thawed(bytes.slice(0, 20))).toBeNull()
    expect(PhraseIndex.thawed(new Uint8Array(0))).toBeNull()
  })

  it('is not made of a handful of phrases', () => {
    expect(PhraseIndex.build([phrase('包邮说明')]).frozen()).toBeNull()
  })
})
