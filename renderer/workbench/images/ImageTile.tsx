import type { KeyboardEvent } from 'react'
import type { ImageGlance, ImageInfo } from '../../../shared/model/image.ts'
import { CrossIcon } from '../components/icons.tsx'
import { imageStrings as words } from '../strings/images.ts'
import styles from './Images.module.css'
import { Picture } from './Picture.tsx'

interface ImageTileProps {
  /** Null while it is on its way. */
  glance: ImageGlance | null
  place: number
  mark: string | undefined
  /** Says in a drag that it is an image of this very field; files, texts and other fields' images have other types. */
  dragType: string
  onMove: (from: number, to: number) => void
  onRemove: (place: number) => void
  onOpen: (info: ImageInfo) => void
}

/** One image of a field: what it is, with its place to be changed by Alt and the arrows or by dragging. */
export function ImageTile(props: ImageTileProps) {
  const { glance, place, mark, dragType, onMove, onRemove, onOpen } = props
  const info = glance?.info ?? null
  const name = words.nth(place + 1, info?.name ?? '')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') onRemove(place)
    else if (event.altKey && event.key === 'ArrowLeft') onMove(place, place - 1)
    else if (event.altKey && event.key === 'ArrowRight') onMove(place, place + 1)
    else return
    event.preventDefault()
  }
  return (
    <li
      className={styles.tile}
      draggable
      onDragStart={({ dataTransfer }) => dataTransfer.setData(dragType, `${place}`)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault()
      }}
      onDrop={(event) => {
        const from = event.dataTransfer.getData(dragType)
        if (from === '') return
        event.preventDefault()
        onMove(Number(from), place)
      }}
    >
      <button
        type="button"
        data-image=""
        className={styles.open}
        aria-label={name}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
        title={`${name}\n${words.keys}`}
        onKeyDown={onKeyDown}
        onClick={() => info && onOpen(info)}
      >
        <Picture glance={glance} alt="" className={styles.picture} />
      </button>
      {mark && <span className={styles.mark}>{mark}</span>}
      <span className={styles.measure}>
        {info && words.measure(info.width, info.height, info.bytes)}
        {glance && !info && <span className={styles.lost}>{words.lost}</span>}
      </span>
      <button
        type="button"
        className={styles.remove}
        aria-label={words.remove(name)}
        title={words.remove(name)}
        onClick={() => onRemove(place)}
      >
        <CrossIcon size="0.875rem" />
      </button>
    </li>
  )
}
