import { type DragEvent, useState } from 'react'
import styles from './FileDrop.module.css'
import { FileIcon } from './icons.tsx'

interface FileDropProps {
  /** What is asked for, for ears. */
  label: string
  title: string
  /** What files it may be. */
  formats: string
  /** As an input's `accept`. */
  accept: string
  onFile: (file: File) => void
}

/** A place to drop a file, which is also the button that asks for one. */
export function FileDrop({ label, title, formats, accept, onFile }: FileDropProps) {
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
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
        }}
      />
      <FileIcon size="2rem" />
      <strong>{title}</strong>
      <span className={styles.formats}>{formats}</span>
    </label>
  )
}
