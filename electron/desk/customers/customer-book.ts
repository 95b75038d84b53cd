import type { Buyer } from '../../../shared/model/buyer.ts'
import {
  type Customer,
  CustomerDraft,
  type CustomerDraftInput,
  type CustomerPaste,
  type CustomerRecord,
} from '../../../shared/model/customer.ts'
import { fold } from '../../../shared/search/chinese/normalise.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { createCustomerRecords, type StoredCustomer } from './customer-records.ts'
import type { KeyRing } from './key-ring.ts'
import { deletionOf, dueBefore, isRotationDue, keysToDestroy, upkeepTime } from './retention.ts'
import type { SealedElsewhere } from './sealed-elsewhere.ts'

export interface CustomerBook {
  /** Those last seen first. `text` is looked for in nicknames and notes; empty for all. */
  list(page: { text: string; offset: number; limit: number }): { customers: Customer[]; total: number }
  /** @throws DeskError `not-found` */
  get(id: string): Customer
  byNickname(nickname: string): Customer | null
  /** Of those that there are. */
  nicknamesOf(ids: readonly string[]): string[]
  /** Of every buyer. */
  nicknames(): string[]
  /** @throws DeskError `name-taken` */
  create(draft: CustomerDraftInput): Customer
  /** @throws DeskError `not-found`, `name-taken` */
  update(id: string, draft: CustomerDraftInput): Customer
  /** What the panel learned of a buyer goes over what is known; the notes stay. */
  remember(buyer: Buyer): Customer
  /** What was delivered to this buyer, newest first. */
  pastesOf(id: string): CustomerPaste[]
  /**
   * What was delivered to a buyer, who is remembered by it, in one transaction. Nothing is noted of one who was deleted
   * after that.
   */
  noteSent(buyer: Buyer, paste: CustomerPaste): void
  /** For good: there is no way back, and no backup brings a deleted buyer back. */
  remove(ids: readonly string[]): Promise<void>
  export(id: string): Omit<CustomerRecord, 'followUps'>
  /** Records that no key here opens, e.g. of a library that was restored from another machine. */
  unreadable(): number
  /** The daily round: what is kept too long goes, keys are renewed, old ones destroyed. */
  upkeep(): Promise<{ deleted: number }>
}

/** With what the buyer is searched by, folded: the nickname, its pinyin and initials, the notes. */
type KnownCustomer = StoredCustomer & { words: string }

interface Surroundings {
  now: () => number
  newId: () => string
  retentionDays: () => number
  elsewhere: SealedElsewhere
}

const SLICE = 500
const UPKEEP = 'customers'
/** Longer than any backup is kept: after it, no file is left that could bring the buyer back. */
const FORGOTTEN_FOR_MS = 120 * 24 * 60 * 60 * 1_000

