/** `npm run soak` multiplies the inputs of `npm test`, and begins elsewhere. */
const FACTOR = Number(process.env.GOLDEN_SIX_FUZZ_FACTOR ?? 1)
const SEED = Number(process.env.GOLDEN_SIX_FUZZ_SEED ?? 6)

/** How fast-check runs a property that takes `quick` inputs in `npm test`. */
export function fuzzing(quick: number) {
  return { numRuns: quick * FACTOR, seed: SEED, endOnFailure: true }
}

/** Long runs outlast any usual limit of a test. */
export const FUZZ_LIMIT_MS = 60_000 * FACTOR
