import type { StoreApi } from 'zustand/vanilla'
import type { RenderedScript } from '../../../shared/model/script.ts'
import { optionsOf, soughtIn } from '../conversation/buyer-options.ts'
import type { PanelDesk } from '../desk.ts'
import { interimQuery } from '../keyboard/composition.ts'
import { isAnswered, type PanelState, selectedHit, wantedVariant } from './state.ts'
import * as change from './transitions.ts'

/** Rows for a keystroke; more are fetched when the agent walks to the end of them. */
const ROWS_AT_FIRST = 20
const ROWS_AT_MOST = 200

export interface PanelContext {
  desk: PanelDesk
  store: StoreApi<PanelState>
  now: () => number
}

/** Asks the desk what the state of the panel calls for. Stale answers are dropped, failures shown. */
export interface Questions {
  /**
   * Phrases for the question in hand; `keepRow` when it is the same question as before, `typedIn` the sitting in which
   * the agent has just typed it.
   */
  search(options?: { keepRow?: boolean; limit?: number; typedIn?: number | null }): Promise<void>
  /** The rest of the rows, when the list on the screen is cut short. */
  searchMore(): Promise<void>
  preview(): Promise<void>
  app(): Promise<void>
  products(): Promise<void>
  /** Buyers whom the desk remembers; without an answer the picker offers those of this sitting, and says nothing. */
  buyers(): Promise<void>
}

/** @param heard what to do when an answer is there: for phrases, and for a product chosen before its list was */
export function createQuestions(
  { desk, store }: PanelContext,
  heard: { phrases: () => void; products: (waiting: number) => void },
): Questions {
  const { getState: get, setState: set } = store
  let previewTurn = 0
  let productTurn = 0
  let buyerTurn = 0

  const fail = (error: unknown) => set({ notice: { tone: 'error', text: desk.messageOf(error) } })
  const conversation = () => ({ productId: get().product?.id ?? null, buyer: get().buyer })

  async function search({
    keepRow = false,
    limit = ROWS_AT_FIRST,
    typedIn = null as number | null,
  } = {}): Promise<void> {
    const { turn, query, isComposing, step } = get()
    const text = isComposing ? interimQuery(query) : query
    try {
      const answer = await desk.search({ text, step, limit, typedIn, ...conversation() })
      const state = get()
      if (state.turn !== turn) return
      if (change.saysNothing(state, answer)) return
      set(change.answered(state, turn, answer, keepRow))
      heard.phrases()
      await preview()
    } catch (error) {
      if (get().turn !== turn) return
      set({ waiting: null })
      fail(error)
    }
  }

  async function searchMore(): Promise<void> {
    const { results } = get()
    if (!results || !isAnswered(get())) return
    const isCutShort = results.hits.length < results.total && results.hits.length < ROWS_AT_MOST
    if (isCutShort) await search({ keepRow: true, limit: ROWS_AT_MOST })
  }

  async function preview(): Promise<void> {
    const hit = selectedHit(get())
    const turn = ++previewTurn
    if (!hit) return set({ preview: null })
    const { blanks, preview: before } = get()
    const fill = { phraseId: hit.id, variant: wantedVariant(get(), hit.id), ...conversation() }
    const isFilled = Object.keys(blanks).length > 0
    try {
      const [script, outline, phrase] = await Promise.all([
        desk.render({ ...fill, blanks, message: get().query }),
        isFilled ? desk.render(fill) : null,
        before?.phraseId === hit.id && before.phrase ? before.phrase : desk.phrase(hit.id),
      ])
      if (turn !== previewTurn) return
      set(change.rendered(get(), script, outline ?? script, phrase))
      void pictures(script, turn)
    } catch (error) {
      if (turn === previewTurn) fail(error)
    }
  }

  /** The text does not wait for them, and is shown without those that cannot be had. */
  async function pictures({ later }: RenderedScript, turn: number): Promise<void> {
    const hashes = later.flatMap((part) => (part.kind === 'image' && part.info ? [part.hash] : []))
    if (hashes.every((hash) => get().pictures[hash])) return
    const glances = await desk.glances([...new Set(hashes)]).catch(() => [])
    if (turn !== previewTurn) return
    set({ pictures: Object.fromEntries(glances.map(({ hash, thumbnail }) => [hash, thumbnail ?? ''])) })
  }

  async function app(): Promise<void> {
    try {
      set({ app: await desk.state() })
    } catch (error) {
      fail(error)
    }
  }

  async function products(): Promise<void> {
    const { picker } = get()
    if (picker?.kind !== 'product') return
    const turn = ++productTurn
    try {
      const options = await desk.products(picker.text)
      const now = get().picker
      if (turn !== productTurn || now?.kind !== 'product') return
      set({ picker: { ...now, options, selected: 0, answered: picker.text, waiting: null } })
      if (now.waiting !== null) heard.products(now.waiting)
    } catch (error) {
      if (turn === productTurn) fail(error)
    }
  }

  async function buyers(): Promise<void> {
    const { picker, app, isComposing } = get()
    if (picker?.kind !== 'buyer' || !app?.settings.buyers.keep) return
    const turn = ++buyerTurn
    const wanted = soughtIn(isComposing ? interimQuery(picker.text) : picker.text)
    // Keys that are locked are told of in the workbench; here they would only stand in the way of the chat.
    const known = wanted === null ? [] : await desk.buyers(wanted).catch(() => [])
    const now = get()
    if (turn !== buyerTurn || now.picker?.kind !== 'buyer') return
    const answered = { ...now.picker, known }
    const last = Math.max(0, optionsOf(now, answered).length - 1)
    set({ picker: { ...answered, selected: Math.min(answered.selected, last) } })
  }

  return { search, searchMore, preview, app, products, buyers }
}
