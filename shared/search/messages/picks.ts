import type { Impression } from './impression.ts'

/** Older picks are forgotten. */
export const PICKS_KEPT = 5000
/** Messages less alike than this have nothing to teach each other. */
const LEAST_ALIKE = 0.35
const LIKEST = 4
/** So many picks in which a feature might have stood are supposed before there are any. */
const SUPPOSED = 20
/** A feature of so many picks tells none of them apart, and would cost the most. */
const TELLING_AT_MOST = 800
/** So many picks that share the most with a message are compared with it in full. */
const COMPARED = 48
/** With so many picks of one text, half of the belief in them is reached. */
const HALF_BELIEVED = 1

export interface Precedent {
  phraseId: string
  /** 0 to 1. */
  likeness: number
}

interface Picked {
  phraseId: string
  impression: Impression
}

/** What agents picked for which text: the same text means the same phrase again, a similar message a similar one. */
export class Picks {
  readonly #picks = new Map<number, Picked>()
  #next = 0
  readonly #byFeature = new Map<number, Set<number>>()
  readonly #byWhole = new Map<number, Map<string, number>>()

  learn(impression: Impression, phraseId: string): void {
    if (impression.whole === 0) return
    const number = this.#next++
    this.#picks.set(number, { phraseId, impression })
    for (const feature of impression.features) {
      const having = this.#byFeature.get(feature)
      if (having) having.add(number)
      else this.#byFeature.set(feature, new Set([number]))
    }
    const picked = this.#byWhole.get(impression.whole) ?? new Map<string, number>()
    picked.set(phraseId, (picked.get(phraseId) ?? 0) + 1)
    this.#byWhole.set(impression.whole, picked)
    if (this.#picks.size > PICKS_KEPT) this.#forget(number - PICKS_KEPT)
  }

  get isEmpty(): boolean {
    return this.#picks.size === 0
  }

  /** How much this very text, by its `wholeOf`, has come to mean each phrase, 0 to 1. */
  meaning(whole: number): ReadonlyMap<string, number> {
    const picked = this.#byWhole.get(whole)
    if (!picked) return new Map()
    const total = [...picked.values()].reduce((sum, count) => sum + count, 0)
    return new Map([...picked].map(([id, count]) => [id, count / (total + HALF_BELIEVED)]))
  }

  /** What was picked for the messages most like this one, the likest first. */
  precedents(impression: Impression): Precedent[] {
    if (this.isEmpty) return []
    const shared = new Map<number, number>()
    let length = 0
    for (const [i, feature] of impression.features.entries()) {
      const square = this.#worth(feature, impression.weights[i] ?? 0) ** 2
      length += square
      const having = this.#byFeature.get(feature)
      if (!having || having.size > TELLING_AT_MOST) continue
      for (const number of having) shared.set(number, (shared.get(number) ?? 0) + square)
    }
    const nearest = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COMPARED)
    const best = new Map<string, number>()
    for (const [number, both] of nearest) {
      const pick = this.#picks.get(number)
      if (!pick) continue
      const likeness = both / Math.sqrt(length * this.#length(pick.impression))
      if (likeness >= LEAST_ALIKE) best.set(pick.phraseId, Math.max(likeness, best.get(pick.phraseId) ?? 0))
    }
    return [...best]
      .map(([phraseId, likeness]) => ({ phraseId, likeness }))
      .sort((a, b) => b.likeness - a.likeness || (a.phraseId < b.phraseId ? -1 : 1))
      .slice(0, LIKEST)
  }

  /** What a feature says, by its rarity among the picks: words that every message has make no two of them alike. */
  #worth(feature: number, weight: number): number {
    const having = this.#byFeature.get(feature)?.size ?? 0
    return weight * Math.log(1 + (this.#picks.size + SUPPOSED) / (1 + having))
  }

  #length({ features, weights }: Impression): number {
    let squares = 0
    for (const [i, feature] of features.entries()) squares += this.#worth(feature, weights[i] ?? 0) ** 2
    return squares
  }

  #forget(number: number): void {
    const pick = this.#picks.get(number)
    if (!pick) return
    this.#picks.delete(number)
    for (const feature of pick.impression.features) {
      const having = this.#byFeature.get(feature)
      having?.delete(number)
      if (having?.size === 0) this.#byFeature.delete(feature)
    }
    const { whole } = pick.impression
    const picked = this.#byWhole.get(whole)
    const left = (picked?.get(pick.phraseId) ?? 0) - 1
    if (left > 0) picked?.set(pick.phraseId, left)
    else picked?.delete(pick.phraseId)
    if (picked?.size === 0) this.#byWhole.delete(whole)
  }
}
