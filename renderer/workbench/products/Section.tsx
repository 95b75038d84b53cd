import type { ReactNode } from 'react'
import { Copyable } from '../components/Copyable.tsx'
import styles from './ProductBriefing.module.css'

interface SectionProps {
  title: string
  /** Said beside the title, e.g. how old the figures are. */
  note?: ReactNode
  children: ReactNode
}

export function Section({ title, note, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.sectionHead}>
        <h2>{title}</h2>
        {note && <span className={styles.note}>{note}</span>}
      </header>
      {children}
    </section>
  )
}

/** Facts one below the other; nothing at all when there are none. */
export function FactList({ title, note, facts }: { title: string; note?: string; facts: readonly string[] }) {
  if (facts.length === 0) return null
  return (
    <Section title={title} note={note}>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>
            <Copyable text={fact} block />
          </li>
        ))}
      </ul>
    </Section>
  )
}
