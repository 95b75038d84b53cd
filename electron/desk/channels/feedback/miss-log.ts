import type { SearchAnswer } from '../../../../shared/model/search.ts'
import { buyerTraceIn, mayNameBuyer } from '../../../../shared/privacy/buyer-traces.ts'
import { readsAsMessage } from '../../../../shared/search/query.ts'
import type { Database } from '../../database/open-database.ts'
import type { FindRequest } from '../../phrases/phrase-finder.ts'

const KEPT_AT_MOST = 200
/** Of words whose last occasion is known. */
const REMEMBERED_AT_MOST = 500
const SHORTEST = 2
const LONGEST = 12
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
  if (readsAsMessage(query)) return null
  return mayNameBuyer(query, nicknames) || buyerTraceIn(query, []) ? null : query
}

export interface TypedSearch {
  text: string
  /** Nickname of the buyer who is served; null for none. */
  buyer: string | null
  /** Of the panel, from when it is shown to when it is put away. */
  sitting: number
}

/** When a word was searched for: again in the same sitting, or with no other search between, is the same occasion. */
interface Occasion {
  sitting: number
  /** Counts the searches for something else. */
  turn: number
}

export interface MissLog {
  /** A person's search ended with nothing, or (`isMiss` false) with something. */
  searched(search: TypedSearch, isMiss: boolean): void
  /** Those that were searched for on at least two occasions, most often first. */
  list(): { query: string; count: number }[]
  /** One that is not to be told after all: nothing of it stays. */
  forget(query: string): void
}

/**
 * Counts searches that found nothing, once they are over: a search that is typed on, or found something next, was none.
 * Each occasion counts once. Nothing is kept while no channel is told. What was searched for once may be anything, a name
 * that nobody knows here among it, and stays in memory until the program ends; only what comes again is written down.
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
  const counted = new Map<string, Occasion>()
  let open: ({ query: string; at: number } & Occasion) | null = null
  let last = ''
  let turn = 0

  const write = database.transaction((query: string, at: number, isFirst: boolean) => {
    if (again.run({ query, at }).changes > 0 || isFirst) return
    insert.run({ query, at })
    prune.run(KEPT_AT_MOST)
  })

  function note(query: string, at: number, occasion: Occasion): void {
    const before = counted.get(query)
    if (before && (before.sitting === occasion.sitting || before.turn === occasion.turn)) return
    write(query, at, before === undefined)
    counted.delete(query)
    counted.set(query, occasion)
    const [oldest] = counted.keys()
    if (counted.size > REMEMBERED_AT_MOST && oldest !== undefined) counted.delete(oldest)
  }

  /** On the way to a text its beginnings are searched for: they are no other search. */
  function countTurn(text: string): void {
    const begun = text.trim()
    if (begun === '') return
    if (!begun.startsWith(last) && !last.startsWith(begun)) turn++
    last = begun
  }

  function settle(): void {
    if (!open) return
    const { query, at, ...occasion } = open
    open = null
    try {
      if (database.open && isWanted()) note(query, at, occasion)
    } catch {
      // A full disk or a busy file: one search less is counted, and nothing else is lost.
    }
  }

  return {
    searched({ text, buyer, sitting }, isMiss) {
      if (!isWanted()) return
      countTurn(text)
      const at = now()
      const query = tellableQuery(text, buyer === null ? [] : [buyer])
      const isSame =
        open !== null &&
        at - open.at < SETTLED_MS &&
        (!isMiss || query === null || query.startsWith(open.query) || open.query.startsWith(query))
      if (isSame) open = null
      else settle()
      if (isMiss && query !== null) open = { query, at, sitting, turn }
    },

    list() {
      if (open && now() - open.at >= SETTLED_MS) settle()
      return select.all()
    },

    forget(query) {
      counted.delete(query)
      remove.run(query)
    },
  }
}

type Find = (request: FindRequest) => Promise<SearchAnswer>

/**
 * The same search, whose misses are counted where a person typed: what is asked otherwise may be a buyer's own words. One
 * that was narrowed down by hand says nothing of the library.
 */
export function noticingMisses(find: Find, misses: MissLog): Find {
  return async (request) => {
    const answer = await find(request)
    const isNarrowed = request.step !== null || Object.keys(request.filters).length > 0
    const { text, buyer, typedIn: sitting = null } = request
    if (sitting !== null && !isNarrowed)
      misses.searched({ text, buyer: buyer?.nickname ?? null, sitting }, answer.total === 0)
    return answer
  }
}