/** Opens every record once; from then on buyers are read and searched in memory, which is the only place where they are plain. */
export async function openCustomerBook(
  database: Database,
  ring: KeyRing,
  { now, newId, retentionDays, elsewhere }: Surroundings,
): Promise<CustomerBook> {
  const records = createCustomerRecords(database, ring)
  const inOne = (write: () => void) => database.transaction(write).immediate()
  const lastUpkeep = database.prepare<[string], number>('SELECT done_at FROM upkeep WHERE task = ?').pluck()
  const noteUpkeep = database.prepare('INSERT OR REPLACE INTO upkeep (task, done_at) VALUES (?, ?)')

  // Loaded with the first buyers: its pinyin tables cost 90 ms, which every start would pay.
  const { spell } = await import('../../../shared/search/chinese/pinyin.ts')
  const known = new Map<string, KnownCustomer>()
  const idByMark = new Map<string, string>()
  let unreadable = 0
  for (const slice of records.slices(SLICE)) {
    for (const stored of slice.customers) keep(stored)
    unreadable += slice.unreadable
    // The window stays alive while many are opened.
    await new Promise(setImmediate)
  }

  function keep(stored: StoredCustomer): void {
    const nickname = fold(stored.draft.nickname)
    const { full, initials } = spell(nickname)
    const notes = stored.draft.notes.map(({ text }) => fold(text))
    known.set(stored.id, { ...stored, words: [nickname, full, initials, ...notes].join('\n') })
    idByMark.set(records.markOf(stored.draft.nickname), stored.id)
  }

  function drop(id: string): void {
    const stored = known.get(id)
    known.delete(id)
    if (stored) idByMark.delete(records.markOf(stored.draft.nickname))
  }

  function isDue({ seenAt }: StoredCustomer): boolean {
    return seenAt < dueBefore(now(), retentionDays())
  }

  function find(id: string): KnownCustomer {
    const stored = known.get(id)
    if (!stored || isDue(stored)) throw new DeskError('not-found', '这位买家的资料已删除')
    return stored
  }

  const asCustomer = ({ id, draft, createdAt, seenAt }: StoredCustomer): Customer => ({
    ...CustomerDraft.parse(draft),
    id,
    createdAt,
    seenAt,
    deletedOn: deletionOf(seenAt, retentionDays()),
  })

  /** @param alsoWrite in the same transaction */
  function add(draft: CustomerDraft, alsoWrite = (_id: string) => {}): Customer {
    const at = now()
    const stored = { id: newId(), draft, createdAt: at, seenAt: at }
    inOne(() => {
      records.insert(stored)
      alsoWrite(stored.id)
    })
    keep(stored)
    return asCustomer(stored)
  }

  /** @param alsoWrite as for `add` */
  function change(
    { id, createdAt, seenAt }: StoredCustomer,
    draft: CustomerDraft,
    alsoWrite = (_id: string) => {},
  ): Customer {
    const changed = { id, createdAt, draft, seenAt: Math.max(seenAt, now()) }
    inOne(() => {
      records.update(changed)
      alsoWrite(id)
    })
    drop(id)
    keep(changed)
    return asCustomer(changed)
  }

  /** What the panel learned goes over what is known; the notes stay. */
  function learn(buyer: Buyer, alsoWrite?: (id: string) => void): Customer {
    const holder = holderOf(buyer.nickname)
    if (!holder) return add(CustomerDraft.parse(buyer), alsoWrite)
    const { draft } = holder
    const learned = {
      // What an agent did not say in this conversation is not taken back.
      type: buyer.type ?? draft.type,
      isGift: buyer.isGift || draft.isGift,
      province: buyer.province ?? draft.province,
      measures: { ...draft.measures, ...buyer.measures },
    }
    return change(holder, CustomerDraft.parse({ ...draft, ...learned }), alsoWrite)
  }

  function holderOf(nickname: string): KnownCustomer | null {
    const stored = known.get(idByMark.get(records.markOf(nickname)) ?? '')
    return stored && !isDue(stored) ? stored : null
  }

  function refuseTaken(nickname: string, ownId?: string): void {
    const holder = holderOf(nickname)
    if (holder && holder.id !== ownId)
      throw new DeskError('name-taken', `已经有昵称为“${holder.draft.nickname}”的买家，请直接修改那一份`)
  }

  async function forget(ids: readonly string[]): Promise<void> {
    const at = now()
    const gone = ids.flatMap((id) => known.get(id) ?? [])
    // First the marks, in a file of their own: a backup restored later must not bring the buyer back.
    const marks = new Map([...ring.forgotten()].filter(([, since]) => at - since < FORGOTTEN_FOR_MS))
    for (const { draft } of gone) marks.set(records.markOf(draft.nickname), at)
    await ring.setForgotten(marks)
    records.remove(ids)
    elsewhere.forget(marks)
    for (const id of ids) drop(id)
  }

  /** Buyers who were deleted and are there again, because an older backup was restored. */
  function returned(): string[] {
    const byMark = records.idsByMark()
    return [...ring.forgotten()].flatMap(([mark, forgottenAt]) => {
      const row = byMark.get(mark)
      return row && row.createdAt <= forgottenAt ? [row.id] : []
    })
  }

  // Before anybody sees them again.
  const back = returned()
  if (back.length > 0) await forget(back)
  elsewhere.forget(ring.forgotten())

  return {
    list({ text, offset, limit }) {
      const wanted = fold(text).trim()
      const found = [...known.values()]
        .filter((stored) => !isDue(stored) && stored.words.includes(wanted))
        .sort((one, other) => other.seenAt - one.seenAt || (one.id < other.id ? -1 : 1))
      return { customers: found.slice(offset, offset + limit).map(asCustomer), total: found.length }
    },

    get: (id) => asCustomer(find(id)),

    byNickname(nickname) {
      const holder = holderOf(nickname)
      return holder && asCustomer(holder)
    },

    nicknames: () => [...known.values()].map(({ draft }) => draft.nickname),

    nicknamesOf: (ids) => ids.flatMap((id) => known.get(id)?.draft.nickname ?? []),

    create(input) {
      const draft = CustomerDraft.parse(input)
      refuseTaken(draft.nickname)
      return add(draft)
    },

    update(id, input) {
      const draft = CustomerDraft.parse(input)
      const stored = find(id)
      refuseTaken(draft.nickname, id)
      return change(stored, draft)
    },

    remember: (buyer) => learn(buyer),

    pastesOf: (id) => records.pastesOf(find(id).id),

    noteSent(buyer, paste) {
      const forgottenAt = ring.forgotten().get(records.markOf(buyer.nickname))
      if (forgottenAt !== undefined && forgottenAt >= paste.at) return
      learn(buyer, (id) => records.addPaste(id, paste))
    },

    remove: (ids) => forget(ids),

    export: (id) => ({ customer: asCustomer(find(id)), pastes: records.pastesOf(id) }),

    unreadable: () => unreadable,

    async upkeep() {
      const last = lastUpkeep.get(UPKEEP) ?? null
      const at = upkeepTime(now(), last)
      const due = [...known.values()]
        .filter(({ seenAt }) => seenAt < dueBefore(at, retentionDays()))
        .map(({ id }) => id)
      if (due.length > 0) await forget(due)
      records.removeUnseenSince(dueBefore(at, retentionDays()))
      elsewhere.removeOlderThan(dueBefore(at, retentionDays()))

      if (isRotationDue(at, ring.newest())) await ring.rotate(at)
      while (records.reseal(SLICE) + elsewhere.reseal(ring, SLICE) > 0) await new Promise(setImmediate)
      const inUse = [...records.keyVersionsInUse(), ...elsewhere.keyVersionsInUse()]
      const useless = keysToDestroy(ring.versions(), inUse, at, retentionDays())
      if (useless.length > 0) await ring.destroy(useless)
      noteUpkeep.run(UPKEEP, at)
      return { deleted: due.length }
    },
  }
}
