import { Picture } from '../images/Picture.tsx'
import { useCopyImage } from '../images/use-copy-image.ts'
import { useGlances } from '../images/use-glances.ts'
import { imageStrings as words } from '../strings/images.ts'
import styles from './ProductBriefing.module.css'

/** The pictures of a product; a click, or Enter on one, puts it on the clipboard for the chat. */
export function ProductImages({ hashes }: { hashes: readonly string[] }) {
  const glances = useGlances(hashes)
  const copy = useCopyImage()
  if (hashes.length === 0) return null
  return (
    <ul className={styles.pictures} aria-label={words.product}>
      {hashes.map((hash, place) => {
        const glance = glances.get(hash) ?? null
        const label = words.copy(words.nth(place + 1, glance?.info?.name ?? ''))
        return (
          <li key={hash}>
            <button
              type="button"
              className={styles.pictureButton}
              aria-label={label}
              title={label}
              onClick={() => void copy(hash)}
            >
              <Picture glance={glance} alt="" className={styles.picture} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
