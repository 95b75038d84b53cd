import { segment } from '../chinese/lattice.ts'
import { isDigit, isHan, isLetter, isWordUnit } from '../chinese/normalise.ts'
import { usualPairsOf } from '../chinese/pinyin.ts'
import { ACCENT_CLASS, readingsOf } from '../chinese/syllables.ts'
import type { Query } from '../query.ts'
import { bucketOf, codePrefix, initialsOf, KIND, plainSound } from './features.ts'
import { Lookup } from './lookup.ts'
import { addSlips } from './slip-features.ts'

/** How likely a feature points at the phrase meant, before its rarity is reckoned in. */
const W = {
  unit: 0.6,
  pair: 3,
  sound: 0.3,
  soundPair: 0.9,
  tagUnit: 0.3,
  tagPair: 1.5,
  tagSoundPair: 0.5,
  tagInitialPair: 0.4,
  questionPair: 2.2,
  bodyPair: 1.7,
  typedSound: 1,
  typedSoundPair: 2.2,
  typedTagPair: 0.9,
  typedBodyPair: 1.2,
  initialPair: 1.1,
  initialTriple: 1.5,
  letters: 0.5,
  anchor: [0.3, 0.8, 0.7],
  code: 1.2,
} as const
/** Readings of one run of letters that are looked up. */
const SEGMENTATIONS = 8
/** Each step of cost makes a reading this much less likely. */
const COST_DECAY = 0.8
const LETTERS_FROM = 4
const LETTERS_ONLY = /^[a-z]+$/

/** What to look up for a query. */
export function queryFeatures(query: Query): Lookup {
  const lookup = new Lookup()
  const add = (bucket: number, weight: number) => lookup.addSingle(bucket, weight)
  const isAlone = query.terms.length === 1
  for (const { text } of query.terms) {
    const runs = text.match(/[a-z0-9]+|[^a-z0-9]+/g) ?? []
    for (const run of runs) {
      if (isLetter(run.charCodeAt(0)) || isDigit(run.charCodeAt(0)))
        addTyped(run, isAlone && runs.length === 1, add)
      else addCharacters(run, lookup, query.isTolerant)
      if (query.isTolerant && LETTERS_ONLY.test(run)) {
        addLetters(run, add)
        addSlips(run, lookup)
      }
    }
    if (runs.length > 1) addAcross(text, add)
  }
  if (isAlone) addCode(query.text, add)
  // Syllables typed apart belong together all the same: bao you.
  if (query.joined && LETTERS_ONLY.test(query.joined.text)) {
    addTyped(query.joined.text, true, add)
    if (query.isTolerant) addLetters(query.joined.text, add)
  }
  return lookup
}

type Add = (bucket: number, weight: number) => void

/** Groups are the characters and the pairs of the query, known by their units. */
function addCharacters(run: string, lookup: Lookup, isTolerant: boolean): void {
  for (let i = 0; i < run.length; i++) {
    const unit = run.charCodeAt(i)
    const readings = readingsOf(unit)
    lookup.add(unit, bucketOf(KIND.titleUnit, unit, 0), W.unit)
    lookup.add(unit, bucketOf(KIND.tagUnit, unit, 0), W.tagUnit)
    for (const reading of isTolerant ? readings : []) {
      lookup.add(unit, bucketOf(KIND.titleSound, ACCENT_CLASS[reading] ?? 0, 0), W.sound)
    }
    if (i === 0) continue
    const before = run.charCodeAt(i - 1)
    const pair = before * 0x10000 + unit
    lookup.add(pair, bucketOf(KIND.titlePair, before, unit), W.pair)
    lookup.add(pair, bucketOf(KIND.tagPair, before, unit), W.tagPair)
    addTextPair(plainSound(before), plainSound(unit), W.questionPair, W.bodyPair, (bucket, weight) =>
      lookup.add(pair, bucket, weight),
    )
    for (const a of isTolerant ? readingsOf(before) : []) {
      for (const b of readings) {
        const [one, two] = [ACCENT_CLASS[a] ?? 0, ACCENT_CLASS[b] ?? 0]
        lookup.add(pair, bucketOf(KIND.titleSoundPair, one, two), W.soundPair)
        lookup.add(pair, bucketOf(KIND.tagSoundPair, one, two), W.tagSoundPair)
      }
    }
  }
}

function addTextPair(a: number, b: number, question: number, body: number, add: Add): void {
  add(bucketOf(KIND.questionSoundPair, a, b), question)
  add(bucketOf(KIND.bodySoundPair, a, b), body)
}

