/** The script language: Liquid with the names agents use, filled from facts, never with a hole in the text. */
export { checkScript, type ScriptCheck } from './check.ts'
export type { Facts } from './facts.ts'
export { checkGuard, type GuardAnswer, parseGuard } from './guard.ts'
export { type HelpEntry, STANDARD_HELP, TAG_HELP, TECHNIQUE_HELP, WORDING_HELP } from './help.ts'
export { literalScript } from './literal.ts'
export { KNOWN_NAMES, type KnownName } from './names.ts'
export { renderScript, type ScriptRendering } from './render.ts'
export { type Parsed, parseScript, type Script, variablesOf } from './script.ts'
