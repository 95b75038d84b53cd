import { useMemo } from 'react'
import type { Buyer } from '../../../shared/model/buyer.ts'
import type { ProductSummary } from '../../../shared/model/product.ts'
import { type BuyerOption, optionsOf } from '../conversation/buyer-options.ts'
import { buyerFacts } from '../conversation/buyer-words.ts'
import { yuan } from '../conversation/yuan.ts'
import { PICKER_STRINGS } from '../picker-strings.ts'
import { STRINGS } from '../strings.ts'
import { PICKER_LIST } from './ids.ts'
import { Option } from './Option.tsx'
import { usePanel, usePanelState } from './panel-context.tsx'
import styles from './picker.module.css'
import { ShopPicker } from './ShopPicker.tsx'

/** The list under the input while it picks a product or a shop, or describes a buyer. */
export default function Picker() {
  const kind = usePanelState(({ picker }) => picker?.kind)
  if (kind === 'shop') return <ShopPicker />
  return kind === 'buyer' ? <BuyerPicker /> : <ProductPicker />
}

function ProductPicker() {
  const panel = usePanel()
  const picker = usePanelState((state) => state.picker)
  const current = usePanelState(({ product }) => product?.id ?? null)
  if (picker?.kind !== 'product') return null
  return (
    <section className={styles.picker}>
      <div
        id={PICKER_LIST}
        role="listbox"
        tabIndex={-1}
        aria-label={STRINGS.products.label}
        className={styles.options}
      >
        {picker.options.map((product, index) => (
          <Option
            key={product.id}
            index={index}
            isSelected={index === picker.selected}
            name={product.shortName ?? product.name}
            about={product.shortName ? product.name : product.category}
            facts={productFacts(product)}
          />
        ))}
      </div>
      {picker.answered !== null && picker.options.length === 0 && (
        <p className={styles.none}>{PICKER_STRINGS.products.none}</p>
      )}
      {current !== null && (
        <Clear text={PICKER_STRINGS.products.clear} onClear={() => panel.chooseProduct(null)} />
      )}
    </section>
  )
}

function productFacts({ code, priceFen, stock }: ProductSummary): string[] {
  return [code, ...(stock === null ? [] : [PICKER_STRINGS.products.stock(stock)]), yuan(priceFen)]
}

function BuyerPicker() {
  const panel = usePanel()
  const picker = usePanelState((state) => state.picker)
  const buyer = usePanelState((state) => state.buyer)
  const recentBuyers = usePanelState((state) => state.recentBuyers)
  const app = usePanelState((state) => state.app)
  const options = useMemo(
    () => (picker?.kind === 'buyer' ? optionsOf({ buyer, recentBuyers, app }, picker) : []),
    [buyer, recentBuyers, app, picker],
  )
  const unread = options.flatMap((option) => option.unread)
  const keeping = app?.settings.buyers
  return (
    <section className={styles.picker}>
      <p className={styles.guide}>
        {PICKER_STRINGS.buyers.guide}
        {keeping?.keep ? PICKER_STRINGS.buyers.kept(keeping.retentionDays) : PICKER_STRINGS.buyers.notKept}
      </p>
      <div
        id={PICKER_LIST}
        role="listbox"
        tabIndex={-1}
        aria-label={STRINGS.buyers.label}
        className={styles.options}
      >
        {options.map((option, index) => (
          <Option
            key={`${option.kind} ${option.buyer.nickname}`}
            index={index}
            isSelected={index === picker?.selected}
            name={option.buyer.nickname}
            about={factsLine(option.buyer)}
            facts={[KINDS[option.kind]]}
          />
        ))}
      </div>
      {unread.length > 0 && (
        <p className={styles.unread}>{PICKER_STRINGS.buyers.unread(unread.join('、'))}</p>
      )}
      {buyer && <Clear text={PICKER_STRINGS.buyers.clear} onClear={() => panel.chooseBuyer(null)} />}
    </section>
  )
}

const KINDS: Record<BuyerOption['kind'], string> = {
  described: PICKER_STRINGS.buyers.confirm,
  supplemented: PICKER_STRINGS.buyers.update,
  recent: PICKER_STRINGS.buyers.recent,
  known: PICKER_STRINGS.buyers.known,
}

const factsLine = (buyer: Buyer) => buyerFacts(buyer).join('、')

function Clear({ text, onClear }: { text: string; onClear: () => void }) {
  return (
    <button type="button" className={styles.clear} onClick={onClear}>
      {text}
    </button>
  )
}
