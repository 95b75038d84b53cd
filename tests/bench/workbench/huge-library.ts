import { v7 as uuidv7 } from 'uuid'
import { openDatabase } from '../../../electron/desk/database/open-database.ts'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { createPhraseBook } from '../../../electron/desk/phrases/phrase-book.ts'
import { createPhraseGroups } from '../../../electron/desk/phrases/phrase-groups.ts'
import { PhraseDraft } from '../../../shared/model/phrase.ts'
import { STEPS } from '../../../shared/model/steps.ts'
import { makeCorpus } from '../search/corpus.ts'

/** The same phrases on every machine. */
const SEED = 20261121
const GROUPS_AT_TOP = 40
const GROUPS_IN_EACH = 50
const TAGS = ['包邮', '大促', '新品', '会员', '赠品', '预售', '老客', '直播', '满减', '换季', '清仓', '定制']
const DAY_MS = 86_400_000

/**
 * A library as a large shop's after years: phrases in a tree of 2,000 groups, with tags, campaigns (some over) and a
 * fifth of them ever used.
 */
export async function makeHugeLibrary(dataDir: string, count: number, now = Date.now()): Promise<void> {
  await openDesk({ dataDir, empty: true }).close()
  const database = openDatabase(dataDir)
  const groups = createPhraseGroups(database, { newId: uuidv7 })
  const book = createPhraseBook(database, groups, { now: () => now, newId: uuidv7 })
  const use = database.prepare('INSERT INTO phrase_use (phrase_id, uses, last_used_at) VALUES (?, ?, ?)')
  const day = (offset: number) => new Date(now + offset * DAY_MS).toISOString().slice(0, 10)
  database.transaction(() => {
    for (const [number, { title, body, triggers }] of makeCorpus(SEED, count).entries()) {
      const group = number % (GROUPS_AT_TOP * GROUPS_IN_EACH)
      const isCampaign = number % 10 === 0
      const id = book.addChecked(
        PhraseDraft.parse({
          groupId: groups.ensurePath([
            `品类${String(group % GROUPS_AT_TOP).padStart(2, '0')}`,
            `场景${String(Math.floor(group / GROUPS_AT_TOP)).padStart(2, '0')}`,
          ]),
          code: number % 3 === 0 ? `k${number}` : null,
          title,
          // Texts that are the same would be duplicates.
          body: `${body}（${number}）`,
          step: STEPS[number % STEPS.length],
          tags: TAGS.filter((_, at) => number % (at + 3) === 0).slice(0, 4),
          questions: triggers.slice(0, 3),
          validFrom: isCampaign ? day(-60) : null,
          validUntil: isCampaign ? day((number % 120) - 60) : null,
        }),
      )
      if (number % 5 === 0) use.run(id, 1 + (number % 97), now - (number % 400) * DAY_MS)
    }
  })()
  database.close()
}
