import { PhraseIndex } from '../../../shared/search/index.ts'
import { makeCorpus } from './corpus.ts'
import { makeHabits, makeQueries } from './queries.ts'

const n = +(process.argv[2] || 2000),
  per = +(process.argv[3] || 20),
  seed = +(process.env.SEED || 1),
  msg = +(process.env.MSG || 0) as 0 | 1
const corpus = makeCorpus(seed, n)
const qs = makeQueries(corpus, seed + 1, per, msg)
qs.push(...makeHabits(corpus, seed + 2, 25))
const only = process.env.KIND
const docs = corpus.map((p) => ({
  id: p.id,
  code: p.code,
  title: p.title,
  body: p.body,
  tags: p.tags,
  questions: p.triggers,
  groupNames: p.category.split('/'),
  groupIds: [],
  step: 'answer' as const,
  buyerTypes: [],
  source: 'personal' as const,
  validFrom: null,
  validUntil: null,
  pinned: false,
  uses: p.uses,
  lastUsedAt: null,
}))
globalThis.gc?.()
const h0 = process.memoryUsage()
let t = performance.now()
const ix = PhraseIndex.build(docs)
const tb = performance.now() - t
globalThis.gc?.()
globalThis.gc?.()
await new Promise((r) => setTimeout(r, 50))
globalThis.gc?.()
const h1 = process.memoryUsage()
console.log(
  'n',
  n,
  'build',
  tb | 0,
  'ms heap',
  ((h1.heapUsed + h1.arrayBuffers - h0.heapUsed - h0.arrayBuffers) / 1e6).toFixed(1),
  'MB',
)
const kinds = new Map<string, { n: number; r1: number; r3: number; r5: number; ms: number[] }>()
const CQ = qs.filter((q) => q.kind === 'code')[0]!
const chk = (w: string) => {
  const r = ix.search({ text: CQ.q, now: 0, today: '2026-01-01', limit: 3 })
  if (r.hits[0]?.id !== CQ.accept[0]) {
    console.log(
      'bad',
      w,
      CQ.q,
      CQ.accept,
      r.hits.map((h) => h.id),
      docs.find((d) => d.id === CQ.accept[0])?.code,
    )
    return true
  }
}
chk('start')
for (const q of qs) {
  ix.search({ text: q.q, now: 0, today: '2026-01-01', limit: 5 })
  if (process.env.CHK && chk(q.q + q.kind)) break
}
const lat: number[] = []
const cpu0 = process.cpuUsage()
const by = new Map(corpus.map((p) => [p.id, p]))
for (const q of qs) {
  if (only && q.kind !== only) continue
  let ms = 1e9,
    r: string[] = []
  for (let k = 0; k < 3; k++) {
    t = performance.now()
    r = ix.search({ text: q.q, now: 0, today: '2026-01-01', limit: 10 }).hits.map((h) => h.id)
    ms = Math.min(ms, performance.now() - t)
  }
  const k = kinds.get(q.kind) ?? { n: 0, r1: 0, r3: 0, r5: 0, ms: [] }
  kinds.set(q.kind, k)
  k.n++
  k.ms.push(ms)
  lat.push(ms)
  const at = r.findIndex((id) => q.accept.includes(id))
  if (at === 0) k.r1++
  if (at >= 0 && at < 3) k.r3++
  if (at >= 0 && at < 5) k.r5++
  if (process.env.SHOW && (at < 0 || at > +process.env.SHOW - 1))
    console.log(
      q.kind,
      '|',
      q.q,
      '| want',
      q.accept
        .slice(0, 2)
        .map(
          (i) =>
            by.get(i)!.title + ' :: ' + (q.kind === 'body' || q.kind === 'titlebody' ? by.get(i)!.body : ''),
        )
        .join(' / '),
      '| got',
      r
        .slice(0, 2)
        .map((i) => by.get(i)!.title)
        .join(' / '),
      at,
    )
}
const G: any = {
  everyday: [
    'han',
    'full',
    'initials',
    'hybrid',
    'mixed',
    'prefix',
    'words',
    'skip',
    'slip',
    'homophone',
    'accent',
    'traditional',
    'width',
    'code',
    'filler',
    'tag',
    'question',
    'body',
    'spaced',
  ],
  hard: ['slip2', 'wrongchar', 'reorder', 'fillerpinyin', 'titlebody', 'initialslip'],
  habit: ['habit'],
  message: ['message'],
}
const pc = (a: number[], p: number) =>
  a.sort((x, y) => x - y)[Math.min(a.length - 1, Math.floor(a.length * p))]!.toFixed(2)
let line = ''
for (const [k, v] of kinds)
  line += `${k} ${(v.r1 / v.n).toFixed(2)}/${(v.r5 / v.n).toFixed(2)} p99 ${pc(v.ms, 0.99)} (${v.n})\n`
if (!process.env.BRIEF) console.log(line)
for (const [g, ks] of Object.entries(G) as any) {
  let N = 0,
    a = 0,
    b = 0,
    c = 0
  for (const k of ks) {
    const v = kinds.get(k)
    if (v) {
      N += v.n
      a += v.r1
      b += v.r3
      c += v.r5
    }
  }
  if (N) console.log(g.padEnd(9), N, (a / N).toFixed(3), (b / N).toFixed(3), (c / N).toFixed(3))
}
console.log('lat p50', pc(lat, 0.5), 'p95', pc(lat, 0.95), 'p99', pc(lat, 0.99), 'max', pc(lat, 1))

const cu = process.cpuUsage(cpu0)
console.log('cpu per query', ((cu.user + cu.system) / 1000 / lat.length / 3).toFixed(3), 'ms')
