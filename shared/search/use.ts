const DAY_MS = 86_400_000
/** After so long, a use counts half. */
const HALF_LIFE_DAYS = 30
/** Uses at which a phrase is as habitual as it gets. */
const MANY_USES = 4000
/** Uses whose time nobody noted. */
const UNDATED = 0.8
/** A phrase of old stays known: this share of its weight never decays. */
const LASTING = 0.5

/** How much of a habit a phrase is, 0 to 1. `now` and `lastUsedAt` are milliseconds since 1970. */
export function habit(uses: number, lastUsedAt: number | null, now: number): number {
  if (uses <= 0) return 0
  // Cubed, so that the one used by far the most stands out from those merely in use.
  const strength = Math.min(1, Math.log1p(uses) / Math.log1p(MANY_USES)) ** 3
  if (lastUsedAt === null) return strength * UNDATED
  const days = Math.max(0, now - lastUsedAt) / DAY_MS
  return strength * (LASTING + (1 - LASTING) * 2 ** (-days / HALF_LIFE_DAYS))
}

/**
 * How much habit counts beside a text score of about 1: the shorter the query, the more phrases it fits and the more
 * it is a shorthand for the usual one.
 * @param worth of the query, see `Term`
 */
export function habitWeight(worth: number): number {
  return 0.06 + 0.5 * Math.exp(-worth / 5)
}
