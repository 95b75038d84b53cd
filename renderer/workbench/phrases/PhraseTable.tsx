// biome-ignore-all lint/a11y/useSemanticElements: rows placed by a virtual list cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { strings } from '../strings.ts'
import styles from './PhraseTable.module.css'
import { PhraseTableRow } from './PhraseTableRow.tsx'
import type { PhraseRows } from './use-phrase-rows.ts'

interface PhraseTableProps {
  rows: PhraseRows
  selectedIds: ReadonlySet<string>
  /** Tells which rows have come into sight. */
  onVisible: (from: number, to: number) => void
  onToggle: (index: number, id: string) => void
  onExtend: (index: number) => void
  onSelectAll: (all: boolean) => void
  onOpen: (id: string) => void
  onRemove: (id: string) => void
  onPin: (id: string, pinned: boolean) => void
}

/** Two lines of text a row, in px; the style sheet gives every row this height. */
const ROW_HEIGHT = 60
const PAGE_OF_ROWS = 8

/**
 * A grid of any length: only the rows in sight exist. One stop for Tab; arrows move within, Enter opens, Space ticks,
 * Delete removes.
 */
export function PhraseTable({
  rows,
  selectedIds,
  onVisible,
  onToggle,
  onExtend,
  onSelectAll,
  onOpen,
  onRemove,
  onPin,
}: PhraseTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const gridId = useId()
  const rowId = (index: number) => `${gridId}-row-${index}`

  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = items.at(-1)?.index ?? 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the window is news, not a new listener
  useEffect(() => onVisible(from, to), [from, to])

  const moveTo = (index: number) => {
    const next = Math.min(Math.max(0, index), rows.count - 1)
    setActive(next)
    virtual.scrollToIndex(next)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.rowAt(active)
    const actions = new Map<string, () => unknown>([
      ['ArrowDown', () => moveTo(active + 1)],
      ['ArrowUp', () => moveTo(active - 1)],
      ['PageDown', () => moveTo(active + PAGE_OF_ROWS)],
      ['PageUp', () => moveTo(active - PAGE_OF_ROWS)],
      ['Home', () => moveTo(0)],
      ['End', () => moveTo(rows.count - 1)],
      ['Enter', () => row && onOpen(row.id)],
      [' ', () => row && (event.shiftKey ? onExtend(active) : onToggle(active, row.id))],
      ['Delete', () => row && onRemove(row.id)],
      ['Escape', () => onSelectAll(false)],
    ])
    if (event.ctrlKey || event.metaKey) actions.set('a', () => onSelectAll(true))
    const act = actions.get(event.key)
    if (!act) return
    event.preventDefault()
    act()
  }

  const isAllSelected = rows.count > 0 && selectedIds.size >= rows.count
  return (
    <div
      className={styles.grid}
      role="grid"
      aria-label={strings.phrases.table}
      aria-rowcount={rows.count + 1}
      aria-multiselectable="true"
      aria-activedescendant={rows.count > 0 ? rowId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          <div role="columnheader" className={styles.tick}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={strings.phrases.selectAll}
              checked={isAllSelected}
              onChange={(event) => onSelectAll(event.target.checked)}
            />
          </div>
          <div role="columnheader">{strings.phrases.columns.title}</div>
          <div role="columnheader">{strings.phrases.columns.code}</div>
          <div role="columnheader">{strings.phrases.columns.step}</div>
          <div role="columnheader" className={styles.groupColumn}>
            {strings.phrases.columns.group}
          </div>
          <div role="columnheader" className={styles.number}>
            {strings.phrases.columns.uses}
          </div>
          <div role="columnheader">
            <span className="heard">{strings.phrases.columns.pinned}</span>
          </div>
        </div>
      </div>
      <div role="rowgroup" ref={scroller} className={styles.body}>
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => (
            <PhraseTableRow
              key={index}
              id={rowId(index)}
              row={rows.rowAt(index)}
              index={index}
              top={start}
              isActive={index === active}
              isSelected={selectedIds.has(rows.rowAt(index)?.id ?? '')}
              onActivate={() => setActive(index)}
              onToggle={onToggle}
              onExtend={onExtend}
              onOpen={onOpen}
              onPin={onPin}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
