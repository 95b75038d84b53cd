import { Hidden } from '../../ui/Hidden.tsx'
import { isAnswered } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import { usePanelState } from './panel-context.tsx'

/** Tells screen readers what changed: how an act ended, else how many phrases there are now. */
export function Announcer() {
  const text = usePanelState((state) => {
    if (state.notice) return state.notice.text
    if (state.picker || !isAnswered(state)) return ''
    return STRINGS.results.count(state.results?.total ?? 0)
  })
  return <Hidden role="status">{text}</Hidden>
}
