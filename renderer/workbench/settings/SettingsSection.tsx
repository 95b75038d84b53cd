import type { ReactNode } from 'react'
import styles from './Settings.module.css'

interface SettingsSectionProps {
  title: string
  explanation?: string
  children: ReactNode
}

/** A heading with its explanation on the left, what can be set on the right. */
export function SettingsSection({ title, explanation, children }: SettingsSectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {explanation && <p className={styles.explanation}>{explanation}</p>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
