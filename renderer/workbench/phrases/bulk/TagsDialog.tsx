import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { strings } from '../../strings.ts'
import { TagSelect } from '../TagSelect.tsx'
import styles from './Bulk.module.css'
import type { AskedChange } from './use-bulk-change.ts'

interface TagsDialogProps {
  count: number
  onApply: (change: AskedChange) => Promise<void>
  onClose: () => void
}

const words = strings.phrases.bulk

/** Asks for tags to give to phrases, or to take from them. */
export function TagsDialog({ count, onApply, onClose }: TagsDialogProps) {
  const [way, setWay] = useState<'tag' | 'untag'>('tag')
  const [tags, setTags] = useState<string[]>([])
  return (
    <Modal
      open
      width={440}
      title={words.tagsTitle(count)}
      okText={words.apply}
      okButtonProps={{ disabled: tags.length === 0 }}
      onOk={() => onApply(way === 'tag' ? { kind: 'tag', add: tags } : { kind: 'untag', remove: tags })}
      onCancel={onClose}
    >
      <div className={styles.fields}>
        <Radio.Group value={way} onChange={(event) => setWay(event.target.value)}>
          <Radio value="tag">{words.addTags}</Radio>
          <Radio value="untag">{words.removeTags}</Radio>
        </Radio.Group>
        <TagSelect
          aria-label={words.tags}
          placeholder={words.tagsHint}
          mayBeNew={way === 'tag'}
          placement="topLeft"
          value={tags}
          onChange={setTags}
        />
      </div>
    </Modal>
  )
}
