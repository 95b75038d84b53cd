const DAY_MS = 24 * 60 * 60 * 1_000
/** How far one upkeep may advance over the one before. */
const LONGEST_STEP_MS = 7 * DAY_MS
/** How long one key seals new records. */
const KEY_LIFE_MS = 30 * DAY_MS

/**
 * The time by which an upkeep deletes. A clock that stands years ahead for one start must not delete everybody: each
 * upkeep goes at most a week beyond the last one. After a long holiday it catches up within a few days; until then
 * what is due is hidden, since reading goes by the true clock.
 */
export function upkeepTime(now: number, last: number | null): number {
  return last === null ? now : Math.min(now, last + LONGEST_STEP_MS)
}

/** Records last touched before this are due for deletion. */
export function dueBefore(now: number, retentionDays: number): number {
  return now - retentionDays * DAY_MS
}

/** When a record last touched at `seenAt` is deleted, ms since 1970. */
export function deletionOf(seenAt: number, retentionDays: number): number {
  return seenAt + retentionDays * DAY_MS
}

export function isRotationDue(now: number, newest: { since: number }): boolean {
  return now - newest.since >= KEY_LIFE_MS
}

/**
 * Keys to destroy: those that no record needs and that a newer key replaced longer ago than records are kept. What
 * they sealed is deleted by then, and a copy of it in an old backup becomes unreadable with them.
 */
export function keysToDestroy(
  keys: readonly { version: number; since: number }[],
  inUse: readonly number[],
  now: number,
  retentionDays: number,
): number[] {
  const inOrder = keys.toSorted((one, other) => one.version - other.version)
  return inOrder.flatMap(({ version }, place) => {
    const successor = inOrder[place + 1]
    const isPast = successor !== undefined && successor.since < dueBefore(now, retentionDays)
    return isPast && !inUse.includes(version) ? [version] : []
  })
}
