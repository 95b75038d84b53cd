/** A feature that some phrase has, and what it is worth to those that do. */
export interface Credit {
  group: number
  bucket: number
  /** How many phrases have it. */
  count: number
  credit: number
}

/** What is added up for a query, and where its candidates are looked for. */
export interface Credits {
  /** By their groups, the weightiest of each first. */
  readonly groups: Iterable<readonly Credit[]>
  /** The rarest: a phrase that has none of these is no candidate, however many of the commoner ones it has. */
  readonly telling: readonly Credit[]
  /** Whether there are phrases with some feature that are no candidates by it. */
  readonly hasLeftOut: boolean
}

/** How far a query is looked up. */
export interface Breadth {
  /** Entries of the index that may be visited. */
  postings: number
  /** Among so many of them candidates are looked for in any case. */
  telling: number
}

/** Half a millisecond. */
export const USUAL: Breadth = { postings: 40_000, telling: 8000 }
/** A slip leaves fewer rare features whole: what is found by it is found by commoner ones. */
export const WIDE: Breadth = { postings: 80_000, telling: 16_000 }
/** Of all the evidence that there could be, the share that features may have together and yet tell nothing. */
const UNTOLD = 0.3

/**
 * Chooses among the features of a query. What most phrases have tells none of them apart, and costs the most: the
 * commonest are left out once the rarer ones are paid for, and of the rest those that together come to little are
 * credited to the candidates but make none.
 */
export function chooseCredits(having: Credit[], { postings, telling: least }: Breadth): Credits {
  having.sort((a, b) => a.count - b.count)
  let visited = 0
  let kept = 0
  while (kept < having.length && (kept === 0 || visited <= postings)) visited += having[kept++]?.count ?? 0
  const all = having.length
  having.length = kept
  const telling = having.slice(0, tellingOf(having, least))
  return { groups: byGroup(having), telling, hasLeftOut: telling.length < all }
}

/** How many of the credits, the rarest first, candidates are looked for by. */
function tellingOf(credits: readonly Credit[], least: number): number {
  /** What all credits from here on can come to at most: of a group, only the best counts. */
  const mostOf = new Map<number, number>()
  let rest = 0
  const restFrom = new Float64Array(credits.length + 1)
  for (let i = credits.length - 1; i >= 0; i--) {
    const { group, credit } = credits[i] as Credit
    const before = mostOf.get(group) ?? 0
    if (credit > before) {
      mostOf.set(group, credit)
      rest += credit - before
    }
    restFrom[i] = rest
  }
  let visited = 0
  let telling = 0
  while (telling < credits.length) {
    if (visited >= least && (restFrom[telling] as number) <= UNTOLD * rest) break
    visited += credits[telling++]?.count ?? 0
  }
  return telling
}

function byGroup(credits: readonly Credit[]): Iterable<readonly Credit[]> {
  const groups = new Map<number, Credit[]>()
  for (const credit of credits) {
    const known = groups.get(credit.group)
    if (known) known.push(credit)
    else groups.set(credit.group, [credit])
  }
  for (const group of groups.values()) if (group.length > 1) group.sort((a, b) => b.credit - a.credit)
  return groups.values()
}