function addTyped(run: string, isWholeQuery: boolean, add: Add): void {
  const segmentations = segment(run, SEGMENTATIONS)
  const cheapest = segmentations[0]?.cost ?? 0
  for (const { cost, tokens } of segmentations) {
    const likelihood = 1 / (1 + COST_DECAY * (cost - cheapest))
    for (const [i, token] of tokens.entries()) {
      if (token.sound >= 0) add(bucketOf(KIND.titleSound, token.sound, 0), W.typedSound * likelihood)
      if (token.isDigit) {
        add(bucketOf(KIND.titleUnit, token.initial, 0), W.unit)
        add(bucketOf(KIND.tagUnit, token.initial, 0), W.tagUnit)
      }
      const before = tokens[i - 1]
      if (!before) continue
      if (before.sound >= 0 && token.sound >= 0) {
        add(bucketOf(KIND.titleSoundPair, before.sound, token.sound), W.typedSoundPair * likelihood)
        add(bucketOf(KIND.tagSoundPair, before.sound, token.sound), W.typedTagPair * likelihood)
      }
      if (before.syllable >= 0 && token.syllable >= 0) {
        const weight = W.typedBodyPair * likelihood
        addTextPair(before.syllable, token.syllable, weight, weight, add)
        for (const [a, b] of usualPairsOf(before.syllable, token.syllable))
          addTextPair(a, b, weight, weight, add)
      }
      add(bucketOf(KIND.initialPair, before.initial, token.initial), W.initialPair * likelihood)
      add(bucketOf(KIND.tagInitialPair, before.initial, token.initial), W.tagInitialPair * likelihood)
      const first = tokens[i - 2]
      if (first) {
        add(
          bucketOf(KIND.initialTriple, first.initial * 256 + before.initial, token.initial),
          W.initialTriple * likelihood,
        )
      }
    }
    const [one, two, three] = tokens
    if (!one) continue
    if (!two) add(bucketOf(KIND.anchor, one.initial, 0), W.anchor[0])
    else if (!isWholeQuery) continue
    else if (!three) add(bucketOf(KIND.anchor, one.initial, two.initial), W.anchor[1] * likelihood)
    else add(bucketOf(KIND.anchor, one.initial * 256 + two.initial, three.initial), W.anchor[2] * likelihood)
  }
  for (let i = 0; i + 1 < run.length; i++) {
    if (!isDigit(run.charCodeAt(i)) && !isDigit(run.charCodeAt(i + 1))) continue
    add(bucketOf(KIND.titlePair, run.charCodeAt(i), run.charCodeAt(i + 1)), W.pair)
    addTextPair(
      plainSound(run.charCodeAt(i)),
      plainSound(run.charCodeAt(i + 1)),
      W.questionPair,
      W.bodyPair,
      add,
    )
  }
}

/** Triples of letters survive a slip elsewhere. */
function addLetters(run: string, add: Add): void {
  for (let i = 0; run.length >= LETTERS_FROM && i + 2 < run.length; i++) {
    add(
      bucketOf(KIND.letters, run.charCodeAt(i) * 256 + run.charCodeAt(i + 1), run.charCodeAt(i + 2)),
      W.letters,
    )
  }
}

/** Initials across the seams of a mixed term: 包y, b邮. */
function addAcross(text: string, add: Add): void {
  const initials: number[] = []
  for (const run of text.match(/[a-z0-9]+|[^a-z0-9]/g) ?? []) {
    const unit = run.charCodeAt(0)
    if (isHan(unit)) initials.push(initialsOf(unit, readingsOf(unit))[0] ?? unit)
    else if (isWordUnit(unit))
      for (const token of segment(run, 1)[0]?.tokens ?? []) initials.push(token.initial)
  }
  for (let i = 1; i < initials.length; i++) {
    const [first = 0, before = 0, last = 0] = [initials[i - 2], initials[i - 1], initials[i]]
    add(bucketOf(KIND.initialPair, before, last), 0.8)
    if (i > 1) add(bucketOf(KIND.initialTriple, first * 256 + before, last), 1)
  }
}

function addCode(text: string, add: Add): void {
  let prefix = 0
  for (let i = 0; i < Math.min(text.length, 8); i++) prefix = codePrefix(prefix, text.charCodeAt(i))
  add(bucketOf(KIND.code, prefix, Math.min(text.length, 8) - 1), W.code)
}
