import { PhraseIndex } from '../../../shared/search/index.ts'
import { type BenchPhrase, makeCorpus } from './corpus.ts'
import { asDocument } from './documents.ts'
import { evenly, percentile } from './measure.ts'

/** So many of each are timed; the first ones warm up and are left out. */
const SAMPLES = 500
const WARM_UP = 100

export interface Times {
  p50Ms: number
  p95Ms: number
}

/**
 * What it takes to let the index know of one phrase: of one that was edited, and of one that is new, in words of another
 * corpus than the index holds.
 */
export function edits(corpus: readonly BenchPhrase[], seed: number): { edited: Times; added: Times } {
  const index = PhraseIndex.build(corpus.map(asDocument))
  const time = (phrases: readonly BenchPhrase[]): Times => {
    const took = phrases.map((phrase) => {
      const document = asDocument(phrase)
      const start = performance.now()
      index.upsert(document)
      return performance.now() - start
    })
    const warm = took.slice(WARM_UP)
    return { p50Ms: percentile(warm, 0.5), p95Ms: percentile(warm, 0.95) }
  }
  const words = makeCorpus(seed, SAMPLES + WARM_UP)
  const edited = evenly(corpus, SAMPLES + WARM_UP).map((phrase, place) => ({
    ...phrase,
    title: `${phrase.title}${words[place]?.title.slice(0, 4)}`,
    body: `${phrase.body}${words[place]?.body.slice(0, 20)}`,
  }))
  return { edited: time(edited), added: time(words.map((phrase) => ({ ...phrase, id: `new-${phrase.id}` }))) }
}
