import { PhraseIndex } from '../../../shared/search/index.ts'
import type { BenchPhrase } from './corpus.ts'
import { asDocument, NOW, TODAY } from './documents.ts'
import { percentile } from './measure.ts'
import { syllables } from './queries.ts'
import { Random } from './random.ts'

const TARGETS = 100
const LONGEST = 12

/**
 * The fewest keys of a title's initials, pinyin or characters that bring it to the top: from its beginning, and from
 * the beginning of any of its syllables, as who knows what sets the phrase apart types. Beside it, of the beginning,
 * what there is to reach; see `possible`.
 */
export function keystrokes(corpus: readonly BenchPhrase[], seed: number) {
  const random = new Random(seed)
  const index = PhraseIndex.build(corpus.map(asDocument))
  const targets =
    corpus.length <= TARGETS ? corpus : Array.from({ length: TARGETS }, () => random.pick(corpus))
  const isTop = (id: string) => (text: string) =>
    index.search({ text, now: NOW, today: TODAY, limit: 1 }).hits[0]?.id === id
  const beginning = targets.map(({ id, title }) => fewest(fromStart(title), isTop(id)))
  const anywhere = targets.map(({ id, title }) => fewest(fromAnySyllable(title), isTop(id)))
  return {
    targets: targets.length,
    ...spread(beginning),
    anywhere: spread(anywhere),
    ...possible(corpus, targets),
  }
}

/**
 * What keys from a title's beginning can do, whatever the method. `alone`: with so many of them no other title of the
 * corpus begins so. `byAnyMethod`: each text can have one phrase at its top, so with fewer keys than these there are
 * not texts enough for half (nine tenths) of the corpus.
 */
function possible(corpus: readonly BenchPhrase[], targets: readonly BenchPhrase[]) {
  const titlesBy = new Map<string, number>()
  const textsOf: number[] = new Array(LONGEST).fill(0)
  for (const { title } of corpus) {
    for (const typed of beginningsOf(title)) {
      const titles = titlesBy.get(typed) ?? 0
      titlesBy.set(typed, titles + 1)
      if (titles === 0) textsOf[typed.length] = (textsOf[typed.length] ?? 0) + 1
    }
  }
  const keysFor = (share: number) => {
    let texts = 0
    for (let keys = 1; keys < LONGEST; keys++) {
      texts += textsOf[keys] ?? 0
      if (texts >= share * corpus.length) return keys
    }
    return LONGEST
  }
  const isAlone = (typed: string) => titlesBy.get(typed) === 1
  return {
    alone: spread(targets.map(({ title }) => fewest(fromStart(title), isAlone))),
    byAnyMethod: { median: keysFor(0.5), p90: keysFor(0.9) },
  }
}

/** The fewest keys of any of the forms that do it; `LONGEST` when that many do not. */
function fewest(forms: readonly string[], does: (typed: string) => boolean): number {
  for (let keys = 1; keys < LONGEST; keys++) {
    const typed = new Set(forms.filter((form) => form.length >= keys).map((form) => form.slice(0, keys)))
    if (typed.values().some(does)) return keys
  }
  return LONGEST
}

function spread(needed: readonly number[]) {
  return { median: percentile(needed, 0.5), p90: percentile(needed, 0.9) }
}

function beginningsOf(title: string): Set<string> {
  const beginnings = new Set<string>()
  for (const form of fromStart(title))
    for (let keys = 1; keys < Math.min(LONGEST, form.length + 1); keys++) beginnings.add(form.slice(0, keys))
  return beginnings
}

/** A title in characters, pinyin and initials. */
function fromStart(title: string): string[] {
  const text = wordsOf(title)
  return formsOf(text, syllables(text), 0)
}

/** The same from each of its syllables on. */
function fromAnySyllable(title: string): string[] {
  const text = wordsOf(title)
  const spelled = syllables(text)
  return spelled.flatMap((_, from) => formsOf(text, spelled, from))
}

function formsOf(text: string, spelled: readonly string[], from: number): string[] {
  const rest = spelled.slice(from)
  return [text.slice(from), rest.join(''), rest.map((syllable) => syllable[0]).join('')]
}

function wordsOf(title: string): string {
  return title.replace(/[^\p{L}\p{N}]/gu, '')
}
