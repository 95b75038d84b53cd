import type { Span } from '../../../../shared/model/span.ts'

export interface Stretch {
  text: string
  isMatch: boolean
}

/** Cuts `text` into what matched and what did not. Spans are in order and do not overlap. */
export function stretches(text: string, spans: readonly Span[]): Stretch[] {
  const cuts: Stretch[] = []
  let from = 0
  for (const { start, end } of spans) {
    if (start > from) cuts.push({ text: text.slice(from, start), isMatch: false })
    cuts.push({ text: text.slice(start, end), isMatch: true })
    from = end
  }
  if (from < text.length) cuts.push({ text: text.slice(from), isMatch: false })
  return cuts
}
