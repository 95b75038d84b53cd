import { useState } from 'react'
import type { ProductsView, Route } from '../app/route.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { useProducts } from '../data/queries.ts'
import { strings } from '../strings.ts'
import { ProductBriefing } from './ProductBriefing.tsx'
import { ProductList } from './ProductList.tsx'
import styles from './ProductsPage.module.css'

interface ProductsPageProps {
  route: ProductsView
  go: (next: Route) => void
}

/** 商品: the catalogue on the left, the briefing of one product beside it. */
export default function ProductsPage({ route, go }: ProductsPageProps) {
  const productId = route.view === 'briefing' ? route.productId : null
  const onOpen = (id: string) => go({ page: 'products', view: 'briefing', productId: id })
  const [text, setText] = useState('')
  const { data: products, isPending } = useProducts(text.trim())
  const shownId = productId ?? products?.[0]?.id ?? null

  if (isPending) return null
  if (text === '' && products?.length === 0) {
    return (
      <>
        <h1 className="heard">{strings.menu.products}</h1>
        <EmptyState title={strings.products.empty}>{strings.products.emptyAdvice}</EmptyState>
      </>
    )
  }
  return (
    <div className={styles.page}>
      <ProductList products={products ?? []} text={text} onText={setText} shownId={shownId} onOpen={onOpen} />
      {shownId ? (
        <ProductBriefing key={shownId} productId={shownId} onOpen={onOpen} />
      ) : (
        <div>
          <h1 className="heard">{strings.menu.products}</h1>
          <EmptyState title={strings.products.nothingFound}>{strings.products.nothingFoundAdvice}</EmptyState>
        </div>
      )}
    </div>
  )
}
