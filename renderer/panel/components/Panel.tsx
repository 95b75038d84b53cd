import { lazy, Suspense, useEffect, useRef } from 'react'
import { applyTextSize, applyTheme } from '../../ui/theme.ts'
import { ConversationBar } from './ConversationBar.tsx'
import { Footer } from './Footer.tsx'
import { Preview } from './Preview.tsx'
import styles from './panel.module.css'
import { usePanelState } from './panel-context.tsx'
import { Results } from './Results.tsx'
import { SearchBar } from './SearchBar.tsx'
import { useFocusWish } from './use-focus-wish.ts'
import { useKeys } from './use-keys.ts'

/** Not needed to show the panel: these are loaded when it has nothing else to do, so that their keys find them there. */
const loadHelp = () => import('./Help.tsx')
const loadPicker = () => import('./Picker.tsx')
const loadFollowUpForm = () => import('../follow-up/FollowUpForm.tsx')
const loadAll = () => void Promise.all([loadPicker(), loadHelp(), loadFollowUpForm()])
const Help = lazy(loadHelp)
const Picker = lazy(loadPicker)
const FollowUpForm = lazy(loadFollowUpForm)
const Tidings = lazy(() => import('./Tidings.tsx'))

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
  useEffect(() => void requestIdleCallback(loadAll), [])
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
          <Suspense fallback={null}>
            {isFollowingUp ? (
              <FollowUpForm />
            ) : isPicking ? (
              <Picker />
            ) : (
              <>
                <Results />
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
          <Suspense fallback={null}>
            <Tidings />
          </Suspense>
          <Footer />
        </div>
      </div>
    </div>
  )
}
