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

/** What stands before a match, at most, when the text is cut to show it. */
const LEAD = 6

/**
 * The stretch of a text around its first match, so that the match is seen in one line. It ends where a script's markup
 * begins: `{{ 订单.金额 }}` says nothing to who looks for a phrase. Spans outside the stretch are left out.
 */
export function aroundMatch(text: string, spans: readonly Span[]): { text: string; spans: Span[] } {
  const first = Math.min(...spans.map(({ start }) => start))
  if (!Number.isFinite(first)) return { text, spans: [] }
  const afterMarkup = Math.max(text.lastIndexOf('}}', first), text.lastIndexOf('%}', first)) + 2
  const from = Math.max(first > LEAD * 2 ? first - LEAD : 0, afterMarkup > 1 ? afterMarkup : 0)
  const markup = text.slice(first).search(/\{[{%]/)
  const to = markup === -1 ? text.length : first + markup
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : '']
  const shift = from - before.length
  return {
    text: before + text.slice(from, to) + after,
    spans: spans
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start - shift, end: end - shift })),
  }
}
