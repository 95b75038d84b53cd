import { remembering } from './remembering.ts'
import { nearSyllables, SYLLABLES } from './syllables.ts'

/** Rows of the keyboard; each is shifted right by some part of a key. */
const ROWS: readonly (readonly [string, number])[] = [
  ['qwertyuiop', 0],
  ['asdfghjkl', 0.25],
  ['zxcvbnm', 0.75],
]
/** Keys at most so far apart are hit for each other: those beside one, and the two above and below it. */
const WITHIN_REACH = 1.3

const placeOf = new Map<number, { x: number; y: number }>()
for (const [y, [keys, shift]] of ROWS.entries()) {
  for (const [x, key] of [...keys].entries()) placeOf.set(key.charCodeAt(0), { x: x + shift, y })
}

function distance(a: number, b: number): number {
  const one = placeOf.get(a)
  const two = placeOf.get(b)
  return one && two ? Math.hypot(one.x - two.x, one.y - two.y) : Infinity
}

/** Letter code → codes of the letters beside it in its row: the likeliest to be hit for it. */
export const BESIDE: readonly number[][] = Array.from({ length: 128 }, (_, letter) =>
  [...placeOf.keys()].filter(
    (other) =>
      other !== letter && distance(letter, other) <= 1 && placeOf.get(letter)?.y === placeOf.get(other)?.y,
  ),
)

/** How likely each slip is, beside letters typed right. */
const LIKELIHOOD = {
  swapped: 0.74,
  doubled: 0.76,
  missing: 0.7,
  neighbour: 0.7,
  added: 0.6,
  replaced: 0.5,
} as const

/** How good `typed` is as a slip for `meant`: two letters swapped, one doubled, missing, added, replaced; 0 when it is none. */
export function slipQuality(typed: string, meant: string): number {
  const limit = Math.min(typed.length, meant.length)
  let same = 0
  while (same < limit && typed.charCodeAt(same) === meant.charCodeAt(same)) same++
  if (typed.length < meant.length) {
    return endsAlike(typed, same, meant, same + 1) ? LIKELIHOOD.missing : 0
  }
  if (typed.length > meant.length) {
    if (!endsAlike(typed, same + 1, meant, same)) return 0
    return typed.charCodeAt(same) === typed.charCodeAt(same - 1) ? LIKELIHOOD.doubled : LIKELIHOOD.added
  }
  if (endsAlike(typed, same + 1, meant, same + 1)) {
    const reach = distance(typed.charCodeAt(same), meant.charCodeAt(same))
    return reach <= WITHIN_REACH ? LIKELIHOOD.neighbour : LIKELIHOOD.replaced
  }
  const isSwapped =
    typed.charCodeAt(same) === meant.charCodeAt(same + 1) &&
    typed.charCodeAt(same + 1) === meant.charCodeAt(same)
  return isSwapped && endsAlike(typed, same + 2, meant, same + 2) ? LIKELIHOOD.swapped : 0
}

/** Whether `a` from one place on is `b` from another. */
function endsAlike(a: string, fromA: number, b: string, fromB: number): boolean {
  if (a.length - fromA !== b.length - fromB) return false
  for (let i = 0; fromA + i < a.length; i++) {
    if (a.charCodeAt(fromA + i) !== b.charCodeAt(fromB + i)) return false
  }
  return true
}

export interface Slip {
  syllable: number
  /** See `slipQuality`; more than 0. */
  quality: number
}

/** The syllables that these letters may be one slip off, each once; only syllables of two letters and more. */
export const slipsFor = remembering((letters: string): readonly Slip[] => {
  const best = new Map<number, number>()
  nearSyllables(letters, (syllable) => {
    const spelling = SYLLABLES[syllable] ?? ''
    if (spelling.length < 2 || spelling === letters || best.has(syllable)) return
    const quality = slipQuality(letters, spelling)
    if (quality > 0) best.set(syllable, quality)
  })
  return Array.from(best, ([syllable, quality]) => ({ syllable, quality }))
})
