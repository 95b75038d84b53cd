import type { Buyer } from '../../../shared/model/buyer.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { ProductSummary } from '../../../shared/model/product.ts'
import type {
  MissingFact,
  PromiseMade,
  RenderedScript,
  ScriptPart,
  WantedVariant,
} from '../../../shared/model/script.ts'
import type { PhraseHit } from '../../../shared/model/search.ts'
import type { Step } from '../../../shared/model/steps.ts'
import { optionsOf } from '../conversation/buyer-options.ts'
import { shopOptions } from '../conversation/shop-options.ts'
import type { AppState, UseRequest } from '../desk.ts'

/** The six seconds: not counting, counting, over, or stopped by a use. */
type Ring = 'still' | 'running' | 'late' | 'stopped'

/** The answer to one question; `turn` is the question's number. */
interface Results {
  turn: number
  query: string
  hits: readonly PhraseHit[]
  total: number
}

export interface Preview {
  phraseId: string
  /** With what the agent has typed; it says whether the script is finished. */
  script: RenderedScript
  /**
   * The same with nothing typed: where the blanks stand. The fields are drawn from it, because a blank that is filled
   * leaves no trace in the finished script (height and weight become one size) and must not vanish under the caret.
   */
  outline: RenderedScript
  /** Questions, tags and dates of the phrase; they come a moment after the script. */
  phrase: Phrase | null
}

type Picker = ProductPicker | BuyerPicker | ShopPicker

/** Its options are the shops that the desk has told of already. */
interface ShopPicker {
  kind: 'shop'
  text: string
  selected: number
}

interface BuyerPicker {
  kind: 'buyer'
  text: string
  /** Buyers whom the desk remembers, as it answered last. */
  known: readonly Buyer[]
  selected: number
}

interface ProductPicker {
  kind: 'product'
  text: string
  options: readonly ProductSummary[]
  selected: number
  /** The text that `options` answer; null before the first answer. */
  answered: string | null
  /** What was chosen before the answer to the text was there. */
  waiting: number | null
}

/** One line for the agent. */
export interface Notice {
  tone: 'done' | 'info' | 'error'
  text: string
  /** It tells of a paste that went wrong; how that went can be copied. */
  hasTrace?: boolean
}

/** Where the caret should go; `turn` counts, so that asking for the same place again is heard. */
export interface FocusWish {
  on: 'query' | 'whole-query' | 'blank' | 'chip'
  index: number
  turn: number
}

/** What was asked for before the answer it refers to was there. */
interface WaitingUse {
  index: number
  mode: 'paste' | 'copy'
}

/** A phrase of several parts that is under way: the next use delivers the next part, for the same facts. */
export interface Sequence {
  request: UseRequest
  /** The part that comes next, counted from 0. */
  next: number
  /** Where the parts before it went. */
  targetTitle: string | null
}

/** A promise that was given to a buyer and is not in an order's remark yet. */
export interface OpenPromise extends PromiseMade {
  /** When it was given, ms since 1970; no two have the same. */
  at: number
  /** Whom it was given to, where the agent had said. */
  nickname: string | null
}

export interface PanelState {
  /** Shop, settings and what the host can do; null until the desk has answered once. */
  app: AppState | null
  /** When the hotkey showed the panel, ms since 1970; null when it was opened otherwise. */
  shownAt: number | null
  hiddenAt: number | null
  /** Something was typed since the panel was last hidden. */
  isTouched: boolean
  /** The window that a phrase will go to, as far as the system told its title. */
  targetTitle: string | null
  ring: Ring

  query: string
  isComposing: boolean
  step: Step | null
  product: ProductSummary | null
  buyer: Buyer | null
  recentBuyers: readonly Buyer[]

  /** Number of the question in hand; it grows with each change of query, step, product or buyer. */
  turn: number
  results: Results | null
  selected: number
  waiting: WaitingUse | null

  preview: Preview | null
  /** Small pictures of the images that the phrase in hand carries, as `data:` addresses by hash. */
  pictures: Readonly<Record<string, string>>
  sequence: Sequence | null
  /** The wording that the agent chose by hand, and of which phrase; null while it follows the buyer's type. */
  variant: { phraseId: string; index: number | null } | null
  /** What the agent typed, by the fact's name. It serves every script until the panel is opened anew. */
  blanks: Readonly<Record<string, string>>
  /** The facts that scripts have asked for in this sitting, by name. */
  asked: Readonly<Record<string, MissingFact>>

