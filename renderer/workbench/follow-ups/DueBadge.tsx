import styles from '../components/Badge.module.css'
import { followUpStrings as words } from '../strings/follow-ups.ts'
import { useFollowUpCounts } from './use-follow-ups.ts'

/** How many follow-ups are due, beside the menu's entry; nothing while there is none. */
export function DueBadge() {
  const due = useFollowUpCounts().data?.due ?? 0
  if (due === 0) return null
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{words.more(due)}</span>
      <span className="heard">{words.due(due)}</span>
    </span>
  )
}
