import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PhraseGroup } from '../../../shared/model/phrase.ts'
import { NO_SIDECAR, type SidecarState } from '../../../shared/model/sidecar-state.ts'
import type { PanelDesk } from '../desk.ts'
import { createPanel, type Panel } from '../state/panel.ts'
import { selectedHit } from '../state/state.ts'
import type { Shown, SidecarPort } from './sidecar-desk.ts'

export interface SidecarView extends Shown {
  groups: readonly PhraseGroup[]
  /** What can be done to a phrase, and where that was asked for: pixels from the page's upper left corner. */
  menu: { phraseId: string; title: string; x: number; y: number } | null
}

export type Sidecar = ReturnType<typeof createSidecar>

/**
 * The sidecar without a page: a panel of its own, and what it has beside that.
 *
 * @param deskOf makes the panel's desk, which asks what is shown
 */
export function createSidecar(port: SidecarPort, deskOf: (shown: () => Shown) => PanelDesk) {
  const store: StoreApi<SidecarView> = createStore<SidecarView>(() => ({
    dock: NO_SIDECAR,
    groups: [],
    groupId: null,
    menu: null,
  }))
  const { getState: get, setState: set } = store
  const desk = deskOf(() => get())
  const panel: Panel = createPanel(desk)

  const fail = (error: unknown) =>
    panel.store.setState({ notice: { tone: 'error', text: desk.messageOf(error) } })

  /** What was filled in for one chat must not be found filled for the next. */
  function docked(dock: SidecarState): void {
    const { target } = get().dock
    set({ dock })
    const isElsewhere = target?.id !== dock.target?.id || target?.title !== dock.target?.title
    panel.store.setState({
      targetTitle: dock.target?.title ?? null,
      ...(isElsewhere && { blanks: {}, asked: {}, sequence: null, notice: null }),
    })
    if (isElsewhere) panel.chooseStep(panel.store.getState().step)
  }

  async function readGroups(): Promise<void> {
    const groups = await port.groups()
    const { groupId } = get()
    const isThere = groups.some(({ id }) => id === groupId)
    set({ groups, groupId: isThere ? groupId : null })
  }

  /** What can only go on by typing asks for the keyboard; the agent has just clicked what leads there. */
  function watchForTyping(): () => void {
    return panel.store.subscribe((now, before) => {
      const hasOpened = (now.picker && !before.picker) || (now.followUp && !before.followUp)
      const wantsBlank = now.focus.turn !== before.focus.turn && now.focus.on === 'blank'
      if (hasOpened || wantsBlank) port.takeKeyboard().catch(fail)
      // Used: the next words that are typed take the place of these.
      const isDone = before.use === 'busy' && now.use === 'spent' && now.sequence === null
      if (isDone && now.query !== '') panel.focus('whole-query')
    })
  }

  return {
    panel,
    store,

    /** Starts listening. Returns the function that stops it. */
    start(): () => void {
      const stops = [
        port.onEvent((event) => {
          if (event.kind === 'sidecar-changed') docked(event.sidecar)
          if (event.kind === 'library-changed') readGroups().catch(fail)
        }),
        panel.start(),
        watchForTyping(),
      ]
      port.state().then(docked, fail)
      readGroups().catch(fail)
      return () => {
        for (const stop of stops) stop()
      }
    },

    /** Lists the phrases of a group; chosen again, it is folded, and what is used most is listed. */
    chooseGroup(id: string | null): void {
      const { groupId, groups } = get()
      const parent = groups.find((group) => group.id === id)?.parentId ?? null
      set({ groupId: id !== null && id === groupId ? parent : id })
      panel.chooseStep(panel.store.getState().step)
    },

    /** One click: the phrase that stands there goes into the chat, whatever the list is by then. */
    use(index: number): void {
      const hit = panel.store.getState().results?.hits[index]
      if (hit) void panel.pickPhrase(hit.id, 'paste')
    },

    /** Shows what a phrase would say, unless something is being told that would be lost. */
    point(index: number): void {
      const { notice, sequence, use, picker, selected } = panel.store.getState()
      const isBusy = notice !== null || sequence !== null || use === 'busy' || picker !== null
      if (!isBusy && index !== selected) panel.select(index)
    },

    openMenu(index: number, x: number, y: number): void {
      const { results, use } = panel.store.getState()
      const hit = results?.hits[index]
      if (!hit) return
      // Whoever opens a menu means to do something anew: what comes of it is no second press of the same finger.
      if (use === 'spent') panel.store.setState({ use: 'ready' })
      set({ menu: { phraseId: hit.id, title: hit.title, x, y } })
    },
    /** For the phrase in hand, at its row. */
    openMenuAt(x: number, y: number): void {
      const state = panel.store.getState()
      if (selectedHit(state)) this.openMenu(state.selected, x, y)
    },
    closeMenu: () => set({ menu: null }),
    choose(what: 'paste' | 'copy' | 'edit'): void {
      const { menu } = get()
      set({ menu: null })
      if (menu === null) return
      if (what === 'edit') port.edit(menu.phraseId).catch(fail)
      else void panel.pickPhrase(menu.phraseId, what)
    },

    drawOut: (isOut: boolean) => void port.drawOut(isOut).catch(fail),
    detach: () => void port.detach().catch(fail),
    dock: () => void port.dock().catch(fail),
    turnOff: () => void port.turnOff().catch(fail),
    takeKeyboard: () => void port.takeKeyboard().catch(fail),
  }
}
