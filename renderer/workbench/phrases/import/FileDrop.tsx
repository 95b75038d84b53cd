import { type DragEvent, useState } from 'react'
import { FileIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import styles from './Import.module.css'

/** A place to drop a file, which is also the button that asks for one. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    <label
      className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        type="file"
        className="heard"
        accept=".csv,.txt,text/csv"
        aria-label={strings.import.choose}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
        }}
      />
      <FileIcon size="2rem" />
      <strong>{strings.import.drop}</strong>
      <span className={styles.advice}>{strings.import.formats}</span>
    </label>
  )
}
