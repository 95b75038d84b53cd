import type { Step } from '../../../shared/model/steps.ts'
import type { Database } from '../database/open-database.ts'
import type { PatientWriter } from '../database/patient-writer.ts'

/** One use of a phrase. It holds neither the query's words nor what was pasted: both may speak of a buyer. */
export interface PhraseUse {
  phraseId: string
  at: number
  outcome: 'pasted' | 'copied'
  step: Step | null
  queryLength: number
  /** From the hotkey to the text delivered; null when the panel was not opened by it. */
  tookMs: number | null
}

export interface SixSecondFigures {
  uses: number
  /** Of the uses that began with the hotkey; null while there is none. */
  p50Ms: number | null
  p95Ms: number | null
  /** Share within six seconds, 0 to 1. */
  withinSixSeconds: number | null
}

export interface UsageLog {
  record(use: PhraseUse): void
  sixSeconds(since: number): SixSecondFigures
}

const SIX_SECONDS_MS = 6000

export function createUsageLog(database: Database, patiently: PatientWriter): UsageLog {
  const insert = database.prepare(`
    INSERT INTO usage_events (at, phrase_id, outcome, step, query_length, took_ms)
    VALUES (:at, :phraseId, :outcome, :step, :queryLength, :tookMs)`)
  const count = database.prepare(`
    INSERT INTO phrase_use (phrase_id, uses, last_used_at) VALUES (:phraseId, 1, :at)
    ON CONFLICT (phrase_id) DO UPDATE SET uses = uses + 1, last_used_at = max(last_used_at, excluded.last_used_at)`)
  const total = database.prepare<[number], { uses: number }>(
    'SELECT count(*) AS uses FROM usage_events WHERE at >= ?',
  )
  const durations = database
    .prepare<[number], number>(
      'SELECT took_ms FROM usage_events WHERE at >= ? AND took_ms IS NOT NULL ORDER BY took_ms',
    )
    .pluck()

  const record = database.transaction((use: PhraseUse) => {
    insert.run(use)
    count.run({ phraseId: use.phraseId, at: use.at })
  })

  return {
    record: (use) => patiently.write('A use', () => record(use)),

    sixSeconds(since) {
      const sorted = durations.all(since)
      const within = sorted.filter((ms) => ms <= SIX_SECONDS_MS).length
      return {
        uses: total.get(since)?.uses ?? 0,
        p50Ms: percentile(sorted, 0.5),
        p95Ms: percentile(sorted, 0.95),
        withinSixSeconds: sorted.length > 0 ? within / sorted.length : null,
      }
    },
  }
}

/** Nearest-rank percentile of ascending values; null when there are none. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}
