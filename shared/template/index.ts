/** The script language: Liquid with the names agents use, filled from facts, never with a hole in the text. */
export type { Facts } from './facts/facts.ts'
export { KNOWN_NAMES } from './facts/names.ts'
export { checkGuard, parseGuard } from './guard/guard.ts'
export { STANDARD_HELP, TAG_HELP, TECHNIQUE_HELP, WORDING_HELP } from './help.ts'
export { checkScript } from './parsing/check.ts'
export { literalScript } from './parsing/literal.ts'
export { parseScript, type Script, variablesOf } from './parsing/script.ts'
export { renderScript } from './render.ts'
