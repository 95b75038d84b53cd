import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { ShiftTimes } from '../../../shared/follow-ups/shifts.ts'
import type { FollowUp } from '../../../shared/model/follow-up.ts'
import { deskCodeOf, messageOf } from '../../client/index.ts'
import type { Route } from '../app/route.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { useAppState } from '../data/queries.ts'
import { followUpStrings as words } from '../strings/follow-ups.ts'
import { FollowUpDetail } from './detail/FollowUpDetail.tsx'
import { FollowUpDialog } from './dialog/FollowUpDialog.tsx'
import styles from './FollowUpsPage.module.css'
import { HandOverDialog } from './hand-over/HandOverDialog.tsx'
import { entryBeside, linesOf } from './lines.ts'
import { FollowUpList } from './list/FollowUpList.tsx'
import { Nothing } from './list/Nothing.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useFollowUpActions, useFollowUps, useProductNames } from './use-follow-ups.ts'
import { useNow } from './use-now.ts'
import { usePageKeys } from './use-page-keys.ts'
import { EVERYTHING, useView } from './use-view.ts'

interface FollowUpsPageProps {
  followUpId: string | null
  go: (next: Route) => void
}

/** 跟单: what the shop still owes its buyers, the most urgent first, with the words for it beside. */
export default function FollowUpsPage({ followUpId, go }: FollowUpsPageProps) {
  const { data: all, error } = useFollowUps()
  const shifts = useAppState().data?.settings.followUps.shifts
  if (error && !all)
    return <Refused error={error} onSettings={() => go({ page: 'settings', field: 'privacy' })} />
  if (!all || !shifts) return null
  const choose = (id: string | null) => go({ page: 'follow-ups', followUpId: id })
  return <FollowUps all={all} shifts={shifts} chosenId={followUpId} onChoose={choose} />
}

interface FollowUpsProps {
  all: readonly FollowUp[]
  shifts: ShiftTimes
  chosenId: string | null
  onChoose: (id: string | null) => void
}

type Dialog = { is: 'new' } | { is: 'edit'; followUp: FollowUp } | { is: 'hand-over' } | null

function FollowUps({ all, shifts, chosenId, onChoose }: FollowUpsProps) {
  const now = useNow()
  const productName = useProductNames()
  const actions = useFollowUpActions()
  const { view, filter, setView, setFilter, groups, counts, entries, chosen } = useView(
    all,
    chosenId,
    now,
    shifts,
  )
  const [dialog, setDialog] = useState<Dialog>(null)
  const [isSnoozing, setSnoozing] = useState(false)
  const close = () => setDialog(null)
  const add = () => setDialog({ is: 'new' })

  /** What leaves its place is followed by its neighbour, so that the next key finds something. */
  async function leave(followUp: FollowUp, act: () => Promise<void>): Promise<void> {
    const beside = [1, -1].map((step) => entryBeside(entries, followUp.id, step))
    const next = beside.find((one) => one !== null && one.id !== followUp.id)
    onChoose(next?.id ?? null)
    await act()
  }
  const toggleDone = (followUp: FollowUp) => void leave(followUp, () => actions.toggleDone(followUp))

  const tasks = chosen && {
    done: () => toggleDone(chosen),
    edit: () => setDialog({ is: 'edit', followUp: chosen }),
    remove: () => void leave(chosen, () => actions.remove(chosen)),
  }
  const hasKeys = dialog === null && !isSnoozing
  usePageKeys(hasKeys, {
    add,
    handOver: () => setDialog({ is: 'hand-over' }),
    move: (step) => onChoose(entryBeside(entries, chosenId, step)?.id ?? null),
    view: setView,
    ...(tasks && { ...tasks, snooze: () => setSnoozing(true) }),
  })

  return (
    <div className={styles.page}>
      <Toolbar
        counts={counts}
        view={view}
        filter={filter}
        onView={setView}
        onFilter={setFilter}
        onAdd={add}
        onHandOver={() => setDialog({ is: 'hand-over' })}
      />
      {entries.length === 0 ? (
        <Nothing
          view={view}
          isEmpty={all.length === 0}
          isFiltered={filter.kind !== null || filter.shift !== null}
          onAdd={add}
          onClear={() => setFilter(EVERYTHING)}
        />
      ) : (
        <div className={styles.columns}>
          <FollowUpList
            lines={linesOf(groups)}
            total={entries.length}
            now={now}
            chosenId={chosen?.id ?? null}
            productName={productName}
            onChoose={onChoose}
            onDone={toggleDone}
          />
          {chosen && tasks ? (
            <FollowUpDetail
              key={chosen.id}
              followUp={chosen}
              now={now}
              productName={productName}
              hasKeys={hasKeys}
              isSnoozing={isSnoozing}
              onSnoozing={setSnoozing}
              onSnooze={(snooze) => void leave(chosen, () => actions.snooze(chosen, snooze))}
              onDone={tasks.done}
              onEdit={tasks.edit}
              onRemove={tasks.remove}
            />
          ) : (
            <aside className={styles.beside}>
              <EmptyState title={words.choose}>{words.chooseAdvice}</EmptyState>
            </aside>
          )}
        </div>
      )}
      {dialog?.is === 'new' && <FollowUpDialog followUp={null} onClose={close} onSaved={onChoose} />}
      {dialog?.is === 'edit' && (
        <FollowUpDialog followUp={dialog.followUp} onClose={close} onSaved={onChoose} />
      )}
      {dialog?.is === 'hand-over' && (
        <HandOverDialog followUps={all} shifts={shifts} productName={productName} onClose={close} />
      )}
    </div>
  )
}

/** Where the keys of the buyers' data cannot be had, nothing can be told. */
function Refused({ error, onSettings }: { error: unknown; onSettings: () => void }) {
  if (deskCodeOf(error) !== 'customers-locked')
    return <Alert className={styles.error} type="error" showIcon title={messageOf(error)} />
  return (
    <>
      <h1 className="heard">{words.heading}</h1>
      <EmptyState title={words.locked} actions={<Button onClick={onSettings}>{words.toSettings}</Button>}>
        {messageOf(error)}
      </EmptyState>
    </>
  )
}
