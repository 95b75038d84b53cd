import promiseFile from '../../../assets/wording-promises.json' with { type: 'json' }
import type { Span } from '../../model/span.ts'
import type { WordList } from '../rules.ts'
import { type CondensedText, condense, originalSpan } from '../text/condense.ts'
import { GAP } from '../text/gaps.ts'
import { findWords } from '../vocabulary/find-words.ts'
import { compileVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts'
import { remarkBytes } from './remark-bytes.ts'

/** What a shop is bound to by saying it: who carries the parcel, when it leaves or arrives, what comes with it. */
export type PromiseKind = 'courier' | 'date' | 'gift'

export interface PromiseInText {
  kind: PromiseKind
  span: Span
  text: string
}

/** Bytes a remark on an order may have; the platform's own limit. */
const REMARK_BYTES = 1000
const KIND_NAMES: Readonly<Record<PromiseKind, string>> = { courier: '快递', date: '时间', gift: '赠品' }

let compiled: Vocabulary<PromiseKind> | undefined

function vocabulary(): Vocabulary<PromiseKind> {
  compiled ??= compileVocabulary(
    [
      {
        contexts: promiseFile.contexts,
        lists: promiseFile.lists.map((list) => ({
          list: list as WordList,
          verdict: list.kind as PromiseKind,
        })),
      },
    ],
    promiseFile.sets,
  )
  return compiled
}

/** The promises in a text, in order of position, none overlapping another of its kind; what is refused is no promise. */
export function promisesIn(text: string): PromiseInText[] {
  const condensed = condense(text)
  const reached = new Map<PromiseKind, number>()
  return findWords(condensed, vocabulary())
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to, verdict }) => {
      if (from < (reached.get(verdict) ?? 0)) return false
      reached.set(verdict, to)
      return true
    })
    .map(({ from, to, verdict }, at, all) => {
      const end = verdict === 'gift' ? endOfGift(condensed, to, all[at + 1]?.from) : to
      const span = originalSpan(condensed, from, end)
      return { kind: verdict, span, text: text.slice(span.start, span.end) }
    })
}

/** Words that name the gift already; what follows them says something else. */
const NAMED_GIFT = /(?:礼|礼物|礼品|赠品)$/
/** Characters after the word within which a gift is named. */
const GIFT_LENGTH = 10
/** How a clause trails off in a chat. */
const PARTICLES = /[哦喔噢呢啦哈吧呀啊嘛哟的了]+$/

/**
 * Where the gift itself ends: 送您一双 promises nothing that can be recorded, 送您一双袜子 does. It reaches to the next
 * stop, space or promise (`next`), and never far.
 */
function endOfGift({ text, gaps }: CondensedText, to: number, next = text.length): number {
  if (NAMED_GIFT.test(text.slice(0, to))) return to
  const limit = Math.min(to + GIFT_LENGTH, Math.max(to, next))
  let end = to
  while (end < limit && gaps[end] === GAP.none) end++
  return to + text.slice(to, end).replace(PARTICLES, '').length
}

/**
 * The remark for the order: what was promised, by whom, when. At most 1,000 bytes in UTF-8 and in GBK; promises that do
 * not fit are left out from the end, and said to be.
 *
 * @param day `YYYY-MM-DD`
 */
export function promiseRemark(
  promises: readonly PromiseInText[],
  { agentAlias, day }: { agentAlias: string; day: string },
): string {
  const said = [...new Set(promises.map(({ kind, text }) => `${KIND_NAMES[kind]}：${oneLine(text)}`))]
  const signature = ` ${firstBytes(oneLine(agentAlias), REMARK_BYTES / 5)} ${day}`
  const remark = (list: readonly string[], more: string) => `已答应买家 ${list.join('；')}${more}${signature}`
  for (let count = said.length; count > 0; count--) {
    const text = remark(said.slice(0, count), count < said.length ? '等' : '')
    if (remarkBytes(text) <= REMARK_BYTES) return text
  }
  const room = REMARK_BYTES - remarkBytes(remark([], '等'))
  return remark([firstBytes(said[0] ?? '', room)], said.length > 0 ? '等' : '')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function firstBytes(text: string, bytes: number): string {
  let kept = ''
  for (const character of text) {
    if (remarkBytes(kept + character) > bytes) break
    kept += character
  }
  return kept
}
