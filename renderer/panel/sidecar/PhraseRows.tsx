import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'
import { RESULTS_LIST, rowId } from '../components/ids.ts'
import { usePanel, usePanelState } from '../components/panel-context.tsx'
import { ResultRow } from '../components/ResultRow.tsx'
import { useRowHeight } from '../components/use-row-height.ts'
import { isAnswered, selectedHit } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import styles from './phrase-rows.module.css'
import { useSidecar } from './sidecar-context.tsx'

/** The pointer passes over rows on its way; the one that it rests on is looked at. */
const RESTS_MS = 120

/** The phrases that the query or the chosen group brings. A click pastes one, the right button has more. */
export function PhraseRows() {
  const panel = usePanel()
  const sidecar = useSidecar()
  const results = usePanelState((state) => state.results)
  const selected = usePanelState((state) => state.selected)
  const inHand = usePanelState((state) => selectedHit(state)?.id)
  const isCutShort = usePanelState(
    (state) => isAnswered(state) && (state.results?.hits.length ?? 0) < (state.results?.total ?? 0),
  )
  const rowHeight = useRowHeight()
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    if (isCutShort) void panel.searchMore()
  }, [panel, isCutShort])
  useEffect(() => {
    if (inHand) document.getElementById(rowId(inHand))?.scrollIntoView({ block: 'nearest' })
  }, [inHand])
  useEffect(() => () => clearTimeout(rest.current), [])

  const hits = results?.hits ?? []
  const indexOf = ({ target }: { target: EventTarget }) =>
    Number((target as HTMLElement).closest('[role=option]')?.getAttribute('aria-posinset') ?? 0) - 1

  function onContextMenu(event: MouseEvent): void {
    const index = indexOf(event)
    if (index >= 0) sidecar.openMenu(index, event.clientX, event.clientY)
  }

  function onPointerOver(event: PointerEvent): void {
    const index = indexOf(event)
    clearTimeout(rest.current)
    if (index >= 0) rest.current = setTimeout(() => sidecar.point(index), RESTS_MS)
  }

  return (
    <div className={styles.scroller}>
      <div
        id={RESULTS_LIST}
        role="listbox"
        tabIndex={-1}
        aria-label={STRINGS.results.label}
        className={styles.list}
        data-query={results?.query}
        style={{ height: hits.length * rowHeight }}
        onContextMenu={onContextMenu}
        onPointerOver={onPointerOver}
        onPointerLeave={() => clearTimeout(rest.current)}
      >
        {hits.map((hit, index) => (
          <ResultRow
            key={hit.id}
            hit={hit}
            index={index}
            count={results?.total ?? 0}
            top={index * rowHeight}
            isSelected={index === selected}
            onPress={sidecar.use}
          />
        ))}
      </div>
    </div>
  )
}
