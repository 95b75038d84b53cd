/** The known name nearest to a mistyped one; null when none is near enough to be meant. */
export function nearestName(typed: string, known: readonly string[]): string | null {
  let nearest: string | null = null
  let least = Math.floor(typed.length / 2) + 1
  for (const name of known) {
    const distance = editDistance(typed, name)
    if (distance < least) {
      least = distance
      nearest = name
    }
  }
  return nearest
}

/** Characters to insert, delete or change to make one string of the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
