import { Alert, App, Button, Tooltip } from 'antd'
import { deskCodeOf, messageOf, rpc } from '../../../client/index.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { customerStrings as words } from '../../strings/customers.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { viewOf } from '../masking.ts'
import { useChangeCustomer, useCustomer, useRestoreNote } from '../use-customers.ts'
import { agoWords, dayWords, momentWords } from '../wording.ts'
import styles from './CustomerDetail.module.css'
import { CustomerFacts } from './CustomerFacts.tsx'
import { NoteList } from './NoteList.tsx'
import { PasteHistory } from './PasteHistory.tsx'

interface CustomerDetailProps {
  customerId: string
  isRevealed: boolean
  onReveal: (isRevealed: boolean) => void
  /** The shop keeps nothing more of its buyers: what is there can be read and deleted. */
  isReadOnly: boolean
  onGone: () => void
}

/** Everything that is kept of one buyer. */
export function CustomerDetail({
  customerId,
  isRevealed,
  onReveal,
  isReadOnly,
  onGone,
}: CustomerDetailProps) {
  const { data: customer, error } = useCustomer(customerId)
  const change = useChangeCustomer(customerId)
  const restoreNote = useRestoreNote(customerId)
  if (error && deskCodeOf(error) === 'not-found')
    return <EmptyState title={words.gone} actions={<Button onClick={onGone}>{words.backToList}</Button>} />
  if (error) return <Alert className={styles.error} type="error" showIcon title={messageOf(error)} />
  if (!customer) return <div />

  const view = viewOf(customer.nickname, isRevealed)
  const onChange = isReadOnly ? null : change
  const now = Date.now()
  return (
    <article className={styles.detail}>
      {isReadOnly && <Alert className={styles.hint} type="info" showIcon title={words.notKeptHint} />}
      <header className={styles.headline}>
        <div className={styles.who}>
          <h2 className={styles.name}>{view.nickname}</h2>
          <Button size="small" aria-pressed={isRevealed} onClick={() => onReveal(!isRevealed)}>
            {isRevealed ? words.hide : words.reveal}
          </Button>
        </div>
        <div className={styles.tasks}>
          <ExportMenu customerId={customerId} />
          <DeleteButton customerId={customerId} onGone={onGone} />
        </div>
        <p className={styles.times}>
          <Tooltip title={momentWords(customer.seenAt)}>
            <span>{words.seen(agoWords(customer.seenAt, now))}</span>
          </Tooltip>
          <span>{words.since(dayWords(customer.createdAt, now))}</span>
          <span className={styles.deletion}>{words.deletion(dayWords(customer.deletedOn, now))}</span>
        </p>
      </header>
      <div className={styles.columns}>
        <div>
          <NoteList
            notes={customer.notes}
            view={view}
            onChange={onChange && ((notes) => onChange({ notes }))}
            onRestore={restoreNote}
            onReveal={() => onReveal(true)}
          />
          <PasteHistory customerId={customerId} view={view} />
        </div>
        <div>
          <CustomerFacts customer={customer} onChange={onChange} />
        </div>
      </div>
    </article>
  )
}

function DeleteButton({ customerId, onGone }: { customerId: string; onGone: () => void }) {
  const { modal } = App.useApp()
  const notice = useNotice()
  const ask = () =>
    modal.confirm({
      title: words.deleteTitle,
      content: words.deleteExplanation,
      okText: words.deleteNow,
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      async onOk() {
        try {
          await rpc.customers.remove.mutate([customerId])
        } catch (error) {
          return notice.failed(error)
        }
        notice.done(words.deleted)
        onGone()
      },
    })
  return (
    <Button danger onClick={ask}>
      {words.delete}
    </Button>
  )
}
