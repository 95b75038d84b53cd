import { markupEnd, OPENING_BRACE } from '../chinese/markup.ts'
import { foldUnit, isWordUnit } from '../chinese/normalise.ts'
import { findNotions } from '../chinese/notions.ts'
import { ACCENT_CLASS, INITIAL, readingsOf, SYLLABLES } from '../chinese/syllables.ts'
import { FIELD, ITEM_BREAK, type Library } from '../library.ts'

/**
 * What a phrase is found by. A feature is hashed into one of `BUCKETS`; two features that share a bucket cost a little
 * precision, which the alignment of the candidates gives back.
 */
export const BUCKET_BITS = 20
export const BUCKETS = 1 << BUCKET_BITS

/** Kinds of features; the numbers are part of what is stored, see `PREPARED_VERSION`. */
export const KIND = {
  titleUnit: 1,
  titlePair: 2,
  titleSound: 3,
  titleSoundPair: 4,
  initialPair: 5,
  initialTriple: 6,
  letters: 7,
  anchor: 8,
  tagPair: 9,
  tagSoundPair: 10,
  tagInitialPair: 11,
  questionSoundPair: 12,
  bodySoundPair: 13,
  code: 14,
  tagUnit: 15,
  wholeCode: 16,
  headNotion: 17,
  bodyNotion: 18,
} as const

