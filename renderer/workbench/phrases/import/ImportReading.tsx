import { Select } from 'antd'
import { useId } from 'react'
import {
  PHRASE_FIELD_NAMES,
  PHRASE_FIELDS,
  type PhraseColumnUse,
  type PhraseImportOptions,
  type PhraseTable,
} from '../../../../shared/model/phrase-transfer.ts'
import { DELIMITERS, TEXT_ENCODINGS } from '../../../../shared/model/transfer.ts'
import { ColumnTable } from '../../components/import/ColumnTable.tsx'
import dialog from '../../components/import/Import.module.css'
import { ReadingFields } from '../../components/import/ReadingFields.tsx'
import { importStrings } from '../../strings/import.ts'
import styles from './Wizard.module.css'

interface ImportReadingProps {
  table: PhraseTable
  /** Null while nobody knows. */
  rows: number | null
  options: PhraseImportOptions
  /** A correction is being tried. */
  isReading: boolean
  /** The columns have to be told. */
  isUnclear: boolean
  onChange: (changed: Partial<PhraseImportOptions>) => void
}

const words = importStrings.phrases

const USES: { value: PhraseColumnUse; label: string }[] = [
  { value: 'skip', label: words.skip },
  ...PHRASE_FIELDS.map((field) => ({ value: field, label: PHRASE_FIELD_NAMES[field] })),
]

/** How the file was understood: its format, its text, and what each column holds, all to be corrected. */
export function ImportReading({ table, rows, options, isReading, isUnclear, onChange }: ImportReadingProps) {
  const id = useId()
  const used = table.columns.filter(({ use }) => use !== 'skip').length
  return (
    <section className={dialog.mapping} aria-label={importStrings.columns} aria-busy={isReading}>
      <p className={dialog.advice}>{words.about(table.fileName, words.fileFormats[table.format], rows)}</p>
      <ReadingFields
        sheet={table.sheet}
        sheets={table.sheets}
        headerRow={table.headerRow}
        onSheet={(sheet) => onChange({ sheet, headerRow: null, mapping: {} })}
        onHeaderRow={(headerRow) => onChange({ headerRow, mapping: {} })}
      >
        {table.encoding !== 'XLSX' && (
          <label htmlFor={`${id}-encoding`}>
            {words.encoding}
            <Select
              id={`${id}-encoding`}
              size="small"
              options={TEXT_ENCODINGS.map((encoding) => ({ value: encoding, label: encoding }))}
              value={table.encoding}
              onChange={(encoding) => onChange({ encoding, headerRow: null, mapping: {} })}
            />
          </label>
        )}
        {table.delimiter !== null && (
          <label htmlFor={`${id}-delimiter`}>
            {words.delimiter}
            <Select
              id={`${id}-delimiter`}
              size="small"
              options={DELIMITERS.map((mark) => ({ value: mark, label: words.delimiters[mark] }))}
              value={table.delimiter}
              onChange={(delimiter) => onChange({ delimiter, headerRow: null, mapping: {} })}
            />
          </label>
        )}
      </ReadingFields>
      {table.columns.length > 0 && (
        <details className={styles.columns} open={isUnclear || used < table.columns.length}>
          <summary>{words.columnsUsed(used, table.columns.length)}</summary>
          <ColumnTable
            columns={table.columns}
            usesFor={() => USES}
            unused="skip"
            onUse={(column, use) => onChange({ mapping: { ...options.mapping, [column]: use } })}
          />
        </details>
      )}
    </section>
  )
}
