import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { ImportFailure } from '../../../../shared/model/transfer.ts'
import styles from './Import.module.css'

/** What went wrong with a file, what to do about it, and perhaps the way there. */
export function Failure({
  title,
  failure,
  action,
}: {
  title: string
  failure: ImportFailure
  action?: ReactNode
}) {
  return (
    <Alert
      type="error"
      showIcon
      title={title}
      action={action}
      description={
        <>
          <p>{failure.reason}</p>
          <p className={styles.advice}>{failure.advice}</p>
        </>
      }
    />
  )
}
