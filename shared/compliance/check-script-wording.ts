import type { WordingFinding } from '../model/wording.ts'
import { checkOutsideWalls, type WordingOptions } from './check-wording.ts'
import { markupOf } from './script-walls.ts'

/**
 * What the wording rules say of the literal text of a script, with spans in its source. No finding reaches into or
 * across markup; what a value completes is found when the filled text is checked.
 */
export function checkScriptWording(source: string, options: WordingOptions = {}): WordingFinding[] {
  return checkOutsideWalls(source, markupOf(source), options)
}
