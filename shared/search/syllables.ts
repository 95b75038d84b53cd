import { READINGS } from './data/han.ts'
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
    .replace(/^hong$/, 'fen')
    .replace(/^hu(?=i$)/, 'fe')
    .replace(/^hun$/, 'fen')
    .replace(/^hu(?=.)/, 'f')
    .replace(/^hu$/, 'fu')
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

/** The accent class that letters sound like, when they sound like any syllable at all. */
export function accentClassOf(letters: string): number | undefined {
  return accentIds.get(accentKey(letters))
}

/** Syllable id → code of its first letter. */
export const INITIAL = Uint8Array.from(SYLLABLES, (syllable) => syllable.charCodeAt(0))

const prefixes = new Set(
  SYLLABLES.flatMap((syllable) => [...syllable].map((_, i) => syllable.slice(0, i + 1))),
)

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

/** Syllable ids of a character's readings, most usual first; empty for what is not read in pinyin. */
export function readingsOf(unit: number): Int16Array {
  return readingsOfUnit[unit] ?? readingsOfUnit[foldUnit(unit)] ?? NO_READINGS
}
