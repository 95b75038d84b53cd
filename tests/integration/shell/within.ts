/** Asks again every 5 ms until there is an answer, for at most `limitMs`. */
export async function within<T>(limitMs: number, ask: () => T | null | Promise<T | null>): Promise<T> {
  const deadline = performance.now() + limitMs
  while (performance.now() < deadline) {
    const answer = await ask()
    if (answer !== null) return answer
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`waited ${limitMs} ms for ${ask}`)
}
