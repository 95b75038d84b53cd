import type { Desk } from '../../../electron/desk/open-desk.ts'
import { callerOf, QUERIES } from './ground.ts'
import { slope } from './slope.ts'

export interface Endurance {
  uses: number
  /** Growth of the JavaScript heap and of the process, in bytes for each use, by least squares over the second half. */
  heapBytesPerUse: number
  rssBytesPerUse: number
  /** Of the JavaScript heap after each tenth of the uses. */
  heapMB: number[]
  handlesBefore: number
  handlesAfter: number
}

const SAMPLES = 40

/** A working day without the pauses: keystrokes, a preview, a use, and the same again. Wants `--expose-gc`. */
export async function endure(desk: Desk, uses: number): Promise<Endurance> {
  const caller = callerOf(desk)
  const phraseIds = desk.phrases.list({ offset: 0, limit: 400 }).phrases.map(({ id }) => id)
  const productIds = desk.products.all().map(({ id }) => id)
  const memory: { use: number; heap: number; rss: number }[] = []
  const handlesBefore = process.getActiveResourcesInfo().length
  for (let use = 0; use < uses; use++) {
    const query = `${QUERIES[use % QUERIES.length]}`
    for (let letters = 1; letters <= Math.min(3, query.length); letters++)
      await caller.phrases.search({ text: query.slice(0, letters) })
    const phraseId = phraseIds[(use * 31) % phraseIds.length] as string
    const productId = productIds[use % productIds.length] ?? null
    const buyer = { nickname: `回头客${use % 300}`, isGift: false }
    await caller.scripts.render({ phraseId, productId, buyer })
    await caller.scripts.use({ phraseId, productId, buyer, mode: 'copy', query: `${query}${use % 50}` })
    if (use % Math.max(1, Math.floor(uses / SAMPLES)) === 0) {
      globalThis.gc?.()
      const { heapUsed, rss } = process.memoryUsage()
      memory.push({ use, heap: heapUsed, rss })
    }
  }
  const settled = memory.slice(Math.floor(memory.length / 2))
  return {
    uses,
    heapBytesPerUse: slope(settled.map(({ use, heap }) => [use, heap])),
    rssBytesPerUse: slope(settled.map(({ use, rss }) => [use, rss])),
    heapMB: memory
      .filter((_, sample) => sample % (SAMPLES / 10) === 0)
      .map(({ heap }) => Math.round((heap / 1024 / 1024) * 10) / 10),
    handlesBefore,
    handlesAfter: process.getActiveResourcesInfo().length,
  }
}
