import { keepFocus } from '../components/keep-focus.ts'
import { usePanel } from '../components/panel-context.tsx'
import line from '../components/promise-line.module.css'
import { SequenceLine } from '../components/SequenceLine.tsx'
import { SIDECAR_STRINGS } from './strings.ts'

/** The next part of the phrase under way, by a click: Enter is the chat's by then. */
export function NextPart() {
  const panel = usePanel()
  return (
    <SequenceLine>
      <button
        type="button"
        className={line.copy}
        onMouseDown={keepFocus}
        onClick={() => void panel.use('paste')}
      >
        {SIDECAR_STRINGS.pasteNext}
      </button>
    </SequenceLine>
  )
}
