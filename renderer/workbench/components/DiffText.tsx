import type { DiffPart } from '../../../shared/text/word-diff.ts'
import styles from './DiffText.module.css'

/** A text with what was taken out of it struck through and what came into it marked. */
export function DiffText({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <p className={styles.text}>
      {parts.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        return kind === 'removed' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>
      })}
    </p>
  )
}
