import { useVirtualizer } from '@tanstack/react-virtual'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useRem } from '../../../ui/use-rem.ts'
import { PlusIcon, SearchIcon } from '../../components/icons.tsx'
import { customerStrings as words } from '../../strings/customers.ts'
import { CustomerEntry } from './CustomerEntry.tsx'
import styles from './CustomerList.module.css'
import type { CustomerRows } from './use-customer-rows.ts'

interface CustomerListProps {
  rows: CustomerRows
  text: string
  onText: (text: string) => void
  shownId: string | null
  isRevealed: boolean
  onOpen: (id: string) => void
  /** Null where no buyer may be added. */
  onAdd: (() => void) | null
  /** Tells which rows have come into sight. */
  onVisible: (from: number, to: number) => void
}

/** Two lines of text; the style sheet gives every entry this height. */
const ENTRY_REM = 3.5

/** Everybody who is kept, to search and to leaf through: only the entries in sight exist. ↑ and ↓ go from one to the next. */
export function CustomerList(props: CustomerListProps) {
  const { rows, text, onText, shownId, isRevealed, onOpen, onAdd, onVisible } = props
  const scroller = useRef<HTMLDivElement>(null)
  const entryHeight = ENTRY_REM * useRem()
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => entryHeight,
    overscan: 8,
    onChange({ range }) {
      if (range) onVisible(range.startIndex, range.endIndex)
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are measured anew when the text's size changes
  useEffect(() => virtual.measure(), [entryHeight])
  const entries = virtual.getVirtualItems()

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.nativeEvent.isComposing) return
    event.preventDefault()
    const shown = entries.find(({ index }) => rows.rowAt(index)?.id === shownId)?.index ?? -1
    const next = rows.rowAt(shown + step)
    if (!next) return
    onOpen(next.id)
    virtual.scrollToIndex(shown + step)
  }

  return (
    <aside className={styles.aside} aria-label={words.list}>
      <header className={styles.head}>
        <h1>{words.heading}</h1>
        {onAdd && (
          <Button type="text" size="small" icon={<PlusIcon />} onClick={onAdd}>
            {words.add}
          </Button>
        )}
      </header>
      <Input
        allowClear
        prefix={<SearchIcon />}
        aria-label={words.search}
        placeholder={words.searchHint}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onText('')
          onKeyDown(event)
        }}
      />
      <p className={styles.count} role="status">
        {!rows.isLoading && words.count(rows.total)}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside */}
      <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {entries.map(({ index, start }) => {
            const customer = rows.rowAt(index)
            const isShown = customer !== null && customer.id === shownId
            return (
              <CustomerEntry
                key={index}
                customer={customer}
                index={index}
                top={start}
                isShown={isShown}
                isRevealed={isShown && isRevealed}
                onOpen={onOpen}
              />
            )
          })}
        </div>
      </div>
    </aside>
  )
}
