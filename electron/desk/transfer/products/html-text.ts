/** A description may be as long as a page of pictures; what an agent reads of it is not. */
const MAX_SOURCE = 200_000

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  yen: '¥',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ldquo: '“',
  rdquo: '”',
  times: '×',
}

/**
 * The words of an HTML description, a line for each block. Read from left to right, once: what looks like markup after
 * entities are decoded is text, and stays text.
 */
export function textOfHtml(html: string): string {
  const source = html
    .slice(0, MAX_SOURCE)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/\s+/g, ' ')
    // To the end of the text where it is never closed: looking for its end anew at each tag takes minutes.
    .replace(/<(?:br|\/?(?:p|div|li|ul|ol|tr|table|h[1-6]))\b[^>]*(?:>|$)/gi, '\n')
    .replace(/<\/?[a-z][^>]*(?:>|$)/gi, '')
  return source
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => decoded(name) ?? whole)
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0\u3000]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

function decoded(name: string): string | undefined {
  if (!name.startsWith('#'))
    return Object.hasOwn(ENTITIES, name.toLowerCase()) ? ENTITIES[name.toLowerCase()] : undefined
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isCharacter = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : ''
}
