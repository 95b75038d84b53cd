import type { InputRef } from 'antd'
import { type DragEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Step } from '../../../shared/model/steps.ts'
import { useGroups } from '../data/queries.ts'
import { strings } from '../strings.ts'
import type { Editing } from './editor/editing.ts'
import { GroupPanel } from './GroupPanel.tsx'
import { buildGroupTree, findGroup } from './group-tree.ts'
import { ImportDialog } from './import/ImportDialog.tsx'
import type { LibraryJob } from './LibraryMenu.tsx'
import { PhraseList } from './PhraseList.tsx'
import styles from './PhrasesPage.module.css'
import { PhraseToolbar } from './PhraseToolbar.tsx'
import type { PhraseFilter } from './use-phrase-rows.ts'

// The editor brings CodeMirror, the script language and the wording rules; the list does not wait for them.
const PhraseEditor = lazy(() => import('./editor/PhraseEditor.tsx'))

/** 话术: groups on the left, the phrases of the chosen one beside them, the editor over both. */
export default function PhrasesPage() {
  const [filter, setFilter] = useState<PhraseFilter>({ text: '', groupId: undefined, step: undefined })
  const [editing, setEditing] = useState<Editing | null>(null)
  const [importing, setImporting] = useState<File | 'choose' | null>(null)
  const searchRef = useRef<InputRef>(null)
  const tree = buildGroupTree(useGroups().data ?? [])
  const isBusy = editing !== null || importing !== null

  useEffect(() => {
    if (isBusy) return
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'n') {
        event.preventDefault()
        setEditing('new')
      } else if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault()
        searchRef.current?.focus()
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
  const jobs: LibraryJob[] = []
  const selected = filter.groupId ? findGroup(tree, filter.groupId) : null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is the mouse's way; the button 导入 is everyone's
    <div className={styles.page} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <GroupPanel
        tree={tree}
        selectedId={filter.groupId}
        onSelect={(groupId) => setFilter({ ...filter, groupId })}
      />
      <section className={styles.library}>
        <h1 className="heard">{strings.menu.phrases}</h1>
        <PhraseToolbar
          searchRef={searchRef}
          filter={filter}
          groupName={selected?.group.name ?? null}
          onText={(text) => setFilter({ ...filter, text })}
          onStep={(step: Step | undefined) => setFilter({ ...filter, step })}
          onNew={() => setEditing('new')}
          onImport={() => setImporting('choose')}
          jobs={jobs}
        />
        <PhraseList
          filter={filter}
          onEdit={(phraseId) => setEditing({ phraseId })}
          onNew={() => setEditing('new')}
          onImport={() => setImporting('choose')}
          onShowAll={() => setFilter({ text: '', groupId: undefined, step: undefined })}
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
      {importing && (
        <ImportDialog
          dropped={importing === 'choose' ? null : importing}
          onClose={() => setImporting(null)}
        />
      )}
    </div>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}
