import type { QueryClient } from '@tanstack/react-query'
import type { InputRef } from 'antd'
import { type DragEvent, lazy, memo, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { groupsQuery, ungroupedQuery, useGroups } from '../data/queries.ts'
import { duplicateStrings } from '../strings/duplicates.ts'
import { exportStrings } from '../strings/export.ts'
import { unusedStrings } from '../strings/unused.ts'
import { strings } from '../strings.ts'
import type { Editing } from './editor/editing.ts'
import { ExportDialog } from './export/ExportDialog.tsx'
import { buildGroupTree, findGroup } from './group-tree.ts'
import { GroupPanel } from './groups/GroupPanel.tsx'
import { ImportDialog } from './import/ImportDialog.tsx'
import type { LibraryJob } from './LibraryMenu.tsx'
import styles from './PhrasesPage.module.css'
import { PhraseToolbar } from './PhraseToolbar.tsx'
import { PhraseList } from './table/PhraseList.tsx'
import { pageOf } from './table/use-phrase-rows.ts'
import { clearFilter, narrow, useView } from './view.ts'

// The editor brings CodeMirror, the script language and the wording rules; the list does not wait for them.
const PhraseEditor = lazy(() => import('./editor/PhraseEditor.tsx'))
const DuplicatesDrawer = lazy(() => import('./duplicates/DuplicatesDrawer.tsx'))
const UnusedDialog = lazy(() => import('./unused/UnusedDialog.tsx'))

// Whatever else is filtered by, the tree stays as it is.
const Groups = memo(GroupPanel)
const chooseGroup = (groupId: string | null | undefined) => narrow({ groupId })

/** Asks for what the page shows first, before it is opened; resolves when it is there or cannot be had. */
export async function askAhead(client: QueryClient): Promise<void> {
  const { filter, sort } = useView.getState()
  await Promise.all([
    client.prefetchQuery(groupsQuery),
    client.prefetchQuery(ungroupedQuery),
    client.prefetchQuery(pageOf({ filter, sort }, 0)),
  ])
}

interface PhrasesPageProps {
  /** A phrase that was asked for elsewhere and is to be opened. */
  phraseId: string | undefined
  /** It is open now. */
  onOpened: () => void
}

/** 话术: groups on the left, the phrases of the chosen one beside them, the editor over both. */
export default function PhrasesPage({ phraseId, onOpened }: PhrasesPageProps) {
  const filter = useView((view) => view.filter)
  const sort = useView((view) => view.sort)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [importing, setImporting] = useState<File | 'choose' | null>(null)
  const [isFiltersOpen, setFiltersOpen] = useState(false)
  const [tidying, setTidying] = useState<'duplicates' | 'unused' | null>(null)
  const [isExporting, setExporting] = useState(false)
  const searchRef = useRef<InputRef>(null)
  const groups = useGroups().data
  const tree = useMemo(() => buildGroupTree(groups ?? []), [groups])
  const isBusy = editing !== null || importing !== null || tidying !== null || isExporting

  useEffect(() => {
    if (phraseId === undefined) return
    setEditing({ phraseId })
    onOpened()
  }, [phraseId, onOpened])

  useEffect(() => {
    if (isBusy) return
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'n') {
        event.preventDefault()
        setEditing('new')
      } else if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault()
        searchRef.current?.focus()
      } else if (event.key === 'f' && !hasModifier(event) && !isTyping(event.target)) {
        event.preventDefault()
        setFiltersOpen(true)
      } else if (event.key === 'Escape' && event.target === document.body) {
        clearFilter()
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isBusy])

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file && !isBusy) setImporting(file)
  }

  // Each job opens a dialog of its own; the menu is not there while there is none.
  const jobs: LibraryJob[] = [
    { key: 'export', label: exportStrings.open, onStart: () => setExporting(true) },
    { key: 'duplicates', label: duplicateStrings.open, onStart: () => setTidying('duplicates') },
    { key: 'unused', label: unusedStrings.open, onStart: () => setTidying('unused') },
  ]
  const selected = filter.groupId ? findGroup(tree, filter.groupId) : null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is the mouse's way; the button 导入 is everyone's
    <div className={styles.page} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <Groups tree={tree} selectedId={filter.groupId} onSelect={chooseGroup} />
      <section className={styles.library}>
        <h1 className="heard">{strings.menu.phrases}</h1>
        <PhraseToolbar
          searchRef={searchRef}
          filter={filter}
          groupName={filter.groupId === null ? strings.groups.none : (selected?.group.name ?? null)}
          isFiltersOpen={isFiltersOpen}
          onFilters={setFiltersOpen}
          onNew={() => setEditing('new')}
          onImport={() => setImporting('choose')}
          jobs={jobs}
        />
        <PhraseList
          tree={tree}
          onEdit={(phraseId) => setEditing({ phraseId })}
          onNew={() => setEditing('new')}
          onImport={() => setImporting('choose')}
        />
      </section>
      {editing && (
        <Suspense fallback={null}>
          <PhraseEditor
            key={editing === 'new' ? 'new' : editing.phraseId}
            editing={editing}
            tree={tree}
            startIn={{ groupId: filter.groupId ?? null, step: filter.step ?? 'answer' }}
            onClose={() => setEditing(null)}
          />
        </Suspense>
      )}
      {tidying && (
        <Suspense fallback={null}>
          {tidying === 'duplicates' && <DuplicatesDrawer onClose={() => setTidying(null)} />}
          {tidying === 'unused' && <UnusedDialog onClose={() => setTidying(null)} />}
        </Suspense>
      )}
      {isExporting && <ExportDialog shown={{ filter, sort }} onClose={() => setExporting(false)} />}
      {importing && (
        <ImportDialog
          dropped={importing === 'choose' ? null : importing}
          onClose={() => setImporting(null)}
        />
      )}
    </div>
  )
}

function hasModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}
