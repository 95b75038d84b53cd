import { lazy, Suspense, useEffect, useRef } from 'react'
import { applyTextSize, applyTheme } from '../../ui/theme.ts'
import { Announcer } from './Announcer.tsx'
import { ConversationBar } from './ConversationBar.tsx'
import { Footer } from './Footer.tsx'
import { Help } from './Help.tsx'
import { Picker } from './Picker.tsx'
import { Preview } from './Preview.tsx'
import { PromiseLine } from './PromiseLine.tsx'
import styles from './panel.module.css'
import { usePanelState } from './panel-context.tsx'
import { Results } from './Results.tsx'
import { SearchBar } from './SearchBar.tsx'
import { SequenceLine } from './SequenceLine.tsx'
import { useFocusWish } from './use-focus-wish.ts'
import { useKeys } from './use-keys.ts'

/** Not of the six seconds: it is loaded when the panel has nothing else to do, so that its first key finds it there. */
const loadFollowUpForm = () => import('../follow-up/FollowUpForm.tsx')
const FollowUpForm = lazy(loadFollowUpForm)

export function Panel() {
  const root = useRef<HTMLDivElement>(null)
  const theme = usePanelState(({ app }) => app?.settings.theme ?? 'system')
  const textSize = usePanelState(({ app }) => app?.settings.panelText ?? 100)
  const host = usePanelState(({ app }) => app?.capabilities.host)
  const isPicking = usePanelState(({ picker }) => picker !== null)
  const isFollowingUp = usePanelState(({ followUp }) => followUp !== null)
  const isHelpOpen = usePanelState((state) => state.isHelpOpen)

  useEffect(() => applyTheme(theme), [theme])
  useEffect(() => applyTextSize(textSize), [textSize])
  useEffect(() => {
    const wait = requestIdleCallback(() => void loadFollowUpForm())
    return () => cancelIdleCallback(wait)
  }, [])
  useFocusWish(root)
  const keys = useKeys()

  return (
    <div className={styles.desktop} data-host={host}>
      <div ref={root} className={styles.panel} {...keys}>
        <header className={styles.head} inert={isHelpOpen || isFollowingUp}>
          <SearchBar />
          <ConversationBar />
        </header>
        <main className={styles.main} inert={isHelpOpen}>
          {isFollowingUp ? (
            <Suspense fallback={null}>
              <FollowUpForm />
            </Suspense>
          ) : isPicking ? (
            <Picker />
          ) : (
            <>
              <Results />
              <Preview />
            </>
          )}
        </main>
        {isHelpOpen && <Help />}
        <div>
          <SequenceLine />
          <PromiseLine />
          <Footer />
        </div>
        <Announcer />
      </div>
    </div>
  )
}
