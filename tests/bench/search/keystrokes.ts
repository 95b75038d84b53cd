import { pinyin } from 'pinyin-pro'
import { PhraseIndex } from '../../../shared/search/index.ts'
import type { BenchPhrase } from './corpus.ts'
import { asDocument, NOW, TODAY } from './documents.ts'
import { percentile } from './measure.ts'
import { Random } from './random.ts'

const TARGETS = 100
const LONGEST = 12

/**
 * The fewest keys of a title's initials, pinyin or characters that bring it to the top: from its beginning, and from
 * the beginning of any of its syllables, as who knows what sets the phrase apart types.
 */
export function keystrokes(corpus: readonly BenchPhrase[], seed: number) {
  const random = new Random(seed)
  const index = PhraseIndex.build(corpus.map(asDocument))
  const targets =
    corpus.length <= TARGETS ? corpus : Array.from({ length: TARGETS }, () => random.pick(corpus))
  const fewest = (from: 'beginning' | 'anywhere') => {
    const needed = targets.map(({ id, title }) => {
      const isTop = (text: string) =>
        index.search({ text, now: NOW, today: TODAY, limit: 1 }).hits[0]?.id === id
      const forms = formsOf(title)
        .slice(0, from === 'beginning' ? 1 : undefined)
        .flat()
      for (let keys = 1; keys < LONGEST; keys++) {
        const typed = new Set(forms.filter((form) => form.length >= keys).map((form) => form.slice(0, keys)))
        if (typed.values().some(isTop)) return keys
      }
      return LONGEST
    })
    return { median: percentile(needed, 0.5), p90: percentile(needed, 0.9) }
  }
  return { targets: targets.length, ...fewest('beginning'), anywhere: fewest('anywhere') }
}

/** For each syllable of a title, what follows from it on in characters, pinyin and initials. */
function formsOf(title: string): string[][] {
  const text = title.replace(/[^\p{L}\p{N}]/gu, '')
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true })
  return syllables.map((_, from) => {
    const rest = syllables.slice(from)
    return [text.slice(from), rest.join(''), rest.map((syllable) => syllable[0]).join('')]
  })
}
