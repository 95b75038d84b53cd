/**
 * Whether `code` is what a spreadsheet program made of `known` by reading it as a number: 0012 becomes 12, 1E5 100000,
 * and a long one 1.23457E+18. That happens to text files; cells of our workbooks are text.
 */
export function isSpoiltCode(known: string, code: string): boolean {
  if (known === code || !NUMBER.test(known) || !NUMBER.test(code)) return false
  const [before, after] = [Number(known), Number(code)]
  if (before === after) return true
  return /e/i.test(code) && Math.abs(after - before) <= Math.abs(before) * LEAST_SHOWN
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i
/** Excel shows six digits. */
const LEAST_SHOWN = 1e-5
