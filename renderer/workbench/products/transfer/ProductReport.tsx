import { Alert } from 'antd'
import type { ProductChange, ProductImportReport } from '../../../../shared/model/product-transfer.ts'
import type { RowProblem } from '../../../../shared/model/transfer.ts'
import { strings } from '../../strings.ts'
import { Numbers, RowList } from './RowList.tsx'
import styles from './Transfer.module.css'

const words = strings.products.transfer

/** What an import of products would do, or did: the numbers, then what cannot come in, then product by product. */
export function ProductReport({ report, isDone }: { report: ProductImportReport; isDone: boolean }) {
  const { added, changed, unchanged, refused, notes, products } = report
  const touched = products.filter(({ action }) => action !== 'unchanged')
  return (
    <div className={styles.report}>
      {isDone && <Alert type="success" showIcon title={words.done(added, changed)} />}
      {!isDone && added + changed === 0 && <Alert type="warning" showIcon title={words.nothingNew} />}
      <Numbers
        figures={[
          { label: isDone ? words.added : words.toAdd, value: added },
          { label: isDone ? words.changed : words.toChange, value: changed },
          { label: words.unchanged, value: unchanged },
          { label: words.refused, value: refused.length, isBad: true },
        ]}
      />
      <Problems title={words.rows(words.refused, refused.length)} rows={refused} isOpen />
      <Problems title={words.rows(words.notes, notes.length)} rows={notes} isOpen={refused.length === 0} />
      <RowList<ProductChange>
        title={words.rows(words.products, touched.length)}
        heads={[words.row, words.product, words.what]}
        rows={touched}
        isOpen={refused.length === 0 && notes.length === 0}
        cellsOf={({ row, code, name, action, changes }) => [
          row,
          `${name}（${code}）`,
          action === 'added' ? words.isNew : changes.join('；'),
        ]}
      />
    </div>
  )
}

export function Problems({
  title,
  rows,
  isOpen = false,
}: {
  title: string
  rows: readonly RowProblem[]
  isOpen?: boolean
}) {
  return (
    <RowList<RowProblem>
      title={title}
      heads={[words.row, words.reason, words.excerpt]}
      rows={rows}
      isOpen={isOpen}
      cellsOf={({ row, reason, excerpt }) => [row, reason, excerpt]}
    />
  )
}
