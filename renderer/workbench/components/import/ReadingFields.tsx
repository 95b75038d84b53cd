import { InputNumber, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { importStrings as words } from '../../strings/import.ts'
import styles from './ReadingFields.module.css'

interface ReadingFieldsProps {
  sheet: string | null
  sheets: readonly string[]
  /** Null for a file without a row of names. */
  headerRow: number | null
  onSheet: (sheet: string) => void
  onHeaderRow: (row: number) => void
  /** What else can be said of how the file is to be read. */
  children?: ReactNode
}

/** How a table is read, as it was found out, to be corrected. */
export function ReadingFields({
  sheet,
  sheets,
  headerRow,
  onSheet,
  onHeaderRow,
  children,
}: ReadingFieldsProps) {
  const id = useId()
  return (
    <div className={styles.reading}>
      {sheets.length > 1 && (
        <label htmlFor={`${id}-sheet`}>
          {words.sheet}
          <Select
            id={`${id}-sheet`}
            size="small"
            options={sheets.map((name) => ({ value: name, label: name }))}
            value={sheet}
            onChange={(name) => name !== null && onSheet(name)}
          />
        </label>
      )}
      {headerRow !== null && (
        <label htmlFor={`${id}-row`}>
          {words.headerRow}
          <InputNumber
            id={`${id}-row`}
            size="small"
            min={1}
            max={1000}
            precision={0}
            value={headerRow}
            onChange={(row) => row !== null && onHeaderRow(row)}
          />
        </label>
      )}
      {children}
    </div>
  )
}
