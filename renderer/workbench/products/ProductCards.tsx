import type { ProductSummary } from '../../../shared/model/product.ts'
import { formatYuan } from '../../../shared/techniques/prices/money.ts'
import type { Route } from '../app/route.ts'
import { LazyPicture } from '../images/LazyPicture.tsx'
import { strings } from '../strings.ts'
import { byCategory } from './by-category.ts'
import styles from './Overview.module.css'
import { ProductMenu } from './ProductMenu.tsx'
import { StockAge } from './StockAge.tsx'

interface ProductCardsProps {
  products: readonly ProductSummary[]
  /** Best first, as a search found them; otherwise they stand by category. */
  isSorted: boolean
  go: (next: Route) => void
}

/** Products as on a shelf, under their categories. */
export function ProductCards({ products, isSorted, go }: ProductCardsProps) {
  const shelves = isSorted ? [{ category: '', products: [...products] }] : byCategory(products)
  return shelves.map(({ category, products: shelf }) => (
    <section key={category} className={styles.shelf} aria-label={category || strings.products.found}>
      {category && <h2>{category}</h2>}
      <ul className={styles.cards}>
        {shelf.map((product) => (
          <Card key={product.id} product={product} go={go} />
        ))}
      </ul>
    </section>
  ))
}

function Card({ product, go }: { product: ProductSummary; go: (next: Route) => void }) {
  const { id, code, name, shortName, priceFen, stock, image } = product
  return (
    <li className={styles.card}>
      <button
        type="button"
        className={image ? `${styles.open} ${styles.pictured}` : styles.open}
        data-product={id}
        onClick={() => go({ page: 'products', view: 'briefing', productId: id })}
      >
        {image && <LazyPicture hash={image} className={styles.picture} />}
        <span className={styles.name}>{shortName ?? name}</span>
        <span className={styles.fullName}>{shortName && name}</span>
        <span className={styles.price}>¥{formatYuan(priceFen)}</span>
        <span className={styles.faint}>
          {code} · {strings.products.stock(stock)}
        </span>
        <StockAge product={product} />
      </button>
      <div className={styles.menu}>
        <ProductMenu product={product} go={go} />
      </div>
    </li>
  )
}
