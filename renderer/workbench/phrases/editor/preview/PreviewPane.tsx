import { useState } from 'react'
import type { FurtherMessage } from '../../../../../shared/model/phrase.ts'
import type { Waiver } from '../../../../../shared/model/wording.ts'
import { strings } from '../../../strings.ts'
import { BuyerForm, BuyerTypeSelect } from './BuyerForm.tsx'
import { MessagePreview } from './MessagePreview.tsx'
import styles from './Preview.module.css'
import { ProductSelect } from './ProductSelect.tsx'
import type { SupposedBuyer } from './preview-buyer.ts'

interface PreviewPaneProps {
  body: string
  images: readonly string[]
  further: readonly FurtherMessage[]
  buyer: SupposedBuyer
  onBuyer: (buyer: SupposedBuyer) => void
  waivers: readonly Waiver[]
  productNames: readonly string[]
}

/** The script as a buyer would read it, against a product and a buyer of the author's choice. */
export function PreviewPane({ body, images, further, buyer, onBuyer, ...rules }: PreviewPaneProps) {
  const [productId, setProductId] = useState<string | null>(null)
  const about = { productId, buyer, ...rules }
  return (
    <section className={styles.preview} aria-label={strings.editor.preview}>
      <div className={styles.head}>
        <ProductSelect value={productId} onChange={setProductId} />
        <BuyerTypeSelect buyer={buyer} onChange={onBuyer} />
      </div>
      <BuyerForm buyer={buyer} onChange={onBuyer} />
      <div className={styles.body} role="status">
        <MessagePreview body={body} images={images} {...about} isAlone={further.length === 0} />
        {further.map((message, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message is its place in the sequence
          <MessagePreview key={place} {...message} {...about} isAlone={false} />
        ))}
      </div>
    </section>
  )
}
