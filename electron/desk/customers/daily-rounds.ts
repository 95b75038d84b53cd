const HOUR_MS = 60 * 60 * 1_000

/**
 * Makes a round now and every hour as long as the program runs: a day begins while it is open, and a machine that
 * slept over one wakes up within it. Returns the function that ends the rounds.
 *
 * @param round does what is due and nothing else; its failures are its own
 */
export function beginRounds(round: () => Promise<void>): () => void {
  const inPeace = () => void round().catch(sayQuietly)
  inPeace()
  const rounds = setInterval(inPeace, HOUR_MS)
  rounds.unref()
  return () => clearInterval(rounds)
}

function sayQuietly(error: unknown): void {
  console.error('A round was not finished:', error instanceof Error ? error.message : error)
}
