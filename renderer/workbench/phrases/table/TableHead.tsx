// biome-ignore-all lint/a11y/useSemanticElements: rows placed by a virtual list cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus; what is in the head is offered beside it, too
import { memo, useEffect, useRef } from 'react'
import type { PhraseSort, SortKey } from '../../../../shared/model/phrase-listing.ts'
import { strings } from '../../strings.ts'
import { turnSort } from '../view.ts'
import { COLUMN, type ColumnKey } from './columns.ts'
import styles from './PhraseTable.module.css'
import { classOf } from './PhraseTableRow.tsx'

interface TableHeadProps {
  columns: readonly ColumnKey[]
  sort: PhraseSort
  /** Of all rows: none, some or every one. */
  ticked: 'none' | 'some' | 'all'
  onSelectAll: (all: boolean) => void
}

/** The names of the columns; a click on one sorts by it. The keyboard has the list of orders above the table. */
export const TableHead = memo(function TableHead({ columns, sort, ticked, onSelectAll }: TableHeadProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticked === 'some'
  }, [ticked])

  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        <div role="columnheader" className={styles.tick}>
          <input
            ref={box}
            type="checkbox"
            tabIndex={-1}
            aria-label={strings.phrases.selectAll}
            checked={ticked === 'all'}
            onChange={(event) => onSelectAll(event.target.checked)}
          />
        </div>
        <div role="columnheader" aria-sort={ariaSort(sort, 'title')}>
          <SortButton by="title" sort={sort} name={strings.phrases.columns.title} />
        </div>
        {columns.map((key) => {
          const { sortBy } = COLUMN[key]
          const name = strings.phrases.columns[key]
          return (
            <div key={key} role="columnheader" className={classOf(key)} aria-sort={ariaSort(sort, sortBy)}>
              {sortBy ? <SortButton by={sortBy} sort={sort} name={name} /> : name}
            </div>
          )
        })}
        <div role="columnheader">
          <span className="heard">{strings.phrases.columns.pinned}</span>
        </div>
      </div>
    </div>
  )
})

function SortButton({ by, sort, name }: { by: SortKey; sort: PhraseSort; name: string }) {
  const mark = sort.by !== by || by === 'place' ? '' : sort.descending ? ' ↓' : ' ↑'
  return (
    <button type="button" tabIndex={-1} className={styles.sort} onClick={() => turnSort(by)}>
      {name}
      <span aria-hidden="true">{mark}</span>
    </button>
  )
}

function ariaSort(sort: PhraseSort, by: SortKey | undefined): 'ascending' | 'descending' | 'none' {
  if (by === undefined || sort.by !== by) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}
