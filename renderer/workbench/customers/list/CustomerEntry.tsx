import type { Customer } from '../../../../shared/model/customer.ts'
import { customerStrings as words } from '../../strings/customers.ts'
import { viewOf } from '../masking.ts'
import { aboutWords, agoWords, dayWords } from '../wording.ts'
import styles from './CustomerList.module.css'

interface CustomerEntryProps {
  /** Null while it is on the way. */
  customer: Customer | null
  index: number
  /** px from the top of the list. */
  top: number
  isShown: boolean
  isRevealed: boolean
  onOpen: (id: string) => void
}

export function CustomerEntry({ customer, index, top, isShown, isRevealed, onOpen }: CustomerEntryProps) {
  const place = { transform: `translateY(${top}px)` }
  if (!customer) return <div className={styles.entry} style={place} />
  const now = Date.now()
  return (
    <button
      type="button"
      className={styles.entry}
      style={place}
      data-index={index}
      aria-current={isShown ? 'true' : undefined}
      onClick={() => onOpen(customer.id)}
    >
      <span className={styles.name}>{viewOf(customer.nickname, isRevealed).nickname}</span>
      <span className={styles.seen}>{words.seen(agoWords(customer.seenAt, now))}</span>
      <span className={styles.about}>{aboutWords(customer)}</span>
      <span className={styles.about}>{words.deletion(dayWords(customer.deletedOn, now))}</span>
    </button>
  )
}
