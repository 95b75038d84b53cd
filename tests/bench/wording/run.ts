/**
 * The wording rules, timed beside what one would write instead.
 *
 *   npm run bench:wording [-- --json] [--phrases N]
 *
 * Texts are the search benchmark's phrases. The alternatives look for the same words, but neither normalise the text nor
 * know harmless contexts, pairs, numbers and addresses: what they save by that is theirs.
 */
import { parseArgs } from 'node:util'
import { checkWording } from '../../../shared/compliance/index.ts'
import { DEVELOPMENT } from '../../unit/compliance/cases/development.ts'
import { HELD_OUT } from '../../unit/compliance/cases/held-out.ts'
import { SECOND_HELD_OUT } from '../../unit/compliance/cases/second-held-out.ts'
import { scoreOf } from '../../unit/compliance/score.ts'
import { summarise } from '../measures.ts'
import { makeCorpus } from '../search/corpus.ts'
import { alternatives } from './alternatives.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, phrases: { type: 'string', default: '100000' } },
})
const SEED = 42
const LONG_TEXT = 2000
const ROUNDS = 200
/** The alternatives take seconds for a library; a share of it tells as much. */
const SAMPLE = 2000

const bodies = makeCorpus(SEED, Number(values.phrases)).map(({ body }) => body)
const longTexts = textsOf(LONG_TEXT, 50)
const firstCheckMs = timed(() => checkWording('亲'))
const ours = rowFor('golden-six', checkWording, bodies.length)
const others = alternatives().map(({ name, check }) => rowFor(name, check, Math.min(SAMPLE, bodies.length)))
const growth = growthOfHardTexts()
const scores = {
  development: scoreOf(DEVELOPMENT),
  heldOut: scoreOf(HELD_OUT),
  secondHeldOut: scoreOf(SECOND_HELD_OUT),
}

if (values.json)
  console.log(JSON.stringify({ firstCheckMs, rows: [ours, ...others], growth, scores }, null, 2))
else print()

/** @param phrases how many of the library's are checked; its time is scaled to the whole */
function rowFor(name: string, check: (text: string) => unknown, phrases: number) {
  for (const text of longTexts) check(text)
  const samples = Array.from({ length: ROUNDS }, (_, round) =>
    timed(() => check(longTexts[round % longTexts.length] ?? '')),
  )
  const libraryMs = timed(() => {
    for (const body of bodies.slice(0, phrases)) check(body)
  })
  return { name, longText: summarise(samples), libraryMs: (libraryMs * bodies.length) / phrases }
}

/** Texts made to be slow: their time per character must not grow with their length. */
function growthOfHardTexts() {
  const hard = [
    '微',
    '最',
    '好评',
    '1',
    '138 ',
    '路1号',
    '{{',
    '好评送',
    '保证金',
    'https',
    '省市区',
    '\u200b',
    '不要加微信、',
  ]
  return hard.map((piece) => {
    const [short, long] = [2000, 32_000].map((length) => {
      const text = piece.repeat(Math.ceil(length / piece.length))
      return Math.min(...Array.from({ length: 7 }, () => timed(() => checkWording(text)))) / text.length
    })
    return { piece, ratio: (long ?? 0) / (short ?? 1) }
  })
}

function textsOf(length: number, count: number): string[] {
  const all = bodies.join('\n')
  return Array.from({ length: count }, (_, at) => all.slice(at * length, (at + 1) * length))
}

/** Milliseconds of the processor's time: what other programs do meanwhile does not count. */
function timed(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function print(): void {
  console.log(`first check, rules made searchable: ${firstCheckMs.toFixed(0)} ms`)
  console.log(`| | ${LONG_TEXT} characters, p50 / p95 | ${bodies.length} phrases | times ours |`)
  console.log('| --- | --- | --- | --- |')
  for (const { name, longText, libraryMs } of [ours, ...others]) {
    const ratio = (libraryMs / ours.libraryMs).toFixed(1)
    console.log(
      `| ${name} | ${longText.p50.toFixed(2)} / ${longText.p95.toFixed(2)} ms | ${(libraryMs / 1000).toFixed(2)} s | ${ratio} |`,
    )
  }
  console.log('\ntime per character of a text 16 times as long (1 is linear):')
  console.log(growth.map(({ piece, ratio }) => `${JSON.stringify(piece)} ${ratio.toFixed(2)}`).join(', '))
  for (const [name, { cases, precision, recall, falseAlarms, misses }] of Object.entries(scores)) {
    console.log(`\n${name}: ${cases} texts, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
    for (const line of falseAlarms) console.log(`  false alarm ${line}`)
    for (const line of misses) console.log(`  missed ${line}`)
  }
}
