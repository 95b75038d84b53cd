import { type Ref, useId, useImperativeHandle, useRef, useState } from 'react'
import type { ImageInfo } from '../../../shared/model/image.ts'
import { IMAGE_TYPES } from '../../../shared/model/image-limits.ts'
import { PlusIcon } from '../components/icons.tsx'
import { imageStrings as words } from '../strings/images.ts'
import styles from './Images.module.css'
import { ImageTile } from './ImageTile.tsx'
import { movedTo } from './image-order.ts'
import { LargeImage } from './LargeImage.tsx'
import { useGlances } from './use-glances.ts'
import { useImageIntake } from './use-image-intake.ts'

export interface ImageFieldHandle {
  /** Adds files, each told of where it cannot be taken. */
  take: (files: readonly File[]) => void
  focus: () => void
}

interface ImageFieldProps {
  ref?: Ref<ImageFieldHandle>
  label: string
  /** How many it may hold. */
  limit: number
  /** What the first image is, where that matters. */
  firstMark?: string
  /** Given by the form's item. */
  id?: string
  value?: string[]
  onChange?: (hashes: string[]) => void
}

const NONE: string[] = []
const nothing = () => undefined

/** The images of a message or a product in their order: chosen, pasted or dropped, moved by keys or by hand. */
export function ImageField(props: ImageFieldProps) {
  const { ref, label, limit, firstMark, id, value = NONE, onChange = nothing } = props
  const glances = useGlances(value)
  const { take, problems, isBusy } = useImageIntake({ value, onChange, limit })
  const [said, setSaid] = useState('')
  const [opened, setOpened] = useState<ImageInfo | null>(null)
  // The types of a drag are in small letters, whatever they were given as.
  const dragType = `application/x-golden-six-image${useId().toLowerCase()}`
  const list = useRef<HTMLUListElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => ({ take, focus: () => chooser.current?.focus() }), [take])

  /** The focus stays on the image that was moved, or on what took the removed one's place. */
  const focusOn = (place: number) =>
    requestAnimationFrame(() => {
      const tile = list.current?.children[place]?.querySelector<HTMLElement>('[data-image]')
      ;(tile ?? chooser.current)?.focus()
    })
  const move = (from: number, to: number) => {
    if (to < 0 || to >= value.length || from === to) return
    onChange(movedTo(value, from, to))
    setSaid(words.moved(to + 1))
    focusOn(to)
  }
  const remove = (place: number) => {
    onChange(value.toSpliced(place, 1))
    setSaid(words.removed)
    focusOn(Math.min(place, value.length - 2))
  }

  const close = (hash: string) => {
    setOpened(null)
    focusOn(value.indexOf(hash))
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend
    <div className={styles.field} role="group" aria-label={label} data-images="">
      <div className={styles.tiles}>
        {value.length > 0 && (
          <ul ref={list} className={styles.list} aria-label={label}>
            {value.map((hash, place) => (
              <ImageTile
                key={hash}
                glance={glances.get(hash) ?? null}
                place={place}
                mark={place === 0 ? firstMark : undefined}
                dragType={dragType}
                onMove={move}
                onRemove={remove}
                onOpen={setOpened}
              />
            ))}
          </ul>
        )}
        {value.length < limit && (
          <label className={styles.add} data-empty={value.length === 0} title={words.addHint}>
            <input
              ref={chooser}
              id={id}
              type="file"
              className="heard"
              multiple
              accept={IMAGE_TYPES.join(',')}
              aria-label={words.choose}
              onChange={({ target }) => {
                take([...(target.files ?? [])])
                // The same file may be chosen again.
                target.value = ''
              }}
            />
            <PlusIcon size="1rem" />
            <span>{isBusy ? words.loading : words.add}</span>
          </label>
        )}
        {value.length === 0 && <span className={styles.hint}>{words.addHint}</span>}
      </div>
      {problems.length > 0 && (
        <ul className={styles.problems} role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <p className="heard" role="status">
        {said}
      </p>
      {opened && <LargeImage info={opened} onClose={() => close(opened.hash)} />}
    </div>
  )
}
