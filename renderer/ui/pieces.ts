import type { Span } from '../../shared/model/search.ts'

export interface Piece {
  /** Offset in the text; unique among the pieces of one text. */
  at: number
  text: string
  isMatch: boolean
}

/** Cuts a text at its matches. Spans that overlap, touch, or reach past the end are taken as what they cover. */
export function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const push = (end: number, isMatch: boolean) => {
    if (end <= at) return
    const last = pieces.at(-1)
    if (last?.isMatch === isMatch) last.text += text.slice(at, end)
    else pieces.push({ at, text: text.slice(at, end), isMatch })
    at = end
  }
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    push(Math.min(start, text.length), false)
    push(Math.min(end, text.length), true)
  }
  push(text.length, false)
  return pieces
}

/** A window of a long text around its first match, so that the match is seen in one line. */
export function aroundMatch(
  text: string,
  spans: readonly Span[],
  before = 6,
): { text: string; spans: Span[] } {
  const first = Math.min(...spans.map(({ start }) => start))
  if (!Number.isFinite(first) || first <= before * 2) return { text, spans: [...spans] }
  const cut = first - before
  return {
    text: `…${text.slice(cut)}`,
    spans: spans.map(({ start, end }) => ({ start: start - cut + 1, end: end - cut + 1 })),
  }
}
