/**
 * The phrase search, measured.
 *
 *   npm run bench:search                                 the engine beside nine others, on the test set, 10,000 phrases
 *   npm run bench:search -- --size 100000 --only golden  another size, engines whose names contain a text
 *   npm run bench:search -- --dev                        the set the weights were tuned on
 *   npm run bench:search -- --letter                     labels that hold to the letter; see `Labels`
 *   npm run bench:search -- --by-hand                    queries that a person wrote over the starter library
 *   npm run --silent bench:search -- --eval FILE.json --json   the engine alone, on an outside set
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { byHand } from './by-hand.ts'
import { type BenchPhrase, makeCorpus } from './corpus.ts'
import { edits } from './edits.ts'
import { ENGINES, type Engine } from './engines.ts'
import { keystrokes } from './keystrokes.ts'
import { afterUse } from './learning.ts'
import { evenly, type Measured, measure, qualityOf, rankOf, together } from './measure.ts'
import { EVERYDAY, HARD, type LabelledQuery, makeHabits, makeQueries } from './queries.ts'

const { values } = parseArgs({
  options: {
    eval: { type: 'string' },
    json: { type: 'boolean', default: false },
    size: { type: 'string', default: '10000' },
    only: { type: 'string', default: '' },
    dev: { type: 'boolean', default: false },
    'per-kind': { type: 'string', default: '60' },
    letter: { type: 'boolean', default: false },
    'by-hand': { type: 'boolean', default: false },
  },
})

const [OURS] = ENGINES
/** Engines that take a tenth of a second and more are asked so many queries. */
const SLOW_SAMPLE = 120
/** Seeds of the set that weights are tuned on, and of the set that is reported. */
const SEEDS = { dev: 1, test: 7001 } as const
/** So many phrases have one text each that they are used by; more of them would get in each other's way. */
const HABITS = 25
/** So many such agents are asked, each with other habits. */
const AGENTS = 8

if (values.eval) evaluate(values.eval)
else if (values['by-hand']) checkByHand()
else compare()

/** The engine alone, on queries that a person wrote over the starter library. */
function checkByHand(): void {
  const { phrases, queries } = byHand()
  if (OURS) report(OURS.name, measure(OURS, phrases, queries, queries))
}

function evaluate(file: string): void {
  const { phrases, queries } = JSON.parse(readFileSync(file, 'utf8')) as {
    phrases: Partial<BenchPhrase>[]
    queries: LabelledQuery[]
  }
  if (!OURS) return
  report('golden-six', measure(OURS, phrases.map(whole), queries, queries))
}

/** An outside phrase may lack what it has nothing to say of. */
function whole(phrase: Partial<BenchPhrase>): BenchPhrase {
  return {
    id: String(phrase.id),
    title: phrase.title ?? '',
    body: phrase.body ?? '',
    tags: phrase.tags ?? [],
    category: phrase.category ?? '',
    code: phrase.code ?? null,
    triggers: phrase.triggers ?? [],
    uses: phrase.uses ?? 0,
  }
}

function compare(): void {
  const seed = values.dev ? SEEDS.dev : SEEDS.test
  const corpus = makeCorpus(seed, Number(values.size))
  const asUsed = corpus.map((phrase) => ({ ...phrase }))
  const labels = values.letter ? 'letter' : 'alike'
  const queries = makeQueries(corpus, seed + 1, Number(values['per-kind']), values.dev ? 0 : 1, labels)
  const others = makeQueries(corpus, seed + 6, Number(values['per-kind']), 0, labels)
  queries.push(...makeHabits(corpus, seed + 2, HABITS))
  for (const engine of ENGINES.filter(({ name }) => name.includes(values.only))) {
    const asked = engine.isSlow ? evenly(queries, SLOW_SAMPLE) : queries
    report(engine.name, measure(engine, corpus, asked, others))
  }
  if (!OURS || (!'golden-six'.includes(values.only) && values.only !== '')) return
  const habits = together(habitsOfMany(OURS, asUsed, seed + 7), ['habit'])
  const learned = afterUse(corpus, seed + 3, values.dev ? 0 : 1)
  const typed = keystrokes(corpus, seed + 4)
  const told = edits(corpus, seed + 5)
  if (values.json) console.log(JSON.stringify({ habits, learned, keystrokes: typed, ...told }))
  else {
    console.log(`habits of ${AGENTS} agents: r@1 ${habits?.r1}  r@5 ${habits?.r5}  (${habits?.n})`)
    const { uses, ...kinds } = learned
    for (const [kind, { queries, before, after }] of Object.entries(kinds))
      console.log(`messages after ${uses} uses, ${kind}: r@3 ${before} before, ${after} after (${queries})`)
    for (const [what, { p50Ms, p95Ms }] of Object.entries(told))
      console.log(`one phrase ${what}: p50 ${p50Ms}  p95 ${p95Ms} ms`)
    console.log(`keystrokes to rank 1, median / p90 of ${typed.targets} phrases`)
    for (const [of, { median, p90 }] of Object.entries({
      'from the beginning of the title': typed,
      '  till no other title begins so': typed.alone,
      '  at least, by any method': typed.byAnyMethod,
      'from any syllable on': typed.anywhere,
    })) {
      console.log(`  ${of}: ${median} / ${p90}`)
    }
  }
}

/** The habits of several agents, one after the other, in the same library. */
function habitsOfMany(engine: Engine, corpus: ReturnType<typeof makeCorpus>, seed: number) {
  const ranks: number[] = []
  for (let agent = 0; agent < AGENTS; agent++) {
    const used = corpus.map((phrase) => ({ ...phrase }))
    const queries = makeHabits(used, seed + agent, HABITS)
    const find = engine.index(used)
    ranks.push(...queries.map((query) => rankOf(find, query)))
  }
  return { habit: qualityOf(ranks) }
}

function report(name: string, measured: Measured): void {
  if (values.json) {
    console.log(JSON.stringify(values.eval ? measured : { engine: name, ...measured }))
    return
  }
  console.log(
    `${name}: ${measured.phrases} phrases, ${measured.queries} queries, built in ${measured.buildMs} ms, ${measured.heapMB} MB`,
  )
  console.log(`  latency p50 ${measured.p50Ms}  p95 ${measured.p95Ms}  p99 ${measured.p99Ms} ms`)
  const groups = {
    everyday: EVERYDAY,
    hard: HARD,
    habit: ['habit'],
    message: ['message'],
    more: ['paraphrase'],
  }
  for (const [group, kinds] of Object.entries(groups)) {
    const quality = together(measured.kinds, kinds)
    if (quality)
      console.log(
        `  ${group.padEnd(9)} r@1 ${quality.r1}  r@3 ${quality.r3}  r@5 ${quality.r5}  (${quality.n})`,
      )
  }
  if (name !== OURS?.name) return
  for (const [kind, { n, r1, r5 }] of Object.entries(measured.kinds)) {
    console.log(`    ${kind.padEnd(14)} ${r1} / ${r5}  (${n})`)
  }
}
