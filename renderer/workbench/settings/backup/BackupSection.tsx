import { useMutation } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import type { Backup } from '../../../../shared/model/backup.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { backupStrings as words } from '../../strings/backup.ts'
import { SettingsSection } from '../SettingsSection.tsx'
import styles from './Backup.module.css'
import { BackupFolder } from './BackupFolder.tsx'
import { BackupTable } from './BackupTable.tsx'
import { Everything } from './Everything.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { useBackups } from './use-backups.ts'

/** 备份与恢复: what there is to go back to, and the way there and back. */
export function BackupSection({ isFolderChosen }: { isFolderChosen: boolean }) {
  const notice = useNotice()
  const { data, error } = useBackups()
  const [restoring, setRestoring] = useState<Backup | null>(null)
  const make = useMutation({
    mutationFn: () => rpc.backups.make.mutate(),
    onSuccess: (backup) =>
      notice.done(backup.holds ? `${words.made}：${words.holds(backup.holds)}` : words.made),
    onError: notice.failed,
  })
  return (
    <SettingsSection id="backup" title={words.title} explanation={words.explanation}>
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
      {data && (
        <>
          {data.trouble && <Alert className={styles.trouble} type="warning" showIcon title={data.trouble} />}
          <BusyButton isBusy={make.isPending} onClick={() => make.mutate()}>
            {words.make}
          </BusyButton>
          <BackupTable backups={data.backups} onRestore={setRestoring} />
          <BackupFolder folder={data.folder} isChosen={isFolderChosen} />
          <Everything archives={data.archives} />
        </>
      )}
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </SettingsSection>
  )
}
