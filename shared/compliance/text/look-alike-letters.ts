/** Letters in squares and circles that have no compatibility form of their own; each range is A to Z. */
const BOXED_ALPHABETS = [0x1f150, 0x1f170] as const
const LETTER = /^[a-z0-9]$/

/**
 * A character beyond the basic plane as the rules read it: mathematical and boxed letters are the letters they look like
 * (𝐯𝐱 is vx), emoji and other symbols null, any other script 0.
 */
export function astralUnit(code: number): number | null {
  for (const first of BOXED_ALPHABETS) if (code >= first && code < first + 26) return 0x61 + code - first
  const character = String.fromCodePoint(code)
  if (code < 0x1d400 || code > 0x1f1ff) return /\p{L}/u.test(character) ? 0 : null
  const plain = character.normalize('NFKC').toLowerCase()
  return LETTER.test(plain) ? plain.charCodeAt(0) : null
}
