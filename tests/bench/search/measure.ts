import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { BenchPhrase } from './corpus.ts'
import type { Engine, Find } from './engines.ts'
import type { LabelledQuery } from './queries.ts'

/** Recall at 1, 3 and 5, and the mean reciprocal rank within ten. */
export interface Quality {
  n: number
  r1: number
  r3: number
  r5: number
  mrr: number
}

export interface Measured {
  phrases: number
  queries: number
  buildMs: number
  heapMB: number
  p50Ms: number
  p95Ms: number
  p99Ms: number
  kinds: Record<string, Quality>
}

/** Engines that take a tenth of a second and more are warmed up by so many queries. */
const SLOW_WARM_UP = 3
const LOOKED_AT = 10

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

function heldBytes(): number {
  collectGarbage()
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/**
 * Builds an engine over the phrases and asks it every query once. Memory is beyond that of the phrases themselves.
 * @param others asked before the clock starts, so that what is measured is a program that has been running
 */
export function measure(
  engine: Engine,
  phrases: readonly BenchPhrase[],
  queries: readonly LabelledQuery[],
  others: readonly LabelledQuery[],
): Measured {
  const before = heldBytes()
  const start = performance.now()
  const find = engine.index(phrases)
  // Some engines build only when first asked.
  find('', 1)
  const buildMs = performance.now() - start
  const heapMB = (heldBytes() - before) / 1e6
  for (const { q } of engine.isSlow ? others.slice(0, SLOW_WARM_UP) : others) find(q, LOOKED_AT)
  const { kinds, tookMs } = askAll(find, queries)
  return {
    phrases: phrases.length,
    queries: queries.length,
    buildMs: round(buildMs),
    heapMB: round(heapMB),
    p50Ms: percentile(tookMs, 0.5),
    p95Ms: percentile(tookMs, 0.95),
    p99Ms: percentile(tookMs, 0.99),
    kinds,
  }
}

export function askAll(find: Find, queries: readonly LabelledQuery[]) {
  const tookMs: number[] = []
  const ranks = new Map<string, number[]>()
  for (const query of queries) {
    const start = performance.now()
    const found = find(query.q, LOOKED_AT)
    tookMs.push(performance.now() - start)
    ranks.set(query.kind, [...(ranks.get(query.kind) ?? []), rankIn(found, query)])
  }
  return { tookMs, kinds: Object.fromEntries([...ranks].map(([kind, of]) => [kind, qualityOf(of)])) }
}

/** At which place, from 1, a query's phrase is found; Infinity when it is not among the first. */
export function rankOf(find: Find, query: LabelledQuery): number {
  return rankIn(find(query.q, LOOKED_AT), query)
}

function rankIn(found: readonly string[], { accept }: LabelledQuery): number {
  const rank = found.findIndex((id) => accept.includes(id))
  return rank < 0 ? Infinity : rank + 1
}

export function qualityOf(ranks: readonly number[]): Quality {
  const within = (k: number) => round(ranks.filter((rank) => rank <= k).length / ranks.length)
  return {
    n: ranks.length,
    r1: within(1),
    r3: within(3),
    r5: within(5),
    mrr: round(ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length),
  }
}

/** The quality over several kinds together, each query counting the same. */
export function together(kinds: Record<string, Quality>, names: readonly string[]): Quality | null {
  const found = names.flatMap((name) => kinds[name] ?? [])
  const n = found.reduce((sum, one) => sum + one.n, 0)
  if (n === 0) return null
  const mean = (of: (one: Quality) => number) =>
    round(found.reduce((sum, one) => sum + of(one) * one.n, 0) / n)
  return { n, r1: mean((q) => q.r1), r3: mean((q) => q.r3), r5: mean((q) => q.r5), mrr: mean((q) => q.mrr) }
}

/** At most `count` items, spread over all of them. */
export function evenly<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count)
  return items.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
