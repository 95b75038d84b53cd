import type { Buyer } from '../../../shared/model/buyer.ts'
import type { CopiedBecause } from '../../../shared/model/desktop.ts'
import type { PromiseMade, RenderedScript } from '../../../shared/model/script.ts'
import type { UseOutcome, UseRequest } from '../desk.ts'
import { STRINGS } from '../strings.ts'
import type { PanelContext, Questions } from './questions.ts'
import {
  canPaste,
  currentPreview,
  fieldsOf,
  isAnswered,
  type Notice,
  type PanelState,
  selectedHit,
  wantedVariant,
  wantsProduct,
} from './state.ts'
import * as change from './transitions.ts'

/** Two uses closer than this are one that the finger made twice. */
const DOUBLE_PRESS_MS = 500

/** Copies that nothing went wrong with: wished for, or the panel was not opened over a chat. */
const ASKED_FOR: ReadonlySet<CopiedBecause> = new Set<CopiedBecause>(['asked', 'no-target'])

type Mode = UseRequest['mode']

/**
 * Uses the selected phrase. Pressed before the list answers what was typed, it waits for that answer: what is used is
 * what the agent asked for, never what still stood there from before. One use at a time, and none twice by accident.
 */
export function createPhraseUse({ desk, store, now }: PanelContext, questions: Questions) {
  const { getState: get, setState: set } = store
  let endedAt = Number.NEGATIVE_INFINITY

  /** One use is under way, or the last one ended under the same finger. */
  function isHeld(): boolean {
    const { use } = get()
    return use === 'busy' || (use === 'spent' && now() - endedAt < DOUBLE_PRESS_MS)
  }

  async function use(mode: Mode): Promise<void> {
    const state = get()
    if (isHeld()) return
    const possible = canPaste(state) ? mode : 'copy'
    const { sequence } = state
    // The six seconds are those of the first part.
    if (sequence) return deliver({ ...sequence.request, part: sequence.next, mode: possible, shownAt: null })
    if (!isAnswered(state)) return set({ waiting: { index: 0, mode } })
    await deliverSelected(possible)
  }

  async function deliverSelected(mode: Mode): Promise<void> {
    const hit = selectedHit(get())
    if (!hit) return
    if (hit.blockedBy !== null) return explain(hit.blockedBy)
    await deliver(requestFor(get(), hit.id, mode))
  }

  async function deliver(request: UseRequest): Promise<void> {
    const { shownAt } = get()
    set({ use: 'busy', notice: null })
    try {
      const outcome = await desk.use(request)
      // Whoever the panel is open for by now, what was promised stays to be recorded.
      if ('promise' in outcome && outcome.promise) notePromise(outcome.promise, request)
      // Hidden by the paste and shown again for another buyer meanwhile: the old use changes nothing there.
      if (get().shownAt === shownAt) await settle(outcome, request)
    } catch (error) {
      set({ use: 'ready', notice: { tone: 'error', text: desk.messageOf(error) } })
    }
  }

  function notePromise(promise: PromiseMade, { buyer }: UseRequest): void {
    set(change.promised(get(), { ...promise, at: now(), nickname: buyer?.nickname ?? null }))
  }

  /** Why a phrase may not be used; where the reason may be that no product is chosen yet, the choice comes first. */
  function explain(reason: string): void {
    const preview = currentPreview(get())
    if (preview && wantsProduct(get(), preview.script)) chooseProduct()
    else set({ notice: { tone: 'info', text: `${STRINGS.preview.blocked}：${reason}` } })
  }

  function chooseProduct(): void {
    set({
      ...change.pickerOpened('product', ''),
      ...change.focusOn(get(), 'query'),
      notice: { tone: 'info', text: STRINGS.notices.chooseProduct },
    })
    void questions.products()
  }

  /** A row by its place, for digits; typed faster than the answer, it means the row of the answer. */
  async function pick(index: number, mode: Mode): Promise<void> {
    const state = get()
    if (!isAnswered(state)) return set({ waiting: { index, mode } })
    if (!state.results?.hits[index]) return
    // Asked for by its place, a phrase begins with its first part.
    set({ ...change.selectedRow(state, index), sequence: null })
    void questions.preview()
    await use(mode)
  }

  /** The phrase that was clicked, in whichever row it stands by now; nothing when it has left the list. */
  async function pickPhrase(phraseId: string, mode: Mode): Promise<void> {
    const state = get()
    const index = state.results?.hits.findIndex(({ id }) => id === phraseId) ?? -1
    if (index < 0 || isHeld()) return
    set({ ...change.selectedRow(state, index), sequence: null, waiting: null })
    void questions.preview()
    await deliverSelected(canPaste(state) ? mode : 'copy')
  }

  /** Called with each answer: what was pressed meanwhile is done now. */
  function pickWaiting(): void {
    const { waiting } = get()
    if (!waiting) return
    set({ waiting: null })
    void pick(waiting.index, waiting.mode)
  }

  async function settle(outcome: UseOutcome, request: UseRequest): Promise<void> {
    switch (outcome.status) {
      case 'incomplete':
        return askFor(outcome.script)
      case 'failed':
        return set({ use: 'ready', notice: { tone: 'error', text: outcome.message, hasTrace: true } })
      case 'pasted':
        return finish(null, request, outcome.next)
      case 'copied': {
        const tone = outcome.why === 'asked' ? 'done' : 'info'
        const notice: Notice =
          outcome.why === 'no-desktop'
            ? await copiedByPage(request)
            : { tone, text: outcome.message, hasTrace: !ASKED_FOR.has(outcome.why) }
        return finish(notice, request, outcome.next)
      }
    }
  }

  /** @param next the part that comes after the one that was delivered; null after the last */
  function finish(notice: Notice | null, request: UseRequest, next: number | null): void {
    // Away while it pasted, the panel comes back only when a second press of the same finger is past.
    const cameBack = next !== null && notice === null
    endedAt = cameBack ? Number.NEGATIVE_INFINITY : now()
    const { targetTitle } = get()
    set({ ...change.used(get(), next === null ? null : { request, next, targetTitle }), notice })
    void questions.preview()
  }

  /** Without a shell the page itself writes the clipboard, with the text the desk gives for the same facts. */
  async function copiedByPage({ part = 0, ...request }: UseRequest): Promise<Notice> {
    const { phraseId, productId, buyer, blanks, variant } = request
    const script = await desk.render({ phraseId, productId, buyer, blanks, variant })
    const later = part === 0 ? null : script.later[part - 1]
    try {
      if (later?.kind === 'image') await desk.copyImage(later.hash)
      else await desk.copy((later ?? script).text ?? '')
      return { tone: 'done', text: STRINGS.notices.copied }
    } catch {
      return { tone: 'error', text: STRINGS.notices.notAllowed }
    }
  }

  /** Nothing was pasted: lead to what would finish the script, or say why it may not be said. */
  function askFor(script: RenderedScript): void {
    const state = get()
    const preview = state.preview?.phraseId === script.phraseId ? state.preview : null
    const next = change.rendered(state, script, preview?.outline ?? script, preview?.phrase ?? null)
    const [first] = script.missing
    if (!first) {
      const reason = script.refusals[0]?.reason ?? ''
      set({ ...next, use: 'ready', notice: { tone: 'info', text: `${STRINGS.preview.refused}：${reason}` } })
      return
    }
    if (wantsProduct(state, script)) {
      set({ ...next, use: 'ready' })
      chooseProduct()
      return
    }
    const fields = fieldsOf({ script, outline: preview?.outline ?? script })
    const index = Math.max(
      0,
      fields.findIndex(({ name }) => name === first.name),
    )
    set({
      ...next,
      use: 'ready',
      ...change.focusOn(state, 'blank', index),
      notice: { tone: 'info', text: wanting(script) },
    })
  }

  return { use, pick, pickPhrase, pickWaiting }
}

function requestFor(
  state: PanelState,
  phraseId: string,
  mode: Mode,
): UseRequest & {
  buyer: Buyer | null
} {
  const { product, buyer, blanks, step, query, shownAt } = state
  return {
    phraseId,
    variant: wantedVariant(state, phraseId),
    productId: product?.id ?? null,
    buyer,
    blanks,
    mode,
    step,
    query,
    shownAt,
  }
}

function wanting({ missing }: RenderedScript): string {
  const labels = missing.map(({ label }) => label).join('、')
  return missing.every(({ from }) => from === 'shop')
    ? STRINGS.notices.fillInWorkbench(labels)
    : STRINGS.notices.fill(labels)
}
