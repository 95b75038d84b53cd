import type { ProductSummary } from '../../../shared/model/product.ts'
import { stockAge } from '../../../shared/techniques/stock/stock.ts'
import { WarningIcon } from '../components/icons.tsx'
import { useAppState } from '../data/queries.ts'
import { strings } from '../strings.ts'
import styles from './Overview.module.css'
import { agoWords } from './wording.ts'

/** How old a product's stock figures are; marked where the shop's own limit says they are too old. */
export function StockAge({ product }: { product: Pick<ProductSummary, 'stock' | 'stockUpdatedAt'> }) {
  const shop = useAppState().data?.shop
  if (product.stock === null || !shop) return null
  const now = Date.now()
  if (product.stockUpdatedAt === null) return <Old words={strings.products.never} />
  const words = strings.products.stockUpdated(agoWords(product.stockUpdatedAt, now))
  if (stockAge(product, shop, now).status === 'fresh') return <span className={styles.faint}>{words}</span>
  return <Old words={words} />
}

function Old({ words }: { words: string }) {
  return (
    <span className={styles.old} title={strings.products.staleTitle}>
      <WarningIcon size="1em" /> {words}
    </span>
  )
}
