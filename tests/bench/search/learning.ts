import { PhraseIndex } from '../../../shared/search/index.ts'
import { asAnotherBuyer } from './buyers.ts'
import { fill, INTENTS, type Labelled } from './corpus.ts'
import { asDocument, NOW, TODAY } from './documents.ts'
import { Random } from './random.ts'

/** So many messages an agent has answered before the second measurement. */
const USES = 200
/** A set has so many paraphrases of an intent; one half is met in use, the other never, and then the other way round. */
const HALF = 2

interface Asked {
  text: string
  isAnsweredBy: (phrase: Labelled) => boolean
}

interface BeforeAndAfter {
  queries: number
  /** Recall at 3. */
  before: number
  after: number
}

/**
 * Buyers' messages before and after an agent has answered 200 others, each by a phrase of the intent for the product
 * of that talk. `similar`: paraphrases that were among the 200, from another buyer: of another product, with other
 * words around and slips of his own. `unmet`: paraphrases of every intent that were never among them. `next`: messages
 * drawn as the 200 were, of all paraphrases. `strict`: the one message of each intent that was asked before there were
 * more, when the 200 were the one message of the *other* set.
 */
export function afterUse(corpus: readonly Labelled[], seed: number, set: 0 | 1) {
  const byIntent = Map.groupBy(corpus, ({ intent }) => intent)
  const similar: BeforeAndAfter[] = []
  const unmet: BeforeAndAfter[] = []
  const next: BeforeAndAfter[] = []
  for (const metFirst of [true, false]) {
    const random = new Random(seed + (metFirst ? 0 : 1))
    const halves = INTENTS.map(({ messages, paraphrases }) => {
      const all = [...messages.slice(set, set + 1), ...paraphrases[set]]
      return metFirst ? [all.slice(0, HALF), all.slice(HALF)] : [all.slice(HALF), all.slice(0, HALF)]
    })
    const met = (intent: number) => halves[intent]?.[0] ?? []
    const never = (intent: number) => halves[intent]?.[1] ?? []
    const answered = new Map<string, { template: string; intent: number }>()
    const taught: [string, string][] = []
    for (let use = 0; use < USES; use++) {
      const phrase = random.pick(corpus)
      const template = random.pick(met(phrase.intent))
      answered.set(template, { template, intent: phrase.intent })
      taught.push([asAnotherBuyer(fill(template, phrase.product, random), random), phrase.id])
    }
    const asking = (template: string, intent: number): Asked[] => {
      const phrases = byIntent.get(intent)
      if (!phrases) return []
      const { product } = random.pick(phrases)
      const named = template.includes('{p}')
      return [
        {
          text: asAnotherBuyer(fill(template, product, random), random),
          isAnsweredBy: (phrase) => phrase.intent === intent && (!named || phrase.product === product),
        },
      ]
    }
    const asked = {
      similar: [...answered.values()].flatMap(({ template, intent }) => asking(template, intent)),
      unmet: INTENTS.flatMap((_, intent) => never(intent).flatMap((template) => asking(template, intent))),
      next: Array.from({ length: USES }, () => random.pick(corpus).intent).flatMap((intent) =>
        asking(random.pick([...met(intent), ...never(intent)]), intent),
      ),
    }
    const index = PhraseIndex.build(corpus.map(asDocument))
    const before = { similar: recall(asked.similar), unmet: recall(asked.unmet), next: recall(asked.next) }
    for (const [text, id] of taught) index.learn(text, id)
    const half = (kind: keyof typeof asked): BeforeAndAfter => ({
      queries: asked[kind].length,
      before: before[kind],
      after: recall(asked[kind]),
    })
    similar.push(half('similar'))
    unmet.push(half('unmet'))
    next.push(half('next'))

    function recall(questions: readonly Asked[]): number {
      return recallOf(index, corpus, questions)
    }
  }
  return {
    uses: USES,
    similar: both(similar),
    unmet: both(unmet),
    next: both(next),
    strict: both([strictly(corpus, seed, set)]),
  }
}

function strictly(corpus: readonly Labelled[], seed: number, set: 0 | 1): BeforeAndAfter {
  const random = new Random(seed)
  const index = PhraseIndex.build(corpus.map(asDocument))
  const asked = INTENTS.flatMap(({ messages }, intent): Asked[] => {
    const message = messages[set]
    const target = corpus.find((phrase) => phrase.intent === intent)
    if (!message || !target) return []
    const text = fill(message, target.product, random)
    return [{ text, isAnsweredBy: (phrase) => phrase.intent === intent }]
  })
  const before = recallOf(index, corpus, asked)
  for (let use = 0; use < USES; use++) {
    const phrase = random.pick(corpus)
    const message = INTENTS[phrase.intent]?.messages[1 - set]
    if (message) index.learn(fill(message, phrase.product, random), phrase.id)
  }
  return { queries: asked.length, before, after: recallOf(index, corpus, asked) }
}

function recallOf(index: PhraseIndex, corpus: readonly Labelled[], asked: readonly Asked[]): number {
  const byId = phrasesById(corpus)
  const met = asked.filter(({ text, isAnsweredBy }) =>
    index.search({ text, now: NOW, today: TODAY, limit: 3 }).hits.some(({ id }) => {
      const phrase = byId.get(id)
      return phrase !== undefined && isAnsweredBy(phrase)
    }),
  )
  return met.length / asked.length
}

const known = new WeakMap<readonly Labelled[], Map<string, Labelled>>()
function phrasesById(corpus: readonly Labelled[]): Map<string, Labelled> {
  const byId = known.get(corpus) ?? new Map(corpus.map((phrase) => [phrase.id, phrase]))
  known.set(corpus, byId)
  return byId
}

/** Two halves as one, each query counting the same. */
function both(halves: readonly BeforeAndAfter[]): BeforeAndAfter {
  const queries = halves.reduce((sum, half) => sum + half.queries, 0)
  const mean = (of: (half: BeforeAndAfter) => number) =>
    Math.round((halves.reduce((sum, half) => sum + of(half) * half.queries, 0) / queries) * 1000) / 1000
  return { queries, before: mean(({ before }) => before), after: mean(({ after }) => after) }
}
