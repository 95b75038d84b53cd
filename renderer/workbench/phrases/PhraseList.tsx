import { Alert, Button } from 'antd'
import { useState } from 'react'
import { messageOf } from '../../client/index.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { useNotice } from '../data/use-notice.tsx'
import { strings } from '../strings.ts'
import styles from './PhraseList.module.css'
import { PhraseTable } from './PhraseTable.tsx'
import { extendedTo, NOTHING_SELECTED, type Selection, toggled } from './selection.ts'
import { usePhraseActions } from './use-phrase-actions.ts'
import { allIds, type PhraseFilter, usePhraseRows } from './use-phrase-rows.ts'

interface PhraseListProps {
  filter: PhraseFilter
  onEdit: (phraseId: string) => void
  onNew: () => void
  onImport: () => void
  onShowAll: () => void
}

/** The phrases that a filter leaves, what is ticked among them, and what one does with those. */
export function PhraseList({ filter, onEdit, onNew, onImport, onShowAll }: PhraseListProps) {
  const [visible, setVisible] = useState({ from: 0, to: 0 })
  const { selection, setSelection } = useSelection(filter)
  const rows = usePhraseRows(filter, visible)
  const actions = usePhraseActions()
  const notice = useNotice()
  const isSearch = filter.text.trim() !== ''

  const remove = async (ids: readonly string[]) => {
    if (await actions.remove(ids)) setSelection(NOTHING_SELECTED)
  }

  const selectAll = async () => {
    const found = Array.from({ length: rows.count }, (_, index) => rows.rowAt(index)?.id ?? [])
    try {
      setSelection({ ids: new Set(isSearch ? found.flat() : await allIds(filter)), anchor: null })
    } catch (error) {
      notice.failed(error)
    }
  }

  if (rows.error)
    return <Alert className={styles.error} type="error" showIcon title={messageOf(rows.error)} />
  if (!rows.isLoading && rows.count === 0) {
    const isFiltered = isSearch || filter.groupId !== undefined || filter.step !== undefined
    return isFiltered ? (
      <EmptyState
        title={isSearch ? strings.phrases.nothingFound(filter.text.trim()) : strings.phrases.nothingHere}
        actions={
          <>
            <Button onClick={onShowAll}>{strings.phrases.showAll}</Button>
            <Button type="primary" onClick={onNew}>
              {strings.phrases.create}
            </Button>
          </>
        }
      >
        {isSearch ? strings.phrases.nothingFoundAdvice : strings.phrases.nothingHereAdvice}
      </EmptyState>
    ) : (
      <EmptyState
        title={strings.phrases.emptyLibrary}
        actions={
          <>
            <Button type="primary" onClick={onImport}>
              {strings.phrases.import}
            </Button>
            <Button onClick={onNew}>{strings.phrases.create}</Button>
          </>
        }
      >
        {strings.phrases.emptyLibraryAdvice}
      </EmptyState>
    )
  }

  const count = selection.ids.size
  return (
    <>
      <div className={styles.status} role="status">
        {count > 0 ? (
          <>
            {strings.phrases.selected(count)}
            <Button size="small" danger onClick={() => void remove([...selection.ids])}>
              {strings.phrases.deleteSelected}
            </Button>
            <Button size="small" type="text" onClick={() => setSelection(NOTHING_SELECTED)}>
              {strings.phrases.clearSelection}
            </Button>
          </>
        ) : (
          !rows.isLoading && strings.phrases.count(rows.count, rows.total)
        )}
      </div>
      <PhraseTable
        key={JSON.stringify(filter)}
        rows={rows}
        selectedIds={selection.ids}
        onVisible={(from, to) => setVisible({ from, to })}
        onToggle={(index, id) => setSelection(toggled(selection, index, id))}
        onExtend={(index) => setSelection(extendedTo(selection, index, (at) => rows.rowAt(at)?.id ?? null))}
        onSelectAll={(all) => (all ? void selectAll() : setSelection(NOTHING_SELECTED))}
        onOpen={onEdit}
        onRemove={(id) => void remove(count > 0 ? [...selection.ids] : [id])}
        onPin={actions.setPinned}
      />
    </>
  )
}

/** What is ticked; with another filter other phrases are in sight, and nothing is. */
function useSelection(filter: PhraseFilter) {
  const [held, setHeld] = useState<{ filter: PhraseFilter; selection: Selection }>({
    filter,
    selection: NOTHING_SELECTED,
  })
  return {
    selection: held.filter === filter ? held.selection : NOTHING_SELECTED,
    setSelection: (selection: Selection) => setHeld({ filter, selection }),
  }
}
