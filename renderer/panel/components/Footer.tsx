import { useShallow } from 'zustand/react/shallow'
import { CloseIcon, DoneIcon, NoteIcon, WarningIcon } from '../../ui/icons.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { HINTS, type Hint, hintsFor } from '../keyboard/hints.ts'
import type { Notice } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import styles from './footer.module.css'
import { keepFocus } from './keep-focus.ts'
import { usePanel, usePanelState } from './panel-context.tsx'

/** The keys that do something right now; in their place, for a moment, what the last act came to. */
export function Footer() {
  const notice = usePanelState((state) => state.notice)
  return notice ? <Strip notice={notice} /> : <Hints />
}

const ICONS = { done: <DoneIcon />, info: <NoteIcon />, error: <WarningIcon /> }

function Strip({ notice: { tone, text, hasTrace } }: { notice: Notice }) {
  const panel = usePanel()
  return (
    <footer className={styles.strip} data-tone={tone}>
      {ICONS[tone]}
      <p>{text}</p>
      {hasTrace && (
        <button type="button" className={styles.trace} onMouseDown={keepFocus} onClick={panel.copyTrace}>
          {STRINGS.notices.copyTrace}
        </button>
      )}
      <button
        type="button"
        aria-label={STRINGS.notices.dismiss}
        onMouseDown={keepFocus}
        onClick={panel.dismissNotice}
      >
        <CloseIcon />
      </button>
    </footer>
  )
}

function Hints() {
  const panel = usePanel()
  const hints: Hint[] = usePanelState(useShallow(hintsFor))
  const total = usePanelState(({ results, picker }) => (picker ? null : (results?.total ?? null)))
  const target = usePanelState(({ targetTitle }) => targetTitle)
  return (
    <footer className={styles.hints}>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>
            <Keys keys={HINTS[hint].keys} /> {HINTS[hint].does}
          </li>
        ))}
      </ul>
      {target ? (
        <span className={styles.target} title={STRINGS.target(target)}>
          {STRINGS.target(target)}
        </span>
      ) : (
        total !== null && total > 0 && <span className={styles.count}>{STRINGS.results.count(total)}</span>
      )}
      <button type="button" className={styles.help} onMouseDown={keepFocus} onClick={panel.toggleHelp}>
        <Keys keys={['F1']} /> <span>{STRINGS.help}</span>
      </button>
    </footer>
  )
}
