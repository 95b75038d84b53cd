import { useMutation } from '@tanstack/react-query'
import { Alert } from 'antd'
import { rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { Copyable } from '../../components/Copyable.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { backupStrings as words } from '../../strings/backup.ts'
import styles from './Backup.module.css'
import { momentWords } from './moments.ts'
import { useRecovery } from './use-backups.ts'

/** Above every page after a damage was mended: what was saved, what came from a backup, what may be gone. */
export function RecoveryNotice() {
  const notice = useNotice()
  const { data: recovery } = useRecovery()
  const putAway = useMutation({
    mutationFn: () => rpc.backups.putRecoveryAway.mutate(),
    onError: notice.failed,
  })
  if (!recovery) return null
  return (
    <Alert
      className={styles.recovery}
      type={recovery.isComplete ? 'success' : 'warning'}
      showIcon
      title={words.recovered}
      description={
        <>
          <p>{recovery.damage}</p>
          <ul>
            {recovery.tables.map(({ table, label, read, fromBackup, hasGaps }) => (
              <li key={table}>{words.recoveredRows(label, read, fromBackup, hasGaps)}</li>
            ))}
          </ul>
          {recovery.isComplete && <p>{words.complete}</p>}
          {recovery.backup && <p>{words.recoveredFrom(momentWords(recovery.backup.at))}</p>}
          <p>
            {words.keptIn} <Copyable text={recovery.keptIn} />
          </p>
        </>
      }
      action={
        <BusyButton size="small" isBusy={putAway.isPending} onClick={() => putAway.mutate()}>
          {words.understood}
        </BusyButton>
      }
    />
  )
}
