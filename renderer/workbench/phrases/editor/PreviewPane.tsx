import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { Buyer } from '../../../../shared/model/buyer.ts'
import { BUYER_TYPE_NAMES, BUYER_TYPES, type BuyerType } from '../../../../shared/model/steps.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'
import { strings } from '../../strings.ts'
import { FilledScript } from './FilledScript.tsx'
import styles from './PhraseEditor.module.css'
import { ProductSelect } from './ProductSelect.tsx'

const buyerTypeOptions = BUYER_TYPES.map((type) => ({ value: type, label: BUYER_TYPE_NAMES[type] }))

/** The script as a buyer would read it, against a product and a kind of buyer of the author's choice. */
export function PreviewPane({ body }: { body: string }) {
  const [productId, setProductId] = useState<string | null>(null)
  const [buyerType, setBuyerType] = useState<BuyerType | null>(null)
  const text = useDeferredValue(body)
  const buyer = buyerType && Buyer.parse({ nickname: strings.editor.sampleBuyer, type: buyerType })
  const { data, error } = useQuery({
    queryKey: [KEYS.preview, text, productId, buyerType],
    queryFn: () => rpc.scripts.preview.query({ body: text, productId, buyer }),
    placeholderData: keepPreviousData,
    enabled: text.trim() !== '',
    gcTime: 10_000,
  })

  return (
    <section className={styles.preview} aria-label={strings.editor.preview}>
      <div className={styles.previewHead}>
        <ProductSelect value={productId} onChange={setProductId} />
        <Select
          aria-label={strings.editor.previewBuyer}
          placeholder={strings.editor.previewBuyer}
          allowClear
          variant="filled"
          options={buyerTypeOptions}
          value={buyerType}
          onChange={(type?: BuyerType) => setBuyerType(type ?? null)}
        />
      </div>
      <div className={styles.previewBody} role="status">
        {text.trim() === '' && <p className={styles.hint}>{strings.editor.previewEmpty}</p>}
        {error && <p className={styles.bad}>{messageOf(error)}</p>}
        {text.trim() !== '' &&
          data &&
          (data.ok ? (
            <FilledScript script={data.script} />
          ) : (
            <p className={styles.bad}>{strings.editor.previewBroken}</p>
          ))}
      </div>
    </section>
  )
}
