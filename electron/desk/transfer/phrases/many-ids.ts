import { randomFillSync } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

const IDS_AT_ONCE = 1024
const RANDOM_BYTES = 16

/**
 * Ids in rising order, for those who need 100,000 of them: chance is drawn for a thousand at a time, which takes a tenth
 * of the time.
 *
 * @param at ms since 1970
 */
export function manyIds(at: number): () => string {
  const chance = new Uint8Array(IDS_AT_ONCE * RANDOM_BYTES)
  // The number of the id within this millisecond begins low enough to count on.
  let seq = randomFillSync(new Uint32Array(1))[0] ?? 0
  seq >>>= 4
  let used = IDS_AT_ONCE
  return () => {
    if (used === IDS_AT_ONCE) {
      randomFillSync(chance)
      used = 0
    }
    const random = chance.subarray(used * RANDOM_BYTES, ++used * RANDOM_BYTES)
    return uuidv7({ msecs: at, seq: seq++, random })
  }
}
