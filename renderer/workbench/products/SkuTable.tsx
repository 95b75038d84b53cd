import { Tag } from 'antd'
import type { Product, Sku } from '../../../shared/model/product.ts'
import type { ShopProfile } from '../../../shared/model/shop.ts'
import { formatYuan } from '../../../shared/techniques/prices/money.ts'
import { stockAge } from '../../../shared/techniques/stock/stock.ts'
import { Copyable } from '../components/Copyable.tsx'
import { strings } from '../strings.ts'
import styles from './ProductBriefing.module.css'
import { Section } from './Section.tsx'
import { attributeNames, skuName, stockState } from './sku-grid.ts'
import { agoWords } from './wording.ts'

/** What can be had: attributes, price and stock of every SKU, with what is scarce by the shop's own line marked. */
export function SkuTable({ product, shop }: { product: Product; shop: ShopProfile }) {
  const attributes = attributeNames(product.skus)
  return (
    <Section title={strings.products.skus} note={<StockAgeNote product={product} shop={shop} />}>
      <table className={styles.table}>
        <thead>
          <tr>
            {attributes.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col" className={styles.figure}>
              {strings.products.price}
            </th>
            <th scope="col" className={styles.figure}>
              {strings.products.pieces}
            </th>
          </tr>
        </thead>
        <tbody>
          {product.skus.map((sku) => (
            <tr key={skuName(sku)}>
              {attributes.map((name, at) => (
                <td key={name}>
                  {at === 0 ? (
                    <Copyable text={skuName(sku)}>{sku.attributes[name]}</Copyable>
                  ) : (
                    sku.attributes[name]
                  )}
                </td>
              ))}
              <td className={styles.figure}>¥{formatYuan(sku.priceFen)}</td>
              <td className={styles.figure}>
                <Stock sku={sku} shop={shop} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Stock({ sku: { stock }, shop }: { sku: Sku; shop: ShopProfile }) {
  const state = stockState(stock, shop)
  if (state === 'unknown') return <span className={styles.note}>{strings.products.unknownStock}</span>
  if (state === 'none')
    return (
      <Tag variant="filled" color="error">
        {strings.products.soldOut}
      </Tag>
    )
  if (state === 'scarce')
    return (
      <Tag variant="filled" color="warning">
        {strings.products.onlyLeft(stock ?? 0)}
      </Tag>
    )
  return stock
}

function StockAgeNote({ product, shop }: { product: Product; shop: ShopProfile }) {
  const known = product.skus.filter(({ stock }) => stock !== null)
  const times = known.flatMap((sku) => sku.stockUpdatedAt ?? product.stockUpdatedAt ?? [])
  if (times.length === 0 || times.length < known.length) return strings.products.stockNeverUpdated
  const updated = strings.products.stockUpdated(agoWords(Math.min(...times), Date.now()))
  const isStale = stockAge(product, shop, Date.now(), known).status === 'stale'
  return isStale ? <span className={styles.stale}>{strings.products.stockStale(updated)}</span> : updated
}
