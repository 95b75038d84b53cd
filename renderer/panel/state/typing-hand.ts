/**
 * Whether the query in hand was written by the agent, key by key, from its first letter. What was captured or pasted in may
 * be a buyer's words, and stays so whatever is typed behind it.
 *
 * @param now ms since 1970, which numbers the sittings
 */
export function createTypingHand(now: () => number) {
  let isOwn = true
  let sitting = now()

  return {
    /** The agent changed the query to `text`. */
    typed(text: string, isByKeys: boolean): void {
      if (!isByKeys) isOwn = text === ''
      else if ([...text].length <= 1) isOwn = true
    },
    /** Something else made the query `text`. */
    given(text: string): void {
      isOwn = text === ''
    },
    /** The panel was put away: what is typed next is another occasion. */
    sittingOver(): void {
      sitting = Math.max(now(), sitting + 1)
    },
    /** The sitting in which the query was typed; null when it was not. */
    sitting: (): number | null => (isOwn ? sitting : null),
  }
}
