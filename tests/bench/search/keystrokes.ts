import { pinyin } from 'pinyin-pro'
import { PhraseIndex } from '../../../shared/search/index.ts'
import type { BenchPhrase } from './corpus.ts'
import { asDocument, NOW, TODAY } from './documents.ts'
import { percentile } from './measure.ts'
import { Random } from './random.ts'

const TARGETS = 200
const LONGEST = 12

/** The fewest keys from the start of a title's initials, pinyin or characters that bring it to the top. */
export function keystrokes(corpus: readonly BenchPhrase[], seed: number) {
  const random = new Random(seed)
  const index = PhraseIndex.build(corpus.map(asDocument))
  const targets =
    corpus.length <= TARGETS ? corpus : Array.from({ length: TARGETS }, () => random.pick(corpus))
  const needed = targets.map(({ id, title }) => {
    const syllables = pinyin(title.replace(/[^\p{L}\p{N}]/gu, ''), {
      toneType: 'none',
      type: 'array',
      v: true,
    })
    const forms = [title, syllables.join(''), syllables.map((syllable) => syllable[0]).join('')]
    for (let keys = 1; keys < LONGEST; keys++) {
      const typed = forms.filter((form) => form.length >= keys).map((form) => form.slice(0, keys))
      const isTop = (text: string) =>
        index.search({ text, now: NOW, today: TODAY, limit: 1 }).hits[0]?.id === id
      if (typed.some(isTop)) return keys
    }
    return LONGEST
  })
  return { targets: targets.length, median: percentile(needed, 0.5), p90: percentile(needed, 0.9) }
}
