import { Input, Modal } from 'antd'
import { useState } from 'react'
import { strings } from '../../../strings.ts'
import styles from './Problems.module.css'
import type { Problem } from './problem.ts'

interface WaiverDialogProps {
  problem: Problem
  onKeep: (problem: Problem, reason: string) => void
  onCancel: () => void
}

const words = strings.editor.waivers
/** As the model has it. */
const LONGEST_REASON = 200

/** Asks why the words may stand; without a reason they may not. */
export function WaiverDialog({ problem, onKeep, onCancel }: WaiverDialogProps) {
  const [reason, setReason] = useState('')
  const isEmpty = reason.trim() === ''
  const keep = () => {
    if (!isEmpty) onKeep(problem, reason.trim())
  }
  return (
    <Modal
      open
      title={words.title(problem.waivable?.text ?? '')}
      okText={words.keep}
      okButtonProps={{ disabled: isEmpty }}
      onOk={keep}
      onCancel={onCancel}
    >
      <p className={styles.reason}>
        {problem.title}：{problem.reason}
      </p>
      <Input.TextArea
        autoFocus
        className={styles.why}
        aria-label={words.reason}
        placeholder={words.reasonHint}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onPressEnter={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
          event.preventDefault()
          keep()
        }}
      />
      <p className={styles.reason}>{words.explanation}</p>
    </Modal>
  )
}
