import { Form } from 'antd'
import type { RefObject } from 'react'
import { PHRASE_LIMITS } from '../../../../../shared/model/phrase.ts'
import { ImageField, type ImageFieldHandle } from '../../../images/ImageField.tsx'
import { imageStrings as words } from '../../../strings/images.ts'
import styles from './Sequence.module.css'

interface MessageImagesProps {
  field: RefObject<ImageFieldHandle | null>
  name: 'images' | [number, 'images']
  label: string
}

/** The images of one message, sent after its text. */
export function MessageImages({ field, name, label }: MessageImagesProps) {
  return (
    <Form.Item name={name} className={styles.images}>
      <ImageField ref={field} label={`${label}${words.list}`} limit={PHRASE_LIMITS.images} />
    </Form.Item>
  )
}
