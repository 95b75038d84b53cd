import type { FurtherMessage } from '../../../../shared/model/phrase.ts'
import { escaped, plainText, unescaped } from '../tables/texts-in-a-cell.ts'

/** The line between two messages. */
const BETWEEN = '-----'
/** Stands for a message that is images alone: they stay in the library. */
const IMAGES_ONLY = '〔图片〕'
const MARKS = /^(?:-{3,}|〔图片〕)$/

export type FurtherInCell = { ok: true; further: FurtherMessage[] } | { ok: false; reason: string }

/** The messages after the first, with a line of dashes between them. */
export function furtherCell(further: readonly FurtherMessage[]): string {
  return further
    .map(({ body }) => (/\S/.test(body) ? escaped(body, MARKS) : IMAGES_ONLY))
    .join(`\n${BETWEEN}\n`)
}

/**
 * The messages that `furtherCell` wrote, or a person in its manner.
 *
 * @param known the messages of the phrase that the row changes: what they show stays with their text, or their place
 */
export function furtherIn(cell: string, known: readonly FurtherMessage[]): FurtherInCell {
  if (cell === '') return { ok: true, further: [] }
  const texts = messagesOf(cell).map((text) =>
    text.trim() === IMAGES_ONLY ? '' : plainText(unescaped(text, MARKS)),
  )
  const left = new Set(known)
  const sameText = texts.map((text) => {
    const same = [...left].find(({ body }) => plainText(body) === text)
    if (same) left.delete(same)
    return same
  })
  const further = texts.map((text, place) => {
    const same = sameText[place]
    if (same) return same
    const before = known[place]
    const isFree = before !== undefined && left.delete(before)
    return { body: text, images: isFree ? before.images : [] }
  })
  const empty = further.findIndex(({ body, images }) => body === '' && images.length === 0)
  if (empty >= 0)
    return { ok: false, reason: `连发的第 ${empty + 2} 条消息是空的；图片不能从表格里带进来，请在话术里添加` }
  return { ok: true, further }
}

function messagesOf(cell: string): string[] {
  const messages: string[][] = [[]]
  for (const line of cell.split('\n')) {
    if (/^-{3,}$/.test(line.trim())) messages.push([])
    else messages.at(-1)?.push(line)
  }
  return messages.map((lines) => lines.join('\n'))
}
