import { CloseIcon, FlagIcon } from '../../ui/icons.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { HINTS } from '../keyboard/hints.ts'
import { STRINGS } from '../strings.ts'
import { TIDINGS_STRINGS } from '../tidings-strings.ts'
import { PROMISE_LINE } from './ids.ts'
import { keepFocus } from './keep-focus.ts'
import { usePanel, usePanelState } from './panel-context.tsx'
import styles from './promise-line.module.css'

/** What was promised a moment ago, until its remark has been copied or the agent waves it off. */
export function PromiseLine() {
  const panel = usePanel()
  const open = usePanelState(({ openPromises }) => openPromises)
  const [newest] = open
  if (!newest) return null
  return (
    <aside className={styles.line}>
      <FlagIcon />
      <p id={PROMISE_LINE} title={newest.remark}>
        {TIDINGS_STRINGS.promises.given(newest.nickname, newest.promises)}
      </p>
      {open.length > 1 && (
        <span className={styles.more}>{TIDINGS_STRINGS.promises.more(open.length - 1)}</span>
      )}
      <button type="button" className={styles.copy} onMouseDown={keepFocus} onClick={panel.copyRemark}>
        <Keys keys={HINTS.remark.keys} /> {STRINGS.promises.copy}
      </button>
      <button
        type="button"
        className={styles.dismiss}
        aria-label={TIDINGS_STRINGS.promises.dismiss}
        title={TIDINGS_STRINGS.promises.dismiss}
        onMouseDown={keepFocus}
        onClick={() => panel.dismissPromise(newest.at)}
      >
        <CloseIcon />
      </button>
    </aside>
  )
}
