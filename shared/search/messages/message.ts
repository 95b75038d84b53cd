import { bucketOf, KIND, plainSound } from '../candidates/features.ts'
import { Lookup } from '../candidates/lookup.ts'
import { isFunctionUnit, says } from '../chinese/function-units.ts'
import { foldUnit, isHan, isWordUnit } from '../chinese/normalise.ts'
import { findNotions } from '../chinese/notions.ts'
import { FIELD, ITEM_BREAK, type Library } from '../library.ts'
import { withoutCourtesy } from './courtesy.ts'
import { findTurns } from './turns.ts'

/** How much a shared pair of characters or notion says, before its rarity, by where the phrase has it. */
const W = {
  titlePair: 1,
  titleUnit: 0.35,
  tagPair: 0.5,
  tagUnit: 0.2,
  questionPair: 0.9,
  bodyPair: 0.55,
  headNotion: 3.4,
  bodyNotion: 0.5,
} as const
/** Groups of the lookup from here on are notions; lower ones are characters and pairs. */
const NOTIONS = 2 ** 33
/** What the words of an example weigh beside the message's own. */
const LED = 0.5
/** A notion is worth so many pairs of characters when questions are compared. */
const NOTION_IN_QUESTION = 3.4

/** A buyer's message, taken apart. */
export interface Message {
  readonly lookup: Lookup
  /** The same things as buckets of example questions → how much one shared says. */
  readonly inQuestion: Map<number, number>
  readonly questionTotal: number
}

/**
 * @param message folded
 * @param rarity of a bucket in the library: 0 or more, greater is rarer
 */
export function readMessage(message: string, rarity: (bucket: number) => number): Message {
  const text = withoutCourtesy(message)
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  const lookup = new Lookup()
  const inQuestion = new Map<number, number>()
  let questionTotal = 0
  const asks = (bucket: number, weight: number) => {
    if (inQuestion.has(bucket)) return
    const says = weight * rarity(bucket)
    inQuestion.set(bucket, says)
    questionTotal += says
  }
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as number
    if (!isWordUnit(unit)) continue
    if (isHan(unit) && !isFunctionUnit(unit)) {
      lookup.add(unit, bucketOf(KIND.titleUnit, unit, 0), W.titleUnit)
      lookup.add(unit, bucketOf(KIND.tagUnit, unit, 0), W.tagUnit)
    }
    const next = units[at + 1] ?? 0
    if (!isWordUnit(next)) continue
    const [a, b] = [plainSound(unit), plainSound(next)]
    const pair = unit * 0x10000 + next
    const share = says(unit, next)
    lookup.add(pair, bucketOf(KIND.titlePair, unit, next), W.titlePair * share)
    lookup.add(pair, bucketOf(KIND.tagPair, unit, next), W.tagPair * share)
    lookup.add(pair, bucketOf(KIND.questionSoundPair, a, b), W.questionPair * share)
    lookup.add(pair, bucketOf(KIND.bodySoundPair, a, b), W.bodyPair * share)
    asks(bucketOf(KIND.questionSoundPair, a, b), share)
  }
  const means = (notion: number) => {
    lookup.add(NOTIONS + notion, bucketOf(KIND.headNotion, notion, 0), W.headNotion)
    lookup.add(NOTIONS + notion, bucketOf(KIND.bodyNotion, notion, 0), W.bodyNotion)
    asks(bucketOf(KIND.headNotion, notion, 0), NOTION_IN_QUESTION)
  }
  findNotions(units, 0, units.length, means)
  findTurns(text, means)
  return { lookup, inQuestion, questionTotal }
}

/** A phrase that was picked for a like message, read as if it were one: what it is called is what was meant. */
export interface Example {
  readonly slot: number
  readonly message: Message
  /** Of the messages, 0 to 1. */
  readonly likeness: number
}

/** Lets the words of examples lead to candidates, too. */
export function followExamples(message: Message, examples: readonly Example[]): void {
  for (const { message: example, likeness } of examples) message.lookup.addAll(example.lookup, LED * likeness)
}

/** How a phrase's best example question meets a message. */
export interface Met {
  /** 0 to 1. */
  likeness: number
  /** The same for phrases that are met by the same words: one of them speaks for all. */
  by: number
}

/** How well the best of a phrase's example questions (its title is one) asks what the message asks. */
export function bestQuestion(
  message: Message,
  library: Library,
  slot: number,
  rarity: (bucket: number) => number,
): Met {
  const { pool } = library
  const end = library.end(slot, FIELD.question)
  let best = alike(message, pool, library.start(slot, FIELD.title), library.end(slot, FIELD.title), rarity)
  let from = library.start(slot, FIELD.question)
  for (let at = from; at <= end; at++) {
    if (at < end && pool[at] !== ITEM_BREAK) continue
    const met = at > from ? alike(message, pool, from, at, rarity) : best
    if (met.likeness > best.likeness) best = met
    from = at + 1
  }
  return best
}

function alike(
  message: Message,
  pool: Uint16Array,
  from: number,
  to: number,
  rarity: (bucket: number) => number,
): Met {
  const seen: number[] = []
  let shared = 0
  let total = 0
  let by = 0
  const see = (bucket: number, weight: number) => {
    if (seen.includes(bucket)) return
    seen.push(bucket)
    const both = message.inQuestion.get(bucket)
    if (both !== undefined) {
      shared += both
      by ^= bucket
    }
    total += both ?? weight * rarity(bucket)
  }
  for (let at = from; at + 1 < to; at++) {
    const [a, b] = [foldUnit(pool[at] as number), foldUnit(pool[at + 1] as number)]
    if (isWordUnit(a) && isWordUnit(b)) {
      see(bucketOf(KIND.questionSoundPair, plainSound(a), plainSound(b)), says(a, b))
    }
  }
  findNotions(pool, from, to, (notion) => see(bucketOf(KIND.headNotion, notion, 0), NOTION_IN_QUESTION))
  return { likeness: total === 0 ? 0 : shared / Math.sqrt(total * message.questionTotal), by }
}
