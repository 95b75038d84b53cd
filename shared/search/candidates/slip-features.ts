import { remembering } from '../chinese/remembering.ts'
import { BESIDE, slipsFor } from '../chinese/slips.ts'
import { ACCENT_CLASS, accentClassOf, LONGEST_SYLLABLE } from '../chinese/syllables.ts'
import { bucketOf, KIND } from './features.ts'
import type { Lookup } from './lookup.ts'

/** How likely a feature that a slip has hidden points at the phrase meant, before its rarity is reckoned in. */
const W = { soundPair: 1.6, initialPair: 0.7, initialTriple: 1.2 } as const
/** Groups of the lookup from here on are places of slips. */
const SLIPS = 2 ** 34
const PLACES = 64
/** Typed letters that may be the initials of one stretch. */
const INITIALS_AT_LEAST = 3
const INITIALS_AT_MOST = 9
const SYLLABLES_FROM = 5
/** Syllables that letters may be a slip for; beyond so many they say nothing. */
const MEANT_AT_MOST = 12

/** What to look up for letters in which a slip of the finger may have hidden what was meant. */
export function addSlips(run: string, lookup: Lookup): void {
  if (run.length >= INITIALS_AT_LEAST && run.length <= INITIALS_AT_MOST) addInitials(run, lookup)
  if (run.length >= SYLLABLES_FROM && run.length < PLACES) addSyllables(run, lookup)
}

/** Pairs and triples of initials as they are once one slip is made good. */
function addInitials(run: string, lookup: Lookup): void {
  for (const { letters, from, to } of mended(run)) {
    for (let at = Math.max(0, from - 2); at < to; at++) {
      const [a, b, c] = [letters.charCodeAt(at), letters.charCodeAt(at + 1), letters.charCodeAt(at + 2)]
      if (at + 1 < letters.length && at + 1 >= from) {
        lookup.add(SLIPS + at, bucketOf(KIND.initialPair, a, b), W.initialPair)
      }
      if (at + 2 < letters.length) {
        lookup.add(SLIPS + PLACES + at, bucketOf(KIND.initialTriple, a * 256 + b, c), W.initialTriple)
      }
    }
  }
}

/** The letters with one slip made good, and which of them are not as they were typed. */
function* mended(run: string): Generator<{ letters: string; from: number; to: number }> {
  for (let at = 0; at < run.length; at++) {
    const before = run.slice(0, at)
    const letter = run[at] ?? ''
    const next = run[at + 1] ?? ''
    if (next === letter) yield { letters: before + run.slice(at + 1), from: at, to: at + 1 }
    else if (next) yield { letters: before + next + letter + run.slice(at + 2), from: at, to: at + 2 }
    for (const beside of BESIDE[run.charCodeAt(at)] ?? []) {
      yield { letters: before + String.fromCharCode(beside) + run.slice(at + 1), from: at, to: at + 1 }
    }
  }
}

/** Pairs of syllables of which one at least is misspelled, by the place where the two meet. */
function addSyllables(run: string, lookup: Lookup): void {
  const spans = Array.from(run, (_, from) => spansFrom(run, from))
  for (const here of spans) {
    for (const one of here) {
      for (const two of spans[one.to] ?? []) {
        // Two slips side by side are too rare for what looking for them costs.
        if (one.isExact === two.isExact) continue
        for (const a of one.sounds) {
          for (const b of two.sounds) {
            const weight = W.soundPair * a.quality * b.quality
            lookup.add(SLIPS + 2 * PLACES + one.to, bucketOf(KIND.titleSoundPair, a.sound, b.sound), weight)
          }
        }
      }
    }
  }
}

interface SpelledSpan {
  to: number
  isExact: boolean
  sounds: readonly Sound[]
}

interface Sound {
  sound: number
  quality: number
}

/** The syllables that may stand at a place, spelled right or with a slip. */
function spansFrom(run: string, from: number): SpelledSpan[] {
  const spans: SpelledSpan[] = []
  for (let length = 2; length <= LONGEST_SYLLABLE + 1 && from + length <= run.length; length++) {
    const letters = run.slice(from, from + length)
    const to = from + length
    const exact = accentClassOf(letters)
    if (exact !== undefined) spans.push({ to, isExact: true, sounds: [{ sound: exact, quality: 1 }] })
    const sounds = soundsMeant(letters)
    if (sounds.length > 0) spans.push({ to, isExact: false, sounds })
  }
  return spans
}

/** The likeliest sounds, as a southern ear tells them apart, that letters may be a slip for. */
const soundsMeant = remembering((letters: string): readonly Sound[] => {
  const exact = accentClassOf(letters)
  const best = new Map<number, number>()
  for (const { syllable, quality } of slipsFor(letters)) {
    const sound = ACCENT_CLASS[syllable] ?? -1
    if (sound !== exact && quality > (best.get(sound) ?? 0)) best.set(sound, quality)
  }
  return Array.from(best, ([sound, quality]) => ({ sound, quality }))
    .sort((a, b) => b.quality - a.quality || a.sound - b.sound)
    .slice(0, MEANT_AT_MOST)
})
