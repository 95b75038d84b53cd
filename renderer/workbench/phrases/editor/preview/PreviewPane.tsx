import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Waiver } from '../../../../../shared/model/wording.ts'
import { messageOf, rpc } from '../../../../client/index.ts'
import { KEYS } from '../../../data/queries.ts'
import { strings } from '../../../strings.ts'
import { useSettled } from '../use-settled.ts'
import { BuyerForm, BuyerTypeSelect } from './BuyerForm.tsx'
import { FilledScript } from './FilledScript.tsx'
import styles from './Preview.module.css'
import { ProductSelect } from './ProductSelect.tsx'
import { buyerFor, type SupposedBuyer } from './preview-buyer.ts'

/** A script in the middle of a word is broken more often than not; saying so at each key would flicker. */
const SETTLES_AFTER_MS = 200

interface PreviewPaneProps {
  body: string
  buyer: SupposedBuyer
  onBuyer: (buyer: SupposedBuyer) => void
  waivers: readonly Waiver[]
  productNames: readonly string[]
}

/** The script as a buyer would read it, against a product and a buyer of the author's choice. */
export function PreviewPane({ body, buyer, onBuyer, waivers, productNames }: PreviewPaneProps) {
  const [productId, setProductId] = useState<string | null>(null)
  const text = useSettled(body, SETTLES_AFTER_MS)
  const isEmpty = text.trim() === ''
  const { data, error } = useQuery({
    queryKey: [KEYS.preview, text, productId, buyer],
    queryFn: () => rpc.scripts.preview.query({ body: text, productId, buyer: buyerFor(buyer) }),
    placeholderData: keepPreviousData,
    enabled: !isEmpty,
    gcTime: 10_000,
  })

  return (
    <section className={styles.preview} aria-label={strings.editor.preview}>
      <div className={styles.head}>
        <ProductSelect value={productId} onChange={setProductId} />
        <BuyerTypeSelect buyer={buyer} onChange={onBuyer} />
      </div>
      <BuyerForm buyer={buyer} onChange={onBuyer} />
      <div className={styles.body} role="status">
        {isEmpty && <p className={styles.hint}>{strings.editor.previewEmpty}</p>}
        {error && <p className={styles.bad}>{messageOf(error)}</p>}
        {!isEmpty && data?.ok && (
          <FilledScript script={data.script} waivers={waivers} productNames={productNames} />
        )}
        {!isEmpty && data && !data.ok && <p className={styles.bad}>{strings.editor.previewBroken}</p>}
      </div>
    </section>
  )
}
