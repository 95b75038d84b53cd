/**
 * What every technique answers: something that may be said, or why it may not.
 * `reason` and `instead` are shown to the agent as they stand; `instead` is what to tell the buyer in its place.
 */
export type Outcome<Result> = ({ ok: true } & Result) | Refused

export interface Refused {
  ok: false
  reason: string
  instead: string | null
  /** Facts that would make the technique possible, by the names scripts use (客户.身高); empty when none would. */
  needs: readonly string[]
}

/** The facts are there and forbid it. */
export function refuse(reason: string, instead: string | null = null): Refused {
  return { ok: false, reason, instead, needs: [] }
}

/** The facts are not there; `needs` names them as scripts do. */
export function lacking(needs: readonly string[], reason: string, instead: string | null = null): Refused {
  return { ok: false, reason, instead, needs }
}
