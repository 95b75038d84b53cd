import { useMutation } from '@tanstack/react-query'
import { Popconfirm } from 'antd'
import type { Archive } from '../../../../shared/model/backup.ts'
import { rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { backupStrings as words } from '../../strings/backup.ts'
import styles from './Backup.module.css'
import { momentWords, sizeWords } from './moments.ts'

/** All data in one file: making one, and taking one over from another machine. */
export function Everything({ archives }: { archives: readonly Archive[] }) {
  const notice = useNotice()
  const save = useMutation({
    mutationFn: () => rpc.backups.exportEverything.mutate(),
    onSuccess: ({ name }) => notice.done(words.exported(name)),
    onError: notice.failed,
  })
  const undo = useMutation({
    mutationFn: (name: string) => rpc.backups.restore.mutate(name),
    onSuccess: () => notice.done(words.undone),
    onError: notice.failed,
  })
  const take = useMutation({
    mutationFn: (name: string) => rpc.backups.importEverything.mutate(name),
    onSuccess: (outcome) =>
      notice.undoable(`${words.restored}：${words.holds(outcome.holds)}`, () =>
        undo.mutate(outcome.undo.name),
      ),
    onError: notice.failed,
  })
  return (
    <div className={styles.everything}>
      <h3>{words.everything}</h3>
      <p className={styles.hint}>{words.everythingExplanation}</p>
      <BusyButton isBusy={save.isPending} onClick={() => save.mutate()}>
        {words.exportEverything}
      </BusyButton>
      {archives.length > 0 && (
        <ul className={styles.archives}>
          {archives.map(({ name, at, bytes }) => (
            <li key={name}>
              <span>{name}</span>
              <span className={styles.hint}>{`${momentWords(at)} · ${sizeWords(bytes)}`}</span>
              <Popconfirm
                title={words.importTitle}
                description={words.restoreExplanation}
                okText={words.importEverything}
                onConfirm={() => take.mutate(name)}
              >
                <BusyButton size="small" isBusy={take.isPending} aria-label={words.importThis(name)}>
                  {words.importEverything}
                </BusyButton>
              </Popconfirm>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
