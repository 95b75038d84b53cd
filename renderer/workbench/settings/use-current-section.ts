import { type RefObject, useEffect, useState } from 'react'

/** A section is read once its head has come this near to the upper edge. */
const READ_FROM_PX = 100

/** The section of a scrolling page that is being read, by its id. */
export function useCurrentSection(
  page: RefObject<HTMLElement | null>,
  ids: readonly string[],
): string | null {
  const [current, setCurrent] = useState<string | null>(ids[0] ?? null)

  useEffect(() => {
    const scrolled = page.current
    if (!scrolled) return
    const look = () => {
      const { top } = scrolled.getBoundingClientRect()
      const begun = ids.filter((id) => {
        const section = document.getElementById(id)
        return section !== null && section.getBoundingClientRect().top - top <= READ_FROM_PX
      })
      setCurrent(begun.at(-1) ?? ids[0] ?? null)
    }
    scrolled.addEventListener('scroll', look, { passive: true })
    return () => scrolled.removeEventListener('scroll', look)
  }, [page, ids])

  return current
}
