import { Alert } from 'antd'
import type { ProductChange, ProductImportReport } from '../../../../shared/model/product-transfer.ts'
import styles from '../../components/import/Import.module.css'
import { Problems, RowList } from '../../components/import/RowList.tsx'
import { Numbers } from '../../components/Numbers.tsx'
import { strings } from '../../strings.ts'

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
      <Problems title={words.refused} rows={refused} isOpen />
      <Problems title={words.notes} rows={notes} isOpen={refused.length === 0} />
      <RowList<ProductChange>
        title={words.products}
        heads={[strings.import.row, words.product, words.what]}
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
