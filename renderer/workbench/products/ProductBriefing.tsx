import { Alert, Button } from 'antd'
import type { Product } from '../../../shared/model/product.ts'
import { formatYuan } from '../../../shared/techniques/prices/money.ts'
import { messageOf } from '../../client/index.ts'
import type { Route } from '../app/route.ts'
import { Copyable } from '../components/Copyable.tsx'
import { useAppState, useProduct, useProducts } from '../data/queries.ts'
import { strings } from '../strings.ts'
import styles from './ProductBriefing.module.css'
import { ProductImages } from './ProductImages.tsx'
import { ProductMenu } from './ProductMenu.tsx'
import { QuestionsByDoubt } from './QuestionsByDoubt.tsx'
import { FactList, Section } from './Section.tsx'
import { SizeChartTable } from './SizeChartTable.tsx'
import { SkuTable } from './SkuTable.tsx'
import { lastsWords } from './wording.ts'

interface ProductBriefingProps {
  productId: string
  go: (next: Route) => void
}

/** A product as one would brief a new colleague on it; every fact is copied by a click. */
export function ProductBriefing({ productId, go }: ProductBriefingProps) {
  const { data: product, error } = useProduct(productId)
  const shop = useAppState().data?.shop
  if (error) return <Alert className={styles.error} type="error" showIcon title={messageOf(error)} />
  if (!product || !shop) return <div />
  const onOpen = (id: string) => go({ page: 'products', view: 'briefing', productId: id })

  return (
    <article className={styles.briefing}>
      <Headline product={product} go={go} />
      <ProductImages hashes={product.images} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <FactList title={strings.products.sellingPoints} facts={product.sellingPoints} />
          {product.skus.length > 0 && <SkuTable product={product} shop={shop} />}
          {product.sizeChart && <SizeChartTable chart={product.sizeChart} />}
          <QuestionsByDoubt questions={product.questions} />
        </div>
        <div className={styles.side}>
          <FactList title={strings.products.flaws} facts={product.flaws} note={strings.products.flawsNote} />
          <FactList title={strings.products.materials} facts={product.materials} />
          <FactList title={strings.products.certificates} facts={product.certificates} />
          <FactList
            title={strings.products.service}
            facts={[product.warranty, product.gift && strings.products.gift(product.gift)].filter(
              (fact) => fact !== null,
            )}
          />
          <FactList
            title={strings.products.attributes}
            facts={Object.entries(product.attributes).map(
              ([name, values]) => `${name}：${values.join('、')}`,
            )}
          />
          <Related title={strings.products.pairings} codes={product.pairings} onOpen={onOpen} />
          <Related title={strings.products.substitutes} codes={product.substitutes} onOpen={onOpen} />
        </div>
      </div>
    </article>
  )
}

function Headline({ product, go }: { product: Product; go: (next: Route) => void }) {
  const { id, name, shortName, code, category, priceFen, lasts } = product
  const lasting = lastsWords(lasts)
  return (
    <header className={styles.headline}>
      <div className={styles.names}>
        <p className={styles.kicker}>{category}</p>
        <h1 className={styles.name}>{shortName ?? <Copyable text={name} />}</h1>
        {shortName && (
          <p className={styles.fullName}>
            <Copyable text={name} />
          </p>
        )}
        <p className={styles.kicker}>
          {strings.products.code} <Copyable text={code} />
        </p>
      </div>
      <div className={styles.priceBlock}>
        <p className={styles.price}>
          <Copyable text={formatYuan(priceFen)}>¥{formatYuan(priceFen)}</Copyable>
        </p>
        {lasting && <p className={styles.kicker}>{lasting}</p>}
        <div className={styles.tasks}>
          <Button
            size="small"
            onClick={() => go({ page: 'products', view: 'editor', productId: id, field: null })}
          >
            {strings.products.edit}
          </Button>
          <ProductMenu
            product={product}
            go={go}
            onRemoved={() => go({ page: 'products', view: 'overview' })}
          />
        </div>
      </div>
    </header>
  )
}

function Related({
  title,
  codes,
  onOpen,
}: {
  title: string
  codes: readonly string[]
  onOpen: (id: string) => void
}) {
  const products = useProducts().data ?? []
  const related = codes.flatMap((code) => products.find((product) => product.code === code) ?? [])
  if (related.length === 0) return null
  return (
    <Section title={title}>
      <ul>
        {related.map(({ id, name, shortName, priceFen }) => (
          <li key={id}>
            <button type="button" className={styles.link} onClick={() => onOpen(id)}>
              <span>{shortName ?? name}</span>
              <span className={styles.kicker}>¥{formatYuan(priceFen)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
