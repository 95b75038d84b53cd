import { READINGS } from '../data/han.ts'
import { foldUnit } from './normalise.ts'

/** Every toneless syllable that some character is read as; ü is written v. The index is the syllable's id. */
export const SYLLABLES: readonly string[] = [
  ...new Set(READINGS.flatMap((table) => table.split('\n').map(syllableOfLine))),
]
  .filter(Boolean)
  .sort()

const ID_OF = new Map(SYLLABLES.map((syllable, id) => [syllable, id]))

function syllableOfLine(line: string): string {
  return line.slice(0, line.indexOf(':'))
}

export const LONGEST_SYLLABLE = 6

export function syllableId(spelling: string): number | undefined {
  return ID_OF.get(spelling)
}

/**
 * The ear of a southern speaker: zh/z ch/c sh/s, n/l/r, h/f, ang/an eng/en ing/in, ü/u fall together. Works on any
 * letters, so that what is typed and what is meant can be compared.
 */
export function accentKey(spelling: string): string {
  return spelling
    .replace(/v/g, 'u')
    .replace(/^([zcs])h/, '$1')
    .replace(/^[lr]/, 'n')
    .replace(/^[hf]u?i$/, 'fei')
    .replace(/^[hf]un$/, 'fen')
    .replace(/^[hf]ong$/, 'fen')
    .replace(/^[hf]u(?=.)/, 'f')
    .replace(/^h/, 'f')
    .replace(/([aei])ng$/, '$1n')
}

const accentIds = new Map<string, number>()
/** Syllable id → id of its accent class. */
export const ACCENT_CLASS = Int16Array.from(SYLLABLES, (syllable) => {
  const key = accentKey(syllable)
  const known = accentIds.get(key)
  if (known !== undefined) return known
  accentIds.set(key, accentIds.size)
  return accentIds.size - 1
})
/** Accent class → ids of its syllables. */
export const SOUND_ALIKE: readonly number[][] = [...accentIds.values()].map((accent) =>
  SYLLABLES.map((_, id) => id).filter((id) => ACCENT_CLASS[id] === accent),
)

/** Every way some ear may spell a syllable → its accent class, made once so that no query pays for the rules. */
const accentSpellings = new Map<string, number>()
const INITIALS = ['', 'z', 'zh', 'c', 'ch', 's', 'sh', 'n', 'l', 'r', 'h', 'f']
for (const syllable of SYLLABLES) {
  const rest = syllable.replace(/^(?:[zcs]h?|[nlrhf])/, '')
  const finals = [
    rest,
    rest.replace(/^u/, 'v'),
    rest.replace(/^v/, 'u'),
    rest.replace(/([aei])n$/, '$1ng'),
    rest.replace(/ng$/, 'n'),
  ]
  const spellings = INITIALS.flatMap((initial) =>
    [...finals, `u${rest}`, rest.replace(/^u/, '')].map((final) => initial + final),
  )
  for (const spelling of [...spellings, syllable.replace(/u/, 'v'), syllable.replace(/v/, 'u')]) {
    const accent = accentIds.get(accentKey(spelling))
    if (accent !== undefined && spelling.length <= LONGEST_SYLLABLE) accentSpellings.set(spelling, accent)
  }
}

/** The accent class that letters sound like, when they sound like any syllable at all. */
export function accentClassOf(letters: string): number | undefined {
  return accentSpellings.get(letters)
}

/** Syllable id → code of its first letter. */
export const INITIAL = Uint8Array.from(SYLLABLES, (syllable) => syllable.charCodeAt(0))

const prefixes = new Set(
  SYLLABLES.flatMap((syllable) => [...syllable].map((_, i) => syllable.slice(0, i + 1))),
)

/** Letter code → ids of the syllables that begin with it. */
export const BY_INITIAL: readonly number[][] = Array.from({ length: 128 }, (_, letter) =>
  SYLLABLES.map((_, id) => id).filter((id) => INITIAL[id] === letter),
)

const oneLetterLess = new Map<string, number[]>()
for (const [id, syllable] of SYLLABLES.entries()) {
  for (const key of new Set([
    syllable,
    ...[...syllable].map((_, i) => syllable.slice(0, i) + syllable.slice(i + 1)),
  ])) {
    const known = oneLetterLess.get(key)
    if (known) known.push(id)
    else oneLetterLess.set(key, [id])
  }
}

/** Calls `found` with every syllable that might be `letters` but for one slip; some more than once, some two slips off. */
export function nearSyllables(letters: string, found: (syllable: number) => void): void {
  oneLetterLess.get(letters)?.forEach(found)
  for (let i = 0; i < letters.length; i++) {
    oneLetterLess.get(letters.slice(0, i) + letters.slice(i + 1))?.forEach(found)
  }
}

const NO_SYLLABLES: readonly number[] = []
/** Beginning of an accent key → ids of the syllables whose key begins so. */
const byBeginning = new Map<string, number[]>()
for (const [id, syllable] of SYLLABLES.entries()) {
  const key = accentKey(syllable)
  for (let length = 0; length <= key.length; length++) {
    const known = byBeginning.get(key.slice(0, length))
    if (known) known.push(id)
    else byBeginning.set(key.slice(0, length), [id])
  }
}

/** Ids of the syllables that some ear hears begin as these letters do. */
export function beginningAlike(letters: string): readonly number[] {
  return byBeginning.get(accentKey(letters)) ?? NO_SYLLABLES
}

/** Whether some syllable begins with these letters. */
export function beginsSyllable(letters: string): boolean {
  return prefixes.has(letters)
}

const readingsOfUnit: (Int16Array | undefined)[] = new Array(0x10000)
const NO_READINGS = new Int16Array(0)

for (const table of READINGS) {
  for (const line of table.split('\n')) {
    const id = ID_OF.get(syllableOfLine(line))
    if (id === undefined) continue
    for (const character of line.slice(line.indexOf(':') + 1)) {
      const unit = character.charCodeAt(0)
      readingsOfUnit[unit] = Int16Array.of(...(readingsOfUnit[unit] ?? NO_READINGS), id)
    }
  }
}

/**
 * The same readings end to end: those of a unit are `READINGS_IN_ROW[READINGS_FROM[unit] … READINGS_FROM[unit + 1])`.
 * For where each unit of many texts is looked at, and a list of its own would lie somewhere else in memory.
 */
export const READINGS_FROM = new Uint32Array(0x10001)
export const READINGS_IN_ROW = readingsInRow()

function readingsInRow(): Int16Array {
  const row: number[] = []
  for (let unit = 0; unit <= 0xffff; unit++) {
    row.push(...readingsOf(unit))
    READINGS_FROM[unit + 1] = row.length
  }
  return Int16Array.from(row)
}

/** Syllable ids of a character's readings, most usual first; empty for what is not read in pinyin. */
export function readingsOf(unit: number): Int16Array {
  return readingsOfUnit[unit] ?? readingsOfUnit[foldUnit(unit)] ?? NO_READINGS
}
