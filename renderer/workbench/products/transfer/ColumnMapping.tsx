import { Input } from 'antd'
import { useId } from 'react'
import type { ProductImportOptions, ProductTable } from '../../../../shared/model/product-transfer.ts'
import { ColumnTable } from '../../components/import/ColumnTable.tsx'
import dialog from '../../components/import/Import.module.css'
import { ReadingFields } from '../../components/import/ReadingFields.tsx'
import { strings } from '../../strings.ts'
import { usesFor } from './column-uses.ts'

interface ColumnMappingProps {
  table: ProductTable
  options: ProductImportOptions
  /** A correction is being tried. */
  isReading: boolean
  onChange: (changed: Partial<ProductImportOptions>) => void
}

const words = strings.products.transfer

/** How the file was understood: its format, its head, and what each column is used for, all to be corrected. */
export function ColumnMapping({ table, options, isReading, onChange }: ColumnMappingProps) {
  const id = useId()
  return (
    <section className={dialog.mapping} aria-label={words.columns} aria-busy={isReading}>
      <p className={dialog.advice}>
        {words.about(table.fileName, words.formats[table.format], table.encoding)}
      </p>
      <ReadingFields
        sheet={table.sheet}
        sheets={table.sheets}
        headerRow={table.headerRow}
        onSheet={(sheet) => onChange({ sheet, headerRow: null, mapping: {} })}
        onHeaderRow={(headerRow) => onChange({ headerRow, mapping: {} })}
      >
        <label htmlFor={`${id}-category`}>
          {words.category}
          <Input
            id={`${id}-category`}
            size="small"
            maxLength={60}
            defaultValue={options.category}
            onBlur={(event) => {
              const category = event.target.value.trim()
              if (category && category !== options.category) onChange({ category })
            }}
          />
        </label>
      </ReadingFields>
      <ColumnTable
        columns={table.columns}
        usesFor={usesFor}
        unused="skip"
        onUse={(column, use) => onChange({ mapping: { ...options.mapping, [column]: use } })}
      />
    </section>
  )
}
