import { Parser } from 'saxen'
import { DAMAGED, Unreadable } from './unreadable.ts'

/** Names are without the prefix of their namespace, which each program chooses as it likes. */
export interface MarkupListener {
  open?(name: string, attributes: () => Attributes): void
  close?(name: string): void
  /** Text comes in one piece or several. */
  text?(text: string): void
}

export type Attributes = Readonly<Record<string, string>>

/** Spreadsheets nest eight deep or so. */
const MAX_DEPTH = 100
/** No tag, text or comment is longer: a cell holds 32,767 characters. What is begun is looked at anew with each piece. */
const MAX_QUIET = 1024 * 1024

/** Reads XML as it comes. @throws Unreadable where it is not well-formed; what a listener throws */
export async function readMarkup(
  pieces: AsyncIterable<string>,
  { open, close, text }: MarkupListener,
): Promise<void> {
  let depth = 0
  /** Characters since anything was understood. */
  let quiet = 0
  let thrown: unknown = null
  /** What a listener throws is told from what the parser finds wrong. */
  const heard = (tell: () => void) => {
    quiet = 0
    try {
      tell()
    } catch (error) {
      thrown = error
      throw error
    }
  }
  const parser = new Parser()
    .on('openTag', (name, attributes) => {
      if (++depth > MAX_DEPTH) throw new Unreadable(DAMAGED)
      heard(() => open?.(withoutPrefix(name), () => withDecoded(attributes() || {})))
    })
    .on('closeTag', (name) => {
      depth--
      heard(() => close?.(withoutPrefix(name)))
    })
    .on('text', (written) => heard(() => text?.(decoded(written))))
    .on('cdata', (written) => heard(() => text?.(written)))
  for (const event of ['comment', 'question', 'attention'] as const)
    parser.on(event, () => {
      quiet = 0
    })
  try {
    for await (const piece of pieces) {
      quiet += piece.length
      parser.write(piece)
      if (quiet > MAX_QUIET) throw new Unreadable(DAMAGED)
    }
    parser.end()
  } catch (error) {
    throw error === thrown || error instanceof Unreadable ? error : new Unreadable(DAMAGED)
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Of every cell: the pairs of its attributes are not made into arrays first. */
function withDecoded(attributes: Record<string, string>): Attributes {
  for (const name in attributes) {
    const value = attributes[name]
    if (value?.includes('&')) attributes[name] = decoded(value)
  }
  return attributes
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The parser's own way takes an emoji's number for that of another character. What is unknown stays as it is written. */
function decoded(written: string): string {
  if (!written.includes('&')) return written
  return written.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (reference, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? reference
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0x10ffff ? reference : String.fromCodePoint(code)
  })
}
