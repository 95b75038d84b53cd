import type { CondensedText } from '../text/condense.ts'
import { GAP } from '../text/gaps.ts'
import type { Stretch } from '../text/stretch.ts'
import { FoundContexts } from './found-contexts.ts'
import type { Meaning, SoughtPair, Vocabulary } from './vocabulary.ts'
import type { Occurrence } from './word-tree.ts'

/** A place in a condensed text, and what is to be said of it. */
export interface Place<V> extends Stretch {
  verdict: V
}

/**
 * The vocabulary's words and pairs of words in a text, but for harmless ones; in no order.
 *
 * @param isName whether a stretch lies inside a name that is never a finding
 */
export function findWords<V>(
  condensed: CondensedText,
  vocabulary: Vocabulary<V>,
  isName: (stretch: Stretch) => boolean = () => false,
): Place<V>[] {
  const contexts = new FoundContexts()
  const sought: Occurrence<Meaning<V>>[] = []
  vocabulary.find(condensed, (occurrence) => {
    if (!contexts.note(occurrence)) sought.push(occurrence)
  })

  const places: Place<V>[] = []
  const pairs = new Map<SoughtPair<V>, Record<'first' | 'second', Stretch[]>>()
  for (const { from, to, meaning } of sought) {
    const list = listOf(meaning)
    if (!list || contexts.excuse({ from, to }, list.excuses, condensed)) continue
    if (meaning.role === 'word') {
      if (!isName({ from, to })) places.push({ from, to, verdict: list.verdict })
    } else if (meaning.role === 'first' || meaning.role === 'second') {
      const halves = pairs.get(meaning.pair) ?? { first: [], second: [] }
      halves[meaning.role].push({ from, to })
      pairs.set(meaning.pair, halves)
    }
  }
  for (const [{ list, within, withinReversed }, halves] of pairs) {
    // Most halves stand alone; looking for names is dear, and only halves that may be joined are worth it.
    if (halves.first.length === 0 || halves.second.length === 0) continue
    const first = halves.first.filter((half) => !isName(half))
    const second = halves.second.filter((half) => !isName(half))
    const found = joined(first, second, within, condensed).concat(
      joined(second, first, withinReversed, condensed),
    )
    places.push(...found.map((stretch) => ({ ...stretch, verdict: list.verdict })))
  }
  return places
}

function listOf<V>(meaning: Meaning<V>) {
  if (meaning.role === 'word') return meaning.list
  return meaning.role === 'first' || meaning.role === 'second' ? meaning.pair.list : null
}

/** For each of `heads` the farthest of `tails` that follows it closely enough, in the same sentence. */
function joined(
  heads: readonly Stretch[],
  tails: readonly Stretch[],
  within: number,
  { gaps }: CondensedText,
): Stretch[] {
  const found: Stretch[] = []
  let nearest = 0
  let reached = 0
  for (const { from, to } of heads) {
    // Inside a pair that was found already.
    if (to <= reached) continue
    while (nearest < tails.length && (tails[nearest]?.from ?? 0) < to) nearest++
    let end = 0
    for (let at = nearest; at < tails.length; at++) {
      const tail = tails[at]
      if (!tail || tail.from - to > within || hasSentenceEnd(gaps, from, tail.to)) break
      end = tail.to
    }
    if (end === 0) continue
    found.push({ from, to: end })
    reached = end
  }
  return found
}

function hasSentenceEnd(gaps: Uint8Array, from: number, to: number): boolean {
  return gaps.subarray(from + 1, to).some((gap) => gap >= GAP.sentence)
}
