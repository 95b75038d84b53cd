import { CloseIcon, SequenceIcon } from '../../ui/icons.tsx'
import { saidOfSequence } from '../components/Announcer.tsx'
import { keepFocus } from '../components/keep-focus.ts'
import { usePanel, usePanelState } from '../components/panel-context.tsx'
import line from '../components/promise-line.module.css'
import { TIDINGS_STRINGS } from '../tidings-strings.ts'
import { SIDECAR_STRINGS } from './strings.ts'

/** The next part of the phrase under way, by a click: Enter is the chat's by then. */
export function NextPart() {
  const panel = usePanel()
  const said = usePanelState(saidOfSequence)
  if (said === '') return null
  return (
    <aside className={line.line} data-sequence="">
      <SequenceIcon />
      <p>{said}</p>
      <button
        type="button"
        className={line.copy}
        onMouseDown={keepFocus}
        onClick={() => void panel.use('paste')}
      >
        {SIDECAR_STRINGS.pasteNext}
      </button>
      <button
        type="button"
        className={line.dismiss}
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
