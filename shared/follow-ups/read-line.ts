import { FOLLOW_UP_KINDS, FOLLOW_UP_LIMITS, type FollowUpKind } from '../model/follow-up-kinds.ts'
import type { Span } from '../model/span.ts'
import { OCCASIONS, usualTime } from './occasions.ts'
import { plainly } from './time/plain.ts'
import { readTime, type TimeReading } from './time/read-time.ts'

/** One line that says all of a follow-up: `催付 明天10点 要粉色 M 码`. */
export interface LineReading {
  kind: FollowUpKind
  /** Whether the line says the kind, or it was taken from the conversation. */
  isKindSaid: boolean
  time: Exclude<TimeReading, { is: 'none' }> | { is: 'usual'; at: number }
  /** What is left of the line. */
  note: string
}

/**
 * Reads kind, time and note from one line, in any order. A kind that the line does not say is `otherwise`; a time that
 * it does not say is the usual one of the kind.
 *
 * @param now ms since 1970
 */
export function readLine(line: string, otherwise: FollowUpKind, now: number): LineReading {
  const time = readTime(line, now)
  const untimed = time.is === 'none' ? line : blanked(line, time.span)
  const said = findKind(untimed)
  const kind = said?.kind ?? otherwise
  // A word inside a sentence (没付款就走了) is part of it; only one that stands apart is taken out.
  const rest = said && standsApart(untimed, said.span) ? blanked(untimed, said.span) : untimed
  return {
    kind,
    isKindSaid: said !== null,
    time: time.is === 'none' ? { is: 'usual', at: usualTime(kind, now) } : time,
    note: tidied(rest).slice(0, FOLLOW_UP_LIMITS.note),
  }
}

/** The kind whose word stands first; of words that begin together (延迟, 延迟发货) the longer one. */
function findKind(line: string): { kind: FollowUpKind; span: Span } | null {
  const plain = plainly(line)
  const found = FOLLOW_UP_KINDS.flatMap((kind) =>
    OCCASIONS[kind].words.flatMap((word) => {
      const start = plain.indexOf(word)
      return start < 0 ? [] : [{ kind, span: { start, end: start + word.length } }]
    }),
  )
  const inOrder = found.sort(
    (one, other) => one.span.start - other.span.start || other.span.end - one.span.end,
  )
  return inOrder[0] ?? null
}

const BOUNDARY = /[\s,，。;；、:：]/

function standsApart(line: string, { start, end }: Span): boolean {
  const isEdge = (at: number) => at < 0 || at >= line.length || BOUNDARY.test(line.charAt(at))
  return isEdge(start - 1) && isEdge(end)
}

function blanked(line: string, { start, end }: Span): string {
  return line.slice(0, start) + ' '.repeat(end - start) + line.slice(end)
}

function tidied(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,，。;；、]+|[\s,，;；、]+$/g, '')
    .replace(/ ?([,，;；、]) ?(?:[,，;；、] ?)+/g, '$1')
}
