import type { ReactNode } from 'react'
import styles from './ProductEditor.module.css'
import { SECTIONS, type SectionId, sectionElementId } from './sections.ts'

/** A part of the form under its heading, with what it is for. */
export function EditorSection({ id, children }: { id: SectionId; children: ReactNode }) {
  const { title, hint } = SECTIONS[id]
  return (
    <section id={sectionElementId(id)} className={styles.section} aria-label={title}>
      <header className={styles.sectionHead}>
        <h2>{title}</h2>
        {hint && <p>{hint}</p>}
      </header>
      {children}
    </section>
  )
}
