import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { PhraseChoice } from '../../../../shared/model/phrase-listing.ts'
import { STEP_NAMES, STEPS } from '../../../../shared/model/steps.ts'
import { strings } from '../../strings.ts'
import type { GroupNode } from '../group-tree.ts'
import styles from './Bulk.module.css'
import { DatesDialog } from './DatesDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { TagsDialog } from './TagsDialog.tsx'
import type { AskedChange } from './use-bulk-change.ts'

interface BulkBarProps {
  choice: PhraseChoice
  count: number
  tree: readonly GroupNode[]
  /** Whether the table shows what is archived. */
  archived: boolean
  onChange: (choice: PhraseChoice, change: AskedChange) => Promise<boolean>
  onClear: () => void
}

const words = strings.phrases.bulk

/** What one does with the phrases that are ticked. */
export function BulkBar({ choice, count, tree, archived, onChange, onClear }: BulkBarProps) {
  const [asking, setAsking] = useState<'move' | 'tags' | 'dates' | null>(null)
  const dialog = {
    count,
    onClose: () => setAsking(null),
    async onApply(change: AskedChange) {
      if (await onChange(choice, change)) setAsking(null)
    },
  }
  return (
    <>
      <span role="status">{strings.phrases.selected(count)}</span>
      <div className={styles.bar} role="toolbar" aria-label={words.label}>
        <Button size="small" onClick={() => setAsking('move')}>
          {words.move}
        </Button>
        <Button size="small" onClick={() => setAsking('tags')}>
          {words.tags}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: STEPS.map((step) => ({
              ...{ key: step, label: STEP_NAMES[step] },
              onClick: () => void onChange(choice, { kind: 'step', step }),
            })),
          }}
        >
          <Button size="small">{words.step}</Button>
        </Dropdown>
        <Button size="small" onClick={() => setAsking('dates')}>
          {words.dates}
        </Button>
        <Button size="small" onClick={() => void onChange(choice, { kind: 'archive', archived: !archived })}>
          {archived ? words.unarchive : words.archive}
        </Button>
        <Button size="small" danger onClick={() => void onChange(choice, { kind: 'remove' })}>
          {words.remove}
        </Button>
        <Button size="small" type="text" onClick={onClear}>
          {strings.phrases.clearSelection}
        </Button>
      </div>
      {asking === 'move' && <MoveDialog tree={tree} {...dialog} />}
      {asking === 'tags' && <TagsDialog {...dialog} />}
      {asking === 'dates' && <DatesDialog {...dialog} />}
    </>
  )
}
