import type { SearchAnswer } from '../../../../shared/model/search.ts'
import { buyerTraceIn, mayNameBuyer } from '../../../../shared/privacy/buyer-traces.ts'
import type { Database } from '../../database/open-database.ts'
import type { FindRequest } from '../../phrases/phrase-finder.ts'

const KEPT_AT_MOST = 200
/** Of words that were searched for once. */
const REMEMBERED_AT_MOST = 500
const SHORTEST = 2
const LONGEST = 24
/** What is typed on within this is still the same search. */
const SETTLED_MS = 3_000
/** Letters of any script and blanks: no digits, no signs of a sentence, no address. */
const WORDS = /^[\p{Letter}\p{Mark}]+( [\p{Letter}\p{Mark}]+)*$/u
/** 王女士, 欧阳先生: whom one talks to rather than what one looks for. */
const PERSON = /^\p{Script=Han}{1,3}(?:先生|女士|小姐|阿姨|叔叔|大哥|大姐)$/u

/**
 * What of a search may be told to whoever keeps the library; null when that is nothing. Words for a phrase are short
 * and have no digits; what may be a buyer's message, name, number, address or illness is left out.
 *
 * @param nicknames of the buyers who are known here
 */
export function tellableQuery(text: string, nicknames: readonly string[]): string | null {
  const query = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
  if (query.length < SHORTEST || query.length > LONGEST || !WORDS.test(query) || PERSON.test(query))
    return null
  return mayNameBuyer(query, nicknames) || buyerTraceIn(query, []) ? null : query
}

export interface MissLog {
  /** A search ended with nothing, or (`isMiss` false) with something. */
  searched(text: string, buyer: string | null, isMiss: boolean): void
  /** Those that were searched for at least twice, most often first. */
  list(): { query: string; count: number }[]
  /** One that is not to be told after all: nothing of it stays. */
  forget(query: string): void
}

/**
 * Counts searches that found nothing, once they are over: a search that is typed on, or found something next, was none.
 * Nothing is kept while no channel is told. What was searched for once may be anything, a name that nobody knows here
 * among it, and stays in memory until the program ends; only what comes again is written down.
 */
export function createMissLog(database: Database, now: () => number): MissLog {
  const wanted = database
    .prepare('SELECT EXISTS (SELECT 1 FROM team_channels WHERE sends_feedback = 1)')
    .pluck()
  const again = database.prepare(
    'UPDATE channel_misses SET count = count + 1, last_at = :at WHERE query = :query',
  )
  const insert = database.prepare(
    'INSERT INTO channel_misses (query, count, last_at) VALUES (:query, 2, :at)',
  )
  const prune = database.prepare(`
    DELETE FROM channel_misses WHERE query NOT IN
      (SELECT query FROM channel_misses ORDER BY count DESC, last_at DESC LIMIT ?)`)
  const select = database.prepare<[], { query: string; count: number }>(
    'SELECT query, count FROM channel_misses ORDER BY count DESC, query',
  )
  const remove = database.prepare('DELETE FROM channel_misses WHERE query = ?')
  const isWanted = () => wanted.get() === 1
  const once = new Set<string>()
  let open: { query: string; at: number } | null = null

  const note = database.transaction((query: string, at: number) => {
    if (again.run({ query, at }).changes > 0) return
    if (once.delete(query)) {
      insert.run({ query, at })
      prune.run(KEPT_AT_MOST)
      return
    }
    once.add(query)
    const [oldest] = once
    if (once.size > REMEMBERED_AT_MOST && oldest !== undefined) once.delete(oldest)
  })

  function settle(): void {
    if (!open) return
    const { query, at } = open
    open = null
    try {
      if (database.open && isWanted()) note(query, at)
    } catch {
      // A full disk or a busy file: one search less is counted, and nothing else is lost.
    }
  }

  return {
    searched(text, buyer, isMiss) {
      if (!isWanted()) return
      const at = now()
      const query = tellableQuery(text, buyer === null ? [] : [buyer])
      const isSame =
        open !== null &&
        at - open.at < SETTLED_MS &&
        (!isMiss || query === null || query.startsWith(open.query) || open.query.startsWith(query))
      if (isSame) open = null
      else settle()
      if (isMiss && query !== null) open = { query, at }
    },

    list() {
      if (open && now() - open.at >= SETTLED_MS) settle()
      return select.all()
    },

    forget(query) {
      once.delete(query)
      remove.run(query)
    },
  }
}

type Find = (request: FindRequest) => Promise<SearchAnswer>

/** The same search, whose misses are counted; one that was narrowed down by hand says nothing of the library. */
export function noticingMisses(find: Find, misses: MissLog): Find {
  return async (request) => {
    const answer = await find(request)
    const isNarrowed = request.step !== null || Object.keys(request.filters).length > 0
    if (!isNarrowed) misses.searched(request.text, request.buyer?.nickname ?? null, answer.total === 0)
    return answer
  }
}
