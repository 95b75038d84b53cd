import { Button, Table } from 'antd'
import type { Backup } from '../../../../shared/model/backup.ts'
import { backupStrings as words } from '../../strings/backup.ts'
import styles from './Backup.module.css'
import { momentWords, sizeWords } from './moments.ts'

interface BackupTableProps {
  backups: readonly Backup[]
  onRestore: (backup: Backup) => void
}

/** Newest first: when, why, what is in it, how large. */
export function BackupTable({ backups, onRestore }: BackupTableProps) {
  return (
    <Table<Backup>
      className={styles.table ?? ''}
      size="small"
      rowKey="name"
      aria-label={words.list}
      dataSource={backups}
      pagination={false}
      locale={{ emptyText: words.none }}
      columns={[
        { title: words.columns.at, key: 'at', render: (_, { at }) => momentWords(at) },
        { title: words.columns.reason, key: 'reason', render: (_, { reason }) => words.reasons[reason] },
        {
          title: words.columns.holds,
          key: 'holds',
          render: (_, { holds, problem }) => (holds ? words.holds(holds) : problem),
        },
        { title: words.columns.bytes, key: 'bytes', render: (_, { bytes }) => sizeWords(bytes) },
        {
          key: 'restore',
          align: 'right',
          render: (_, backup) => (
            <Button
              size="small"
              disabled={backup.problem !== null}
              aria-label={words.restoreThis(momentWords(backup.at))}
              onClick={() => onRestore(backup)}
            >
              {words.restore}
            </Button>
          ),
        },
      ]}
    />
  )
}
