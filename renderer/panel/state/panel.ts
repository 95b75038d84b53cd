import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Buyer } from '../../../shared/model/buyer.ts'
import type { Captured, DeskEvent } from '../../../shared/model/desktop.ts'
import type { ProductSummary } from '../../../shared/model/product.ts'
import { optionsOf } from '../conversation/buyer-options.ts'
import { buyerCalled, isSameBuyer } from '../conversation/buyer-words.ts'
import { hasSeveralShops, shopOptions } from '../conversation/shop-options.ts'
import type { PanelDesk } from '../desk.ts'
import { createFollowUps } from '../follow-up/follow-ups.ts'
import type { Move } from '../keyboard/intents.ts'
import { createQuestions } from './questions.ts'
import { createRemarks } from './remarks.ts'
import { INITIAL_STATE, optionCount, type PanelState } from './state.ts'
import * as change from './transitions.ts'
import { createTypingHand } from './typing-hand.ts'
import { createPhraseUse } from './use-phrase.ts'

export type Panel = ReturnType<typeof createPanel>

/** Does something later, and returns what calls it off. */
type Later = (ms: number, act: () => void) => () => void

const byTimer: Later = (ms, act) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** The panel without a page: its state, and everything that can be done to it. */
export function createPanel(desk: PanelDesk, now: () => number = Date.now, later: Later = byTimer) {
  const store: StoreApi<PanelState> = createStore<PanelState>(() => INITIAL_STATE)
  const { getState: get, setState: set } = store
  const context = { desk, store, now }
  const questions = createQuestions(context, { phrases: () => uses.pickWaiting(), products: chooseOption })
  const uses = createPhraseUse(context, questions)
  const remarks = createRemarks(context)
  const followUps = createFollowUps(context)

  /** Calls off the forgetting of a query that is looked at again. */
  let stay: () => void = () => {}

  const hand = createTypingHand(now)

  /** Asks the desk for what now stands in the state; the same question again keeps the row in hand. */
  function asked(changed: Partial<PanelState>): void {
    const { query } = get()
    ask(changed, null)
    if (get().query !== query) hand.given(get().query)
  }

  /** `typedIn`: the sitting in which the agent has just typed the query; null when nobody did. */
  function ask(changed: Partial<PanelState>, typedIn: number | null): void {
    const { turn } = get()
    set(changed)
    void questions.search({ keepRow: get().turn === turn, typedIn })
  }
  const fail = (error: unknown) => set({ notice: { tone: 'error', text: desk.messageOf(error) } })

  function hear(event: DeskEvent): void {
    switch (event.kind) {
      case 'panel-shown':
        stay()
        asked(change.shown(get(), event))
        return
      case 'panel-hidden':
        set(change.hidden(get(), now()))
        hand.sittingOver()
        stay = later(change.QUERY_KEPT_MS, () => asked(change.forgotten(get())))
        return
      case 'library-changed':
        // Its wordings may be others now: one that was chosen by its place may stand elsewhere.
        set(({ preview }) => ({
          variant: null,
          sequence: null,
          preview: preview && { ...preview, phrase: null },
        }))
        void questions.search({ keepRow: true })
        void questions.app()
        return
      case 'customers-changed':
        if (event.forgotten) asked(change.buyersForgotten(get(), event.forgotten))
        return
      case 'conversation-given':
        asked(change.conversationGiven(get(), event))
        return
      case 'captured':
        captured(event.captured)
        return
      case 'follow-ups-due':
        // Where there is a shell, it has notified.
        if (get().app?.capabilities.host === 'browser')
          set({ notice: { tone: 'info', text: event.reminder.title } })
        return
      case 'settings-changed':
      case 'hotkey-changed':
        void questions.app()
    }
  }

  function captured(what: Captured): void {
    if (what.as === 'message') asked(change.messageCaptured(get(), what))
    else if (what.as === 'nickname') chooseBuyer(buyerCalled(what.nickname, get().recentBuyers))
    else set({ notice: { tone: 'info', text: what.message } })
  }

  /** What an open picker offers comes from the desk; without one these ask nothing. */
  function askForOptions(): void {
    void questions.products()
    void questions.buyers()
  }

  function openPicker(kind: 'product' | 'buyer' | 'shop'): void {
    if (kind === 'shop' && !hasSeveralShops(get())) return
    set({ ...change.pickerOpened(kind, ''), ...change.focusOn(get(), 'query') })
    askForOptions()
  }

  const chooseProduct = (product: ProductSummary | null) => asked(change.productChosen(get(), product))

  function chooseBuyer(buyer: Buyer | null): void {
    asked(change.buyerChosen(get(), buyer))
    if (buyer) void remember(buyer)
  }

  /** The desk tells of the other shop as of any change, and everything on the panel is asked for anew. */
  function chooseShop(id: string): void {
    set({ picker: null, ...change.focusOn(get(), 'query') })
    desk.switchShop(id).catch(fail)
  }

  /** Nothing waits for this. Where it fails, the buyer is known for this sitting, as everything said here is. */
  async function remember(said: Buyer): Promise<void> {
    const known = await desk.remember(said).catch(() => null)
    if (!known || isSameBuyer(said, known)) return
    set(change.buyerKnown(get(), said, known))
    if (get().buyer === known) void questions.search({ keepRow: true })
  }

  function chooseOption(index = get().picker?.selected ?? 0): void {
    const { picker } = get()
    if (picker?.kind === 'product') {
      if (picker.answered !== picker.text) {
        set({ picker: { ...picker, waiting: index } })
        return
      }
      const product = picker.options[index]
      if (product) chooseProduct(product)
    } else if (picker?.kind === 'shop') {
      const shop = shopOptions(get(), picker.text)[index]
      if (shop) chooseShop(shop.id)
    } else if (picker) {
      const option = optionsOf(get(), picker)[index]
      if (option) chooseBuyer(option.buyer)
    }
  }

  /** For whoever looks into a paste that went wrong. */
  const copyTrace = (): Promise<void> =>
    desk.copyTrace().then(({ status, message: text }) => {
      const hasTrace = status === 'failed'
      set({ notice: { tone: hasTrace ? 'error' : 'done', text, hasTrace } })
    }, fail)

  return {
    store,
    copyTrace,
    ...uses,
    ...remarks,
    ...followUps,
    searchMore: questions.searchMore,
    openPicker,
    chooseProduct,
    chooseBuyer,
    chooseOption,

    /** Starts listening and asks for what stands on the panel at first. Returns the function that stops listening. */
    start(): () => void {
      const stop = desk.onEvent(hear)
      void questions.app()
      void questions.search()
      return stop
    },

    /** @param isByKeys whether the last change came from the keyboard, and not by pasting, dropping or undoing */
    type(text: string, isComposing: boolean, isByKeys = true): void {
      if (get().picker) {
        set({ ...change.pickerTyped(get(), text), isComposing })
        askForOptions()
        return
      }
      set({ isComposing })
      hand.typed(text, isByKeys)
      ask(change.typed(get(), text), isComposing ? null : hand.sitting())
      askForOptions()
    },

    move(by: Move, direction: 1 | -1): void {
      const state = get()
      if (state.picker) {
        const count = optionCount(state)
        set({
          picker: { ...state.picker, selected: change.moveIn(count, state.picker.selected, by, direction) },
        })
        return
      }
      set(change.moved(state, by, direction))
      void questions.preview()
    },

    select(index: number): void {
      set(change.selectedRow(get(), index))
      void questions.preview()
    },

    chooseStep: (step: PanelState['step']) => asked(change.stepChosen(get(), step)),
    moveStep: (direction: 1 | -1) => asked(change.stepMoved(get(), direction)),

    moveVariant(direction: 1 | -1): void {
      set(change.variantMoved(get(), direction))
      void questions.preview()
    },

    chooseVariant(index: number | null): void {
      set(change.variantChosen(get(), index))
      void questions.preview()
    },

    fillBlank(name: string, value: string): void {
      set(change.blankTyped(get(), name, value))
      void questions.preview()
    },

    closePicker: () => set({ picker: null, notice: null, ...change.focusOn(get(), 'query') }),
    /** No more parts of the phrase under way. */
    endSequence(): void {
      set(change.sequenceEnded(get()))
      void questions.preview()
    },
    focus: (on: PanelState['focus']['on'], index = 0) => set(change.focusOn(get(), on, index)),
    clearQuery: () => asked({ ...change.typed(get(), ''), ...change.focusOn(get(), 'query') }),
    toggleHelp: () =>
      set(({ isHelpOpen }) => ({ isHelpOpen: !isHelpOpen, ...change.focusOn(get(), 'query') })),
    dismissNotice: () => set({ notice: null }),
    ringIsOver: () => set(({ ring }) => (ring === 'running' ? { ring: 'late' } : {})),

    /** Esc with nothing open: the window goes, and what was typed stays for half a minute. A page only clears itself. */
    dismiss(): void {
      const { app, query, sequence } = get()
      set(change.sequenceEnded(get()))
      if (sequence && app?.capabilities.host === 'browser') return void questions.preview()
      if (app?.capabilities.host === 'browser' && query !== '') asked(change.typed(get(), ''))
      else desk.hide().catch(fail)
    },

    openWorkbench: () => void desk.openWorkbench().catch(fail),
  }
}
