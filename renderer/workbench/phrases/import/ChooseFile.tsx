import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { FileDrop } from '../../components/FileDrop.tsx'
import { importStrings } from '../../strings/import.ts'
import { usableFiles } from './send-files.ts'
import styles from './Wizard.module.css'

const words = importStrings.phrases

/** A file, a folder with pictures beside the phrases, or some columns from a spreadsheet. */
export function ChooseFile({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const folder = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const [file] = event.clipboardData?.files ?? []
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (file) onFiles([file])
      else if (text.trim() !== '') onFiles([new File([text], words.pastedName)])
      else return
      event.preventDefault()
    }
    window.addEventListener('paste', take)
    return () => window.removeEventListener('paste', take)
  }, [onFiles])

  return (
    <>
      <FileDrop
        label={words.choose}
        title={words.drop}
        formats={words.formats}
        accept=".csv,.txt,.tsv,.xlsx,.zip,.yml,.yaml"
        onFile={(file) => onFiles([file])}
      />
      <div className={styles.others}>
        <input
          ref={folder}
          type="file"
          hidden
          // @ts-expect-error: not in React's types; every browser has it.
          webkitdirectory=""
          onChange={(event) => onFiles(usableFiles([...(event.target.files ?? [])]))}
        />
        <Button onClick={() => folder.current?.click()}>{words.folder}</Button>
        <p>
          {words.folderHint}
          <br />
          {words.paste}
        </p>
      </div>
    </>
  )
}
