import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { FollowUp } from '../../../../shared/model/follow-up.ts'
import { useRem } from '../../../ui/use-rem.ts'
import { followUpStrings as words } from '../../strings/follow-ups.ts'
import type { Line } from '../lines.ts'
import { entryId, FollowUpEntry } from './FollowUpEntry.tsx'
import styles from './FollowUpList.module.css'

interface FollowUpListProps {
  lines: readonly Line[]
  /** How many of the lines are follow-ups. */
  total: number
  now: number
  chosenId: string | null
  productName: (id: string) => string | null
  onChoose: (id: string) => void
  onDone: (followUp: FollowUp) => void
}

/** As the style sheet has them: two lines of text, and a heading. */
const HEIGHT_REM = { entry: 3.625, heading: 2.5 }

/** Every follow-up of a view under its headings; only what is in sight exists. The keys are heard by the page. */
export function FollowUpList({
  lines,
  total,
  now,
  chosenId,
  productName,
  onChoose,
  onDone,
}: FollowUpListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useRem()
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHT_REM[lines[index]?.is ?? 'entry'] * rem,
    getItemKey: (index) => keyOf(lines[index]),
    overscan: 10,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are measured anew when the text's size changes
  useEffect(() => virtual.measure(), [rem])
  const chosenAt = lines.findIndex((line) => line.is === 'entry' && line.followUp.id === chosenId)
  useEffect(() => {
    // The first entry takes its heading along.
    if (chosenAt >= 0) virtual.scrollToIndex(chosenAt === 1 ? 0 : chosenAt)
  }, [chosenAt, virtual])

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={words.list}
      aria-activedescendant={chosenId && chosenAt >= 0 ? entryId(chosenId) : undefined}
      tabIndex={0}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index]
          if (!line) return null
          if (line.is === 'heading') {
            return (
              <div
                key={key}
                role="presentation"
                className={styles.heading}
                data-overdue={line.isOverdue || undefined}
                style={{ transform: `translateY(${start}px)` }}
              >
                {line.title} <span>{line.count}</span>
              </div>
            )
          }
          return (
            <FollowUpEntry
              key={key}
              {...line}
              total={total}
              top={start}
              now={now}
              isChosen={line.followUp.id === chosenId}
              productName={productName}
              onChoose={onChoose}
              onDone={onDone}
            />
          )
        })}
      </div>
    </div>
  )
}

const keyOf = (line: Line | undefined) =>
  line?.is === 'entry' ? line.followUp.id : `heading ${line?.title ?? ''}`
