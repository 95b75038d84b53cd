import { isLetter } from './normalise.ts'
import { ACCENT_CLASS, accentClassOf, beginsSyllable, LONGEST_SYLLABLE, syllableId } from './syllables.ts'

/** One syllable, initial or other unit of a reading of typed letters. */
export interface Token {
  /** What the token begins with: a letter, or the unit itself. */
  initial: number
  /** Accent class of the whole syllable; -1 when only its beginning, or no pinyin, was typed. */
  sound: number
  /** Exact syllable id, or -1. */
  syllable: number
  isDigit: boolean
}

export interface Segmentation {
  /** Lower is more likely. */
  cost: number
  tokens: Token[]
}

const COST = {
  syllable: 1,
  oneLetterSyllable: 1.35,
  accent: 1.2,
  unfinished: 1.1,
  doubleInitial: 1.5,
  initial: 1.6,
  other: 1,
}
/** No syllable begins with i, u or v; as initials they are slips. */
const NO_INITIAL = new Set([0x69, 0x75, 0x76])
const NO_INITIAL_COST = 2

interface Path {
  cost: number
  token: Token | null
  before: Path | null
}

/**
 * The likeliest ways to read a run of letters and digits as pinyin: full syllables, initials, both mixed, an
 * unfinished last syllable. Best first, at most `most`.
 */
export function segment(run: string, most: number): Segmentation[] {
  const reached: Path[][] = Array.from({ length: run.length + 1 }, () => [])
  reached[0]?.push({ cost: 0, token: null, before: null })
  for (let at = 0; at < run.length; at++) {
    const here = (reached[at] ?? []).sort((a, b) => a.cost - b.cost).slice(0, most)
    const step = (length: number, cost: number, token: Token) => {
      for (const path of here) reached[at + length]?.push({ cost: path.cost + cost, token, before: path })
    }
    const initial = run.charCodeAt(at)
    if (!isLetter(initial)) {
      step(1, COST.other, { initial, sound: -1, syllable: -1, isDigit: true })
      continue
    }
    const bare: Token = { initial, sound: -1, syllable: -1, isDigit: false }
    for (let length = 1; length <= LONGEST_SYLLABLE && at + length <= run.length; length++) {
      const letters = run.slice(at, at + length)
      const syllable = syllableId(letters)
      const accent = syllable === undefined && length > 1 ? accentClassOf(letters) : undefined
      if (syllable !== undefined) {
        const cost = length === 1 ? COST.oneLetterSyllable : COST.syllable
        step(length, cost, { initial, sound: ACCENT_CLASS[syllable] ?? -1, syllable, isDigit: false })
      } else if (accent !== undefined) {
        step(length, COST.accent, { initial, sound: accent, syllable: -1, isDigit: false })
      } else if (at + length === run.length && length > 1 && beginsSyllable(letters)) {
        step(length, COST.unfinished, bare)
      } else if (length === 2 && (letters === 'zh' || letters === 'ch' || letters === 'sh')) {
        step(length, COST.doubleInitial, bare)
      }
    }
    step(1, COST.initial + (NO_INITIAL.has(initial) ? NO_INITIAL_COST : 0), bare)
  }
  return (reached[run.length] ?? [])
    .sort((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map((path) => ({ cost: path.cost, tokens: tokensOf(path) }))
}

function tokensOf(path: Path): Token[] {
  const tokens: Token[] = []
  for (let at: Path | null = path; at?.token; at = at.before) tokens.push(at.token)
  return tokens.reverse()
}
