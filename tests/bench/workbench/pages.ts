import { openDesk } from '../../../electron/desk/open-desk.ts'
import { PhraseQuery, SORT_KEYS } from '../../../shared/model/phrase-listing.ts'

const PAGE = 100
const OFFSETS = [0, 1_000, 25_000, 50_000, 77_700, 99_900]

/** The desk alone: `first` works a query's order out, `again` reads a page of it anywhere. ms */
export async function measureAnyPage(dataDir: string): Promise<{ first: number[]; again: number[] }> {
  const desk = openDesk({ dataDir })
  // What the search works out about new phrases is stored now, and takes nobody's time from the page later.
  await desk.ready()
  const [first, again]: [number[], number[]] = [[], []]
  const queries = [
    ...SORT_KEYS.map((by) => ({ filter: {}, sort: { by, descending: true } })),
    { filter: { tags: ['包邮'] } },
    { filter: { validity: 'expired' } },
    { filter: { use: { kind: 'never' } } },
    { filter: { use: { kind: 'idle', days: 90 } } },
    { filter: { step: 'answer', source: 'personal' } },
  ].map((query) => PhraseQuery.parse(query))
  for (const query of queries) {
    first.push(await timed(() => desk.phrases.rows(query, { offset: 0, limit: PAGE })))
    for (const offset of OFFSETS)
      again.push(await timed(() => desk.phrases.rows(query, { offset, limit: PAGE })))
  }
  await desk.close()
  return { first, again }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await act()
  return performance.now() - from
}
