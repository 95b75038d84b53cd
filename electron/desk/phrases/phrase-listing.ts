import { chinaDay } from '../../../shared/model/china-time.ts'
import {
  MOST_FOUND,
  type PhraseChoice,
  type PhraseFilter,
  type PhraseQuery,
  type PhraseRow,
  type PhraseRowsPage,
  type PhraseSort,
} from '../../../shared/model/phrase-listing.ts'
import type { Span } from '../../../shared/model/span.ts'
import type { Database } from '../database/open-database.ts'
import { lastFew } from './last-few.ts'
import type { LibrarySearch } from './library-search.ts'
import { createPhraseFilter } from './phrase-filter.ts'
import type { PhraseGroups } from './phrase-groups.ts'
import { createPhraseOrder } from './phrase-order.ts'

/** The table of phrases, however long: any page of it, filtered, searched and sorted. */
export interface PhraseListing {
  /** @throws DeskError `search-failed` when there is a text and the search cannot answer */
  rows(query: PhraseQuery, page: { offset: number; limit: number }): Promise<PhraseRowsPage>
  /** The phrases in the rows `from` to `to`, both inclusive. */
  idsBetween(query: PhraseQuery, from: number, to: number): Promise<string[]>
  /** In which row a phrase stands; null where the query leaves it out. */
  placeOf(query: PhraseQuery, id: string): Promise<number | null>
  /** The phrases that are chosen, in their order. */
  idsOf(choice: PhraseChoice): Promise<string[]>
  /** Every tag in use with the number of its phrases, most used first. */
  tags(): { tag: string; count: number }[]
}

/** What a query has found: row ids in order. */
interface Found {
  rowIds: readonly number[]
  total: number
  /** Where the text was found in titles, by phrase. */
  titleSpans: ReadonlyMap<string, Span[]>
}

/** Answers and orders that are remembered: those one goes to and fro between. */
const REMEMBERED = 6

interface StoredRow {
  id: string
  title: string
  excerpt: string
  code: string | null
  step: PhraseRow['step']
  group_id: string | null
  source: PhraseRow['source']
  tags: string
  uses: number | null
  last_used_at: number | null
  pinned: 0 | 1
  valid_from: string | null
  valid_until: string | null
  updated_at: number
  archived_at: number | null
}

/**
 * The order of the whole library is worked out once and kept until the library changes; what a filter leaves is asked of
 * SQLite in no order and then stands as it stands there. Every page is then read by its row ids (under 1 ms).
 */
