import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Waiver } from '../../../../../shared/model/wording.ts'
import { messageOf, rpc } from '../../../../client/index.ts'
import { KEYS } from '../../../data/queries.ts'
import { Picture } from '../../../images/Picture.tsx'
import { useGlances } from '../../../images/use-glances.ts'
import { imageStrings } from '../../../strings/images.ts'
import { strings } from '../../../strings.ts'
import { useSettled } from '../use-settled.ts'
import { FilledScript } from './FilledScript.tsx'
import styles from './Preview.module.css'
import { buyerFor, type SupposedBuyer } from './preview-buyer.ts'

/** A script in the middle of a word is broken more often than not; saying so at each key would flicker. */
const SETTLES_AFTER_MS = 200

interface MessagePreviewProps {
  body: string
  images: readonly string[]
  productId: string | null
  buyer: SupposedBuyer
  waivers: readonly Waiver[]
  productNames: readonly string[]
  /** It is the only message: then it stands without the bubble that tells one from the next. */
  isAlone: boolean
}

/** One message as a buyer would see it: its words filled, then its images. */
export function MessagePreview(props: MessagePreviewProps) {
  const { body, images, productId, buyer, waivers, productNames, isAlone } = props
  const glances = useGlances(images)
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
    <div className={isAlone ? undefined : styles.bubble} data-bubble="">
      {isEmpty && images.length === 0 && <p className={styles.hint}>{strings.editor.previewEmpty}</p>}
      {error && <p className={styles.bad}>{messageOf(error)}</p>}
      {!isEmpty && data?.ok && (
        <FilledScript script={data.script} waivers={waivers} productNames={productNames} />
      )}
      {!isEmpty && data && !data.ok && <p className={styles.bad}>{strings.editor.previewBroken}</p>}
      {images.length > 0 && (
        <div className={styles.pictures}>
          {images.map((hash, place) => {
            const glance = glances.get(hash) ?? null
            const alt = imageStrings.nth(place + 1, glance?.info?.name ?? '')
            return <Picture key={hash} glance={glance} alt={alt} className={styles.picture} />
          })}
        </div>
      )}
    </div>
  )
}