  picker: Picker | null
  /** The line that a follow-up is noted in; null while none is. */
  followUp: { line: string; isSaving: boolean } | null
  isHelpOpen: boolean
  notice: Notice | null
  /** The newest first. They outlive the sitting in which they were given, for the order's remark comes after it. */
  openPromises: readonly OpenPromise[]
  /** `busy` while a use is under way; `spent` after it, until the agent does something else. */
  use: 'ready' | 'busy' | 'spent'
  focus: FocusWish
}

export const INITIAL_STATE: PanelState = {
  app: null,
  shownAt: null,
  hiddenAt: null,
  isTouched: false,
  targetTitle: null,
  ring: 'still',
  query: '',
  isComposing: false,
  step: null,
  product: null,
  buyer: null,
  recentBuyers: [],
  turn: 0,
  results: null,
  selected: 0,
  waiting: null,
  preview: null,
  pictures: {},
  sequence: null,
  variant: null,
  blanks: {},
  asked: {},
  picker: null,
  followUp: null,
  isHelpOpen: false,
  notice: null,
  openPromises: [],
  use: 'ready',
  focus: { on: 'query', index: 0, turn: 0 },
}

/** Whether the list on the screen answers the question in hand. */
export function isAnswered({ results, turn }: PanelState): boolean {
  return results !== null && results.turn === turn
}

export function selectedHit({ results, selected }: PanelState): PhraseHit | null {
  return results?.hits[selected] ?? null
}

/** The preview of the selected phrase; null while it is on its way. */
export function currentPreview(state: PanelState): Preview | null {
  return state.preview !== null && state.preview.phraseId === selectedHit(state)?.id ? state.preview : null
}

/** The wording that the agent has asked for by hand of this phrase, if any. */
export function wantedVariant({ variant }: PanelState, phraseId: string): WantedVariant {
  return variant?.phraseId === phraseId ? variant.index : undefined
}

/** How many products or buyers the open picker offers. */
export function optionCount(state: PanelState): number {
  const { picker } = state
  if (picker === null) return 0
  if (picker.kind === 'product') return picker.options.length
  return (picker.kind === 'shop' ? shopOptions(state, picker.text) : optionsOf(state, picker)).length
}

/** A browser page cannot put text into another window: there Enter copies. */
export function canPaste({ app }: PanelState): boolean {
  return app === null || app.capabilities.paste
}

/** The facts that can be typed into a script, in the order in which its text asks for them. */
export function fieldsOf({ script, outline }: Pick<Preview, 'script' | 'outline'>): MissingFact[] {
  const facts = new Map([...outline.missing, ...script.missing].map((fact) => [fact.name, fact]))
  const names = new Set([...textsOf(outline).flatMap(({ parts }) => blanksIn(parts)), ...facts.keys()])
  return [...names].flatMap((name) => facts.get(name) ?? [])
}

/** A text among those that a phrase is made of. */
export type Message = Pick<RenderedScript, 'text' | 'parts' | 'wording'>

/** The texts of a phrase, in the order of sending. */
export function textsOf(script: RenderedScript): Message[] {
  return [script, ...script.later.filter((part) => part.kind === 'text')]
}

/** The names of a text's blanks, in the order in which it asks for them. */
export function blanksIn(parts: readonly ScriptPart[]): string[] {
  return parts.flatMap((part) => (part.kind === 'blank' ? [part.name] : []))
}

/** Which part of the phrase in hand the next use delivers; 0 unless it is a sequence under way. */
export function nextPart({ sequence }: PanelState, phraseId: string): number {
  return sequence?.request.phraseId === phraseId ? sequence.next : 0
}

/** A text with each blank replaced by what was typed into it, and nothing computed from that. */
export function textAsTyped(parts: readonly ScriptPart[], blanks: PanelState['blanks']): string {
  return parts.map((part) => (part.kind === 'blank' ? (blanks[part.name] ?? '') : part.text)).join('')
}

/** A product has to be chosen before anything else can be filled in. */
export function wantsProduct({ product }: Pick<PanelState, 'product'>, { missing }: RenderedScript): boolean {
  return product === null && missing.some(({ from }) => from === 'product')
}
