import type { ScriptPart } from '../../../../../shared/model/script.ts'
import type { WordingFinding } from '../../../../../shared/model/wording.ts'

/** A stretch of a filled script that is shown in one way. */
export interface MarkedPiece {
  /** Its place in the joined text; unique among the pieces of one text. */
  at: number
  part: ScriptPart
  text: string
  finding: WordingFinding | null
}

/** What stands in the text for a part: its text, or the name of the blank. */
export function textOf(part: ScriptPart): string {
  return part.kind === 'blank' ? part.name : part.text
}

/** Cuts the parts of a filled script where findings (spans in the joined text) begin and end. */
export function markedPieces(
  parts: readonly ScriptPart[],
  findings: readonly WordingFinding[],
): MarkedPiece[] {
  let start = 0
  return parts.flatMap((part) => {
    const text = textOf(part)
    const [from, to] = [start, start + text.length]
    start = to
    const inside = findings.filter(({ span }) => span.start < to && span.end > from)
    const cuts = inside.flatMap(({ span }) => [span.start, span.end]).filter((cut) => cut > from && cut < to)
    const places = [...new Set([from, ...cuts, to])].sort((a, b) => a - b)
    return places.slice(0, -1).flatMap((at, index) => {
      const end = places[index + 1] ?? to
      if (end === at) return []
      const finding = inside.find(({ span }) => span.start <= at && span.end >= end) ?? null
      return [{ at, part, text: text.slice(at - from, end - from), finding }]
    })
  })
}

/** Findings that are not in the script itself: a fact that was filled in brings or completes them. */
export function findingsInFacts(
  parts: readonly ScriptPart[],
  findings: readonly WordingFinding[],
): WordingFinding[] {
  const pieces = markedPieces(parts, findings)
  return findings.filter((finding) =>
    pieces.some((piece) => piece.finding === finding && piece.part.kind === 'value'),
  )
}
