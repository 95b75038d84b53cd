/**
 * Does `work` for every item, `width` at a time. The first failure ends it: nothing new is begun, and what is under way
 * is waited for, so that nothing goes on behind the caller's back.
 */
export async function eachOf<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0
  let failure: { cause: unknown } | null = null
  async function worker(): Promise<void> {
    while (next < items.length && failure === null) {
      const item = items[next++] as Item
      try {
        await work(item)
      } catch (cause) {
        failure ??= { cause }
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
  if (failure) throw (failure as { cause: unknown }).cause
}
