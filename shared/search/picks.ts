import { bucketOf, KIND, plainSound } from './candidates/features.ts'
import { says } from './chinese/function-units.ts'
import { isWordUnit, normaliseQuery } from './chinese/normalise.ts'
import { findNotions } from './chinese/notions.ts'

/** Older picks are forgotten. */
const KEPT_AT_MOST = 5000
/** Messages less alike than this have nothing to teach each other. */
const LEAST_ALIKE = 0.3
const LIKEST = 3
/** A notion is worth so many pairs of characters. */
const NOTION = 2
/** With so many picks of one text, half of the belief in them is reached. */
const HALF_BELIEVED = 1

export interface Precedent {
  phraseId: string
  /** 0 to 1. */
  likeness: number
}

interface Picked {
  key: string
  phraseId: string
  features: Map<number, number>
  length: number
}

/** What agents picked for which text: the same text means the same phrase again, a similar message a similar one. */
export class Picks {
  readonly #picks = new Map<number, Picked>()
  #next = 0
  readonly #byFeature = new Map<number, Set<number>>()
  readonly #byKey = new Map<string, Map<string, number>>()

  learn(text: string, phraseId: string): void {
    const key = keyOf(text)
    if (key === '') return
    const features = featuresOf(key)
    const length = Math.sqrt([...features.values()].reduce((sum, weight) => sum + weight * weight, 0))
    const number = this.#next++
    this.#picks.set(number, { key, phraseId, features, length })
    for (const feature of features.keys()) {
      const having = this.#byFeature.get(feature)
      if (having) having.add(number)
      else this.#byFeature.set(feature, new Set([number]))
    }
    const picked = this.#byKey.get(key) ?? new Map<string, number>()
    picked.set(phraseId, (picked.get(phraseId) ?? 0) + 1)
    this.#byKey.set(key, picked)
    if (this.#picks.size > KEPT_AT_MOST) this.#forget(number - KEPT_AT_MOST)
  }

  /** How much this very text has come to mean each phrase, 0 to 1. */
  meaning(text: string): ReadonlyMap<string, number> {
    const picked = this.#byKey.get(keyOf(text))
    if (!picked) return new Map()
    const total = [...picked.values()].reduce((sum, count) => sum + count, 0)
    return new Map([...picked].map(([id, count]) => [id, count / (total + HALF_BELIEVED)]))
  }

  /** What was picked for the messages most like this one, the likest first. */
  precedents(text: string): Precedent[] {
    if (this.#picks.size === 0) return []
    const features = featuresOf(keyOf(text))
    const shared = new Map<number, number>()
    let squares = 0
    for (const [feature, weight] of features) {
      squares += weight * weight
      for (const number of this.#byFeature.get(feature) ?? []) {
        shared.set(number, (shared.get(number) ?? 0) + weight * weight)
      }
    }
    const best = new Map<string, number>()
    for (const [number, both] of shared) {
      const pick = this.#picks.get(number)
      if (!pick) continue
      const likeness = both / (Math.sqrt(squares) * pick.length)
      if (likeness >= LEAST_ALIKE) best.set(pick.phraseId, Math.max(likeness, best.get(pick.phraseId) ?? 0))
    }
    return [...best]
      .map(([phraseId, likeness]) => ({ phraseId, likeness }))
      .sort((a, b) => b.likeness - a.likeness || (a.phraseId < b.phraseId ? -1 : 1))
      .slice(0, LIKEST)
  }

  #forget(number: number): void {
    const pick = this.#picks.get(number)
    if (!pick) return
    this.#picks.delete(number)
    for (const feature of pick.features.keys()) {
      const having = this.#byFeature.get(feature)
      having?.delete(number)
      if (having?.size === 0) this.#byFeature.delete(feature)
    }
    const picked = this.#byKey.get(pick.key)
    const left = (picked?.get(pick.phraseId) ?? 0) - 1
    if (left > 0) picked?.set(pick.phraseId, left)
    else picked?.delete(pick.phraseId)
    if (picked?.size === 0) this.#byKey.delete(pick.key)
  }
}

function keyOf(text: string): string {
  return normaliseQuery(text.slice(0, 400))
}

/** Pairs of sounds and notions of a text → what one shared says. */
function featuresOf(key: string): Map<number, number> {
  const units = Uint16Array.from({ length: key.length }, (_, i) => key.charCodeAt(i))
  const features = new Map<number, number>()
  for (let at = 0; at + 1 < units.length; at++) {
    const [a, b] = [units[at] as number, units[at + 1] as number]
    if (isWordUnit(a) && isWordUnit(b)) {
      features.set(bucketOf(KIND.questionSoundPair, plainSound(a), plainSound(b)), says(a, b))
    }
  }
  findNotions(units, 0, units.length, (notion) => features.set(bucketOf(KIND.headNotion, notion, 0), NOTION))
  return features
}
