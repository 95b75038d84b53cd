import { afterEach, describe, expect, it } from 'vitest'
import {
  openPhraseSearch,
  type PhraseSearch,
  SearchUnavailable,
} from '../../../electron/desk/search/phrase-search.ts'
import { NOW, phrase } from '../../unit/search/library-of.ts'

const open: PhraseSearch[] = []
function search(worker?: URL): PhraseSearch {
  const one = openPhraseSearch({ worker })
  open.push(one)
  return one
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const ask = async (one: PhraseSearch, text: string) =>
  (await one.search({ text, now: NOW, today: '2026-11-21', limit: 5 })).hits.map(({ id }) => id)
/** More than are sent at once, so that there is a while in which a part has arrived. */
const manyPhrases = () => Array.from({ length: 1200 }, (_, number) => phrase(`面霜话术${number}`))
const CRASHING = new URL('./crashing.worker.ts', import.meta.url)

describe('the search in its thread', () => {
  it('lets a query that is asked while the library loads wait for it', async () => {
    const one = search()
    const many = Array.from({ length: 3000 }, (_, i) => phrase(`话术${i}`))
    void one.load(() => [...many, phrase('包邮说明')])
    expect(await ask(one, 'baoyou')).toEqual(['包邮说明'])
  })

  it('knows at once what was added, changed, removed and used', async () => {
    const one = search()
    await one.load(() => [phrase('包邮说明'), phrase('包邮活动'), phrase('发票')])
    one.upsert([phrase('退货流程'), phrase('发票', { id: '发票', title: '收据' })])
    one.remove(['包邮说明'])
    expect(await ask(one, 'thlc')).toEqual(['退货流程'])
    expect(await ask(one, '发票')).toEqual([])
    expect(await ask(one, 'baoyou')).toEqual(['包邮活动'])
  })

  it('takes in many phrases at once', async () => {
    const one = search()
    await one.load(() => [phrase('包邮说明')])
    one.upsert(Array.from({ length: 800 }, (_, i) => phrase(`面霜话术${i}`)))
    one.learn([{ text: 'ms', phraseId: '面霜话术700', at: NOW }])
    expect((await ask(one, 'ms'))[0]).toBe('面霜话术700')
  })

  it('replaces the library when it is loaded again', async () => {
    const one = search()
    await one.load(() => [phrase('包邮说明')])
    await one.load(() => [phrase('退货流程')])
    expect(await ask(one, '包邮')).toEqual([])
  })

  it('gives what is worth keeping, and finds the same from it', async () => {
    const kept = new Map<string, Uint8Array>()
    const { promise, resolve } = Promise.withResolvers<void>()
    const first = openPhraseSearch({
      onPrepared: (phrases) => {
        for (const { id, prepared } of phrases) kept.set(id, prepared)
        if (kept.size === 2) resolve()
      },
    })
    open.push(first)
    const phrases = [phrase('包邮说明', { code: 'by01' }), phrase('退货流程', { body: '七天内可退' })]
    await first.load(() => phrases)
    await promise
    const second = search()
    await second.load(() => phrases.map((one) => ({ ...one, prepared: kept.get(one.id) })))
    for (const text of ['baoyou', 'by01', 'thlc', '七天内']) {
      expect(await ask(second, text)).toEqual(await ask(first, text))
    }
  })

  it('starts anew once when the thread is lost, from what the library holds by then', async () => {
    const one = search(CRASHING)
    let held = [phrase('包邮说明')]
    await one.load(() => held)
    held = [phrase('包邮说明'), phrase('退货流程')]
    one.remove(['crash'])
    expect(await ask(one, '退货')).toEqual(['退货流程'])
  })

  it('says so when the thread is lost again', async () => {
    const one = search(CRASHING)
    await one.load(() => [phrase('包邮说明')])
    one.remove(['crash'])
    await ask(one, '包邮')
    one.remove(['crash'])
    await expect(ask(one, '包邮')).rejects.toBeInstanceOf(SearchUnavailable)
  })

  it('settles two loads that overlap, and holds every phrase once', async () => {
    const one = search()
    const many = [...manyPhrases(), phrase('包邮说明')]
    const source = () => many
    await Promise.all([one.load(source), one.load(source)])
    const { total } = await one.search({ text: '包邮', now: NOW, today: '2026-11-21', limit: 5 })
    expect(total).toBe(1)
  })

  it('keeps what was told while documents that it was read before are still to come', async () => {
    const one = search()
    const loading = one.load(() => [...manyPhrases(), phrase('发票', { id: 'last' })])
    one.upsert([phrase('退货流程', { id: 'last' })])
    await loading
    expect(await ask(one, '退货流程')).toEqual(['last'])
  })

  it('has, after the thread was lost, what picks had taught and what was told meanwhile', async () => {
    const one = search(CRASHING)
    let readings = 0
    await one.load(() => {
      readings++
      if (readings === 2) queueMicrotask(() => one.upsert([phrase('退货流程', { id: 'last' })]))
      return [...manyPhrases(), phrase('发票', { id: 'last' })]
    })
    one.learn([{ text: 'ms', phraseId: '面霜话术700', at: NOW }])
    one.remove(['crash'])
    expect((await ask(one, 'ms'))[0]).toBe('面霜话术700')
    expect(readings).toBe(2)
    expect(await ask(one, '退货流程')).toEqual(['last'])
  })

  it('answers a query that was under way when the thread fell from the whole library', async () => {
    const one = search(CRASHING)
    await one.load(() => [...manyPhrases(), phrase('退货流程')])
    one.remove(['crash'])
    expect(await ask(one, '退货流程')).toEqual(['退货流程'])
  })

  it('says in words for the agent that a query could not be answered, and answers the next', async () => {
    const one = search()
    await one.load(() => [phrase('包邮说明')])
    await expect(ask(one, null as never)).rejects.toMatchObject({
      code: 'search-failed',
      message: expect.stringContaining('没有搜成'),
    })
    expect(await ask(one, '包邮')).toEqual(['包邮说明'])
  })

  it('refuses queries once it is closed', async () => {
    const one = search()
    await one.load(() => [phrase('包邮说明')])
    await one.close()
    await expect(ask(one, '包邮')).rejects.toBeInstanceOf(SearchUnavailable)
  })
})
