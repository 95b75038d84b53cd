import { useMutation, useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import type { Backup } from '../../../../shared/model/backup.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { backupStrings as words } from '../../strings/backup.ts'
import styles from './Backup.module.css'
import { momentWords } from './moments.ts'

/** Shows what the library holds and what it would hold, then restores; the notice after it takes it back. */
export function RestoreDialog({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const notice = useNotice()
  const preview = useQuery({
    queryKey: ['backups', 'preview', backup.name],
    queryFn: () => rpc.backups.preview.query(backup.name),
    gcTime: 0,
  })
  const undo = useMutation({
    mutationFn: (name: string) => rpc.backups.restore.mutate(name),
    onSuccess: () => notice.done(words.undone),
    onError: notice.failed,
  })
  const restore = useMutation({
    mutationFn: () => rpc.backups.restore.mutate(backup.name),
    onSuccess(outcome) {
      notice.undoable(`${words.restored}：${words.holds(outcome.holds)}`, () =>
        undo.mutate(outcome.undo.name),
      )
      onClose()
    },
    onError: notice.failed,
  })
  const { data } = preview
  return (
    <Modal
      open
      width={460}
      title={words.restoreTitle}
      okText={words.restore}
      okButtonProps={{ disabled: !data?.backup.holds }}
      confirmLoading={restore.isPending}
      onOk={() => restore.mutate()}
      onCancel={onClose}
    >
      <p>{`${momentWords(backup.at)} · ${words.reasons[backup.reason]}`}</p>
      {preview.error && <p>{messageOf(preview.error)}</p>}
      {data && (
        <dl className={styles.comparison}>
          <dt>{words.now}</dt>
          <dd>{words.holds(data.now)}</dd>
          <dt>{words.afterwards}</dt>
          <dd>{data.backup.holds ? words.holds(data.backup.holds) : data.backup.problem}</dd>
        </dl>
      )}
      <p className={styles.hint}>{words.restoreExplanation}</p>
    </Modal>
  )
}
