import { useEffect, useRef } from 'react'
import { useDrag } from './drag.ts'
import styles from './GroupPanel.module.css'

/** What hangs on the pointer while it is dragged. */
export function DragGhost() {
  const dragged = useDrag((drag) => drag.dragged)
  const mayDrop = useDrag((drag) => drag.mark !== null)
  const ghost = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!dragged) return
    const follow = ({ clientX, clientY }: PointerEvent) => {
      if (ghost.current) ghost.current.style.transform = `translate(${clientX + 12}px, ${clientY + 8}px)`
    }
    addEventListener('pointermove', follow)
    return () => removeEventListener('pointermove', follow)
  }, [dragged])
  if (!dragged) return null
  return (
    <div ref={ghost} className={styles.ghost} data-may-drop={mayDrop} aria-hidden="true">
      {dragged.label}
    </div>
  )
}
