import type { KeyRing } from './key-ring.ts'

/** Records of buyers in other tables that the same keys seal: they are renewed, kept and deleted together with these. */
export interface SealedElsewhere {
  isEmpty(): boolean
  keyVersionsInUse(): number[]
  /** Seals up to `limit` records of older keys anew with the newest. Returns how many there were. */
  reseal(ring: KeyRing, limit: number): number
  /** Deletes what was written of these buyers (marks of their nicknames, base64) up to the time beside each. */
  forget(marks: ReadonlyMap<string, number>): void
  /** Deletes what was last of use before `time`, ms since 1970. */
  removeOlderThan(time: number): void
  removeAll(): void
}
