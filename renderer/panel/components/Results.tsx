import { useCallback, useEffect } from 'react'
import { STRINGS } from '../strings.ts'
import { RESULTS_LIST } from './ids.ts'
import { Nothing } from './Nothing.tsx'
import { usePanel, usePanelState } from './panel-context.tsx'
import { ResultRow } from './ResultRow.tsx'
import styles from './results.module.css'
import { useRowHeight } from './use-row-height.ts'
import { useRowsInView } from './use-rows-in-view.ts'

/** Rows this close to the end ask for the rest. */
const NEAR_THE_END = 12

export function Results() {
  const results = usePanelState((state) => state.results)
  return results !== null && results.hits.length === 0 ? <Nothing query={results.query} /> : <List />
}

function List() {
  const panel = usePanel()
  const results = usePanelState((state) => state.results)
  const selected = usePanelState((state) => state.selected)
  const rowHeight = useRowHeight()
  const count = results?.hits.length ?? 0
  const { first, end, scroller, onScroll } = useRowsInView({ count, selected, rowHeight })

  const isNearTheEnd = count > 0 && end >= count - NEAR_THE_END
  useEffect(() => {
    if (isNearTheEnd) void panel.searchMore()
  }, [panel, isNearTheEnd])

  const press = useCallback(
    (index: number) => {
      if (panel.store.getState().selected === index) void panel.pick(index, 'paste')
      else panel.select(index)
    },
    [panel],
  )

  return (
    <div ref={scroller} className={styles.scroller} onScroll={onScroll}>
      <div
        id={RESULTS_LIST}
        role="listbox"
        tabIndex={-1}
        aria-label={STRINGS.results.label}
        className={styles.list}
        data-query={results?.query}
        style={{ height: count * rowHeight }}
      >
        {results?.hits.slice(first, end).map((hit, place) => (
          <ResultRow
            key={hit.id}
            hit={hit}
            index={first + place}
            count={results.total}
            top={(first + place) * rowHeight}
            isSelected={first + place === selected}
            onPress={press}
          />
        ))}
      </div>
      {results === null && <p className={styles.loading}>{STRINGS.results.loading}</p>}
    </div>
  )
}
