import {
  type FollowUp,
  type FollowUpCounts,
  FollowUpDraft,
  type FollowUpDraftInput,
} from '../../../shared/model/follow-up.ts'
import type { KeyRing } from '../customers/key-ring.ts'
import { dueBefore } from '../customers/retention.ts'
import { DeskError } from '../desk-error.ts'
import { markOfNickname, opened, sealed } from './follow-up-records.ts'
import type { FollowUpRow, FollowUpTable } from './follow-up-table.ts'

export interface BookOptions {
  table: FollowUpTable
  /** @throws DeskError `customers-locked` */
  ring: () => Promise<KeyRing>
  now: () => number
  newId: () => string
  retentionDays: () => number
}

export type FollowUpBook = ReturnType<typeof createFollowUpBook>

/** The time that somebody typed is over before the form is saved; a minute is no mistake. */
const GRACE_MS = 60_000

/** What a shop still owes its buyers, opened record by record; nothing of it stays in memory. */
export function createFollowUpBook({ table, ring, now, newId, retentionDays }: BookOptions) {
  const since = () => dueBefore(now(), retentionDays())

  function mustOpen(row: FollowUpRow, keys: KeyRing): FollowUp {
    const followUp = opened(row, keys, now())
    if (!followUp) throw new DeskError('customers-locked', '这条跟单是用另一台电脑的密钥加密的，这里打不开')
    return followUp
  }

  /** Of those that are there, and not deleted. */
  function rowsOf(ids: readonly string[]): FollowUpRow[] {
    return ids.flatMap((id) => table.find(id) ?? []).filter(({ deleted_at }) => deleted_at === null)
  }

  function mustFind(id: string): FollowUpRow {
    const [row] = rowsOf([id])
    if (!row) throw new DeskError('not-found', '这条跟单已经删除')
    return row
  }

  function refusePast(dueAt: number): void {
    if (dueAt < now() - GRACE_MS) throw new DeskError('time-past', '这个时间已经过去了，请写以后的时间')
  }

  /** Changes rows that are there in one go; ids of others are passed over. */
  function change(ids: readonly string[], to: (row: FollowUpRow) => Partial<FollowUpRow>): void {
    table.update(rowsOf(ids).map((row) => ({ ...row, touched_at: now(), ...to(row) })))
  }

  return {
    /** What is open, the most urgent first, then what was done last. Records that no key opens are left out. */
    async list(): Promise<FollowUp[]> {
      const keys = await ring()
      const at = now()
      return table.all(since()).flatMap((row) => opened(row, keys, at) ?? [])
    },

    /** @throws DeskError `not-found`, `customers-locked` */
    async get(id: string): Promise<FollowUp> {
      return mustOpen(mustFind(id), await ring())
    },

    async ofBuyer(nickname: string): Promise<FollowUp[]> {
      const keys = await ring()
      return table.ofMark(markOfNickname(nickname, keys)).flatMap((row) => opened(row, keys, now()) ?? [])
    },

    /** Reads no record, and so works while the keys are locked. */
    counts: (): FollowUpCounts => table.counts(now(), since()),

    /** @throws DeskError `time-past` */
    async create(input: FollowUpDraftInput): Promise<FollowUp> {
      const draft = FollowUpDraft.parse(input)
      refusePast(draft.dueAt)
      const keys = await ring()
      const [id, at] = [newId(), now()]
      const row = {
        ...{ id, ...sealed(draft, id, keys), snoozed_until: null, reminded_at: null, done_at: null },
        ...{ deleted_at: null, created_at: at, touched_at: at },
      }
      table.insert(row)
      return mustOpen(row, keys)
    },

    /**
     * A new time is reminded of anew.
     *
     * @throws DeskError `not-found`, `time-past`
     */
    async update(id: string, input: FollowUpDraftInput): Promise<FollowUp> {
      const draft = FollowUpDraft.parse(input)
      const keys = await ring()
      const row = mustFind(id)
      const isMoved = draft.dueAt !== row.due_at
      if (isMoved) refusePast(draft.dueAt)
      const changed = {
        ...{ ...row, ...sealed(draft, id, keys), touched_at: now() },
        ...(isMoved && { snoozed_until: null, reminded_at: null }),
      }
      table.update([changed])
      return mustOpen(changed, keys)
    },

    setDone: (ids: readonly string[], isDone: boolean) =>
      change(ids, () => ({ done_at: isDone ? now() : null })),

    /** Off until `until`, ms since 1970, when it is reminded of once more. */
    snooze: (ids: readonly string[], until: number) =>
      change(ids, () => ({ snoozed_until: until, reminded_at: null, done_at: null })),

    remove: (ids: readonly string[]) => change(ids, () => ({ deleted_at: now() })),

    /** Takes a removal back, as long as nothing has been cleared away since. */
    restore(ids: readonly string[]): void {
      const rows = ids.flatMap((id) => table.find(id) ?? [])
      table.update(rows.map((row) => ({ ...row, deleted_at: null, touched_at: now() })))
    },

    /** The buyer is called otherwise now: their follow-ups must still be found and deleted with them. */
    async rename(from: string, to: string): Promise<void> {
      if (from === to) return
      const keys = await ring()
      const rows = table.ofMark(markOfNickname(from, keys))
      table.update(
        rows.flatMap((row) => {
          const followUp = opened(row, keys, now())
          return followUp
            ? [{ ...row, ...sealed(FollowUpDraft.parse({ ...followUp, nickname: to }), row.id, keys) }]
            : []
        }),
      )
    },

    /** What is due and nobody was reminded of; from now on it counts as reminded of. */
    claimDue: (): FollowUpRow[] => table.claimDue(now()),
  }
}
