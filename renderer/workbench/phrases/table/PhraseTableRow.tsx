// biome-ignore-all lint/a11y/useSemanticElements: rows placed by a virtual list cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { memo, type ReactNode } from 'react'
import { chinaDay } from '../../../../shared/model/china-time.ts'
import { type Validity, validityOn } from '../../../../shared/model/phrase.ts'
import type { PhraseRow } from '../../../../shared/model/phrase-listing.ts'
import { STEP_NAMES } from '../../../../shared/model/steps.ts'
import { PinIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import { readableScript } from '../readable-script.ts'
import { COLUMN, type ColumnKey } from './columns.ts'
import styles from './PhraseTable.module.css'
import { stretches } from './stretches.ts'

interface PhraseTableRowProps {
  id: string
  /** Null while its page is on the way. */
  row: PhraseRow | null
  index: number
  /** Names of the row's groups, outermost first, joined. */
  groupPath: string
  columns: readonly ColumnKey[]
  /** The shop's day, `YYYY-MM-DD`. */
  today: string
  isActive: boolean
  /** Written just now. */
  isNew: boolean
  isSelected: boolean
}

/** The height of a line, two of text; the style sheet gives it that. */
export const ROW_REM = 3.75
const TAGS_SHOWN = 3
const EXCERPT_LENGTH = 160

/** One line. It hears nothing itself: the list knows by `data-index` and `data-part` what was clicked. */
export const PhraseTableRow = memo(function PhraseTableRow({
  id,
  row,
  index,
  groupPath,
  columns,
  today,
  isActive,
  isNew,
  isSelected,
}: PhraseTableRowProps) {
  const place = {
    ...{ id, 'aria-rowindex': index + 2, 'data-index': index },
    style: { top: `${index * ROW_REM}rem` },
  }
  if (!row) {
    return (
      <div {...place} role="row" className={`${styles.row} ${styles.line}`} aria-busy="true">
        <div role="gridcell" />
        <div role="gridcell">
          <div className={styles.ghost} />
          <div className={styles.ghost} />
        </div>
      </div>
    )
  }

  const validity = validityOn(today, row)
  const className = [
    styles.row,
    styles.line,
    isActive && styles.active,
    isNew && styles.new,
    (validity === 'expired' || row.archivedAt !== null) && styles.over,
  ]
  return (
    <div {...place} role="row" className={className.filter(Boolean).join(' ')} aria-selected={isSelected}>
      <div role="gridcell" className={styles.tick} data-part="tick">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          readOnly
          aria-label={strings.phrases.select(row.title)}
        />
      </div>
      <div role="gridcell" className={styles.title}>
        <div className={styles.name}>
          <span className={styles.cut}>
            {stretches(row.title, row.titleSpans).map(({ text, isMatch }, at) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other identity than their place
              isMatch ? <mark key={at}>{text}</mark> : text,
            )}
          </span>
          <ValidityMark row={row} validity={validity} />
          {row.tags.length > 0 && (
            <span className={styles.tags}>
              {row.tags.slice(0, TAGS_SHOWN).map((tag) => (
                <span key={tag} className={styles.chip}>
                  {tag}
                </span>
              ))}
            </span>
          )}
        </div>
        <div className={`${styles.excerpt} ${styles.cut}`}>
          {readableScript(row.excerpt).slice(0, EXCERPT_LENGTH)}
        </div>
      </div>
      {columns.map((key) => (
        <div
          key={key}
          role="gridcell"
          className={classOf(key)}
          title={key === 'group' ? groupPath : undefined}
        >
          {cellOf(key, row, groupPath)}
        </div>
      ))}
      <div role="gridcell" className={styles.pinCell}>
        <button
          type="button"
          tabIndex={-1}
          data-part="pin"
          className={row.pinned ? `${styles.pin} ${styles.pinned}` : styles.pin}
          aria-pressed={row.pinned}
          aria-label={strings.phrases.pin}
          title={row.pinned ? strings.phrases.unpinHint : strings.phrases.pinHint}
        >
          <PinIcon size="1rem" />
        </button>
      </div>
    </div>
  )
})

export function classOf(key: ColumnKey): string {
  const { isNumber, isNarrow } = COLUMN[key]
  return [styles.cut, isNumber && styles.number, !isNarrow && styles.roomy, key === 'code' && styles.code]
    .filter(Boolean)
    .join(' ')
}

function cellOf(key: ColumnKey, row: PhraseRow, groupPath: string): ReactNode {
  switch (key) {
    case 'code':
      return row.code
    case 'step':
      return STEP_NAMES[row.step]
    case 'group':
      return groupPath || strings.phrases.noGroup
    case 'uses':
      return row.uses || ''
    case 'lastUsed':
      return row.lastUsedAt === null ? '' : chinaDay(row.lastUsedAt)
    case 'changed':
      return chinaDay(row.updatedAt)
    case 'validUntil':
      return strings.phrases.fromTo(row.validFrom, row.validUntil)
  }
}

function ValidityMark({ row, validity }: { row: PhraseRow; validity: Validity }) {
  const { validFrom, validUntil, archivedAt } = row
  if (archivedAt !== null) return <span className={styles.chip}>{strings.phrases.filters.archived}</span>
  if (validity === 'expired')
    return <span className={`${styles.chip} ${styles.bad}`}>{strings.phrases.expired(validUntil)}</span>
  if (validity === 'upcoming')
    return <span className={`${styles.chip} ${styles.soon}`}>{strings.phrases.upcoming(validFrom)}</span>
  return validUntil ? <span className={styles.chip}>{strings.phrases.until(validUntil)}</span> : null
}
