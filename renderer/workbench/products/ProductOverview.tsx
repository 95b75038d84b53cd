import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { ProductSummary } from '../../../shared/model/product.ts'
import type { Route } from '../app/route.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ImportIcon, PlusIcon } from '../components/icons.tsx'
import { useProducts } from '../data/queries.ts'
import { strings } from '../strings.ts'
import { MissingFactsButton } from './missing-facts/MissingFactsButton.tsx'
import styles from './Overview.module.css'
import { ProductCards } from './ProductCards.tsx'
import { ProductSearch } from './ProductSearch.tsx'
import { ProductTable } from './ProductTable.tsx'
import { categoriesOf, ofCategory, type ProductFilter, UNFILTERED } from './product-filter.ts'
import { ProductImportDialog } from './transfer/ProductImportDialog.tsx'
import { StockRefreshDialog } from './transfer/StockRefreshDialog.tsx'
import { useView } from './use-view.ts'

interface ProductOverviewProps {
  filter: ProductFilter
  onFilter: (filter: ProductFilter) => void
  go: (next: Route) => void
}

const words = strings.products

/** The whole catalogue, as cards or as a table, and all that is done to it as a whole. */
export function ProductOverview({ filter, onFilter, go }: ProductOverviewProps) {
  const [view, setView] = useView()
  const [dialog, setDialog] = useState<'import' | 'stock' | null>(null)
  const all = useProducts().data
  const { data: found, isPending } = useProducts(filter.text.trim())
  if (isPending || !all) return <h1 className="heard">{strings.menu.products}</h1>

  const shown = ofCategory(found ?? [], filter.category)
  const create = () => go({ page: 'products', view: 'new', copyOf: null })
  return (
    <div className={styles.page}>
      <h1 className="heard">{strings.menu.products}</h1>
      <div className={styles.bar}>
        <ProductSearch text={filter.text} onText={(text) => onFilter({ ...filter, text })} />
        <Categories
          all={all}
          value={filter.category}
          onChange={(category) => onFilter({ ...filter, category })}
        />
        <Segmented
          aria-label={words.views}
          options={[
            { value: 'cards', label: words.view.cards },
            { value: 'table', label: words.view.table },
          ]}
          value={view}
          onChange={setView}
        />
        <span className={styles.gap} />
        <MissingFactsButton onOpen={() => go({ page: 'products', view: 'missing-facts' })} />
        <Button onClick={() => setDialog('stock')}>{words.refreshStock}</Button>
        <Button icon={<ImportIcon />} onClick={() => setDialog('import')}>
          {words.import}
        </Button>
        <Button type="primary" icon={<PlusIcon />} onClick={create}>
          {words.create}
        </Button>
      </div>
      {shown.length > 0 && (
        <div className={styles.scroller}>
          <p className={styles.count} role="status">
            {words.count(shown.length, all.length)}
          </p>
          {view === 'cards' ? (
            <ProductCards products={shown} isSorted={filter.text.trim() !== ''} go={go} />
          ) : (
            <ProductTable products={shown} go={go} />
          )}
        </div>
      )}
      {shown.length === 0 && all.length > 0 && (
        <EmptyState
          title={words.nothingFound}
          actions={<Button onClick={() => onFilter(UNFILTERED)}>{words.overview}</Button>}
        >
          {filter.category === null ? words.nothingFoundAdvice : words.nothingOfCategory}
        </EmptyState>
      )}
      {all.length === 0 && (
        <EmptyState
          title={words.empty}
          actions={
            <>
              <Button type="primary" onClick={() => setDialog('import')}>
                {words.transfer.chooseFile}
              </Button>
              <Button onClick={create}>{words.create}</Button>
            </>
          }
        >
          {words.emptyAdvice}
        </EmptyState>
      )}
      {dialog === 'import' && <ProductImportDialog onClose={() => setDialog(null)} />}
      {dialog === 'stock' && <StockRefreshDialog onClose={() => setDialog(null)} />}
    </div>
  )
}

interface CategoriesProps {
  all: readonly ProductSummary[]
  value: string | null
  onChange: (category: string | null) => void
}

function Categories({ all, value, onChange }: CategoriesProps) {
  const options = categoriesOf(all).map(({ category, count }) => ({
    value: category,
    label: `${category}（${count}）`,
  }))
  return (
    <Select
      className={styles.category}
      aria-label={words.category}
      placeholder={words.allCategories}
      allowClear
      showSearch={{ optionFilterProp: 'value' }}
      options={options}
      value={value}
      onChange={(category?: string) => onChange(category ?? null)}
    />
  )
}
