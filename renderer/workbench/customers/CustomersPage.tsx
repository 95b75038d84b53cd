import { Alert, Button } from 'antd'
import { useState } from 'react'
import { messageOf } from '../../client/index.ts'
import type { Route } from '../app/route.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { useAppState } from '../data/queries.ts'
import { customerStrings as words } from '../strings/customers.ts'
import styles from './CustomersPage.module.css'
import { CustomerDetail } from './detail/CustomerDetail.tsx'
import { CustomerList } from './list/CustomerList.tsx'
import { NewCustomerDialog } from './list/NewCustomerDialog.tsx'
import { useCustomerRows } from './list/use-customer-rows.ts'
import { useProtection } from './use-customers.ts'

interface CustomersPageProps {
  customerId: string | null
  go: (next: Route) => void
}

/** 客户: whom the shop knows; nothing of them where the data cannot be opened on this machine. */
export default function CustomersPage({ customerId, go }: CustomersPageProps) {
  const { data: protection, error } = useProtection()
  const keepsBuyers = useAppState().data?.settings.buyers.keep
  const toSettings = () => go({ page: 'settings', field: 'privacy' })
  if (error && !protection)
    return <Alert className={styles.error} type="error" showIcon title={messageOf(error)} />
  if (!protection || keepsBuyers === undefined) return null
  if (protection.state === 'locked') {
    return (
      <Nobody title={words.locked} onSettings={toSettings}>
        {`${protection.why}。${protection.advice}。`}
      </Nobody>
    )
  }
  return <Customers customerId={customerId} go={go} keepsBuyers={keepsBuyers} onSettings={toSettings} />
}

interface CustomersProps extends CustomersPageProps {
  keepsBuyers: boolean
  onSettings: () => void
}

function Customers({ customerId, go, keepsBuyers, onSettings }: CustomersProps) {
  const [text, setText] = useState('')
  const [visible, setVisible] = useState({ from: 0, to: 0 })
  const [isAdding, setAdding] = useState(false)
  // For one buyer at a time, and for as long as the page is open on them.
  const [revealedId, setRevealedId] = useState<string | null>(null)
  const sought = text.trim()
  const rows = useCustomerRows(sought, visible)

  const open = (id: string | null) => {
    setRevealedId(null)
    go({ page: 'customers', customerId: id })
  }
  const isRevealed = customerId !== null && revealedId === customerId
  const add = () => setAdding(true)

  if (rows.error)
    return <Alert className={styles.error} type="error" showIcon title={messageOf(rows.error)} />
  const isEmpty = !rows.isLoading && rows.total === 0 && sought === '' && customerId === null
  if (isEmpty && !keepsBuyers)
    return (
      <Nobody title={words.notKept} onSettings={onSettings}>
        {words.notKeptAdvice}
      </Nobody>
    )
  return (
    <>
      {isEmpty ? (
        <Nobody title={words.none} onAdd={add}>
          {words.noneAdvice}
        </Nobody>
      ) : (
        <div className={styles.page}>
          <CustomerList
            rows={rows}
            text={text}
            onText={setText}
            shownId={customerId}
            isRevealed={isRevealed}
            onOpen={open}
            onAdd={keepsBuyers ? add : null}
            onVisible={(from, to) => {
              if (from !== visible.from || to !== visible.to) setVisible({ from, to })
            }}
          />
          {customerId === null ? (
            <Beside isFound={rows.total > 0} text={sought} />
          ) : (
            <CustomerDetail
              key={customerId}
              customerId={customerId}
              isRevealed={isRevealed}
              onReveal={(next) => setRevealedId(next ? customerId : null)}
              isReadOnly={!keepsBuyers}
              onGone={() => open(null)}
            />
          )}
        </div>
      )}
      {/* Beside whatever stands there: a first buyer may arrive from the panel while one is being typed in. */}
      {isAdding && <NewCustomerDialog onClose={() => setAdding(false)} onAdded={open} />}
    </>
  )
}

/** What stands beside the list while nobody is chosen. */
function Beside({ isFound, text }: { isFound: boolean; text: string }) {
  return isFound || text === '' ? (
    <EmptyState title={words.choose}>{words.chooseAdvice}</EmptyState>
  ) : (
    <EmptyState title={words.nothingFound(text)}>{words.nothingFoundAdvice}</EmptyState>
  )
}

interface NobodyProps {
  title: string
  children: string
  onSettings?: () => void
  onAdd?: () => void
}

function Nobody({ title, children, onSettings, onAdd }: NobodyProps) {
  return (
    <>
      <h1 className="heard">{words.heading}</h1>
      <EmptyState
        title={title}
        actions={
          <>
            {onSettings && <Button onClick={onSettings}>{words.toSettings}</Button>}
            {onAdd && (
              <Button type="primary" onClick={onAdd}>
                {words.add}
              </Button>
            )}
          </>
        }
      >
        {children}
      </EmptyState>
    </>
  )
}
