import { z } from 'zod'
import type { Settings } from '../../../shared/model/settings.ts'
import { seal, unseal } from '../customers/cipher.ts'
import { dueBefore } from '../customers/retention.ts'
import type { Database } from '../database/open-database.ts'
import type { PatientWriter } from '../database/patient-writer.ts'
import type { RememberedPick } from '../search/messages.ts'
import { readPickKey } from './pick-key.ts'

/** As many as the index makes use of. */
const KEPT_AT_MOST = 5000

/** What the search has learned from picks, kept from one start to the next for as long as buyers' data is. */
export interface PickStore {
  /** The oldest first. */
  all(): RememberedPick[]
  /** Comes from the search's thread, at times when the library has been closed or the phrase deleted meanwhile. */
  keep(picks: readonly RememberedPick[]): void
}

const Impression = z.object({
  whole: z.int().nonnegative(),
  features: z.array(z.int().nonnegative()),
  weights: z.array(z.int().nonnegative()),
})

interface Row {
  id: number
  phrase_id: string
  at: number
  record: Buffer
}

interface Surroundings {
  dataDir: string
  patiently: PatientWriter
  settings: () => Settings
  now: () => number
}

/**
 * A text is kept as its impression, and that sealed: the search's own texts may be a buyer's words. Where the agent
 * keeps nothing of buyers, nothing is kept here either.
 */
export function createPickStore(
  database: Database,
  { dataDir, patiently, settings, now }: Surroundings,
): PickStore {
  const select = database.prepare<[], Row>('SELECT id, phrase_id, at, record FROM phrase_picks ORDER BY id')
  const insert = database.prepare(
    'INSERT INTO phrase_picks (phrase_id, at, record) SELECT id, :at, :record FROM phrases WHERE id = :phraseId',
  )
  const removeOld = database.prepare(`
    DELETE FROM phrase_picks WHERE at < :time
      OR id <= (SELECT id FROM phrase_picks ORDER BY id DESC LIMIT 1 OFFSET :most)`)
  const removeAll = database.prepare('DELETE FROM phrase_picks')
  let held: Buffer | null = null

  const key = () => {
    held ??= readPickKey(dataDir)
    return held
  }

  function prune(): void {
    const { keep, retentionDays } = settings().buyers
    if (keep) removeOld.run({ time: dueBefore(now(), retentionDays), most: KEPT_AT_MOST })
    else removeAll.run()
  }

  const keepAll = database.transaction((picks: readonly RememberedPick[]) => {
    for (const { phraseId, at, impression } of picks) {
      if (impression.features.length === 0 && impression.whole === 0) continue
      insert.run({ phraseId, at, record: seal(JSON.stringify(impression), key(), placeOf(phraseId)) })
    }
    prune()
  })

  function opened({ phrase_id, at, record }: Row): RememberedPick[] {
    try {
      const impression = Impression.parse(JSON.parse(unseal(record, key(), placeOf(phrase_id))))
      return [{ phraseId: phrase_id, at, impression }]
    } catch {
      // Sealed by another key, e.g. in a library restored from another machine: it goes in its time.
      return []
    }
  }

  return {
    all() {
      prune()
      return select.all().flatMap(opened)
    },
    keep(picks) {
      if (!database.open || !settings().buyers.keep) return
      try {
        patiently.write('What the search learned', () => keepAll(picks))
      } catch {
        // A full disk: what was picked is known until the program ends, and nothing else is lost.
      }
    },
  }
}

const placeOf = (phraseId: string) => `phrase_picks/${phraseId}`
