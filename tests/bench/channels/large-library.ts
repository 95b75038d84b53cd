import type { PackContents, PackPhrase } from '../../../shared/model/pack.ts'
import { PhraseDraft } from '../../../shared/model/phrase.ts'
import { makeCorpus } from '../search/corpus.ts'

const GROUPS = 200

/** A team's library of so many phrases, in the shops' own words. */
export function largeLibrary(seed: number, count: number): PackContents {
  const groups = Array.from({ length: GROUPS }, (_, number) => ({
    id: `g${number}`,
    parentId: null,
    name: `分组${number}`,
    position: number,
  }))
  const phrases = makeCorpus(seed, count).map(({ title, body }, number) => ({
    // As long as the ids that libraries have.
    id: `019ac000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    draft: PhraseDraft.parse({
      ...{ title, body: `${body}（${number}）`, code: `k${number}`, groupId: `g${number % GROUPS}` },
    }),
  }))
  return { groups, phrases }
}

/** The library after a day's work: so many phrases say something else, wherever they stand. */
export function edited(
  contents: PackContents,
  edits: number,
  below: (bound: number) => number,
  day: number,
): PackContents {
  const chosen = new Set<number>()
  while (chosen.size < edits) chosen.add(below(contents.phrases.length))
  const change = ({ id, draft }: PackPhrase): PackPhrase => ({
    id,
    draft: { ...draft, body: `${draft.body}第 ${day} 天改过，请以此为准` },
  })
  return {
    ...contents,
    phrases: contents.phrases.map((phrase, number) => (chosen.has(number) ? change(phrase) : phrase)),
  }
}
