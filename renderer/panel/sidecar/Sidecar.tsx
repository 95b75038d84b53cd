import { type KeyboardEvent, lazy, type PointerEvent, Suspense, useCallback, useEffect, useRef } from 'react'
import { applyTextSize, applyTheme } from '../../ui/theme.ts'
import { Announcer } from '../components/Announcer.tsx'
import { ConversationBar } from '../components/ConversationBar.tsx'
import { rowId } from '../components/ids.ts'
import { Nothing } from '../components/Nothing.tsx'
import { Preview } from '../components/Preview.tsx'
import { PromiseLine } from '../components/PromiseLine.tsx'
import { usePanelState } from '../components/panel-context.tsx'
import { SearchBar } from '../components/SearchBar.tsx'
import { useFocusWish } from '../components/use-focus-wish.ts'
import { useKeys } from '../components/use-keys.ts'
import { selectedHit } from '../state/state.ts'
import { DockBar } from './DockBar.tsx'
import { GroupTree } from './GroupTree.tsx'
import { NextPart } from './NextPart.tsx'
import { PhraseMenu } from './PhraseMenu.tsx'
import { PhraseRows } from './PhraseRows.tsx'
import { Rib } from './Rib.tsx'
import { SidecarFoot } from './SidecarFoot.tsx'
import styles from './sidecar.module.css'
import { useSidecar, useSidecarView } from './sidecar-context.tsx'

const Help = lazy(() => import('../components/Help.tsx'))
const Picker = lazy(() => import('../components/Picker.tsx'))
const FollowUpForm = lazy(() => import('../follow-up/FollowUpForm.tsx'))

/** Drawn out over the chat, it goes back when the pointer has been gone for so long. */
const FOLDS_AFTER_MS = 900

/** What takes typing; a click there is the only one that takes the keyboard from the chat. */
const TYPED_INTO = 'input:not([type=radio]), textarea'

/** The panel as a narrow window that stays beside the chat. */
export function Sidecar() {
  const theme = usePanelState(({ app }) => app?.settings.theme ?? 'system')
  const textSize = usePanelState(({ app }) => app?.settings.panelText ?? 100)
  const form = useSidecarView(({ dock }) => dock.form)
  const side = useSidecarView(({ dock }) => dock.side)

  useEffect(() => applyTheme(theme), [theme])
  useEffect(() => applyTextSize(textSize), [textSize])
  return form === 'rib' ? <Rib side={side} /> : <Whole form={form} side={side} />
}

function Whole({ form, side }: { form: string; side: string }) {
  const sidecar = useSidecar()
  const root = useRef<HTMLDivElement>(null)
  const isSearching = usePanelState(({ query }) => query !== '')
  const isEmpty = usePanelState(({ results }) => results !== null && results.hits.length === 0)
  const isPicking = usePanelState(({ picker }) => picker !== null)
  const isFollowingUp = usePanelState(({ followUp }) => followUp !== null)
  const isHelpOpen = usePanelState((state) => state.isHelpOpen)
  const query = usePanelState(({ results }) => results?.query ?? '')
  const inHand = usePanelState((state) => selectedHit(state)?.id)
  useFocusWish(root)
  const keys = useKeys()
  const away = useFoldWhenLeft()

  /** The keys that open a menu for what is in hand, on every system that has them. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
    if (!isMenuKey || inHand === undefined) {
      keys.onKeyDown(event)
      return
    }
    event.preventDefault()
    const row = document.getElementById(rowId(inHand))?.getBoundingClientRect()
    if (row) sidecar.openMenuAt(row.left + row.width / 2, row.bottom)
  }

  function onPointerDown(event: PointerEvent): void {
    if ((event.target as HTMLElement).closest(TYPED_INTO)) sidecar.takeKeyboard()
  }

  return (
    <div ref={root} className={styles.desktop} data-form={form} data-side={side}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and clicks of everything inside pass here */}
      <div
        className={styles.sidecar}
        {...keys}
        {...away}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onContextMenu={(event) => event.preventDefault()}
      >
        <DockBar />
        <header className={styles.head} inert={isHelpOpen || isFollowingUp}>
          <SearchBar />
          <ConversationBar />
        </header>
        <main className={styles.main} inert={isHelpOpen}>
          <Suspense fallback={null}>
            {isFollowingUp ? (
              <FollowUpForm />
            ) : isPicking ? (
              <Picker />
            ) : (
              <>
                {isSearching ? isEmpty ? <Nothing query={query} /> : <PhraseRows /> : <GroupTree />}
                <Preview />
              </>
            )}
          </Suspense>
        </main>
        {isHelpOpen && (
          <Suspense fallback={null}>
            <Help />
          </Suspense>
        )}
        <div>
          <NextPart />
          <PromiseLine />
          <SidecarFoot />
        </div>
        <Announcer />
        <PhraseMenu />
      </div>
    </div>
  )
}

function useFoldWhenLeft() {
  const sidecar = useSidecar()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stay = useCallback(() => clearTimeout(timer.current), [])
  useEffect(() => stay, [stay])
  return {
    onPointerEnter: stay,
    onPointerLeave: () => {
      stay()
      if (sidecar.store.getState().dock.form === 'over')
        timer.current = setTimeout(() => sidecar.drawOut(false), FOLDS_AFTER_MS)
    },
  }
}
