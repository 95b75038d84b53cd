import { likelyKind, OCCASIONS } from '../../../shared/follow-ups/occasions.ts'
import { type LineReading, readLine } from '../../../shared/follow-ups/read-line.ts'
import { whenWords } from '../../../shared/follow-ups/time/when-words.ts'
import type { FollowUpDraft } from '../../../shared/model/follow-up.ts'
import {
  FOLLOW_UP_KIND_NAMES,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_LIMITS,
  type FollowUpKind,
} from '../../../shared/model/follow-up-kinds.ts'
import type { PanelState } from '../state/state.ts'
import { FOLLOW_UP_STRINGS as words } from './strings.ts'

/** Loaded with the form: what reads times is no weight on the panel's start. */

/** What a line in this conversation asks for: the line itself as it was read, and whom and what it is about. */
export interface FollowUpRequest {
  line: LineReading
  /** Null while nobody is known. */
  nickname: string | null
  productName: string | null
  /** Ready to be kept, or what is lacking, in words. */
  outcome: { draft: FollowUpDraft } | { lacks: string }
}

const NICKNAME = /[#＃]\s*(\S+)/

type Conversation = Pick<PanelState, 'buyer' | 'product' | 'query' | 'step'>

/**
 * Reads the one line of the form. The buyer, the product and what was asked come from the conversation; `#昵称` in the
 * line names another buyer.
 */
export function requestOf(text: string, conversation: Conversation, now: number): FollowUpRequest {
  const { buyer, product, query, step } = conversation
  const named = NICKNAME.exec(text)
  const rest = named ? text.replace(named[0], '') : text.replace(/^[#＃]\s*$/, '')
  const line = readLine(rest, kindOf(query) ?? likelyKind(step), now)
  const nickname = named?.[1] ?? buyer?.nickname ?? null
  const note =
    line.note || (query.trim() === '' ? '' : words.asked(query.trim())).slice(0, FOLLOW_UP_LIMITS.note)
  const complete = { ...line, note }
  return {
    line: complete,
    nickname,
    productName: product && (product.shortName ?? product.name),
    outcome: outcomeOf(complete, nickname, product?.id ?? null),
  }
}

/** What the query is already about: 退款 was looked for a moment ago. */
function kindOf(query: string): FollowUpKind | null {
  return FOLLOW_UP_KINDS.find((kind) => OCCASIONS[kind].words.some((word) => query.includes(word))) ?? null
}

function outcomeOf(
  { kind, time, note }: LineReading,
  nickname: string | null,
  productId: string | null,
): FollowUpRequest['outcome'] {
  if (nickname === null) return { lacks: words.lacksBuyer }
  if (time.is === 'refused') return { lacks: time.message }
  if (time.is === 'vague') return { lacks: `${time.question}${words.chooseOne}` }
  return { draft: { kind, dueAt: time.at, nickname, productId, phraseId: null, note } }
}

/** What is said when it is kept. */
export function savedWords(kind: FollowUpKind, dueAt: number, now: number): string {
  return words.saved(FOLLOW_UP_KIND_NAMES[kind], whenWords(dueAt, now))
}

/** The line with a vague time replaced by the choice in this place; as it was where there is none. */
export function withChoice(text: string, index: number, now: number): string {
  const { time } = readLine(text, 'unpaid', now)
  const label = time.is === 'vague' ? time.choices[index]?.label : undefined
  if (time.is !== 'vague' || label === undefined) return text
  return `${text.slice(0, time.span.start)}${label}${text.slice(time.span.end)}`
}
