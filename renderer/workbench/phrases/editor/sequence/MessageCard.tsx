import { Button } from 'antd'
import { useRef } from 'react'
import { ChevronIcon, TrashIcon } from '../../../components/icons.tsx'
import type { ImageFieldHandle } from '../../../images/ImageField.tsx'
import { ImageTarget } from '../../../images/ImageTarget.tsx'
import { imageStrings } from '../../../strings/images.ts'
import type { Problem } from '../problems/problem.ts'
import { ScriptPane } from '../ScriptPane.tsx'
import { MessageImages } from './MessageImages.tsx'
import styles from './Sequence.module.css'

const words = imageStrings.sequence

interface MessageCardProps {
  /** Among the messages after the first, counted from 0. */
  place: number
  isLast: boolean
  onMove: (to: number) => void
  onRemove: () => void
  check: (text: string) => Problem[]
  onWaive: (problem: Problem) => void
}

/** One message of a sequence after the first. */
export function MessageCard({ place, isLast, onMove, onRemove, ...writing }: MessageCardProps) {
  const images = useRef<ImageFieldHandle>(null)
  const nth = place + 2
  return (
    <section className={styles.card} aria-label={words.nth(nth)} data-message={nth}>
      <header className={styles.head}>
        <h3>{words.nth(nth)}</h3>
        <Button
          size="small"
          type="text"
          className={styles.up}
          aria-label={words.up(nth)}
          title={words.up(nth)}
          disabled={place === 0}
          icon={<ChevronIcon size="1em" />}
          onClick={() => onMove(place - 1)}
        />
        <Button
          size="small"
          type="text"
          className={styles.down}
          aria-label={words.down(nth)}
          title={words.down(nth)}
          disabled={isLast}
          icon={<ChevronIcon size="1em" />}
          onClick={() => onMove(place + 1)}
        />
        <Button
          size="small"
          type="text"
          aria-label={words.remove(nth)}
          title={words.remove(nth)}
          icon={<TrashIcon size="1em" />}
          onClick={onRemove}
        />
      </header>
      <ImageTarget field={images}>
        <ScriptPane name={[place, 'body']} label={words.nth(nth)} placeholder={words.bodyHint} {...writing} />
        <MessageImages field={images} name={[place, 'images']} label={words.nth(nth)} />
      </ImageTarget>
    </section>
  )
}
