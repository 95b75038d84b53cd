import type { ReactNode } from 'react'
import styles from './Settings.module.css'

interface SettingsSectionProps {
  title: string
  /** By which a field of the form is found that has no element of its own. */
  id?: string
  explanation?: string
  children: ReactNode
}

/** A heading with its explanation on the left, what can be set on the right. */
export function SettingsSection({ id, title, explanation, children }: SettingsSectionProps) {
  return (
    <section id={id} className={styles.section} aria-label={title}>
      <header>
        {/* The page's list of sections leads here, and so does the keyboard. */}
        <h2 tabIndex={-1}>{title}</h2>
        {explanation && <p className={styles.explanation}>{explanation}</p>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
