import { useQuery } from '@tanstack/react-query'
import { Alert, Drawer } from 'antd'
import type { Step } from '../../../../shared/model/steps.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'
import { strings } from '../../strings.ts'
import type { GroupNode } from '../group-tree.ts'
import type { Editing } from './editing.ts'
import { PhraseDrawer } from './PhraseDrawer.tsx'
import { newPhraseForm, phraseFormOf } from './phrase-form.ts'

interface PhraseEditorProps {
  editing: Editing
  tree: readonly GroupNode[]
  /** What a new phrase begins with: the group and the step one was looking at. */
  startIn: { groupId: string | null; step: Step }
  onClose: () => void
}

/** The editor of one phrase, opened when the phrase as it stands now is there. */
export default function PhraseEditor({ editing, tree, startIn, onClose }: PhraseEditorProps) {
  const id = editing === 'new' ? null : editing.phraseId
  const { data, error } = useQuery({
    queryKey: [KEYS.phrases, 'one', id],
    queryFn: () => (id === null ? null : rpc.phrases.get.query(id)),
    gcTime: 0,
    // The person edits what was there when the editor opened; a later version must not take its place under them.
    refetchOnMount: 'always',
  })
  if (error) {
    return (
      <Drawer open title={strings.editor.edit} onClose={onClose}>
        <Alert type="error" showIcon title={messageOf(error)} />
      </Drawer>
    )
  }
  if (data === undefined) return null
  const initial = data === null ? newPhraseForm(startIn.groupId, startIn.step) : phraseFormOf(data)
  return <PhraseDrawer phraseId={id} initial={initial} tree={tree} onClose={onClose} />
}
