import { Progress as Bar } from 'antd'
import { importStrings } from '../../strings/import.ts'
import type { Progress } from './import-stage.ts'
import styles from './Wizard.module.css'

const words = importStrings.phrases

/** How far it is, in rows where rows are counted. */
export function ImportProgress({ progress, before }: { progress: Progress | null; before: string }) {
  const { doing, rows, total } = progress ?? { doing: null, rows: 0, total: null }
  const percent = total ? Math.min(100, Math.round((rows / total) * 100)) : 0
  const counted = total !== null && (doing === 'checking' || doing === 'writing')
  return (
    <div className={styles.progress} role="status">
      <p>{doing === null ? before : words.progress[doing]}</p>
      <Bar
        percent={doing === 'writing' ? 100 : percent}
        status={doing === 'writing' ? 'active' : 'normal'}
        showInfo={false}
        aria-label={doing === null ? before : words.progress[doing]}
      />
      <p className={styles.rows}>{counted ? words.progressRows(rows, total) : '\u00a0'}</p>
    </div>
  )
}
