import { Input, InputNumber, Select, Tag } from 'antd'
import { useId } from 'react'
import type { ProductImportOptions, ProductTable } from '../../../../shared/model/product-transfer.ts'
import { strings } from '../../strings.ts'
import styles from './ColumnMapping.module.css'
import { usesFor } from './column-uses.ts'
import dialog from './Transfer.module.css'

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
    <section className={styles.mapping} aria-label={words.columns} aria-busy={isReading}>
      <p className={dialog.advice}>
        {words.about(table.fileName, words.formats[table.format], table.encoding)}
      </p>
      <div className={styles.reading}>
        {table.sheets.length > 1 && (
          <label htmlFor={`${id}-sheet`}>
            {words.sheet}
            <Select
              id={`${id}-sheet`}
              size="small"
              options={table.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              value={table.sheet}
              onChange={(sheet) => onChange({ sheet, headerRow: null, mapping: {} })}
            />
          </label>
        )}
        <label htmlFor={`${id}-row`}>
          {words.headerRow}
          <InputNumber
            id={`${id}-row`}
            size="small"
            min={1}
            max={1000}
            precision={0}
            value={table.headerRow}
            onChange={(headerRow) => headerRow !== null && onChange({ headerRow, mapping: {} })}
          />
        </label>
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
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section className={styles.columns} tabIndex={0} aria-label={words.columns}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.use}</th>
              <th scope="col">{words.samples}</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map((column) => (
              <tr key={column.name} className={column.use === 'skip' ? styles.skipped : undefined}>
                <th scope="row">{column.name}</th>
                <td>
                  <Select
                    size="small"
                    className={styles.use}
                    aria-label={words.purposeOf(column.name)}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={usesFor(column)}
                    value={column.use}
                    onChange={(use) => onChange({ mapping: { ...options.mapping, [column.name]: use } })}
                  />
                  {column.because === 'remembered' && <Tag variant="filled">{words.remembered}</Tag>}
                </td>
                <td>{column.samples.join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
