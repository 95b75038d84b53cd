import { PhraseIndex } from '../../../shared/search/index.ts'
import { fill, INTENTS, type Labelled } from './corpus.ts'
import { asDocument, NOW, TODAY } from './documents.ts'
import { Random } from './random.ts'

/** So many messages an agent has answered before the second measurement. */
const USES = 200

/**
 * Buyers' messages before and after an agent has answered 200 others: each of those is the *other* paraphrase of some
 * intent, answered by a phrase that the label accepts. Recall at 3.
 */
export function afterUse(corpus: readonly Labelled[], seed: number) {
  const random = new Random(seed)
  const index = PhraseIndex.build(corpus.map(asDocument))
  const asked = INTENTS.flatMap((intent, number) => {
    const message = intent.messages[1]
    const target = corpus.find((phrase) => phrase.intent === number)
    return message && target ? [{ intent: number, text: fill(message, target.product, random) }] : []
  })
  const intentOf = new Map(corpus.map(({ id, intent }) => [id, intent]))
  const recall = () => {
    const met = asked.filter(({ intent, text }) =>
      index
        .search({ text, now: NOW, today: TODAY, limit: 3 })
        .hits.some(({ id }) => intentOf.get(id) === intent),
    )
    return Math.round((met.length / asked.length) * 1000) / 1000
  }
  const before = recall()
  for (let use = 0; use < USES; use++) {
    const phrase = random.pick(corpus)
    const message = INTENTS[phrase.intent]?.messages[0]
    if (message) index.learn(fill(message, phrase.product, random), phrase.id)
  }
  return { uses: USES, queries: asked.length, before, after: recall() }
}
