import type { Span } from '../../shared/model/search.ts'
import { piecesOf } from './pieces.ts'
import './highlighted.css'

/** A text with what the query matched in it made visible. */
export function Highlighted({ text, spans }: { text: string; spans: readonly Span[] }) {
  if (spans.length === 0) return text
  return piecesOf(text, spans).map(({ at, text: piece, isMatch }) =>
    isMatch ? (
      <mark key={at} className="match">
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
