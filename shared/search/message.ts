import { bucketOf, KIND, plainSound } from './features.ts'
import { FIELD, ITEM_BREAK, type Library } from './library.ts'
import { Lookup } from './lookup.ts'
import { foldUnit, isHan, isWordUnit } from './normalise.ts'
import { findNotions } from './notions.ts'

/** How much a shared pair of characters or notion says, before its rarity, by where the phrase has it. */
const W = {
  titlePair: 1,
  titleUnit: 0.2,
  tagPair: 0.5,
  questionPair: 0.9,
  bodyPair: 0.55,
  headNotion: 3.4,
  bodyNotion: 0.5,
} as const
/**
 * Characters that hold a sentence together and say nothing of what it is about: 会不会, 有没有, 你们这个. A pair of
 * two of them, or with one of them, says so much less.
 */
const FUNCTION_UNITS = new Set(
  [
    ...'的了吗呢啊吧么呀哦嘛呗哈会不有没是能可以怎什个这那我你他她它们就还也都要想在给把被让到去来说很太些为啥咋和跟得着过行再又才吃多几点候时样干嘛弄搞请问下',
  ].map((character) => character.charCodeAt(0)),
)
const ONE_FUNCTION = 0.5
const TWO_FUNCTIONS = 0.07

function says(a: number, b: number): number {
  const functions = (FUNCTION_UNITS.has(a) ? 1 : 0) + (FUNCTION_UNITS.has(b) ? 1 : 0)
  return functions === 2 ? TWO_FUNCTIONS : functions === 1 ? ONE_FUNCTION : 1
}

/** Groups of the lookup from here on are notions; lower ones are characters and pairs. */
const NOTIONS = 2 ** 33
/** What a precedent's words weigh beside the message's own. */
const PRECEDENT = 1.5
/** A notion is worth so many pairs of characters when questions are compared. */
const NOTION_IN_QUESTION = 3.4

/** A buyer's message, taken apart. */
export interface Message {
  readonly lookup: Lookup
  /** The same things as buckets of example questions → how much one shared says. */
  readonly inQuestion: Map<number, number>
  readonly questionTotal: number
}

/** @param rarity of a bucket in the library: 0 or more, greater is rarer */
export function readMessage(text: string, rarity: (bucket: number) => number): Message {
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
    if (isHan(unit) && !FUNCTION_UNITS.has(unit))
      lookup.add(unit, bucketOf(KIND.titleUnit, unit, 0), W.titleUnit)
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
  findNotions(units, 0, units.length, (notion) => {
    lookup.add(NOTIONS + notion, bucketOf(KIND.headNotion, notion, 0), W.headNotion)
    lookup.add(NOTIONS + notion, bucketOf(KIND.bodyNotion, notion, 0), W.bodyNotion)
    asks(bucketOf(KIND.headNotion, notion, 0), NOTION_IN_QUESTION)
  })
  return { lookup, inQuestion, questionTotal }
}

/** Adds to a message what a phrase that was picked for one like it is about. */
export function followPrecedent(message: Message, library: Library, slot: number, likeness: number): void {
  const { pool } = library
  const add = (group: number, bucket: number, weight: number) =>
    message.lookup.add(group, bucket, weight * likeness)
  const from = library.start(slot, FIELD.title)
  const to = library.end(slot, FIELD.title)
  for (let at = from; at + 1 < to; at++) {
    const [a, b] = [foldUnit(pool[at] as number), foldUnit(pool[at + 1] as number)]
    if (isWordUnit(a) && isWordUnit(b))
      add(a * 0x10000 + b, bucketOf(KIND.titlePair, a, b), PRECEDENT * W.titlePair * says(a, b))
  }
  findNotions(pool, from, library.start(slot, FIELD.body), (notion) =>
    add(NOTIONS + notion, bucketOf(KIND.headNotion, notion, 0), PRECEDENT * W.headNotion),
  )
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
