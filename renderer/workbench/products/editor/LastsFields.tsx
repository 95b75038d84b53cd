import { Form, InputNumber } from 'antd'
import { formatYuan, yuanToFen } from '../../../../shared/techniques/prices/money.ts'
import { priceSplits, SPLITS } from '../../../../shared/techniques/prices/price-splitting.ts'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'
import type { ProductForm } from './product-form.ts'

const { Item } = Form<ProductForm>
const words = strings.products.editor

/** How long one piece lasts, with the price per day, use or person that scripts will say. */
export function LastsFields() {
  return (
    <>
      <div className={styles.grid}>
        <Item name={['lasts', 'days']} label={words.fields.days}>
          <InputNumber min={1} max={10_000} precision={0} suffix={SPLITS.days.counts} />
        </Item>
        <Item name={['lasts', 'uses']} label={words.fields.uses}>
          <InputNumber min={1} max={100_000} precision={0} suffix={SPLITS.uses.counts} />
        </Item>
        <Item name={['lasts', 'people']} label={words.fields.people}>
          <InputNumber min={1} max={1000} precision={0} suffix={SPLITS.people.counts} />
        </Item>
      </div>
      <Splits />
    </>
  )
}

function Splits() {
  const form = Form.useFormInstance<ProductForm>()
  const priceYuan = Form.useWatch('priceYuan', form) ?? null
  const lasts = Form.useWatch('lasts', form)
  const split = priceYuan !== null && lasts ? priceSplits(yuanToFen(priceYuan), { lasts }) : null
  return (
    <p className={styles.splits} role="status">
      {split?.ok
        ? split.splits.map(({ by, fen }) => (
            <span key={by}>
              {SPLITS[by].name} <strong>{formatYuan(fen)}</strong> 元
            </span>
          ))
        : words.lastsEmpty}
    </p>
  )
}
