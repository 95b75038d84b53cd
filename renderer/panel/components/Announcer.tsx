import { Hidden } from '../../ui/Hidden.tsx'
import { currentPreview, isAnswered, type PanelState } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import { TIDINGS_STRINGS } from '../tidings-strings.ts'
import { usePanelState } from './panel-context.tsx'
import { nameOfVariant } from './Variants.tsx'

/** Tells screen readers what changed: how an act ended, else how many phrases there are, and what to heed in this one. */
export function Announcer() {
  const text = usePanelState((state) => {
    if (state.notice) return state.notice.text
    if (state.sequence) return saidOfSequence(state)
    if (state.picker || !isAnswered(state)) return ''
    return [STRINGS.results.count(state.results?.total ?? 0), ...aboutScript(state)].join('。')
  })
  return <Hidden role="status">{text}</Hidden>
}

/** Which part comes next, of how many. */
export function saidOfSequence(state: PanelState): string {
  const count = 1 + (state.preview?.script.later.length ?? 0)
  return state.sequence ? TIDINGS_STRINGS.parts.next(state.sequence.next + 1, count) : ''
}

function aboutScript(state: PanelState): string[] {
  const script = currentPreview(state)?.script
  if (!script) return []
  const { variant, variants, wording } = script
  // The body is what one expects; it is named only to who has come back to it.
  const isNamed = variant !== null || state.variant !== null
  const chosen = TIDINGS_STRINGS.variants.chosen(nameOfVariant(variant), variants.length + 1)
  const words = TIDINGS_STRINGS.wording.announced(wording.map(({ text }) => text).join('、'))
  return [...(isNamed ? [chosen] : []), ...(wording.length > 0 ? [words] : [])]
}