export function createPhraseListing(
  database: Database,
  { groups, search, now }: { groups: PhraseGroups; search: Pick<LibrarySearch, 'search'>; now: () => number },
): PhraseListing {
  const leaveBy = createPhraseFilter(database, groups, now)
  const putInOrder = createPhraseOrder(database, groups)
  // Triggers count every change of the library; uses are counted by themselves, by whatever program.
  const state = database.prepare<[], { revision: number; uses: number }>(`
    SELECT revision, (SELECT ifnull(max(id), 0) FROM usage_events) AS uses FROM library_revision WHERE id = 1`)
  const picked = database.prepare<[string], StoredRow>(`
    SELECT phrases.id, title, substr(body, 1, 240) AS excerpt, code, step, group_id, source, tags, uses, last_used_at,
           pinned, valid_from, valid_until, updated_at, archived_at
    FROM json_each(?) AS wanted JOIN phrases ON phrases.rowid = wanted.value
      LEFT JOIN phrase_use ON phrase_use.phrase_id = phrases.id
    ORDER BY wanted.key`)
  const idsAt = database
    .prepare<[string], string>(
      'SELECT phrases.id FROM json_each(?) AS wanted JOIN phrases ON phrases.rowid = wanted.value ORDER BY wanted.key',
    )
    .pluck()
  const rowIdOf = database.prepare<[string], { id: string; row_id: number }>(
    'SELECT phrases.id, phrases.rowid AS row_id FROM json_each(?) AS wanted JOIN phrases ON phrases.id = wanted.value',
  )
  const containing = database
    .prepare<[{ text: string }], number>(`
      SELECT rowid FROM phrases WHERE archived_at IS NOT NULL AND deleted_at IS NULL
        AND (instr(lower(title), :text) OR instr(lower(ifnull(code, '')), :text) OR instr(lower(body), :text))`)
    .pluck()
  const tagLists = database.prepare<[], { tags: string; phrases: number }>(`
    SELECT tags, count(*) AS phrases FROM phrases INDEXED BY phrases_in_order
    WHERE deleted_at IS NULL AND archived_at IS NULL AND tags <> '[]' GROUP BY tags`)

  const found = lastFew<Promise<Found>>(REMEMBERED)
  const orders = lastFew<readonly number[]>(REMEMBERED)

  /** The same question of the same library has the same answer. */
  function find(query: PhraseQuery): Promise<Found> {
    const key = JSON.stringify([query, state.get(), chinaDay(now())])
    return found.get(key, () => {
      const answer = query.filter.text.trim() === '' ? Promise.resolve(inOrder(query)) : searched(query)
      // An answer that failed is not one to remember.
      answer.catch(() => found.forget(key))
      return answer
    })
  }

  /** All there is in an order: filters come and go, the order under them stays. */
  function whole(sort: PhraseSort, archived: boolean): readonly number[] {
    const { revision, uses } = state.get() ?? { revision: 0, uses: 0 }
    const isByUse = sort.by === 'uses' || sort.by === 'lastUsed'
    return orders.get(JSON.stringify([sort, archived, revision, isByUse && uses]), () =>
      putInOrder(sort, archived),
    )
  }

  function inOrder({ filter, sort }: PhraseQuery): Found {
    const all = whole(sort, filter.archived)
    const rowIds = isNarrowed(filter) ? all.filter(leaveBy(filter)) : all
    return { rowIds, total: rowIds.length, titleSpans: new Map() }
  }

  async function searched({ filter, sort }: PhraseQuery): Promise<Found> {
    const { best, more, titleSpans } = filter.archived ? amongArchived(filter.text) : await asked(filter)
    const rowIds = (sort.by === 'place' ? best : whole(sort, filter.archived)).filter(leaveBy(filter, best))
    return { rowIds, total: rowIds.length + more, titleSpans }
  }

  /** What the panel would find, in its order. */
  async function asked({ text, step, groupId, source, tags: [tag] }: PhraseFilter) {
    const at = now()
    const answer = await search.search({
      ...{ text, now: at, today: chinaDay(at), limit: MOST_FOUND, context: {} },
      filters: { step, groupId: groupId ?? undefined, source, tag },
    })
    const rowIds = new Map(
      rowIdOf.all(JSON.stringify(answer.hits.map(({ id }) => id))).map(({ id, row_id }) => [id, row_id]),
    )
    return {
      best: answer.hits.flatMap(({ id }) => rowIds.get(id) ?? []),
      more: Math.max(0, answer.total - answer.hits.length),
      titleSpans: new Map(
        answer.hits.flatMap(({ id, match }) =>
          match?.field === 'title' ? [[id, match.spans] as [string, Span[]]] : [],
        ),
      ),
    }
  }

  /** The search knows nothing of what is archived: these are looked through as they are. */
  function amongArchived(text: string) {
    const best = containing.all({ text: text.trim().toLowerCase() })
    return { best, more: 0, titleSpans: new Map<string, Span[]>() }
  }

  return {
    async rows(query, { offset, limit }) {
      const { rowIds, total, titleSpans } = await find(query)
      const stored = picked.all(JSON.stringify(rowIds.slice(offset, offset + limit)))
      return {
        rows: stored.map((row) => asRow(row, titleSpans.get(row.id) ?? [])),
        count: rowIds.length,
        total,
      }
    },

    async idsBetween(query, from, to) {
      const { rowIds } = await find(query)
      return idsAt.all(JSON.stringify(rowIds.slice(from, to + 1)))
    },

    async placeOf(query, id) {
      const [stored] = rowIdOf.all(JSON.stringify([id]))
      const { rowIds } = await find(query)
      const place = stored ? rowIds.indexOf(stored.row_id) : -1
      return place < 0 ? null : place
    },

    async idsOf(choice) {
      if (choice.kind === 'some') return choice.ids
      const { rowIds } = await find(choice.query)
      const except = new Set(choice.except)
      return idsAt.all(JSON.stringify(rowIds)).filter((id) => !except.has(id))
    },

    tags() {
      const counts = new Map<string, number>()
      for (const { tags, phrases } of tagLists.iterate())
        for (const tag of new Set(JSON.parse(tags) as string[]))
          counts.set(tag, (counts.get(tag) ?? 0) + phrases)
      return [...counts]
        .map(([tag, count]) => ({ tag, count }))
        .sort((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1))
    },
  }
}

/** Whether anything but the text, and whether it is archived, is filtered by. */
function isNarrowed({ groupId, step, source, tags, validity, use }: PhraseFilter): boolean {
  return [groupId, step, source, validity, use].some((part) => part !== undefined) || tags.length > 0
}

function asRow(row: StoredRow, titleSpans: Span[]): PhraseRow {
  return {
    id: row.id,
    title: row.title,
    excerpt: row.excerpt,
    code: row.code,
    step: row.step,
    groupId: row.group_id,
    source: row.source,
    tags: JSON.parse(row.tags),
    uses: row.uses ?? 0,
    lastUsedAt: row.last_used_at,
    pinned: row.pinned === 1,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    updatedAt: row.updated_at,
    archivedAt: row.archived_at,
    titleSpans,
  }
}
