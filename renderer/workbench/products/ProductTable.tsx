import type { ProductSummary } from '../../../shared/model/product.ts'
import { formatYuan } from '../../../shared/techniques/prices/money.ts'
import type { Route } from '../app/route.ts'
import { strings } from '../strings.ts'
import styles from './Overview.module.css'
import { ProductMenu } from './ProductMenu.tsx'
import { StockAge } from './StockAge.tsx'

const words = strings.products.columns

/** Products one to a line, to compare and to go through. */
export function ProductTable({
  products,
  go,
}: {
  products: readonly ProductSummary[]
  go: (next: Route) => void
}) {
  return (
    <table className={styles.table} aria-label={strings.products.list}>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.code}</th>
          <th scope="col">{words.category}</th>
          <th scope="col" className={styles.figure}>
            {words.price}
          </th>
          <th scope="col" className={styles.figure}>
            {words.stock}
          </th>
          <th scope="col">{words.updated}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <Line key={product.id} product={product} go={go} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ product, go }: { product: ProductSummary; go: (next: Route) => void }) {
  const { id, code, name, shortName, category, priceFen, stock } = product
  const open = () => go({ page: 'products', view: 'briefing', productId: id })
  return (
    // The name is the button; the row around it is only a larger place to click.
    <tr onClick={open}>
      <th scope="row">
        <button type="button" className={styles.rowName} data-product={id}>
          {shortName ?? name}
        </button>
        {shortName && <span className={styles.fullName}>{name}</span>}
      </th>
      <td>{code}</td>
      <td>{category}</td>
      <td className={styles.figure}>¥{formatYuan(priceFen)}</td>
      <td className={styles.figure}>{stock ?? strings.products.unknownStock}</td>
      <td>
        <StockAge product={product} />
      </td>
      <td className={styles.tasks}>
        <ProductMenu product={product} go={go} />
      </td>
    </tr>
  )
}
