import type { CustomerProtection } from '../../../shared/model/customer.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { type CustomerBook, openCustomerBook } from './customer-book.ts'
import type { KeyProtector } from './key-protector.ts'
import { type KeyRing, KeysLocked, openKeyRing, setKeysAside } from './key-ring.ts'
import type { SealedElsewhere } from './sealed-elsewhere.ts'

/** The buyers of a library, opened when they are first asked for: the panel must not wait for them at its start. */
export interface Customers {
  protection(): Promise<CustomerProtection>
  isEmpty(): boolean
  /** @throws DeskError `customers-locked` */
  book(): Promise<CustomerBook>
  /**
   * The keys, when whoever was deleted is gone from every table.
   *
   * @throws DeskError `customers-locked`
   */
  ring(): Promise<KeyRing>
  /** Deletes every buyer and begins with new keys: the way out when the old ones are lost. */
  startOver(): Promise<void>
  /** Forgets what is in memory, for when a backup was restored. */
  refresh(): void
  /** Whether what `book` gave is still what the library is read and written by. */
  isCurrent(book: CustomerBook): boolean
}

export interface CustomersOptions {
  dataDir: string
  /** The system's keyring; null where the host or the system offers none. Asked when the first buyer is. */
  protector: () => Promise<KeyProtector | null>
  now: () => number
  newId: () => string
  retentionDays: () => number
  /** What other tables hold of buyers. */
  elsewhere: SealedElsewhere
}

const LOCKED: Record<KeysLocked['why'], { why: string; advice: string }> = {
  'needs-desktop': {
    why: '买家资料由桌面版用系统密钥加密，这里打不开',
    advice: '请在黄金六秒桌面版里查看',
  },
  'other-account': {
    why: '买家资料是用另一个系统账户或另一台电脑的密钥加密的，这里打不开',
    advice: '请用原来的账户登录；密钥确实丢了的话，可以清空买家资料重新开始',
  },
  damaged: {
    why: '保存密钥的文件已损坏，买家资料打不开',
    advice: '请从备份找回数据文件夹里的 buyer-keys.json；找不回的话，可以清空买家资料重新开始',
  },
}

export function createCustomers(
  database: Database,
  { dataDir, protector, now, newId, retentionDays, elsewhere }: CustomersOptions,
): Customers {
  let ring: Promise<KeyRing> | null = null
  let opened: Promise<CustomerBook> | null = null
  let current: CustomerBook | null = null

  /** A failure is not kept: the next question tries again. */
  function keys(): Promise<KeyRing> {
    ring ??= protector()
      .then((held) => openKeyRing(dataDir, held, now))
      .catch((error: unknown) => {
        ring = null
        throw error
      })
    return ring
  }

  function book(): Promise<CustomerBook> {
    if (opened) return opened
    const opening = keys()
      .then((held) => openCustomerBook(database, held, { now, newId, retentionDays, elsewhere }))
      .then((book) => {
        if (opened === opening) current = book
        return book
      })
      .catch((error: unknown) => {
        if (opened === opening) opened = null
        throw inWords(error)
      })
    opened = opening
    return opening
  }

  return {
    book,

    async ring() {
      await book()
      return keys()
    },

    isEmpty: () =>
      elsewhere.isEmpty() &&
      database.prepare('SELECT NOT EXISTS (SELECT 1 FROM customers)').pluck().get() === 1,

    async protection() {
      try {
        const { protection } = await keys()
        if (protection === 'system') return { state: 'system' }
        return { state: 'file', why: '这台电脑没有可用的系统密钥库，密钥保存在只有当前账户能读的文件里' }
      } catch (error) {
        if (error instanceof KeysLocked) return { state: 'locked', ...LOCKED[error.why] }
        throw error
      }
    },

    async startOver() {
      database.prepare('DELETE FROM customers').run()
      elsewhere.removeAll()
      setKeysAside(dataDir, now)
      ring = null
      opened = null
      current = null
    },

    refresh() {
      opened = null
      current = null
    },

    isCurrent: (book) => book === current,
  }
}

function inWords(error: unknown): unknown {
  if (!(error instanceof KeysLocked)) return error
  const { why, advice } = LOCKED[error.why]
  return new DeskError('customers-locked', `${why}。${advice}`, error)
}
