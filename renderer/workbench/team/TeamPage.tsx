import { Alert, Button } from 'antd'
import { type DragEvent, useState } from 'react'
import type { TeamLibrary } from '../../../shared/model/team.ts'
import { messageOf } from '../../client/index.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { FileDrop } from '../components/FileDrop.tsx'
import { PlusIcon } from '../components/icons.tsx'
import { teamStrings as words } from '../strings/team.ts'
import { KeyDialog } from './KeyDialog.tsx'
import { LibraryCard } from './LibraryCard.tsx'
import { LibraryDialog } from './LibraryDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { PackDialog } from './pack/PackDialog.tsx'
import styles from './TeamPage.module.css'
import { useOpenPack, useTeamLibraries } from './use-team.ts'

/** What is open over the page. */
type Task = { kind: 'create' } | { kind: 'edit' | 'publish' | 'write-key' | 'take-key'; library: TeamLibrary }

/** 团队: the libraries that this machine publishes or subscribes to, and where packs come in. */
export default function TeamPage() {
  const libraries = useTeamLibraries()
  const pack = useOpenPack()
  const [task, setTask] = useState<Task | null>(null)
  const close = () => setTask(null)
  if (libraries.error)
    return <Alert className={styles.error} type="error" showIcon title={messageOf(libraries.error)} />
  if (!libraries.data) return null

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file && !task && !pack.data) pack.mutate(file)
  }
  const isEmpty = libraries.data.length === 0
  const create = (
    <Button icon={<PlusIcon />} onClick={() => setTask({ kind: 'create' })}>
      {words.create}
    </Button>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is the mouse's way; the field above is everyone's
    <div className={styles.page} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <header className={styles.head}>
        <h1>{words.heading}</h1>
        <p>{words.explanation}</p>
        {!isEmpty && create}
      </header>
      <FileDrop
        label={words.open}
        title={words.choose}
        formats={words.formats}
        accept=".g6pack"
        onFile={(file) => pack.mutate(file)}
      />
      {pack.error && (
        <Alert type="error" showIcon closable={{ onClose: pack.reset }} title={messageOf(pack.error)} />
      )}
      {isEmpty ? (
        <EmptyState title={words.none} actions={create}>
          {words.noneAdvice}
        </EmptyState>
      ) : (
        <ul className={styles.libraries}>
          {libraries.data.map((library) => (
            <LibraryCard key={library.id} library={library} onTask={(kind) => setTask({ kind, library })} />
          ))}
        </ul>
      )}
      {pack.data && <PackDialog key={pack.data.preview.fingerprint} pack={pack.data} onClose={pack.reset} />}
      {task?.kind === 'create' && <LibraryDialog library={null} onClose={close} />}
      {task?.kind === 'edit' && <LibraryDialog library={task.library} onClose={close} />}
      {task?.kind === 'publish' && <PublishDialog library={task.library} onClose={close} />}
      {(task?.kind === 'write-key' || task?.kind === 'take-key') && (
        <KeyDialog library={task.library} isTaking={task.kind === 'take-key'} onClose={close} />
      )}
    </div>
  )
}
