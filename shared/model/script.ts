import type { ImageInfo } from './image.ts'
import type { BuyerType } from './steps.ts'
import type { WordingFinding } from './wording.ts'

/** One stretch of a filled script, in order; joined they are the text. */
export type ScriptPart =
  | { kind: 'text'; text: string }
  /** A fact that was filled in. `name` is what the script calls it, e.g. `商品.价格`. */
  | { kind: 'value'; name: string; text: string }
  /** A fact that nobody has given yet; the agent fills it in place. */
  | { kind: 'blank'; name: string }

/** A fact the script needs and nobody has. */
export interface MissingFact {
  /** Its name in the script, e.g. `客户.省份`; the key under which a blank is given back. */
  name: string
  /** What to ask the agent for, e.g. 省份. */
  label: string
  field: 'text' | 'money' | 'number' | 'date' | 'province'
  /** Which choice would fill it: the product (`@`), the buyer (`#`), or the shop profile. */
  from: 'product' | 'buyer' | 'shop' | 'order' | 'agent'
}

/** Why a technique will not say what the script wants it to say: the facts do not bear it out. */
export interface Refusal {
  /** E.g. 仅剩. */
  technique: string
  reason: string
  /** What can be said instead, when the technique knows. */
  instead: string | null
}

/** A script filled with facts, whose phrase it is aside. */
export interface ScriptRendering {
  /** The finished text, or null while a fact is missing or a technique refuses: such a script is never pasted. */
  text: string | null
  parts: ScriptPart[]
  missing: MissingFact[]
  refusals: Refusal[]
  /** True things the agent should know before sending, e.g. 库存是 3 天前更新的. */
  warnings: string[]
}

/** A wording of a phrase other than its body: its place among the phrase's variants, and the buyers it is for. */
export interface VariantChoice {
  index: number
  buyerTypes: BuyerType[]
}

/** Which wording is asked for: a variant by its place, null for the body, undefined for what suits the buyer. */
export type WantedVariant = number | null | undefined

/** A phrase, in the wording that suits the buyer or that the agent chose, filled and checked for a chat. */
export interface RenderedScript extends ScriptRendering {
  phraseId: string
  title: string
  /** The wording that was filled; null for the body, which is for all buyers without a variant of their own. */
  variant: VariantChoice | null
  /** All wordings besides the body. */
  variants: VariantChoice[]
  /**
   * What the agent should know of the words before they are sent: the findings above `hint`, in order of position.
   * Spans are in the joined parts; empty while a fact is missing or a technique refuses.
   */
  wording: WordingFinding[]
  /** How it would read in this chat, where it could read better: for the agent to weigh, never a reason to stop. */
  advice: string[]
  /** What the shop is bound to once this is sent, each in the words of the text. */
  promises: string[]
  /** What follows the text, each part pasted by one more use; empty for most phrases. */
  later: LaterPart[]
}

/**
 * A part of a phrase after its first text. `message` is the message of the sequence it belongs to, 0 being the one that
 * the first text is in.
 */
export type LaterPart =
  | { kind: 'image'; message: number; hash: string; info: ImageInfo | null }
  | {
      kind: 'text'
      message: number
      /** As in a rendering: null while a fact is missing or something refuses. */
      text: string | null
      parts: ScriptPart[]
      wording: WordingFinding[]
    }

/** What a delivered text has bound the shop to, and the remark for the order that records it. */
export interface PromiseMade {
  promises: string[]
  /** At most 1,000 bytes, as the platform's order remarks are. */
  remark: string
}

/** A script that does not parse. Line and column count from 1. */
export interface ScriptError {
  message: string
  line: number
  column: number
  /** When it is a word that nobody knows: as it was written, and the known one nearest to it. */
  unknown?: UnknownWord
}

export interface UnknownWord {
  written: string
  /** Null when no known word is near enough to be meant. */
  nearest: string | null
}