/** The bucket of a feature of some kind with up to two parts. */
export function bucketOf(kind: number, a: number, b: number): number {
  let h = Math.imul(a + kind * 7919 + 1, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  h ^= h >>> 13
  return (h >>> 0) & (BUCKETS - 1)
}

/** Syllable ids end below this; other units are kept apart from them by it. */
const UNIT_SOUND = 1024

/**
 * What a unit sounds like in running text: its usual reading, exactly. The same on both sides, so that characters
 * find themselves, and pinyin finds them where the reading is the usual one.
 */
export function plainSound(unit: number): number {
  return PLAIN_SOUNDS[unit] as number
}

const PLAIN_SOUNDS = Uint32Array.from(
  { length: 0x10000 },
  (_, unit) => readingsOf(unit)[0] ?? UNIT_SOUND + unit,
)

const CODE_PREFIX_AT_MOST = 8
/** A title longer than this is indexed to here. */
const TITLE_INDEXED = 120

type Emit = (bucket: number) => void

/** Tells every feature of a phrase, some more than once. */
export function emitFeatures(library: Library, slot: number, emit: Emit): void {
  const { pool } = library
  const titleFrom = library.start(slot, FIELD.title)
  const titleLength = wordUnits(pool, titleFrom, library.end(slot, FIELD.title))
  emitTitle(title, 0, titleLength, emit)
  emitTags(pool, library.start(slot, FIELD.tag), library.end(slot, FIELD.tag), emit)
  emitTags(pool, library.start(slot, FIELD.group), library.end(slot, FIELD.group), emit)
  emitSounds(
    pool,
    library.start(slot, FIELD.question),
    library.end(slot, FIELD.question),
    KIND.questionSoundPair,
    emit,
  )
  emitSounds(pool, library.start(slot, FIELD.body), library.end(slot, FIELD.body), KIND.bodySoundPair, emit)
  findNotions(pool, titleFrom, library.start(slot, FIELD.body), (notion) =>
    emit(bucketOf(KIND.headNotion, notion, 0)),
  )
  findNotions(pool, library.start(slot, FIELD.body), library.end(slot, FIELD.body), (notion) =>
    emit(bucketOf(KIND.bodyNotion, notion, 0)),
  )
  const code = library.entries[slot]?.code
  if (code) emitCode(code, emit)
}

/** Scratch: the word units of a title, folded. What stands between them is typed by nobody: 面霜-保质期. */
const title = new Uint16Array(TITLE_INDEXED)

function wordUnits(pool: Uint16Array, from: number, to: number): number {
  let length = 0
  for (let at = from; at < to && length < TITLE_INDEXED; at++) {
    const unit = foldUnit(pool[at] as number)
    if (isWordUnit(unit)) title[length++] = unit
  }
  return length
}

function emitTitle(pool: Uint16Array, from: number, to: number, emit: Emit): void {
  for (let at = from; at < to; at++) {
    const unit = foldUnit(pool[at] ?? 0)
    const readings = readingsOf(unit)
    emit(bucketOf(KIND.titleUnit, unit, 0))
    for (const reading of readings) emit(bucketOf(KIND.titleSound, ACCENT_CLASS[reading] ?? 0, 0))
    if (at === from) emitAnchors(pool, from, to, emit)
    if (at + 1 >= to) continue
    const next = foldUnit(pool[at + 1] ?? 0)
    const nextReadings = readingsOf(next)
    emit(bucketOf(KIND.titlePair, unit, next))
    for (const a of readings) {
      for (const b of nextReadings) {
        emit(bucketOf(KIND.titleSoundPair, ACCENT_CLASS[a] ?? 0, ACCENT_CLASS[b] ?? 0))
      }
    }
    const third = at + 2 < to ? foldUnit(pool[at + 2] ?? 0) : 0
    for (const a of initialsOf(unit, readings)) {
      for (const b of initialsOf(next, nextReadings)) {
        emit(bucketOf(KIND.initialPair, a, b))
        if (third === 0) continue
        for (const c of initialsOf(third, readingsOf(third)))
          emit(bucketOf(KIND.initialTriple, a * 256 + b, c))
      }
    }
  }
  emitLetters(pool, from, to, emit)
}

/** The first one, two and three initials: what is typed first is mostly the beginning of a title. */
function emitAnchors(pool: Uint16Array, from: number, to: number, emit: Emit): void {
  const [one, two, three] = [0, 1, 2].map((i) => (from + i < to ? foldUnit(pool[from + i] ?? 0) : 0))
  for (const a of initialsOf(one ?? 0, readingsOf(one ?? 0))) {
    emit(bucketOf(KIND.anchor, a, 0))
    if (!two) continue
    for (const b of initialsOf(two, readingsOf(two))) {
      emit(bucketOf(KIND.anchor, a, b))
      if (!three) continue
      for (const c of initialsOf(three, readingsOf(three))) emit(bucketOf(KIND.anchor, a * 256 + b, c))
    }
  }
}

const initialsByUnit: (Uint16Array | undefined)[] = new Array(0x10000)

/** Letters a unit may be typed by; the unit itself where it is not read in pinyin. */
export function initialsOf(unit: number, readings: Int16Array): Uint16Array {
  let initials = initialsByUnit[unit]
  if (!initials) {
    const letters = new Set(Array.from(readings, (reading) => INITIAL[reading] ?? 0))
    initials = readings.length === 0 ? Uint16Array.of(unit) : Uint16Array.from(letters)
    initialsByUnit[unit] = initials
  }
  return initials
}

/** Triples of letters of the title as it is spelled: what survives a slip of the finger. */
function emitLetters(pool: Uint16Array, from: number, to: number, emit: Emit): void {
  let a = 0
  let b = 0
  for (let at = from; at < to; at++) {
    const unit = foldUnit(pool[at] ?? 0)
    const readings = readingsOf(unit)
    if (readings.length === 0) {
      if (a) emit(bucketOf(KIND.letters, a * 256 + b, unit))
      a = b
      b = unit < 256 ? unit : 0
      continue
    }
    const [beforeA, beforeB] = [a, b]
    for (let rank = readings.length - 1; rank >= 0; rank--) {
      const spelling = SYLLABLES[readings[rank] ?? 0] ?? ''
      a = beforeA
      b = beforeB
      for (let i = 0; i < spelling.length; i++) {
        const letter = spelling.charCodeAt(i)
        if (a) emit(bucketOf(KIND.letters, a * 256 + b, letter))
        a = b
        b = letter
      }
    }
  }
}

function emitTags(pool: Uint16Array, from: number, to: number, emit: Emit): void {
  for (let at = from; at < to; at++) {
    const unit = foldUnit(pool[at] ?? 0)
    if (unit === ITEM_BREAK) continue
    emit(bucketOf(KIND.tagUnit, unit, 0))
    const next = at + 1 < to ? foldUnit(pool[at + 1] ?? 0) : ITEM_BREAK
    if (next === ITEM_BREAK) continue
    emit(bucketOf(KIND.tagPair, unit, next))
    const a = readingsOf(unit)
    const b = readingsOf(next)
    for (const one of a)
      for (const two of b) emit(bucketOf(KIND.tagSoundPair, ACCENT_CLASS[one] ?? 0, ACCENT_CLASS[two] ?? 0))
    for (const one of initialsOf(unit, a))
      for (const two of initialsOf(next, b)) emit(bucketOf(KIND.tagInitialPair, one, two))
  }
}

function emitSounds(pool: Uint16Array, from: number, to: number, kind: number, emit: Emit): void {
  let before = -1
  for (let at = from; at < to; at++) {
    const unit = pool[at] ?? 0
    if (unit === OPENING_BRACE) {
      const end = markupEnd(pool, at, to)
      if (end > at) {
        at = end - 1
        before = -1
        continue
      }
    }
    const folded = foldUnit(unit)
    if (!isWordUnit(folded)) {
      before = -1
      continue
    }
    const sound = plainSound(folded)
    if (before >= 0) emit(bucketOf(kind, before, sound))
    before = sound
  }
}

function emitCode(code: string, emit: Emit): void {
  let prefix = 0
  for (let i = 0; i < Math.min(code.length, CODE_PREFIX_AT_MOST); i++) {
    prefix = codePrefix(prefix, code.charCodeAt(i))
    emit(bucketOf(KIND.code, prefix, i))
  }
  emit(wholeCode(code))
}

/** The bucket of a code as a whole. */
export function wholeCode(code: string): number {
  let whole = 0
  for (let i = 0; i < code.length; i++) whole = codePrefix(whole, code.charCodeAt(i))
  return bucketOf(KIND.wholeCode, whole, code.length)
}

/** Folds one more unit into a code's prefix. */
export function codePrefix(prefix: number, unit: number): number {
  return (Math.imul(prefix, 31) + unit) | 0
}
