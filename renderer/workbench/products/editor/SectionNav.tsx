import { type RefObject, useEffect, useState } from 'react'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'
import {
  goToSection,
  SECTION_IDS,
  SECTIONS,
  type SectionId,
  sectionElementId,
  sectionOf,
} from './sections.ts'

interface SectionNavProps {
  page: RefObject<HTMLElement | null>
  /** Fields of the form that the last attempt to save was refused for. */
  wrongFields: readonly string[]
}

/** The form's parts, to go to each at once; where something is wrong is marked. */
export function SectionNav({ page, wrongFields }: SectionNavProps) {
  const inSight = useSectionInSight(page)
  const wrong = new Set(wrongFields.map(sectionOf))
  return (
    <nav className={styles.nav} aria-label={strings.products.editor.sections}>
      {SECTION_IDS.map((id) => (
        <button
          key={id}
          type="button"
          className={wrong.has(id) ? `${styles.navEntry} ${styles.bad}` : styles.navEntry}
          aria-current={id === inSight ? 'true' : undefined}
          onClick={() => page.current && goToSection(page.current, id)}
        >
          {SECTIONS[id].title}
        </button>
      ))}
    </nav>
  )
}

/** The topmost section that is in the upper part of the page. */
function useSectionInSight(page: RefObject<HTMLElement | null>): SectionId {
  const [inSight, setInSight] = useState<SectionId>('basics')
  useEffect(() => {
    const root = page.current
    if (!root) return
    const visible = new Set<Element>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) visible.add(target)
          else visible.delete(target)
        const first = SECTION_IDS.find((id) =>
          [...visible].some(({ id: own }) => own === sectionElementId(id)),
        )
        if (first) setInSight(first)
      },
      { root, rootMargin: '-20% 0px -60% 0px' },
    )
    for (const section of root.querySelectorAll('section[id]')) observer.observe(section)
    return () => observer.disconnect()
  }, [page])
  return inSight
}
