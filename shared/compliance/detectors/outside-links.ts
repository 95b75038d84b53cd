import { fold } from '../../search/chinese/normalise.ts'
import type { CondensedText } from '../text/condense.ts'
import { GAP } from '../text/gaps.ts'
import type { Stretch } from '../text/stretch.ts'

const OPENING = /https?|www/g
const OF_AN_ADDRESS = /[a-z0-9%+]/
const BREAK = /\s/
const NOT_ASCII = /[^\x21-\x7e]/g
const HOST = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/

/**
 * Links to places that are neither among `allowedHosts` nor under them.
 *
 * @param original the text as given: dots and slashes, which tell the host, are no part of a condensed text
 */
export function findOutsideLinks(
  condensed: CondensedText,
  original: string,
  allowedHosts: readonly string[],
): Stretch[] {
  const { text, starts, ends } = condensed
  const found: Stretch[] = []
  let reached = 0
  for (const { index } of text.matchAll(OPENING)) {
    if (index < reached) continue
    reached = linkEnd(condensed, original, index)
    const link = fold(original.slice(starts[index], ends[reached - 1])).replace(NOT_ASCII, '')
    const host = HOST.exec(link)?.[1]
    if (host && !allowedHosts.some((allowed) => host === allowed || host.endsWith(`.${allowed}`)))
      found.push({ from: index, to: reached })
  }
  return found
}

function linkEnd({ text, gaps, starts, ends }: CondensedText, original: string, from: number): number {
  let at = from + 1
  while (at < text.length && OF_AN_ADDRESS.test(text[at] ?? '') && gaps[at] !== GAP.wall) {
    if (BREAK.test(original.slice(ends[at - 1], starts[at]))) break
    at++
  }
  return at
}
