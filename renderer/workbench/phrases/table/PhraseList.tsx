import { Alert, Button } from 'antd'
import { type PointerEvent, type ReactNode, useMemo, useState } from 'react'
import type { PhraseQuery } from '../../../../shared/model/phrase-listing.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { strings } from '../../strings.ts'
import { BulkBar } from '../bulk/BulkBar.tsx'
import { useBulkChange } from '../bulk/use-bulk-change.ts'
import { type GroupNode, groupOptions } from '../group-tree.ts'
import { beginDrag } from '../groups/drag.ts'
import { usePhraseActions } from '../use-phrase-actions.ts'
import { clearFilter, isNarrowed, rememberScroll, scrolledIn, useView } from '../view.ts'
import styles from './PhraseList.module.css'
import { PhraseTable } from './PhraseTable.tsx'
import { pagesAhead } from './pages-ahead.ts'
import {
  ALL_SELECTED,
  choiceOf,
  countSelected,
  isSelected,
  NOTHING_SELECTED,
  type Selection,
  toggled,
  withAll,
} from './selection.ts'
import { TableOptions } from './TableOptions.tsx'
import { useFirstRowsAhead, usePhraseRows } from './use-phrase-rows.ts'
import { useWrittenRow } from './use-written-row.ts'

interface PhraseListProps {
  tree: readonly GroupNode[]
  onEdit: (phraseId: string) => void
  onNew: () => void
  onImport: () => void
}

/** The phrases that a filter leaves, what is ticked among them, and what one does with those. */
export function PhraseList({ tree, onEdit, onNew, onImport }: PhraseListProps) {
  const filter = useView((view) => view.filter)
  const sort = useView((view) => view.sort)
  const columns = useView((view) => view.columns)
  const query = useMemo(() => ({ filter, sort }), [filter, sort])
  const key = useMemo(() => JSON.stringify(query), [query])
  const startTop = useMemo(() => scrolledIn(key), [key])
  const { stretch, onVisible } = useStretch()
  const { selection, setSelection } = useSelection(query)
  const rows = usePhraseRows(query, stretch)
  useFirstRowsAhead()
  const { written, onSeen } = useWrittenRow(query)
  const actions = usePhraseActions()
  const change = useBulkChange(() => setSelection(NOTHING_SELECTED))
  const notice = useNotice()
  const paths = useMemo(() => new Map(groupOptions(tree).map(({ value, label }) => [value, label])), [tree])

  if (rows.error)
    return <Alert className={styles.error} type="error" showIcon title={messageOf(rows.error)} />
  if (!rows.isLoading && !rows.isOld && rows.count === 0)
    return <Nothing text={filter.text.trim()} isNarrowed={isNarrowed(filter)} {...{ onNew, onImport }} />

  const count = countSelected(selection, rows.count)
  const choice = choiceOf(selection, query)

  const extendTo = async (index: number) => {
    const anchor = selection.anchor ?? index
    const [from, to] = [Math.min(anchor, index), Math.max(anchor, index)]
    const loaded = Array.from({ length: to - from + 1 }, (_, at) => rows.rowAt(from + at)?.id ?? null)
    try {
      const ids = loaded.includes(null)
        ? await rpc.phrases.idsBetween.query({ query, from, to })
        : loaded.flatMap((id) => id ?? [])
      setSelection({ ...withAll(selection, ids), anchor })
    } catch (error) {
      notice.failed(error)
    }
  }

  const grab = (event: PointerEvent, { id, title }: { id: string; title: string }) => {
    const isOfMany = isSelected(selection, id) && choice !== null
    beginDrag(
      event,
      { kind: 'phrases', label: isOfMany ? strings.phrases.bulk.dragged(count) : title },
      ({ id: groupId }) => {
        if (groupId !== undefined)
          void change(isOfMany ? choice : { kind: 'some', ids: [id] }, {
            ...{ kind: 'move', groupId },
            name: groupId === null ? strings.groups.none : (paths.get(groupId) ?? ''),
          })
      },
    )
  }

  return (
    <>
      <div className={styles.status}>
        {choice ? (
          <BulkBar
            choice={choice}
            count={count}
            tree={tree}
            archived={filter.archived}
            onChange={change}
            onClear={() => setSelection(NOTHING_SELECTED)}
          />
        ) : (
          <span role="status">{!rows.isLoading && strings.phrases.count(rows.count, rows.total)}</span>
        )}
        <TableOptions isSearch={filter.text.trim() !== ''} />
      </div>
      <PhraseTable
        rows={rows}
        list={key}
        sort={sort}
        columns={columns}
        pathOf={(groupId) => paths.get(groupId) ?? ''}
        selection={selection}
        startTop={startTop}
        written={written}
        onSeen={onSeen}
        onVisible={onVisible}
        onLeave={(top) => rememberScroll(key, top)}
        onToggle={(index, id) => setSelection(toggled(selection, index, id))}
        onExtend={(index) => void extendTo(index)}
        onSelectAll={(all) => setSelection(all ? ALL_SELECTED : NOTHING_SELECTED)}
        onOpen={onEdit}
        onRemove={(id) => void change(choice ?? { kind: 'some', ids: [id] }, { kind: 'remove' })}
        onPin={actions.setPinned}
        onGrab={grab}
        onEscape={clearFilter}
      />
    </>
  )
}

/** Why there is nothing to show, and what to do about it. */
function Nothing({
  text,
  isNarrowed,
  onNew,
  onImport,
}: {
  text: string
  isNarrowed: boolean
  onNew: () => void
  onImport: () => void
}): ReactNode {
  const words = strings.phrases
  if (text === '' && !isNarrowed)
    return (
      <EmptyState
        title={words.emptyLibrary}
        actions={
          <>
            <Button type="primary" onClick={onImport}>
              {words.import}
            </Button>
            <Button onClick={onNew}>{words.create}</Button>
          </>
        }
      >
        {words.emptyLibraryAdvice}
      </EmptyState>
    )
  return (
    <EmptyState
      title={text === '' ? words.nothingLeft : words.nothingFound(text)}
      actions={
        <>
          <Button onClick={clearFilter}>{words.showAll}</Button>
          <Button type="primary" onClick={onNew}>
            {words.create}
          </Button>
        </>
      }
    >
      {text === '' ? words.nothingLeftAdvice : words.nothingFoundAdvice}
    </EmptyState>
  )
}

/** Which pages are wanted; new only when others are. */
function useStretch() {
  const [stretch, setStretch] = useState({ first: 0, last: 0 })
  const onVisible = (from: number, to: number, moved: number) => {
    const next = pagesAhead(from, to, moved)
    setStretch((now) => (now.first === next.first && now.last === next.last ? now : next))
  }
  return { stretch, onVisible }
}

/** What is ticked; with another query other phrases are in sight, and nothing is. */
function useSelection(query: PhraseQuery) {
  const [held, setHeld] = useState<{ query: PhraseQuery; selection: Selection }>({
    query,
    selection: NOTHING_SELECTED,
  })
  return {
    selection: held.query === query ? held.selection : NOTHING_SELECTED,
    setSelection: (selection: Selection) => setHeld({ query, selection }),
  }
}
