import type { Buyer } from '../../../shared/model/buyer.ts'
import type { Customer, CustomerDraftInput, CustomerPaste } from '../../../shared/model/customer.ts'
import { DeskError } from '../desk-error.ts'
import type { CustomerBook } from './customer-book.ts'
import type { Customers } from './customers.ts'

interface Surroundings {
  customers: Customers
  /** Whether this shop keeps anything of its buyers. */
  keepsBuyers: () => boolean
  /** What buyers without a name of their own are called. */
  petName: () => string
  /** Tells the pages that buyers have changed. */
  tell: () => void
}

/** Buyers as the pages ask for them. Every answer waits until the records are opened. */
export function createCustomerDesk({ customers, keepsBuyers, petName, tell }: Surroundings) {
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

  const isKept = ({ nickname }: Buyer) => keepsBuyers() && nickname !== petName()

  return {
    protection: customers.protection,
    refresh: customers.refresh,
    list: ask((book, page: Parameters<CustomerBook['list']>[0]) => book.list(page)),
    get: ask((book, id: string) => book.get(id)),
    pastesOf: ask((book, id: string) => book.pastesOf(id)),
    export: ask((book, id: string) => book.export(id)),
    create: write((book, draft: CustomerDraftInput) => {
      mustKeep()
      return book.create(draft)
    }),
    update: write((book, id: string, draft: CustomerDraftInput) => {
      mustKeep()
      return book.update(id, draft)
    }),
    remove: write((book, ids: readonly string[]) => book.remove(ids)),

    /** What the panel learned of a buyer; null when nothing is kept of them. */
    async remember(buyer: Buyer): Promise<Customer | null> {
      if (!isKept(buyer)) return null
      const customer = (await customers.book()).remember(buyer)
      tell()
      return customer
    },

    /** Notes what was delivered to a buyer. The text is where it belongs already: what fails here is only reported. */
    async notePaste(buyer: Buyer, paste: CustomerPaste): Promise<void> {
      if (!isKept(buyer)) return
      const book = await customers.book()
      book.addPaste(book.remember(buyer).id, paste)
    },

    async startOver(): Promise<void> {
      await customers.startOver()
      tell()
    },

    /** The daily round; nothing to do where the keys are locked or there has never been a buyer. */
    async upkeep(): Promise<void> {
      const { state } = await customers.protection()
      if (state !== 'locked') await (await customers.book()).upkeep()
    },
  }
}
