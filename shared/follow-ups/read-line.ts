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
  const said = findKind(line)
  const kind = said?.kind ?? otherwise
  const spans = [...(time.is === 'none' ? [] : [time.span]), ...(said ? [said.span] : [])]
  return {
    kind,
    isKindSaid: said !== null,
    time: time.is === 'none' ? { is: 'usual', at: usualTime(kind, now) } : time,
    note: without(line, spans).slice(0, FOLLOW_UP_LIMITS.note),
  }
}

/** The kind whose word stands first; a word within a longer one (退款 in 退款进度) is its beginning and stays a word. */
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

/** The words of a kind inside a sentence (没付款就走了) are part of it; only one that stands apart is taken out. */
function without(line: string, spans: readonly Span[]): string {
  const isAll = (span: Span) => line.slice(span.start, span.end).trim() === line.trim()
  const apart = spans.filter((span) => isAll(span) || standsApart(line, span))
  return cut(line, apart)
    .replace(/^[\s,，。;；、]+|[\s,，;；、]+$/g, '')
    .replace(/\s+/g, ' ')
}

const BOUNDARY = /[\s,，。;；、:：]/

function standsApart(line: string, { start, end }: Span): boolean {
  const before = start === 0 || BOUNDARY.test(line.charAt(start - 1))
  const after = end === line.length || BOUNDARY.test(line.charAt(end))
  return before || after
}

function cut(line: string, spans: readonly Span[]): string {
  let rest = ''
  let reached = 0
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    rest += `${line.slice(reached, Math.max(start, reached))} `
    reached = Math.max(reached, end)
  }
  return rest + line.slice(reached)
}
