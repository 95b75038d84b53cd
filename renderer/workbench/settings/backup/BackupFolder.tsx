import { useMutation } from '@tanstack/react-query'
import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { Copyable } from '../../components/Copyable.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { backupStrings as words } from '../../strings/backup.ts'
import { strings } from '../../strings.ts'
import styles from './Backup.module.css'

/** Where backups go, and a way to send them elsewhere. */
export function BackupFolder({ folder, isChosen }: { folder: string; isChosen: boolean }) {
  const notice = useNotice()
  const [next, setNext] = useState<string | null>(null)
  const choose = useMutation({
    mutationFn: (to: string | null) => rpc.backups.chooseFolder.mutate(to),
    onSuccess() {
      notice.done(words.folderChanged)
      setNext(null)
    },
    onError: notice.failed,
  })
  if (next === null) {
    return (
      <p className={styles.folder}>
        {words.folder} <Copyable text={folder} />
        <Button size="small" type="link" onClick={() => setNext(isChosen ? folder : '')}>
          {words.changeFolder}
        </Button>
        {isChosen && (
          <Button size="small" type="link" onClick={() => choose.mutate(null)}>
            {words.defaultFolder}
          </Button>
        )}
      </p>
    )
  }
  return (
    <div className={styles.folder}>
      <Space.Compact block>
        <Input
          autoFocus
          aria-label={words.folder}
          placeholder={words.folderHint}
          value={next}
          onChange={(event) => setNext(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && choose.mutate(next)}
        />
        <BusyButton type="primary" isBusy={choose.isPending} onClick={() => choose.mutate(next)}>
          {words.changeFolder}
        </BusyButton>
        <Button onClick={() => setNext(null)}>{strings.cancel}</Button>
      </Space.Compact>
      <p className={styles.hint}>{words.folderHint}</p>
    </div>
  )
}
