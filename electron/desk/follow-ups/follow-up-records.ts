import type { FollowUp, FollowUpDraft } from '../../../shared/model/follow-up.ts'
import type { FollowUpKind } from '../../../shared/model/follow-up-kinds.ts'
import { markOf, seal, unseal } from '../customers/cipher.ts'
import type { KeyRing } from '../customers/key-ring.ts'
import { sameName } from '../customers/same-name.ts'
import type { FollowUpRow } from './follow-up-table.ts'

/** What is sealed: everything that tells whose follow-up it is, or what about. */
type Secret = Pick<FollowUpDraft, 'nickname' | 'note' | 'productId' | 'phraseId'>

const placeOf = (id: string) => `follow_ups/${id}`

/** The columns that a draft fills, its secret sealed with the newest key for the row `id`. */
export function sealed({ kind, dueAt, ...secret }: FollowUpDraft, id: string, ring: KeyRing) {
  const { version, key } = ring.newest()
  return {
    kind,
    due_at: dueAt,
    nickname_mark: markOfNickname(secret.nickname, ring),
    key_version: version,
    record: seal(JSON.stringify(secret satisfies Secret), key, placeOf(id)),
  }
}

export function markOfNickname(nickname: string, ring: KeyRing): Buffer {
  return markOf(sameName(nickname), ring.index)
}

/** The follow-up of a row, as it stands at `now`; null when no key opens it. */
export function opened(row: FollowUpRow, ring: KeyRing, now: number): FollowUp | null {
  const text = openedText(row, ring)
  if (text === null) return null
  const secret = JSON.parse(text) as Secret
  const { id, kind, due_at, created_at } = row
  return {
    ...secret,
    id,
    kind: kind as FollowUpKind,
    dueAt: due_at,
    state: stateOf(row, now),
    createdAt: created_at,
  }
}

/** The record sealed with the newest key; as it is when no key opens it, to be deleted in its time. */
export function resealed(row: FollowUpRow, ring: KeyRing): Buffer {
  const text = openedText(row, ring)
  return text === null ? row.record : seal(text, ring.newest().key, placeOf(row.id))
}

function openedText({ id, key_version, record }: FollowUpRow, ring: KeyRing): string | null {
  const key = ring.find(key_version)
  if (key === null) return null
  try {
    return unseal(record, key.key, placeOf(id))
  } catch {
    // Somebody has changed it, or brought it from another row.
    return null
  }
}

function stateOf({ done_at, snoozed_until }: FollowUpRow, now: number): FollowUp['state'] {
  if (done_at !== null) return { is: 'done', at: done_at }
  return snoozed_until !== null && snoozed_until > now
    ? { is: 'snoozed', until: snoozed_until }
    : { is: 'open' }
}
