import { Button, Drawer, Form } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useMarkUnsaved } from '../../app/unsaved.ts'
import { useLeave } from '../../app/use-leave.ts'
import { isSameValue } from '../../components/same-value.ts'
import { strings } from '../../strings.ts'
import type { GroupNode } from '../group-tree.ts'
import { usePhraseActions } from '../use-phrase-actions.ts'
import { BodyField } from './BodyField.tsx'
import styles from './PhraseEditor.module.css'
import { CodeField, PhraseFields, TitleField } from './PhraseFields.tsx'
import { PreviewPane } from './PreviewPane.tsx'
import type { PhraseForm } from './phrase-form.ts'
import { useSavePhrase } from './use-save-phrase.ts'

interface PhraseDrawerProps {
  /** Null for a new phrase. */
  phraseId: string | null
  initial: PhraseForm
  tree: readonly GroupNode[]
  onClose: () => void
}

/** The form of a phrase, its script and the filled preview side by side. Ctrl+S saves; leaving with changes asks. */
export function PhraseDrawer({ phraseId, initial, tree, onClose }: PhraseDrawerProps) {
  const [form] = Form.useForm<PhraseForm>()
  // What the phrase was when the editor opened: a change that arrives from elsewhere does not move it.
  const [start] = useState(initial)
  const [isDirty, setDirty] = useState(false)
  const body = Form.useWatch('body', form) ?? start.body
  const leave = useLeave()
  const actions = usePhraseActions()
  useMarkUnsaved('phrase-editor', isDirty)
  const { save, isSaving } = useSavePhrase(phraseId, form, onClose)

  const remove = async () => {
    if (phraseId !== null && (await actions.remove([phraseId]))) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    save()
  }

  return (
    <Drawer
      open
      size="min(68rem, 94vw)"
      title={phraseId === null ? strings.editor.create : strings.editor.edit}
      onClose={() => leave(onClose)}
      footer={
        <div className={styles.footer}>
          {phraseId !== null && (
            <Button danger type="text" onClick={() => void remove()}>
              {strings.editor.remove}
            </Button>
          )}
          <span className={styles.gap}>{isDirty && strings.editor.unsaved}</span>
          <Button onClick={() => leave(onClose)}>{strings.cancel}</Button>
          <Button type="primary" loading={isSaving} title="Ctrl+S" onClick={save}>
            {strings.save}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={start}
        requiredMark={false}
        scrollToFirstError
        onValuesChange={(_, values) => setDirty(!isSameValue(values, start))}
        onKeyDown={onKeyDown}
      >
        <div className={styles.names}>
          <TitleField autoFocus={phraseId === null} />
          <CodeField />
        </div>
        <div className={styles.writing}>
          <BodyField form={form} />
          <PreviewPane body={body} />
        </div>
        <PhraseFields tree={tree} />
      </Form>
    </Drawer>
  )
}
