import type { Span } from '../model/span.ts'

const RAW = /^\{%-?\s*raw\s*-?%\}$/
const END_OF_RAW = /\{%-?\s*endraw\s*-?%\}/g
const COMMENT = /^\{%-?\s*comment\s*-?%\}$/
const END_OF_COMMENT = /\{%-?\s*endcomment\s*-?%\}/g

/**
 * The markup of a script: `{{ … }}`, `{% … %}` and comments, ordered. What a raw block holds is text. A tag that is never
 * closed is text, too.
 */
export function markupOf(source: string): Span[] {
  const markup: Span[] = []
  const lastClose = { '}}': source.lastIndexOf('}}'), '%}': source.lastIndexOf('%}') }
  let at = source.indexOf('{')
  while (at >= 0) {
    const closing = source[at + 1] === '{' ? '}}' : source[at + 1] === '%' ? '%}' : null
    if (closing === null || lastClose[closing] < at + 2) {
      at = source.indexOf('{', at + 1)
      continue
    }
    const tagEnd = source.indexOf(closing, at + 2) + 2
    const tag = source.slice(at, tagEnd)
    const end = COMMENT.test(tag) ? (match(END_OF_COMMENT, source, tagEnd)?.end ?? source.length) : tagEnd
    markup.push({ start: at, end })
    if (RAW.test(tag)) {
      const close = match(END_OF_RAW, source, end)
      if (!close) break
      markup.push(close)
      at = source.indexOf('{', close.end)
    } else {
      at = source.indexOf('{', end)
    }
  }
  return markup
}

function match(pattern: RegExp, source: string, from: number): Span | null {
  pattern.lastIndex = from
  const found = pattern.exec(source)
  return found && { start: found.index, end: found.index + found[0].length }
}
