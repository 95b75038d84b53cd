import { Button } from 'antd'
import { useState } from 'react'
import { HistoryIcon } from '../../components/icons.tsx'
import { historyStrings as words } from '../../strings/history.ts'
import { HistoryDialog } from './HistoryDialog.tsx'

interface HistoryButtonProps {
  phraseId: string
  title: string
  /** Goes on at once, or asks first when changes would be lost. */
  leave: (goOn: () => void) => void
  /** The phrase says something else now than what the editor was opened with. */
  onRestored: () => void
}

/** Opens what the phrase has said before. */
export function HistoryButton({ phraseId, title, leave, onRestored }: HistoryButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type="text" icon={<HistoryIcon />} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen && (
        <HistoryDialog
          phraseId={phraseId}
          title={title}
          leave={leave}
          onClose={() => setOpen(false)}
          onRestored={onRestored}
        />
      )}
    </>
  )
}
