import { memo } from 'react'
import type { PhraseHit } from '../../../shared/model/search.ts'
import { Highlighted } from '../../ui/Highlighted.tsx'
import { PictureIcon, PinIcon, SequenceIcon } from '../../ui/icons.tsx'
import { aroundMatch } from '../../ui/pieces.ts'
import { STRINGS } from '../strings.ts'
import { rowId } from './ids.ts'
import { keepFocus } from './keep-focus.ts'
import styles from './result-row.module.css'

interface ResultRowProps {
  hit: PhraseHit
  index: number
  count: number
  /** Pixels from the top of the list. */
  top: number
  isSelected: boolean
  onPress: (index: number) => void
}

/** Rows with a digit to pick them by. */
const WITH_DIGIT = 9

/** One phrase in one line: digit, title, what speaks for or against it, code. Drawn anew only when it changes. */
export const ResultRow = memo(function ResultRow({
  hit,
  index,
  count,
  top,
  isSelected,
  onPress,
}: ResultRowProps) {
  const spansOf = (field: 'title' | 'code') => (hit.match?.field === field ? hit.match.spans : [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys of the whole list
    <div
      id={rowId(hit.id)}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-blocked={hit.blockedBy !== null}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={keepFocus}
      onClick={() => onPress(index)}
    >
      <span className={styles.digit} aria-hidden="true">
        {index < WITH_DIGIT ? index + 1 : ''}
      </span>
      <span className={styles.title}>
        <Highlighted text={hit.title} spans={spansOf('title')} />
      </span>
      <Aside hit={hit} />
      {hit.messageCount > 1 && (
        <span className={styles.pin} role="img" aria-label={STRINGS.results.messages(hit.messageCount)}>
          <SequenceIcon />
        </span>
      )}
      {hit.imageCount > 0 && (
        <span className={styles.pin} role="img" aria-label={STRINGS.results.images(hit.imageCount)}>
          <PictureIcon />
        </span>
      )}
      {hit.pinned && (
        <span className={styles.pin} role="img" aria-label={STRINGS.results.pinned}>
          <PinIcon />
        </span>
      )}
      <span className={styles.code}>
        <Highlighted text={hit.code ?? ''} spans={spansOf('code')} />
      </span>
    </div>
  )
})

/** Why it may not be used; else where it matched, when not in its name; else its group. */
function Aside({ hit: { blockedBy, match, groupPath } }: { hit: PhraseHit }) {
  if (blockedBy !== null) return <span className={styles.reason}>{blockedBy}</span>
  if (match && match.field !== 'title' && match.field !== 'code') {
    const { text, spans } = aroundMatch(match.text, match.spans)
    return (
      <span className={styles.aside}>
        {match.field === 'question' && STRINGS.results.questionPrefix}
        <Highlighted text={text} spans={spans} />
      </span>
    )
  }
  return <span className={styles.aside}>{groupPath.at(-1)}</span>
}
