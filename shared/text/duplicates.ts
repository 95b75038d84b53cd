import { editDistance } from './edit-distance.ts'
import { foldedUnits } from './folded.ts'
import { bandsOf, resemblance, type Signature, signatureOf } from './min-hash.ts'

export interface Text {
  id: string
  text: string
}

export interface DuplicateGroup {
  /** Whether all of them read the same but for width, case, punctuation and emoji. */
  isSame: boolean
  /** Two at least, in the order in which they were given; all are like the first. */
  ids: string[]
}

/** Texts that differ in no more than this share of their length are nearly the same. */
const MOST_DIFFERENT = 0.15
/** Longer ones are compared by their signatures alone: to count their differences takes too long. */
const LONGEST_COUNTED = 2000
/** What texts that differ in 15 % share of their pairs at least, but for chance. */
const LEAST_RESEMBLANCE = 0.35
const LEAST_RESEMBLANCE_OF_LONG = 0.75
/** Of texts that meet under one key: where thousands do, it is of a phrase that all of them contain. */
const MOST_IN_BUCKET = 12

interface Leader {
  group: DuplicateGroup
  units: Uint16Array
  signature: Signature
}

/**
 * The groups of texts that say the same, or nearly so. Each text joins the first before it that it is like, so that no
 * chain of small differences ties together what is unlike; what comes first should be what is to stay. 100,000 texts take
 * some seconds.
 */
export function findDuplicates(texts: Iterable<Text>): DuplicateGroup[] {
  const bySameness = new Map<string, DuplicateGroup>()
  const buckets = new Map<number, Leader[]>()
  const groups: DuplicateGroup[] = []

  for (const { id, text } of texts) {
    const units = foldedUnits(text)
    if (units.length === 0) continue
    const key = keyOf(units)
    const same = bySameness.get(key)
    if (same) {
      same.ids.push(id)
      continue
    }
    const signature = signatureOf(units)
    const bands = bandsOf(signature)
    const leader = leaderOf({ units, signature }, bands, buckets)
    if (leader) {
      leader.group.ids.push(id)
      leader.group.isSame = false
      bySameness.set(key, leader.group)
      continue
    }
    const group = { isSame: true, ids: [id] }
    groups.push(group)
    bySameness.set(key, group)
    const own = { group, units, signature }
    for (const band of bands) {
      const bucket = buckets.get(band)
      if (!bucket) buckets.set(band, [own])
      else if (bucket.length < MOST_IN_BUCKET) bucket.push(own)
    }
  }
  return groups.filter(({ ids }) => ids.length > 1)
}

function leaderOf(
  text: Pick<Leader, 'units' | 'signature'>,
  bands: readonly number[],
  buckets: ReadonlyMap<number, readonly Leader[]>,
): Leader | null {
  const seen = new Set<Leader>()
  for (const band of bands) {
    for (const leader of buckets.get(band) ?? []) {
      if (seen.has(leader)) continue
      seen.add(leader)
      if (isAlike(text, leader)) return leader
    }
  }
  return null
}

type Compared = Pick<Leader, 'units' | 'signature'>

function isAlike(one: Compared, other: Compared): boolean {
  const longest = Math.max(one.units.length, other.units.length)
  const most = Math.floor(longest * MOST_DIFFERENT)
  if (Math.abs(one.units.length - other.units.length) > most) return false
  const share = resemblance(one.signature, other.signature)
  if (longest > LONGEST_COUNTED) return share >= LEAST_RESEMBLANCE_OF_LONG
  return share >= LEAST_RESEMBLANCE && editDistance(one.units, other.units, most) !== null
}

/** As a string, which is a key; the units of a text that is long are too many for one call. */
function keyOf(units: Uint16Array): string {
  let key = ''
  for (let from = 0; from < units.length; from += 4096)
    key += String.fromCharCode(...units.subarray(from, from + 4096))
  return key
}
