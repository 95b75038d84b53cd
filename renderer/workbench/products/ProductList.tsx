import { type KeyboardEvent, useRef } from 'react'
import type { ProductSummary } from '../../../shared/model/product.ts'
import { formatYuan } from '../../../shared/techniques/prices/money.ts'
import { ChevronIcon } from '../components/icons.tsx'
import { strings } from '../strings.ts'
import { byCategory } from './by-category.ts'
import { ProductSearch } from './ProductSearch.tsx'
import styles from './ProductsPage.module.css'

interface ProductListProps {
  products: readonly ProductSummary[]
  text: string
  onText: (text: string) => void
  shownId: string | null
  onOpen: (id: string) => void
  /** To all products. */
  onBack: () => void
}

/** The catalogue to search and to leaf through: ↑ and ↓ in the search go from product to product. */
export function ProductList({ products, text, onText, shownId, onOpen, onBack }: ProductListProps) {
  const list = useRef<HTMLDivElement>(null)
  // While one searches the best stands first, whatever its category.
  const shelves = text.trim() === '' ? byCategory(products) : [{ category: '', products: [...products] }]
  const inOrder = shelves.flatMap((shelf) => shelf.products)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.nativeEvent.isComposing) return
    event.preventDefault()
    const next = inOrder[inOrder.findIndex(({ id }) => id === shownId) + step]
    if (!next) return
    onOpen(next.id)
    list.current?.querySelector(`[data-product="${next.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <aside className={styles.catalogue} aria-label={strings.products.list}>
      <button type="button" className={styles.back} onClick={onBack}>
        <ChevronIcon /> {strings.products.overview}
      </button>
      <div className={styles.search}>
        <ProductSearch text={text} onText={onText} onKeyDown={onKeyDown} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside */}
      <div ref={list} className={styles.shelves} onKeyDown={onKeyDown}>
        {shelves.map(({ category, products: shelf }) => (
          <section key={category} aria-label={category || strings.products.found}>
            {category && <h2 className={styles.category}>{category}</h2>}
            {shelf.map((product) => (
              <ProductEntry
                key={product.id}
                product={product}
                isShown={product.id === shownId}
                onOpen={onOpen}
              />
            ))}
          </section>
        ))}
      </div>
    </aside>
  )
}

interface ProductEntryProps {
  product: ProductSummary
  isShown: boolean
  onOpen: (id: string) => void
}

function ProductEntry({
  product: { id, code, name, shortName, priceFen, stock },
  isShown,
  onOpen,
}: ProductEntryProps) {
  return (
    <button
      type="button"
      className={styles.entry}
      data-product={id}
      aria-current={isShown ? 'true' : undefined}
      onClick={() => onOpen(id)}
    >
      <span className={styles.entryName}>{shortName ?? name}</span>
      <span className={styles.entryPrice}>¥{formatYuan(priceFen)}</span>
      <span className={styles.entryNote}>{code}</span>
      <span className={styles.entryNote}>{strings.products.stock(stock)}</span>
    </button>
  )
}
