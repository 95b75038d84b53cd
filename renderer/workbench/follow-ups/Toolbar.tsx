import { Button, Segmented, Select } from 'antd'
import { type Filter, VIEWS, type View } from '../../../shared/follow-ups/grouping.ts'
import { SHIFT_NAMES, SHIFTS } from '../../../shared/follow-ups/shifts.ts'
import { FOLLOW_UP_KIND_NAMES, FOLLOW_UP_KINDS } from '../../../shared/model/follow-up-kinds.ts'
import { PlusIcon } from '../components/icons.tsx'
import { followUpStrings as words } from '../strings/follow-ups.ts'
import styles from './FollowUpsPage.module.css'
import { KeyLegend } from './KeyLegend.tsx'

interface ToolbarProps {
  counts: Record<View, number>
  view: View
  filter: Filter
  onView: (view: View) => void
  onFilter: (filter: Filter) => void
  onAdd: () => void
  onHandOver: () => void
}

const ALL = 'all'
const KINDS = [
  { value: ALL, label: words.allKinds },
  ...FOLLOW_UP_KINDS.map((kind) => ({ value: kind, label: FOLLOW_UP_KIND_NAMES[kind] })),
]
const SHIFT_CHOICES = [
  { value: ALL, label: words.allShifts },
  ...SHIFTS.map((shift) => ({ value: shift, label: SHIFT_NAMES[shift] })),
]

/** Which follow-ups one sees, and what one does with all of them. */
export function Toolbar({ counts, view, filter, onView, onFilter, onAdd, onHandOver }: ToolbarProps) {
  return (
    <header className={styles.toolbar}>
      <div className={styles.line}>
        <h1>{words.heading}</h1>
        <Segmented
          aria-label={words.viewLabel}
          value={view}
          onChange={onView}
          options={VIEWS.map((one) => ({
            value: one,
            label: (
              <>
                {words.views[one]}
                {counts[one] > 0 && (
                  <span className={styles.count} data-due={one === 'overdue' || undefined}>
                    {counts[one]}
                  </span>
                )}
              </>
            ),
          }))}
        />
        <Select
          className={styles.select}
          aria-label={words.kind}
          options={KINDS}
          value={filter.kind ?? ALL}
          onChange={(value) =>
            onFilter({ ...filter, kind: FOLLOW_UP_KINDS.find((kind) => kind === value) ?? null })
          }
        />
        <Select
          className={styles.select}
          aria-label={words.shift}
          options={SHIFT_CHOICES}
          value={filter.shift ?? ALL}
          onChange={(value) =>
            onFilter({ ...filter, shift: SHIFTS.find((shift) => shift === value) ?? null })
          }
        />
        <div className={styles.end}>
          <Button title="H" onClick={onHandOver}>
            {words.handOver}
          </Button>
          <Button type="primary" icon={<PlusIcon />} title="N" onClick={onAdd}>
            {words.add}
          </Button>
        </div>
      </div>
      <KeyLegend />
    </header>
  )
}
