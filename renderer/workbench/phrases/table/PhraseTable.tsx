// biome-ignore-all lint/a11y/useSemanticElements: rows placed by a virtual list cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { chinaDay } from '../../../../shared/model/china-time.ts'
import type { PhraseRow, PhraseSort } from '../../../../shared/model/phrase-listing.ts'
import { useRem } from '../../../ui/use-rem.ts'
import { strings } from '../../strings.ts'
import { type ColumnKey, tracksOf } from './columns.ts'
import styles from './PhraseTable.module.css'
import { PhraseTableRow, ROW_REM } from './PhraseTableRow.tsx'
import { countSelected, isSelected, type Selection } from './selection.ts'
import { TableHead } from './TableHead.tsx'
import type { PhraseRows } from './use-phrase-rows.ts'
import { useRowWindow } from './use-row-window.ts'
import type { WrittenRow } from './use-written-row.ts'

interface PhraseTableProps {
  rows: PhraseRows
  /** What the rows are of; another list is shown from its own beginning. */
  list: string
  sort: PhraseSort
  columns: readonly ColumnKey[]
  /** The names of a group and of those around it, joined. */
  pathOf: (groupId: string) => string
  selection: Selection
  /** How far to begin, px. */
  startTop: number
  /** A row to go to, and to be told apart until `onSeen`. */
  written: WrittenRow | null
  onSeen: () => void
  /** Tells which rows have come into sight, and by how many they moved. */
  onVisible: (from: number, to: number, moved: number) => void
  onLeave: (scrollTop: number) => void
  onToggle: (index: number, id: string) => void
  onExtend: (index: number) => void
  onSelectAll: (all: boolean) => void
  onOpen: (id: string) => void
  onRemove: (id: string) => void
  onPin: (id: string, pinned: boolean) => void
  /** A row is pressed and may be dragged away. */
  onGrab: (event: PointerEvent, row: PhraseRow) => void
  /** Esc with nothing ticked. */
  onEscape: () => void
}

const PAGE_OF_ROWS = 8
/** How long a row that was written just now is told apart; the style sheet lets it fade within that. */
const SHOWN_MS = 2_400

/**
 * A grid of any length: only the rows in sight exist. One stop for Tab; arrows move within, Enter opens, Space ticks,
 * Shift with arrows or Space ticks a range, Ctrl+A everything, Delete removes.
 */
export function PhraseTable({
  rows,
  list,
  sort,
  columns,
  pathOf,
  selection,
  startTop,
  written,
  ...on
}: PhraseTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const lastFrom = useRef(0)
  const [activeIn, setActiveIn] = useState({ list, index: 0 })
  const active = activeIn.list === list ? activeIn.index : 0
  const setActive = (index: number) => setActiveIn({ list, index })
  const gridId = useId()
  const rowId = (index: number) => `${gridId}-row-${index}`
  const today = chinaDay(Date.now())

  const { from, to, lineOf, height, goTo } = useRowWindow(scroller, {
    count: rows.count,
    rowHeight: ROW_REM * useRem(),
    list,
    startTop,
    onLeave: on.onLeave,
  })
  const drawn = Array.from({ length: to - from + 1 }, (_, at) => from + at)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the window is news, not a new listener
  useEffect(() => {
    on.onVisible(from, to, from - lastFrom.current)
    lastFrom.current = from
  }, [from, to])

  const moveTo = (index: number) => {
    const next = Math.min(Math.max(0, index), rows.count - 1)
    setActive(next)
    goTo(next)
    return next
  }

  // The rows may not have been fetched anew yet.
  const goal = written !== null && written.index < rows.count ? written : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there once, and not back there with each render
  useEffect(() => {
    if (!goal) return
    moveTo(goal.index)
    // Not by the end of its animation: there is none for who asks for less motion.
    const seen = setTimeout(on.onSeen, SHOWN_MS)
    return () => clearTimeout(seen)
  }, [goal])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.target !== event.currentTarget) return
    const row = rows.rowAt(active)
    const move = (index: number) => () => {
      const next = moveTo(index)
      if (event.shiftKey) on.onExtend(next)
    }
    const actions = new Map<string, () => unknown>([
      ['ArrowDown', move(active + 1)],
      ['ArrowUp', move(active - 1)],
      ['PageDown', move(active + PAGE_OF_ROWS)],
      ['PageUp', move(active - PAGE_OF_ROWS)],
      ['Home', move(0)],
      ['End', move(rows.count - 1)],
      ['Enter', () => row && on.onOpen(row.id)],
      [' ', () => row && (event.shiftKey ? on.onExtend(active) : on.onToggle(active, row.id))],
      ['Delete', () => row && on.onRemove(row.id)],
      ['Escape', () => (ticked === 'none' ? on.onEscape() : on.onSelectAll(false))],
    ])
    if (event.ctrlKey || event.metaKey) actions.set('a', () => on.onSelectAll(true))
    const act = actions.get(event.key)
    if (!act) return
    event.preventDefault()
    act()
  }

  const onClick = (event: MouseEvent) => {
    const { index, part } = placeIn(event.target)
    const row = index === null ? null : rows.rowAt(index)
    if (index === null || !row) return
    setActive(index)
    if (part === 'pin') on.onPin(row.id, !row.pinned)
    else if (event.shiftKey) on.onExtend(index)
    else if (part === 'tick' || event.ctrlKey || event.metaKey) on.onToggle(index, row.id)
    else on.onOpen(row.id)
  }

  const onPointerDown = (event: PointerEvent) => {
    const { index, part } = placeIn(event.target)
    const row = index === null ? null : rows.rowAt(index)
    if (row && part === null) on.onGrab(event, row)
    // A range is being ticked, not a text marked.
    if (event.shiftKey) event.preventDefault()
  }

  const count = countSelected(selection, rows.count)
  const ticked = count === 0 ? 'none' : count >= rows.count ? 'all' : 'some'
  const { wide, narrow } = tracksOf(columns)
  return (
    <div
      className={styles.grid}
      style={{ '--wide': wide, '--narrow': narrow } as CSSProperties}
      role="grid"
      aria-label={strings.phrases.table}
      aria-rowcount={rows.count + 1}
      aria-multiselectable="true"
      aria-busy={rows.isOld}
      aria-activedescendant={rows.count > 0 ? rowId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <TableHead columns={columns} sort={sort} ticked={ticked} onSelectAll={on.onSelectAll} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keyboard; rows are its descendants */}
      <div
        role="rowgroup"
        ref={scroller}
        className={styles.body}
        onClick={onClick}
        onPointerDown={onPointerDown}
      >
        <div role="presentation" className={styles.rows} style={{ height }}>
          {drawn.map((index) => {
            const row = rows.rowAt(index)
            return (
              <PhraseTableRow
                key={lineOf(index)}
                id={rowId(index)}
                row={row}
                index={index}
                groupPath={row?.groupId ? pathOf(row.groupId) : ''}
                columns={columns}
                today={today}
                isActive={index === active}
                isNew={row !== null && row.id === written?.id}
                isSelected={row !== null && isSelected(selection, row.id)}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** Which row an event befell, and which part of it that does something else than opening. */
function placeIn(target: EventTarget): { index: number | null; part: 'tick' | 'pin' | null } {
  if (!(target instanceof Element)) return { index: null, part: null }
  const index = target.closest('[data-index]')?.getAttribute('data-index') ?? null
  const part = target.closest('[data-part]')?.getAttribute('data-part')
  return {
    index: index === null ? null : Number(index),
    part: part === 'tick' || part === 'pin' ? part : null,
  }
}
