import { distanceWords, whenWords } from '../../../../shared/follow-ups/time/when-words.ts'
import type { FollowUp } from '../../../../shared/model/follow-up.ts'
import { timeOf } from '../../../../shared/model/follow-up.ts'
import { FOLLOW_UP_KIND_NAMES } from '../../../../shared/model/follow-up-kinds.ts'
import { maskPersonal } from '../../../../shared/privacy/sensitive.ts'
import { followUpStrings as words } from '../../strings/follow-ups.ts'
import styles from './FollowUpList.module.css'

interface FollowUpEntryProps {
  followUp: FollowUp
  /** Among all that the list holds, from 0. */
  place: number
  total: number
  isOverdue: boolean
  /** px from the top of the list. */
  top: number
  now: number
  isChosen: boolean
  productName: (id: string) => string | null
  onChoose: (id: string) => void
  onDone: (followUp: FollowUp) => void
}

export const entryId = (id: string) => `follow-up-${id}`

/** One follow-up: when, whose, on which occasion, about what. */
export function FollowUpEntry(props: FollowUpEntryProps) {
  const { followUp, place, total, isOverdue, top, now, isChosen, productName, onChoose, onDone } = props
  const { id, kind, nickname, note, productId, state } = followUp
  const at = state.is === 'done' ? state.at : timeOf(followUp)
  const product = productId === null ? null : productName(productId)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page hears the keys
    <div
      id={entryId(id)}
      role="option"
      tabIndex={-1}
      className={styles.entry}
      style={{ transform: `translateY(${top}px)` }}
      aria-selected={isChosen}
      aria-setsize={total}
      aria-posinset={place + 1}
      data-overdue={isOverdue || undefined}
      onClick={() => onChoose(id)}
      onDoubleClick={() => onDone(followUp)}
    >
      <span className={styles.when}>
        <b>{whenWords(at, now)}</b>
        <span>{state.is === 'snoozed' ? words.snoozed : distanceWords(at, now)}</span>
      </span>
      <span className={styles.kind}>{FOLLOW_UP_KIND_NAMES[kind]}</span>
      <span className={styles.what}>
        <b>{nickname}</b>
        <span>{[product, maskPersonal(note)].filter(Boolean).join(' · ')}</span>
      </span>
    </div>
  )
}
