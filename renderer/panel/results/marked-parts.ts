import type { ScriptPart } from '../../../shared/model/script.ts'
import type { WordingFinding } from '../../../shared/model/wording.ts'

/** One stretch of a filled script that is drawn alike: `finding` is what the wording rules say of it. */
export interface MarkedPiece {
  /** The name of the fact it is of; null for the script's own words. */
  fact: string | null
  text: string
  finding: WordingFinding | null
}

/**
 * Cuts each part of a finished script at the findings in the joined text: a finding may begin in the script's own words
 * and end in a fact. Of findings that overlap, the first has the words that both have.
 */
export function markedPieces(
  part: ScriptPart,
  start: number,
  findings: readonly WordingFinding[],
): MarkedPiece[] {
  if (part.kind === 'blank') return []
  const fact = part.kind === 'value' ? part.name : null
  const pieces: MarkedPiece[] = []
  let at = 0
  const push = (end: number, finding: WordingFinding | null) => {
    if (end <= at) return
    pieces.push({ fact, text: part.text.slice(at, end), finding })
    at = end
  }
  const inPart = (position: number) => Math.min(Math.max(position - start, 0), part.text.length)
  for (const finding of findings) {
    push(inPart(finding.span.start), null)
    push(inPart(finding.span.end), finding)
  }
  push(part.text.length, null)
  return pieces
}
