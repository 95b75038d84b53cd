import type { ImageGlance } from '../../../shared/model/image.ts'
import { WarningIcon } from '../components/icons.tsx'
import { imageStrings as words } from '../strings/images.ts'
import styles from './Images.module.css'

interface PictureProps {
  /** Null while it is on its way. */
  glance: ImageGlance | null
  alt: string
  className?: string | undefined
}

/** The small picture of an image, in a frame that has its size before the picture is there; a lost one says so. */
export function Picture({ glance, alt, className = '' }: PictureProps) {
  const isLost = glance !== null && glance.info === null
  return (
    <span
      className={`${styles.frame} ${className}`}
      data-lost={isLost}
      title={isLost ? words.lost : undefined}
    >
      {isLost && <WarningIcon size="1.25rem" />}
      {!isLost && glance?.thumbnail && <img src={glance.thumbnail} alt={alt} draggable={false} />}
    </span>
  )
}
