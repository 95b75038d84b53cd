import type { ReactNode } from 'react'
import { CloseIcon, SequenceIcon } from '../../ui/icons.tsx'
import { TIDINGS_STRINGS } from '../tidings-strings.ts'
import { saidOfSequence } from './Announcer.tsx'
import { keepFocus } from './keep-focus.ts'
import { usePanel, usePanelState } from './panel-context.tsx'
import styles from './promise-line.module.css'

/**
 * How far the phrase under way has come, until its last part is delivered or the agent is done with it.
 *
 * @param children how to go on, where Enter is not the way
 */
export function SequenceLine({ children }: { children?: ReactNode }) {
  const panel = usePanel()
  const said = usePanelState(saidOfSequence)
  if (said === '') return null
  return (
    <aside className={styles.line} data-sequence="">
      <SequenceIcon />
      <p>{said}</p>
      {children}
      <button
        type="button"
        className={styles.dismiss}
        aria-label={TIDINGS_STRINGS.parts.end}
        title={TIDINGS_STRINGS.parts.end}
        onMouseDown={keepFocus}
        onClick={panel.endSequence}
      >
        <CloseIcon />
      </button>
    </aside>
  )
}
