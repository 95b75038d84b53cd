// biome-ignore-all lint/a11y/useSemanticElements: rows placed by a virtual list cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { Tag } from 'antd'
import type { MouseEvent } from 'react'
import { STEP_NAMES } from '../../../shared/model/steps.ts'
import { PinIcon } from '../components/icons.tsx'
import { strings } from '../strings.ts'
import styles from './PhraseTable.module.css'
import { type PhraseRow, stretches } from './phrase-row.ts'

interface PhraseTableRowProps {
  id: string
  /** Null while its page is on the way. */
  row: PhraseRow | null
  index: number
  /** Px from the top of the list. */
  top: number
  isActive: boolean
  isSelected: boolean
  onActivate: () => void
  onToggle: (index: number, id: string) => void
  onExtend: (index: number) => void
  onOpen: (id: string) => void
  onPin: (id: string, pinned: boolean) => void
}

const TAGS_SHOWN = 3

export function PhraseTableRow({
  id,
  row,
  index,
  top,
  isActive,
  isSelected,
  onActivate,
  onToggle,
  onExtend,
  onOpen,
  onPin,
}: PhraseTableRowProps) {
  const place = { id, 'aria-rowindex': index + 2, style: { transform: `translateY(${top}px)` } }
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

  const onTick = (event: MouseEvent) => {
    event.stopPropagation()
    onActivate()
    if (event.shiftKey) onExtend(index)
    else onToggle(index, row.id)
  }
  const onClick = () => {
    onActivate()
    onOpen(row.id)
  }
  const className = [
    styles.row,
    styles.line,
    isActive && styles.active,
    row.validity === 'expired' && styles.over,
  ]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keyboard; rows are its descendants
    <div
      {...place}
      role="row"
      className={className.filter(Boolean).join(' ')}
      aria-selected={isSelected}
      onClick={onClick}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div role="gridcell" className={styles.tick} onClick={onTick}>
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
          <ValidityMark row={row} />
          {row.tags.slice(0, TAGS_SHOWN).map((tag) => (
            <Tag key={tag} className={styles.tag} variant="filled">
              {tag}
            </Tag>
          ))}
        </div>
        <div className={`${styles.excerpt} ${styles.cut}`}>{row.excerpt}</div>
      </div>
      <div role="gridcell" className={`${styles.code} ${styles.cut}`}>
        {row.code}
      </div>
      <div role="gridcell">{STEP_NAMES[row.step]}</div>
      <div
        role="gridcell"
        className={`${styles.groupColumn} ${styles.cut}`}
        title={row.groupPath.join(' / ')}
      >
        {row.groupPath.join(' / ') || strings.phrases.noGroup}
      </div>
      <div role="gridcell" className={styles.number}>
        {row.uses || ''}
      </div>
      <div role="gridcell" className={styles.pinCell}>
        <button
          type="button"
          tabIndex={-1}
          className={row.pinned ? `${styles.pin} ${styles.pinned}` : styles.pin}
          aria-pressed={row.pinned}
          aria-label={strings.phrases.pin}
          title={row.pinned ? strings.phrases.unpinHint : strings.phrases.pinHint}
          onClick={(event) => {
            event.stopPropagation()
            onPin(row.id, !row.pinned)
          }}
        >
          <PinIcon size="1rem" />
        </button>
      </div>
    </div>
  )
}

function ValidityMark({ row: { validity, validFrom, validUntil } }: { row: PhraseRow }) {
  if (validity === 'expired')
    return (
      <Tag variant="filled" color="error">
        {strings.phrases.expired(validUntil)}
      </Tag>
    )
  if (validity === 'upcoming')
    return (
      <Tag variant="filled" color="warning">
        {strings.phrases.upcoming(validFrom)}
      </Tag>
    )
  if (validUntil) return <Tag variant="filled">{strings.phrases.until(validUntil)}</Tag>
  return null
}
