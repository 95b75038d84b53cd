import type { ReactNode } from 'react'
import { useNotice } from '../data/use-notice.tsx'
import { strings } from '../strings.ts'
import styles from './Copyable.module.css'
import { CopyIcon } from './icons.tsx'

interface CopyableProps {
  /** What lands on the clipboard. */
  text: string
  /** How the fact is shown, when not by its text. */
  children?: ReactNode
  /** Set as a paragraph of its own rather than inside a line. */
  block?: boolean
}

/** A fact that a click, or Enter on it, copies. */
export function Copyable({ text, children = text, block = false }: CopyableProps) {
  const notice = useNotice()
  return (
    <button
      type="button"
      className={block ? `${styles.copyable} ${styles.block}` : styles.copyable}
      title={strings.copyHint}
      onClick={() => void notice.copy(text, text)}
    >
      <span>{children}</span>
      <span className={styles.icon}>
        <CopyIcon size="0.9em" />
      </span>
    </button>
  )
}
