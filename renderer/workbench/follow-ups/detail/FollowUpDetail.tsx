import { Button, Dropdown } from 'antd'
import { distanceWords, whenWords } from '../../../../shared/follow-ups/time/when-words.ts'
import { type FollowUp, SNOOZES, type Snooze } from '../../../../shared/model/follow-up.ts'
import { FOLLOW_UP_KIND_HINTS, FOLLOW_UP_KIND_NAMES } from '../../../../shared/model/follow-up-kinds.ts'
import { maskPersonal } from '../../../../shared/privacy/sensitive.ts'
import { Copyable } from '../../components/Copyable.tsx'
import { followUpStrings as words } from '../../strings/follow-ups.ts'
import styles from './FollowUpDetail.module.css'
import { OccasionPhrases } from './OccasionPhrases.tsx'

interface FollowUpDetailProps {
  followUp: FollowUp
  now: number
  productName: (id: string) => string | null
  /** Whether the page's keys act; not while a dialog is open. */
  hasKeys: boolean
  isSnoozing: boolean
  onSnoozing: (isOpen: boolean) => void
  onDone: () => void
  onSnooze: (snooze: Snooze) => void
  onEdit: () => void
  onRemove: () => void
}

/** One follow-up with what there is to say, and everything that can be done with it. */
export function FollowUpDetail(props: FollowUpDetailProps) {
  const { followUp, now, productName, hasKeys, isSnoozing, onSnoozing } = props
  const { kind, nickname, note, productId, dueAt, state } = followUp
  const product = productId === null ? null : productName(productId)
  const facts = [
    { label: words.agreed, value: `${whenWords(dueAt, now)}（${distanceWords(dueAt, now)}）` },
    state.is === 'snoozed' && { label: words.snoozedUntil, value: whenWords(state.until, now) },
    state.is === 'done' && { label: words.doneAt, value: whenWords(state.at, now) },
    product && { label: words.product, value: product },
    note && { label: words.note, value: maskPersonal(note) },
  ].filter((fact) => !!fact)

  return (
    <article
      className={styles.detail}
      aria-label={words.entry(whenWords(dueAt, now), FOLLOW_UP_KIND_NAMES[kind], nickname)}
    >
      <header className={styles.head}>
        <h2>
          <Copyable text={nickname} />
        </h2>
        <p title={FOLLOW_UP_KIND_HINTS[kind]}>
          <b>{FOLLOW_UP_KIND_NAMES[kind]}</b> {FOLLOW_UP_KIND_HINTS[kind]}
        </p>
      </header>
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.tasks}>
        <Button type="primary" title="Enter" onClick={props.onDone}>
          {state.is === 'done' ? words.reopen : words.done}
        </Button>
        <Dropdown
          trigger={['click']}
          open={isSnoozing}
          onOpenChange={onSnoozing}
          autoFocus
          menu={{
            items: SNOOZES.map((snooze) => ({ key: snooze, label: words.snoozes[snooze] })),
            onClick({ key }) {
              onSnoozing(false)
              const chosen = SNOOZES.find((snooze) => snooze === key)
              if (chosen) props.onSnooze(chosen)
            },
          }}
        >
          <Button title="S">{words.snooze}</Button>
        </Dropdown>
        <Button title="E" onClick={props.onEdit}>
          {words.change}
        </Button>
        <Button title="Del" onClick={props.onRemove}>
          {words.remove}
        </Button>
      </div>
      <OccasionPhrases followUp={followUp} hasKeys={hasKeys} />
    </article>
  )
}
