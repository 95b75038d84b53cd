import { type DragEvent, type ReactNode, type RefObject, useState } from 'react'
import type { ImageFieldHandle } from './ImageField.tsx'
import styles from './Images.module.css'
import { imagesAmong, pastedImages } from './image-order.ts'

interface ImageTargetProps {
  field: RefObject<ImageFieldHandle | null>
  className?: string | undefined
  children: ReactNode
}

/** A region that takes pasted and dropped images for the field in it, whatever in the region has the focus. */
export function ImageTarget({ field, className = '', children }: ImageTargetProps) {
  const [isOver, setOver] = useState(false)
  const bringsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard one chooses or pastes, in the field itself
    <div
      className={`${styles.target} ${className}`}
      data-over={isOver}
      // Before the editor inside hears of it, which would take the file's name for a text.
      onPasteCapture={(event) => {
        const images = pastedImages(event.clipboardData)
        if (images.length === 0) return
        event.preventDefault()
        event.stopPropagation()
        field.current?.take(images)
      }}
      onDragOverCapture={(event) => {
        if (!bringsFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDropCapture={(event) => {
        if (!bringsFiles(event)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        // What is no image is told so by its name.
        const { files } = event.dataTransfer
        const images = imagesAmong(files)
        field.current?.take(images.length > 0 ? images : [...files])
      }}
    >
      {children}
    </div>
  )
}
