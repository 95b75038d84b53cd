import { shiftAt } from '../../../shared/follow-ups/shifts.ts'
import { snoozedUntil } from '../../../shared/follow-ups/snooze.ts'
import { Buyer } from '../../../shared/model/buyer.ts'
import type { DeskEvent } from '../../../shared/model/desktop.ts'
import type { FollowUpDraftInput, Snooze } from '../../../shared/model/follow-up.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import type { Customers } from '../customers/customers.ts'
import { DeskError } from '../desk-error.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import type { createPhraseFinder } from '../phrases/phrase-finder.ts'
import type { Catalogue } from '../products/catalogue.ts'
import type { Scripts } from '../scripts/render-phrase.ts'
import { createFollowUpBook } from './follow-up-book.ts'
import type { FollowUpTable } from './follow-up-table.ts'
import { createOccasionPhrases, type OccasionPhrases } from './occasion-phrases.ts'
import { createReminders } from './reminders.ts'

export interface FollowUpLibrary {
  find: ReturnType<typeof createPhraseFinder>
  book: Pick<PhraseBook, 'find'>
  scripts: Pick<Scripts, 'render'>
  catalogue: Pick<Catalogue, 'find' | 'summaries'>
}

interface Surroundings {
  table: FollowUpTable
  customers: Customers
  settings: () => Settings
  library: FollowUpLibrary
  now: () => number
  newId: () => string
  tell: (event: DeskEvent) => void
  /** Whether anybody listens to what is told. */
  isHeard: () => boolean
}

/** 跟单 as the pages ask for it, and the reminders that go out by themselves. */
export function createFollowUpDesk({
  table,
  customers,
  settings,
  library,
  now,
  newId,
  tell,
  isHeard,
}: Surroundings) {
  const { find, book: phrases, scripts, catalogue } = library
  const retentionDays = () => settings().buyers.retentionDays
  const book = createFollowUpBook({ table, ring: customers.ring, now, newId, retentionDays })
  const phrasesFor = createOccasionPhrases({
    ...{ find, phrase: phrases.find, render: scripts.render },
    isNight: () => shiftAt(now(), settings().followUps.shifts).shift === 'late',
  })
  const remind = createReminders({
    claimDue: book.claimDue,
    open: book.get,
    showsNicknames: () => settings().followUps.showsNicknames,
    productName(id) {
      const product = catalogue.find(id)
      return product && (product.shortName ?? product.name)
    },
    isHeard,
    tell(reminder) {
      tell({ kind: 'follow-ups-due', reminder })
      changed()
    },
  })

  const changed = () => tell({ kind: 'follow-ups-changed' })

  /** A result that others want to know of. */
  function told<T>(result: T): T {
    changed()
    return result
  }

  function mustKeep(): void {
    if (!settings().buyers.keep)
      throw new DeskError('customers-not-kept', '设置里关闭了“保存客户资料”，跟单要记昵称，没有保存')
  }

  async function buyerCalled(nickname: string): Promise<Buyer> {
    return Buyer.parse((await customers.book()).byNickname(nickname) ?? { nickname })
  }

  return {
    list: book.list,
    counts: book.counts,
    ofBuyer: book.ofBuyer,
    rename: book.rename,
    async create(draft: FollowUpDraftInput) {
      mustKeep()
      return told(await book.create(draft))
    },
    async update(id: string, draft: FollowUpDraftInput) {
      mustKeep()
      return told(await book.update(id, draft))
    },
    setDone: (ids: readonly string[], isDone: boolean) => told(book.setDone(ids, isDone)),
    snooze: (ids: readonly string[], snooze: Snooze) => told(book.snooze(ids, snoozedUntil(snooze, now()))),
    remove: (ids: readonly string[]) => told(book.remove(ids)),
    restore: (ids: readonly string[]) => told(book.restore(ids)),

    /** @throws DeskError `not-found`, `customers-locked` */
    async phrases(id: string): Promise<OccasionPhrases> {
      const followUp = await book.get(id)
      const buyer = await buyerCalled(followUp.nickname)
      return { buyer, scripts: await phrasesFor(followUp, buyer) }
    },

    /**
     * Hands the buyer and the product of a follow-up to the panel, with what is looked for there.
     *
     * @throws DeskError `not-found`, `customers-locked`
     */
    async giveToPanel(id: string, query: string): Promise<void> {
      const { nickname, productId } = await book.get(id)
      const product = catalogue.summaries().find((one) => one.id === productId) ?? null
      tell({ kind: 'conversation-given', buyer: await buyerCalled(nickname), product, query })
    },

    /** Tells of whatever has become due, once each. */
    remind,
  }
}
