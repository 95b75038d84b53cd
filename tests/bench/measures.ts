/** One thing measured, its goal, and the same measured for what a user would do instead. Times in milliseconds. */
export interface Measure {
  name: string
  unit: 'ms' | 'kB' | 'count'
  /** What the project promises, as an upper limit of p95 (of the value itself for sizes). */
  goal: number
  samples: readonly number[]
  instead?: Alternative | undefined
}

export interface Alternative {
  /** What was measured, in a few words. */
  name: string
  samples: readonly number[]
}

export interface Summary {
  count: number
  p50: number
  p95: number
}

/** @throws when there is nothing to sum up */
export function summarise(samples: readonly number[]): Summary {
  if (samples.length === 0) throw new Error('nothing was measured')
  const sorted = [...samples].sort((a, b) => a - b)
  return { count: sorted.length, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
}

/** By the nearest rank: always a value that was measured. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
