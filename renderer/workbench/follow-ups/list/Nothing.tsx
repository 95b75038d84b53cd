import { Button } from 'antd'
import type { View } from '../../../../shared/follow-ups/grouping.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { followUpStrings as words } from '../../strings/follow-ups.ts'

interface NothingProps {
  view: View
  /** There is no follow-up at all. */
  isEmpty: boolean
  isFiltered: boolean
  onAdd: () => void
  onClear: () => void
}

/** Why a list is empty, and what to do next. */
export function Nothing({ view, isEmpty, isFiltered, onAdd, onClear }: NothingProps) {
  const add = <Button onClick={onAdd}>{words.add}</Button>
  if (isEmpty)
    return (
      <EmptyState title={words.none} actions={add}>
        {words.noneAdvice}
      </EmptyState>
    )
  if (isFiltered)
    return (
      <EmptyState
        title={words.nothingMatches}
        actions={<Button onClick={onClear}>{words.clearFilter}</Button>}
      />
    )
  if (view === 'today')
    return (
      <EmptyState title={words.allDone} actions={add}>
        {words.allDoneAdvice}
      </EmptyState>
    )
  return <EmptyState title={words.nothingHere[view]} />
}
