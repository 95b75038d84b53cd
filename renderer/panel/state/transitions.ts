import type { Buyer } from '../../../shared/model/buyer.ts'
import type { Captured, DeskEvent } from '../../../shared/model/desktop.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { ProductSummary } from '../../../shared/model/product.ts'
import type { MissingFact, RenderedScript } from '../../../shared/model/script.ts'
import type { SearchAnswer } from '../../../shared/model/search.ts'
import { STEPS } from '../../../shared/model/steps.ts'
import { withRecent } from '../conversation/buyer-words.ts'
import type { Move } from '../keyboard/intents.ts'
import { STRINGS } from '../strings.ts'
import {
  currentPreview,
  type FocusWish,
  type OpenPromise,
  type PanelState,
  type Sequence,
  selectedHit,
  wantedVariant,
} from './state.ts'

/** How the panel changes: each a plain function of the state and what happened. None of them asks the desk anything. */
type Change = Partial<PanelState>

/** The next buyer's facts are others. A sequence was filled with these, and ends with them. */
const WITHOUT_BLANKS: Change = { blanks: {}, asked: {}, sequence: null }

type Shown = Extract<DeskEvent, { kind: 'panel-shown' }>

/** Opened again within this time, the panel still holds what was typed. */
export const QUERY_KEPT_MS = 30_000

/** By then the order's remark has been written, or will not be. */
const PROMISE_KEPT_MS = 10 * 60_000
const PROMISES_KEPT = 5

/** Rows that PageUp and PageDown move by: those that can be picked by a digit. */
const PAGE = 9

/**
 * The hotkey showed the panel. The first keys may have come before this was told: what they typed is left as it is.
 * All else has been made ready when the panel was hidden.
 */
export function shown(state: PanelState, { shownAt, targetTitle }: Shown): Change {
  const isUsed = state.use === 'busy'
  const sitting: Change = {
    shownAt,
    targetTitle,
    ring: 'running',
    use: 'ready',
    openPromises: state.openPromises.filter(({ at }) => shownAt - at < PROMISE_KEPT_MS),
    ...((isUsed || isElsewhere(state, targetTitle)) && WITHOUT_BLANKS),
  }
  if (state.isTouched) return sitting
  const isStale = state.hiddenAt !== null && shownAt - state.hiddenAt > QUERY_KEPT_MS
  return { ...(isStale ? forgotten(state) : focusOn(state, 'whole-query')), ...sitting }
}

/** A sequence that was begun in one window does not go on in another. */
function isElsewhere({ sequence }: PanelState, targetTitle: string | null): boolean {
  return sequence !== null && sequence.targetTitle !== targetTitle
}

/** Put away: the query stays for a while, selected, so that the next one replaces it from its first letter. */
export function hidden(state: PanelState, at: number): Change {
  return {
    hiddenAt: at,
    isTouched: false,
    ring: 'still',
    isComposing: false,
    picker: null,
    isHelpOpen: false,
    notice: null,
    waiting: null,
    variant: state.sequence ? state.variant : null,
    ...focusOn(state, 'whole-query'),
  }
}

/** The while is over: the panel is as new, but for the product and the buyer. */
export function forgotten(state: PanelState): Change {
  return {
    query: '',
    step: null,
    followUp: null,
    ...WITHOUT_BLANKS,
    ...asking(state),
    ...focusOn(state, 'query'),
  }
}

/**
 * After a use a blank must not be found filled for the next buyer; a sequence under way is still this buyer's.
 *
 * @param sequence what is left of the phrase that was used
 */
export function used({ ring }: PanelState, sequence: Sequence | null): Change {
  const spent: Change = { use: 'spent', ring: ring === 'running' ? 'stopped' : ring }
  return sequence ? { ...spent, sequence } : { ...spent, variant: null, ...WITHOUT_BLANKS }
}

/** The agent is done with a phrase of which parts are left. */
export function sequenceEnded({ sequence }: PanelState): Change {
  return sequence ? { variant: null, ...WITHOUT_BLANKS } : {}
}

/** Another question for the desk. Whatever waited for the old answer is off. */
function asking(state: PanelState): Change {
  return { turn: state.turn + 1, variant: null, ...actedOn(state) }
}

