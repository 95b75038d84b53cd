import type { Buyer } from '../../../shared/model/buyer.ts'
import type {
  Customer,
  CustomerDraftInput,
  CustomerPaste,
  CustomerRecord,
} from '../../../shared/model/customer.ts'
import type { FollowUp } from '../../../shared/model/follow-up.ts'
import type { PatientWriter } from '../database/patient-writer.ts'
import { DeskError } from '../desk-error.ts'
import type { CustomerBook } from './customer-book.ts'
import type { Customers } from './customers.ts'

const ROUND_EVERY_MS = 20 * 60 * 60 * 1_000

interface Surroundings {
  customers: Customers
  patiently: PatientWriter
  /** Whether this shop keeps anything of its buyers. */
  keepsBuyers: () => boolean
  now: () => number
  /** What buyers without a name of their own are called. */
  petName: () => string
  followUps: {
    ofBuyer: (nickname: string) => Promise<FollowUp[]>
    rename: (from: string, to: string) => Promise<void>
  }
  /** Tells the pages that buyers have changed, and whom to let go of. */
  tell: (forgotten?: readonly string[] | 'all') => void
}

/** Buyers as the pages ask for them. Every answer waits until the records are opened. */
export function createCustomerDesk(surroundings: Surroundings) {
  const { customers, patiently, keepsBuyers, now, petName, followUps, tell } = surroundings

  const ask =
    <Args extends unknown[], Result>(answer: (book: CustomerBook, ...args: Args) => Result) =>
    async (...args: Args): Promise<Result> =>
      answer(await customers.book(), ...args)

  const write =
    <Args extends unknown[], Result>(change: (book: CustomerBook, ...args: Args) => Result) =>
    async (...args: Args): Promise<Awaited<Result>> => {
      const result = await change(await customers.book(), ...args)
      tell()
      return result
    }

  function mustKeep(): void {
    if (!keepsBuyers()) throw new DeskError('customers-not-kept', '设置里关闭了“保存买家资料”，没有保存')
  }

  let noting: Promise<void> = Promise.resolve()
  let lastRound: number | null = null
  let startedOverAt = Number.NEGATIVE_INFINITY

  async function noteSent(buyer: Buyer, paste: CustomerPaste): Promise<void> {
    const book = await customers.book()
    patiently.write('What a buyer was sent', () => {
      if (!isKept(buyer) || paste.at <= startedOverAt) return
      // A lock was waited for, and the records have been opened anew since.
      if (!customers.isCurrent(book)) return note(buyer, paste)
      book.noteSent(buyer, paste)
      tell()
    })
  }

  function note(buyer: Buyer, paste: CustomerPaste): void {
    noting = noting.then(() => noteSent(buyer, paste)).catch(sayQuietly)
  }

  const isKept = ({ nickname }: Buyer) => keepsBuyers() && nickname !== petName()

  return {
    protection: customers.protection,
    refresh: customers.refresh,
    list: ask((book, page: Parameters<CustomerBook['list']>[0]) => book.list(page)),
    get: ask((book, id: string) => book.get(id)),
    /**
     * Of every buyer: what leaves the machine is looked through for them. It does not wake the keyring where there has
     * never been a buyer.
     */
    nicknames: async (): Promise<string[]> =>
      customers.isEmpty() ? [] : (await customers.book()).nicknames(),
    pastesOf: ask((book, id: string) => book.pastesOf(id)),
    async export(id: string): Promise<CustomerRecord> {
      const record = (await customers.book()).export(id)
      return { ...record, followUps: await followUps.ofBuyer(record.customer.nickname) }
    },
    create: write((book, draft: CustomerDraftInput) => {
      mustKeep()
      return book.create(draft)
    }),
    update: write(async (book, id: string, draft: CustomerDraftInput) => {
      mustKeep()
      const { nickname } = book.get(id)
      const customer = book.update(id, draft)
      await followUps.rename(nickname, customer.nickname)
      return customer
    }),
    async remove(ids: readonly string[]): Promise<void> {
      const book = await customers.book()
      const nicknames = book.nicknamesOf(ids)
      await book.remove(ids)
      tell(nicknames)
    },

    /** What the panel learned of a buyer; null when nothing is kept of them. */
    async remember(buyer: Buyer): Promise<Customer | null> {
      if (!isKept(buyer)) return null
      const customer = (await customers.book()).remember(buyer)
      tell()
      return customer
    },

    /**
     * Notes what was delivered to a buyer, in the background: the text is where it belongs already, and what fails here
     * must not look as if that had failed.
     */
    notePaste(buyer: Buyer, said: Omit<CustomerPaste, 'at'>): void {
      if (!isKept(buyer)) return
      note(buyer, { at: now(), ...said })
    },

    /** Resolves when everything that was delivered so far is noted. */
    settled: (): Promise<void> => noting,

    async startOver(): Promise<void> {
      await customers.startOver()
      startedOverAt = now()
      tell('all')
    },

    /** The daily round. It does not wake the keyring where there has never been a buyer. */
    async upkeep(): Promise<void> {
      const at = performance.now()
      // By the time that has really passed: a clock that is wrong must not let the days go by.
      if (lastRound !== null && at - lastRound < ROUND_EVERY_MS) return
      if (customers.isEmpty() || (await customers.protection()).state === 'locked') return
      await (await customers.book()).upkeep()
      lastRound = at
    },
  }
}

/** In the program's log: keys that are locked, or a full disk. It names nobody. */
function sayQuietly(error: unknown): void {
  console.error('A buyer could not be noted:', error instanceof DeskError ? error.code : String(error))
}
