import { Alert, Button } from 'antd'
import { type DragEvent, useEffect, useEffectEvent, useState } from 'react'
import { messageOf } from '../../client/index.ts'
import type { Route } from '../app/route.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { FileDrop } from '../components/FileDrop.tsx'
import { PlusIcon } from '../components/icons.tsx'
import { channelStrings } from '../strings/channels.ts'
import { teamStrings as words } from '../strings/team.ts'
import { useChannels } from './channel/use-channels.ts'
import { WaitingCard } from './channel/WaitingCard.tsx'
import { LibraryCard } from './LibraryCard.tsx'
import { PackDialog } from './pack/PackDialog.tsx'
import { TeamDialogs, type TeamTask } from './TeamDialogs.tsx'
import styles from './TeamPage.module.css'
import { type OpenPack, useOpenPack, useOpenRelease, useTeamLibraries } from './use-team.ts'

interface TeamPageProps {
  /** A pack that the desk has, from a double click or from another page. */
  packId: string | null
  go: (next: Route) => void
}

/** 团队: the libraries that this machine publishes or subscribes to, and where their releases come in. */
export default function TeamPage({ packId, go }: TeamPageProps) {
  const libraries = useTeamLibraries()
  const channels = useChannels()
  const pack = useOpenPack()
  const release = useOpenRelease()
  const [task, setTask] = useState<TeamTask | null>(null)
  const openGiven = useEffectEvent((id: string) => pack.mutate(id))
  useEffect(() => {
    if (packId !== null) openGiven(packId)
  }, [packId])
  const error = libraries.error ?? channels.error
  if (!libraries.data || !channels.data)
    return error && <Alert className={styles.error} type="error" showIcon title={messageOf(error)} />

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file && !task && !pack.data && !release.data) pack.mutate(file)
  }
  const closePack = () => {
    pack.data?.close()
    pack.reset()
    if (packId !== null) go({ page: 'team', packId: null })
  }
  const known = new Set(libraries.data.map(({ id }) => id))
  const expected = channels.data.filter(({ libraryId }) => !known.has(libraryId))
  const led = new Set(libraries.data.flatMap(({ id, role }) => (role === 'publisher' ? id : [])))
  const isLead = ({ preview }: OpenPack) => led.has(preview.library.id)
  const isEmpty = known.size + expected.length === 0
  const lookInto = (libraryId: string) => ({
    onLook: () => release.mutate(libraryId),
    isLooking: release.isPending && release.variables === libraryId,
  })
  const ways = (
    <>
      <Button onClick={() => setTask({ kind: 'subscribe', address: null })}>{channelStrings.follow}</Button>
      <Button icon={<PlusIcon />} onClick={() => setTask({ kind: 'create' })}>
        {words.create}
      </Button>
    </>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is the mouse's way; the field above is everyone's
    <div className={styles.page} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <header className={styles.head}>
        <h1>{words.heading}</h1>
        <p>{words.explanation}</p>
        {!isEmpty && <div className={styles.ways}>{ways}</div>}
      </header>
      <FileDrop
        label={words.open}
        title={words.choose}
        formats={words.formats}
        accept=".g6pack"
        onFile={(file) => pack.mutate(file)}
      />
      {[
        { trouble: pack.error, onClose: closePack },
        { trouble: release.error, onClose: release.reset },
      ].map(
        ({ trouble, onClose }, at) =>
          trouble && (
            <Alert
              key={at === 0 ? 'pack' : 'release'}
              type="error"
              showIcon
              closable={{ onClose }}
              title={messageOf(trouble)}
            />
          ),
      )}
      {isEmpty ? (
        <EmptyState title={words.none} actions={ways}>
          {words.noneAdvice}
        </EmptyState>
      ) : (
        <ul className={styles.libraries}>
          {libraries.data.map((library) => (
            <LibraryCard
              key={library.id}
              library={library}
              channel={channels.data.find(({ libraryId }) => libraryId === library.id) ?? null}
              onTask={(kind) => setTask({ kind, library })}
              {...lookInto(library.id)}
            />
          ))}
          {expected.map((channel) => (
            <WaitingCard
              key={channel.libraryId}
              channel={channel}
              onSecret={() => setTask({ kind: 'subscribe', address: channel.address })}
              {...lookInto(channel.libraryId)}
            />
          ))}
        </ul>
      )}
      {pack.data && (
        <PackDialog
          key={pack.data.preview.manifestHash}
          pack={pack.data}
          isLead={isLead(pack.data)}
          onClose={closePack}
        />
      )}
      {release.data && (
        <PackDialog
          key={release.data.preview.manifestHash}
          pack={release.data}
          isLead={isLead(release.data)}
          onClose={release.reset}
        />
      )}
      {task && <TeamDialogs task={task} channels={channels.data} onClose={() => setTask(null)} />}
    </div>
  )
}
