import { useState } from 'react'
import type { ProductsView, Route } from '../app/route.ts'
import { useProducts } from '../data/queries.ts'
import { strings } from '../strings.ts'
import { ProductEditor } from './editor/ProductEditor.tsx'
import { MissingFactsPage } from './missing-facts/MissingFactsPage.tsx'
import { ProductBriefing } from './ProductBriefing.tsx'
import { ProductList } from './ProductList.tsx'
import { ProductOverview } from './ProductOverview.tsx'
import styles from './ProductsPage.module.css'
import { ofCategory, type ProductFilter, UNFILTERED } from './product-filter.ts'

interface ProductsPageProps {
  route: ProductsView
  go: (next: Route) => void
}

/** 商品: the catalogue; the briefing of one product with the others beside it; its editor; what is missing. */
export default function ProductsPage({ route, go }: ProductsPageProps) {
  const [filter, setFilter] = useState<ProductFilter>(UNFILTERED)
  switch (route.view) {
    case 'overview':
      return <ProductOverview filter={filter} onFilter={setFilter} go={go} />
    case 'briefing':
      return <Briefings productId={route.productId} filter={filter} onFilter={setFilter} go={go} />
    case 'editor':
      return (
        <ProductEditor
          key={route.productId}
          productId={route.productId}
          copyOf={null}
          field={route.field}
          go={go}
        />
      )
    case 'new':
      return <ProductEditor key="new" productId={null} copyOf={route.copyOf} field={null} go={go} />
    case 'missing-facts':
      return <MissingFactsPage go={go} />
  }
}

interface BriefingsProps {
  productId: string
  filter: ProductFilter
  onFilter: (filter: ProductFilter) => void
  go: (next: Route) => void
}

/** The list of products, as it was narrowed, and the briefing of one of them. */
function Briefings({ productId, filter, onFilter, go }: BriefingsProps) {
  const found = useProducts(filter.text.trim()).data
  return (
    <div className={styles.page}>
      {found ? (
        <ProductList
          products={ofCategory(found, filter.category)}
          text={filter.text}
          onText={(text) => onFilter({ ...filter, text })}
          shownId={productId}
          onOpen={(id) => go({ page: 'products', view: 'briefing', productId: id })}
          onBack={() => go({ page: 'products', view: 'overview' })}
        />
      ) : (
        <h1 className="heard">{strings.menu.products}</h1>
      )}
      <ProductBriefing key={productId} productId={productId} go={go} />
    </div>
  )
}
