import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { ImageInfo } from '../../../shared/model/image.ts'
import { imageBlob } from '../../client/images.ts'
import { useNotice } from '../data/use-notice.tsx'
import { imageStrings as words } from '../strings/images.ts'
import styles from './Images.module.css'

/** An image as large as the window allows. */
export function LargeImage({ info, onClose }: { info: ImageInfo; onClose: () => void }) {
  const { hash, name, width, height, bytes } = info
  const notice = useNotice()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let made: string | null = null
    let isGone = false
    const show = (blob: Blob) => {
      if (isGone) return
      made = URL.createObjectURL(blob)
      setAddress(made)
    }
    imageBlob(hash).then(show, notice.failed)
    return () => {
      isGone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [hash, notice])
  return (
    <Modal open footer={null} width="min(60rem, 92vw)" title={name || words.list} onCancel={onClose}>
      <div className={styles.large} style={{ aspectRatio: `${width} / ${height}` }}>
        {address && <img src={address} alt={name || words.list} />}
      </div>
      <p className={styles.measure}>{words.measure(width, height, bytes)}</p>
    </Modal>
  )
}
