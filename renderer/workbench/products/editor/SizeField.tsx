import { Button, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { MEASURE_NAMES, MEASURES, type Measure } from '../../../../shared/model/measures.ts'
import { PlusIcon, TrashIcon, WarningIcon } from '../../components/icons.tsx'
import { cornersOf, FIRST, within, withoutRows } from '../../components/sheet/cells.ts'
import { Sheet } from '../../components/sheet/Sheet.tsx'
import { useHistory } from '../../components/sheet/use-history.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'
import type { WeightUnit } from './range-text.ts'
import {
  MOST_SIZES,
  readSizeSheet,
  type SizeSheet,
  sizeColumns,
  sizeSheetOf,
  withMeasures,
  withSize,
  withWeightUnit,
} from './size-sheet.ts'
import { sizeWarnings } from './size-warnings.ts'
import { useRefusedCell } from './use-refused-cell.ts'

interface SizeFieldProps {
  /** Given by the form that holds it. */
  value?: SizeSheet
  onChange?: (sheet: SizeSheet) => void
}

const words = strings.products.editor.sizes
const EMPTY = sizeSheetOf(null)
const MEASURE_OPTIONS = MEASURES.map((measure) => ({ value: measure, label: MEASURE_NAMES[measure] }))
const UNIT_OPTIONS = (['kg', 'jin'] as const).map((unit) => ({ value: unit, label: words.weightUnits[unit] }))
const toNobody = () => undefined

/** The size chart as a sheet: one size a row, one measure a column, ranges as one types them. */
export function SizeField({ value = EMPTY, onChange = toNobody }: SizeFieldProps) {
  const notice = useNotice()
  const { change, undo, redo } = useHistory(value, onChange)
  const [chosen, setArea] = useState(FIRST)
  const columns = useMemo(() => sizeColumns(value), [value])
  const area = within(chosen, { rows: value.cells.length, columns: columns.length })
  const { top, bottom } = cornersOf(area)
  const { rows, problems } = useMemo(() => readSizeSheet(value), [value])
  const warnings = useMemo(() => sizeWarnings(rows, value.weightUnit), [rows, value.weightUnit])

  useRefusedCell(problems, setArea)

  return (
    <>
      <div className={styles.tools}>
        <Button
          size="small"
          icon={<PlusIcon />}
          disabled={value.cells.length >= MOST_SIZES}
          onClick={() => change(withSize(value))}
        >
          {words.addRow}
        </Button>
        <Button
          size="small"
          icon={<TrashIcon />}
          disabled={value.cells.length === 0}
          onClick={() => change({ ...value, cells: withoutRows(value.cells, area) })}
        >
          {strings.products.editor.skus.removeRows(bottom - top + 1)}
        </Button>
        <span className={styles.gap} />
        <Select<Measure[]>
          mode="multiple"
          size="small"
          className={styles.measures}
          aria-label={words.measures}
          showSearch={false}
          options={MEASURE_OPTIONS}
          value={[...value.measures]}
          onChange={(measures) => measures.length > 0 && change(withMeasures(value, measures))}
        />
        {value.measures.includes('weightKg') && (
          <Segmented<WeightUnit>
            size="small"
            aria-label={words.weightUnit}
            options={UNIT_OPTIONS}
            value={value.weightUnit}
            onChange={(unit) => change(withWeightUnit(value, unit))}
          />
        )}
      </div>
      <Sheet
        label={words.label}
        columns={columns}
        cells={value.cells}
        onChange={(cells, run) => change({ ...value, cells }, run)}
        onUndo={undo}
        onRedo={redo}
        area={area}
        onArea={setArea}
        problems={problems}
        maxRows={MOST_SIZES}
        onDropped={({ rows: long, columns: wide }) =>
          notice.warned(strings.products.editor.skus.dropped(long, wide))
        }
      />
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={words.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>
              <WarningIcon /> {warning}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
