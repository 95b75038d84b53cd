import type { ScriptError, UnknownWord } from '../../../../../shared/model/script.ts'
import { checkScript, parseGuard } from '../../../../../shared/template/index.ts'
import { strings } from '../../../strings.ts'
import type { Problem } from './problem.ts'

const words = strings.editor.problems

/** What does not parse, or names that there are not or that are likely slips, each at every place where it stands. */
export function scriptProblems(body: string, attributes: readonly string[]): Problem[] {
  if (body.trim() === '') return []
  const { error } = checkScript(body, attributes)
  return error ? [mistake(body, error)] : unknownNames(body, attributes)
}

function unknownNames(body: string, attributes: readonly string[]): Problem[] {
  return checkScript(body, attributes).notes.flatMap(({ message, unknown, isMistake }) =>
    unknown
      ? placesOf(unknown, body).map((place) =>
          unknownName(place, isMistake ? 'mistake' : 'slip', message, unknown),
        )
      : [],
  )
}

/** The same for a condition, which a script would write in a tag. */
export function conditionProblems(condition: string, attributes: readonly string[]): Problem[] {
  if (condition.trim() === '') return []
  const parsed = parseGuard(condition)
  if (!parsed.ok) {
    const span = { from: 0, to: condition.length }
    return [{ ...span, level: 'mistake', ...NOTHING_TO_DO, title: words.condition, reason: parsed.reason }]
  }
  const lead = /^\s*仅当\s*[:：]?/.exec(condition)?.[0].length ?? 0
  const opening = '{% if '
  const shift = lead - opening.length
  return unknownNames(`${opening}${condition.slice(lead)} %}{% endif %}`, attributes).map((problem) => ({
    ...problem,
    from: problem.from + shift,
    to: problem.to + shift,
  }))
}

const NOTHING_TO_DO = { advice: null, replacement: null, waivable: null }

function mistake(body: string, { message, line, column, unknown }: ScriptError): Problem {
  const at = offsetOf(body, line, column)
  const written = unknown ? body.indexOf(unknown.written, at) : -1
  const span =
    unknown && written >= 0
      ? { from: written, to: written + unknown.written.length }
      : { from: at, to: endOfMarkup(body, at) }
  return {
    ...span,
    level: 'mistake',
    title: words.place(line, column),
    reason: message,
    ...NOTHING_TO_DO,
    replacement: unknown && written >= 0 ? unknown.nearest : null,
  }
}

function unknownName(
  from: number,
  level: 'mistake' | 'slip',
  reason: string,
  { written, nearest }: UnknownWord,
): Problem {
  const span = { from, to: from + written.length }
  return { ...span, level, title: words.unknownName, reason, ...NOTHING_TO_DO, replacement: nearest }
}

/** Where a name stands in the markup as itself, not as a part of a longer one. */
function placesOf({ written }: UnknownWord, body: string): number[] {
  const places: number[] = []
  for (const { index, 0: markup } of body.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)) {
    for (let at = markup.indexOf(written); at >= 0; at = markup.indexOf(written, at + written.length)) {
      const isWhole = ![markup[at - 1], markup[at + written.length]].some((next) =>
        /[\p{L}\p{N}_]/u.test(next ?? ''),
      )
      if (isWhole) places.push(index + at)
    }
  }
  return places
}

/** A mistake reaches to the end of its markup, or of its line when that has none. */
function endOfMarkup(body: string, at: number): number {
  const length = /^[^\n]*?(?:\}\}|%\}|(?=\n|$))/.exec(body.slice(at))?.[0].length ?? 0
  return Math.min(body.length, at + Math.max(1, length))
}

/** Where line and column (both from 1) lie in `text`; beyond an end, that end. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  return Math.min(text.length, before + Math.min(column - 1, lines[line - 1]?.length ?? 0))
}
