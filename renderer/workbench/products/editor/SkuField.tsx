import { Button, Form, Switch } from 'antd'
import { useMemo, useState } from 'react'
import { yuanToFen } from '../../../../shared/techniques/prices/money.ts'
import { PlusIcon, TrashIcon } from '../../components/icons.tsx'
import { cornersOf, FIRST, isBlank, withArea, within, withoutRows } from '../../components/sheet/cells.ts'
import { Sheet } from '../../components/sheet/Sheet.tsx'
import { useHistory } from '../../components/sheet/use-history.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { strings } from '../../strings.ts'
import { AttributeHead } from './AttributeHead.tsx'
import { CombineDialog } from './CombineDialog.tsx'
import { FillPopover } from './FillPopover.tsx'
import styles from './ProductEditor.module.css'
import type { ProductForm } from './product-form.ts'
import {
  MOST_ATTRIBUTES,
  MOST_SKUS,
  readSkuSheet,
  type SkuSheet,
  skuColumns,
  withAttribute,
  withAttributeNamed,
  withCombinations,
  withoutAttribute,
  withRow,
} from './sku-sheet.ts'
import { useRefusedCell } from './use-refused-cell.ts'

interface SkuFieldProps {
  /** Given by the form that holds it. */
  value?: SkuSheet
  onChange?: (sheet: SkuSheet) => void
}

const words = strings.products.editor.skus
const EMPTY: SkuSheet = { attributes: [], cells: [] }
const toNobody = () => undefined

/** The SKUs as a sheet, with what one does to many of them at once. */
export function SkuField({ value = EMPTY, onChange = toNobody }: SkuFieldProps) {
  const form = Form.useFormInstance<ProductForm>()
  const notice = useNotice()
  const priceYuan = Form.useWatch('priceYuan', form) ?? null
  const { change, undo, redo } = useHistory(value, onChange)
  const [chosen, setArea] = useState(FIRST)
  const [isCombining, setCombining] = useState(false)

  const columns = useMemo(() => skuColumns(value.attributes), [value.attributes])
  const area = within(chosen, { rows: value.cells.length, columns: columns.length })
  const { top, bottom } = cornersOf(area)
  const { skus, problems } = useMemo(
    () => readSkuSheet(value, { priceFen: priceYuan === null ? null : yuanToFen(priceYuan) }),
    [value, priceYuan],
  )

  useRefusedCell(problems, setArea)

  return (
    <>
      <div className={styles.tools}>
        <Button
          size="small"
          icon={<PlusIcon />}
          disabled={isFull(value)}
          onClick={() => change(withRow(value))}
        >
          {words.addRow}
        </Button>
        <Button size="small" disabled={isFull(value)} onClick={() => setCombining(true)}>
          {words.combine}
        </Button>
        <FillPopover
          rows={value.cells.length}
          selectedRows={bottom - top + 1}
          columns={columns.slice(value.attributes.length, -1).map(({ title }) => title)}
          onFill={({ column, text, isAll }) => {
            const at = value.attributes.length + column
            const rows = isAll ? { from: 0, to: value.cells.length - 1 } : { from: top, to: bottom }
            const filled = { from: { row: rows.from, column: at }, to: { row: rows.to, column: at } }
            change({ ...value, cells: withArea(value.cells, filled, () => text) })
          }}
        />
        <Button
          size="small"
          disabled={value.attributes.length >= MOST_ATTRIBUTES}
          onClick={() => change(withAttribute(value, ''))}
        >
          {words.addAttribute}
        </Button>
        <Button
          size="small"
          icon={<TrashIcon />}
          disabled={value.cells.length === 0}
          onClick={() => change({ ...value, cells: withoutRows(value.cells, area) })}
        >
          {words.removeRows(bottom - top + 1)}
        </Button>
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
        maxRows={MOST_SKUS}
        onDropped={({ rows, columns: wide }) => notice.warned(words.dropped(rows, wide))}
        headOf={({ key }) => {
          const at = columns.findIndex((column) => column.key === key)
          if (at >= value.attributes.length) return null
          const isEmpty = value.cells.every((row) => row[at]?.trim() === '')
          return (
            <AttributeHead
              place={at}
              name={value.attributes[at] ?? ''}
              isEmpty={isEmpty}
              onRename={(name) => change(withAttributeNamed(value, at, name), `name-${at}`)}
              onRemove={() => change(withoutAttribute(value, at))}
            />
          )
        }}
      />
      <div className={styles.underSheet}>
        <span>{words.total(value.cells.filter((row) => !isBlank(row)).length, piecesOf(skus))}</span>
        <span className={styles.keys}>{words.keys}</span>
      </div>
      <CheckedSwitch />
      {isCombining && (
        <CombineDialog
          attributes={value.attributes}
          onCombine={(lines, fill) => {
            const { sheet, added } = withCombinations(value, lines, fill)
            change(sheet)
            notice.done(words.combined(added))
            setCombining(false)
          }}
          onClose={() => setCombining(false)}
        />
      )}
    </>
  )
}

/** One figure untouched is as old as it was; this vouches for all of them at once. */
function CheckedSwitch() {
  return (
    <div className={styles.checked}>
      <Form.Item name="isStockChecked" valuePropName="checked" noStyle>
        <Switch size="small" aria-label={words.checked} />
      </Form.Item>
      <div>
        <div>{words.checked}</div>
        <div className={styles.keys}>{words.checkedHint}</div>
      </div>
    </div>
  )
}

const isFull = ({ cells }: SkuSheet): boolean => cells.length >= MOST_SKUS

function piecesOf(skus: readonly { stock: number | null }[]): number | null {
  const known = skus.flatMap(({ stock }) => stock ?? [])
  return known.length > 0 ? known.reduce((sum, pieces) => sum + pieces, 0) : null
}
