import os from 'node:os'
import { type Measure, summarise } from './measures.ts'

/** The shape that `--json` prints. */
export function asJson(measures: readonly Measure[], phrases: number) {
  return {
    at: new Date().toISOString(),
    machine: `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}, ${os.platform()} ${os.arch()}, Node ${process.version}`,
    load: os.loadavg()[0],
    phrases,
    measures: measures.map(({ name, unit, goal, samples, instead }) => {
      const own = summarise(samples)
      const other = instead && { name: instead.name, ...summarise(instead.samples) }
      return {
        name,
        unit,
        goal,
        isMet: own.p95 <= goal,
        ...own,
        instead: other ?? null,
        /** Above 1: so many times faster than the alternative, by the medians. */
        ratio: other ? other.p50 / own.p50 : null,
      }
    }),
  }
}

export type Report = ReturnType<typeof asJson>

/** A table in Markdown, for the terminal as for the README. */
export function asTable({ at, machine, load = 0, phrases, measures }: Report): string {
  const lines = measures.map(({ name, unit, goal, isMet, p50, p95, count, instead, ratio }) =>
    [
      name,
      unit === 'kB'
        ? `${round(p50)} kB`
        : unit === 'count'
          ? `${p50} / ${p95} (${count})`
          : `${round(p50)} / ${round(p95)} ms (${count})`,
      `${isMet ? '✓' : '✗'} ≤ ${goal}${unit === 'count' ? '' : ` ${unit}`}`,
      instead ? `${instead.name}: ${round(instead.p50)} / ${round(instead.p95)} ms` : '–',
      ratio === null ? '–' : `${ratio.toFixed(ratio < 0.1 ? 3 : 1)} ×`,
    ].join(' | '),
  )
  return [
    `${at}, ${machine}, ${phrases} phrases, load ${load.toFixed(1)}`,
    '',
    '| what | p50 / p95 (samples) | goal for p95 | instead: p50 / p95 | ratio of medians |',
    '| --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n')
}

function round(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0)
}