/** The agent did something new: what was said of the last act is over. A use under way stays under way. */
function actedOn({ use }: PanelState): Change {
  return { waiting: null, notice: null, sequence: null, use: use === 'busy' ? 'busy' : 'ready' }
}

/**
 * The input's text changed. `@` and `#` at its head open a picker: typed before a query they keep it, and what
 * follows them at once (a pasted `@面霜`) is already the picker's text.
 */
export function typed(state: PanelState, text: string): Change {
  const kind = pickerFor(text)
  if (kind === null) return { query: text, isTouched: true, ...asking(state) }
  const rest = text.slice(1)
  if (rest === state.query) return { isTouched: true, ...pickerOpened(kind, '') }
  return { query: '', isTouched: true, ...pickerOpened(kind, rest), ...asking(state) }
}

function pickerFor(text: string): 'product' | 'buyer' | null {
  if (/^[@＠]/.test(text)) return 'product'
  return /^[#＃]/.test(text) ? 'buyer' : null
}

/** An answer to the question in hand; `keepRow` for an answer to the same question, asked again or for more rows. */
export function answered(
  state: PanelState,
  turn: number,
  { hits, total }: SearchAnswer,
  keepRow: boolean,
): Change {
  const inHand = keepRow ? state.results?.hits[state.selected]?.id : undefined
  const again = inHand === undefined ? -1 : hits.findIndex(({ id }) => id === inHand)
  return { results: { turn, query: state.query, hits, total }, selected: Math.max(again, 0) }
}

/**
 * While an input method composes, an interim text that finds nothing says nothing about what is being written
 * (wubi and double pinyin spell in letters of their own): the list stays.
 */
export function saysNothing(state: PanelState, { hits }: SearchAnswer): boolean {
  return state.isComposing && hits.length === 0 && state.results !== null
}

export function moved(state: PanelState, by: Move, direction: 1 | -1): Change {
  const count = state.results?.hits.length ?? 0
  return selectedRow(state, moveIn(count, state.selected, by, direction))
}

export function selectedRow(state: PanelState, index: number): Change {
  return index === state.selected ? {} : { selected: index, variant: null, ...actedOn(state) }
}

/** The wording of the phrase in hand is chosen by hand; null is its body. The caret leaves a blank that may vanish. */
export function variantChosen(state: PanelState, index: number | null): Change {
  const hit = selectedHit(state)
  if (!hit) return {}
  return { variant: { phraseId: hit.id, index }, ...actedOn(state), ...focusOn(state, 'query') }
}

/** The next wording of the phrase in hand, with the body before the first; they go round. */
export function variantMoved(state: PanelState, direction: 1 | -1): Change {
  const preview = currentPreview(state)
  if (!preview || preview.script.variants.length === 0) return {}
  const places = [null, ...preview.script.variants.map(({ index }) => index)]
  const wanted = wantedVariant(state, preview.phraseId)
  const at = places.indexOf(wanted === undefined ? (preview.script.variant?.index ?? null) : wanted)
  return variantChosen(state, places[(at + direction + places.length) % places.length] ?? null)
}

/** A delivered text has promised something: the remark that records it is kept at hand. */
export function promised({ openPromises }: PanelState, promise: OpenPromise): Change {
  return { openPromises: [promise, ...openPromises].slice(0, PROMISES_KEPT) }
}

export function promiseSettled({ openPromises }: PanelState, at: number): Change {
  return { openPromises: openPromises.filter((promise) => promise.at !== at) }
}

/** Single steps go round, pages and edges stop. */
export function moveIn(count: number, at: number, by: Move, direction: 1 | -1): number {
  if (count === 0) return 0
  if (by === 'row') return (at + direction + count) % count
  if (by === 'edge') return direction === 1 ? count - 1 : 0
  return Math.min(count - 1, Math.max(0, at + direction * PAGE))
}

/** The next step of the seven, with "all" before the first. */
export function stepMoved(state: PanelState, direction: 1 | -1): Change {
  const places = [null, ...STEPS]
  const next = (places.indexOf(state.step) + direction + places.length) % places.length
  return stepChosen(state, places[next] ?? null)
}

export function stepChosen(state: PanelState, step: PanelState['step']): Change {
  return { step, ...asking(state) }
}

export function productChosen(state: PanelState, product: ProductSummary | null): Change {
  return {
    product,
    picker: null,
    ...withoutBlanks(state, 'product'),
    ...asking(state),
    ...focusOn(state, 'query'),
  }
}

export function buyerChosen(state: PanelState, buyer: Buyer | null): Change {
  return {
    buyer,
    picker: null,
    recentBuyers: buyer ? withRecent(state.recentBuyers, buyer) : state.recentBuyers,
    ...withoutBlanks(state, 'buyer'),
    ...asking(state),
    ...focusOn(state, 'query'),
  }
}

/**
 * The desk knew more of the buyer than the agent said. It is the same question, and what was asked for meanwhile holds;
 * an agent who has turned to another buyer is not told.
 */
export function buyerKnown({ buyer, recentBuyers }: PanelState, said: Buyer, known: Buyer): Change {
  const isStill = buyer === said
  return {
    ...(isStill && { buyer: known }),
    recentBuyers: recentBuyers.map((one) => (one === said ? known : one)),
  }
}

/** Another page has given the panel a conversation: whom it is with, about what, and what is looked for. */
export function conversationGiven(
  state: PanelState,
  { buyer, product, query }: Extract<DeskEvent, { kind: 'conversation-given' }>,
): Change {
  const recentBuyers = withRecent(state.recentBuyers, buyer)
  const conversation = { buyer, product, query, step: null, picker: null, followUp: null, recentBuyers }
  return { ...conversation, ...WITHOUT_BLANKS, ...asking(state), ...focusOn(state, 'whole-query') }
}

/**
 * What the agent had selected is the question, as it stands: a message that begins with `#` asks for nobody. It comes from
 * the chat in hand, so product and buyer stay.
 */
export function messageCaptured(
  state: PanelState,
  { text, from }: Extract<Captured, { as: 'message' }>,
): Change {
  return {
    ...{ query: text, step: null, picker: null, followUp: null, isTouched: true },
    ...asking(state),
    ...focusOn(state, 'whole-query'),
    ...(from === 'clipboard' && { notice: { tone: 'info', text: STRINGS.captured.fromClipboard } }),
  }
}

/** Buyers whose data was deleted are let go of here, too; otherwise the next paste would note them anew. */
export function buyersForgotten(state: PanelState, forgotten: readonly string[] | 'all'): Change {
  const isKept = ({ nickname }: Buyer) => forgotten !== 'all' && !forgotten.includes(nickname)
  const recentBuyers = state.recentBuyers.filter(isKept)
  if (state.buyer === null || isKept(state.buyer)) return { recentBuyers }
  return { ...buyerChosen(state, null), recentBuyers }
}

/** What was typed by hand about the old product or buyer says nothing of the new one. */
function withoutBlanks({ blanks, asked }: PanelState, from: MissingFact['from']): Change {
  return { blanks: Object.fromEntries(Object.entries(blanks).filter(([name]) => asked[name]?.from !== from)) }
}

export function pickerOpened(kind: 'product' | 'buyer' | 'shop', text: string): Change {
  if (kind === 'shop') return { picker: { kind, text, selected: 0 } }
  if (kind === 'buyer') return { picker: { kind, text, known: [], selected: 0 } }
  return { picker: { kind, text, options: [], selected: 0, answered: null, waiting: null } }
}

export function pickerTyped({ picker }: PanelState, text: string): Change {
  if (picker?.kind === 'product') return { picker: { ...picker, text, selected: 0, waiting: null } }
  return picker ? { picker: { ...picker, text, selected: 0 } } : {}
}

export function blankTyped(state: PanelState, name: string, value: string): Change {
  const { [name]: _old, ...others } = state.blanks
  return { blanks: value.trim() === '' ? others : { ...others, [name]: value }, ...actedOn(state) }
}

/** A phrase was filled anew; its `outline` is the same without what the agent typed. */
export function rendered(
  { asked }: PanelState,
  script: RenderedScript,
  outline: RenderedScript,
  phrase: Phrase | null,
): Change {
  const missing = [...outline.missing, ...script.missing].map((fact) => [fact.name, fact] as const)
  return {
    preview: { phraseId: script.phraseId, script, outline, phrase },
    asked: { ...asked, ...Object.fromEntries(missing) },
  }
}

export function focusOn({ focus }: PanelState, on: FocusWish['on'], index = 0): Change {
  return { focus: { on, index, turn: focus.turn + 1 } }
}
