import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface EmptyStateProps {
  title: string
  /** What to do about it. */
  children?: ReactNode
  actions?: ReactNode
}

/** What stands where there is nothing to show: why, and what to do next. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <svg className={styles.drawing} viewBox="0 0 96 72" aria-hidden="true">
        <path d="M14 20h50a6 6 0 0 1 6 6v20a6 6 0 0 1-6 6H38L26 62V52H14a6 6 0 0 1-6-6V26a6 6 0 0 1 6-6z" />
        <path d="M20 31h38M20 40h24" className={styles.line} />
        <circle cx="76" cy="18" r="10" className={styles.ring} pathLength="6" strokeDasharray="5 1" />
      </svg>
      <h2 className={styles.title}>{title}</h2>
      {children && <p className={styles.words}>{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
