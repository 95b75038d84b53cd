import { Button, Drawer, Form } from 'antd'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useMarkUnsaved } from '../../app/unsaved.ts'
import { useLeave } from '../../app/use-leave.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { isSameValue } from '../../components/same-value.ts'
import type { ImageFieldHandle } from '../../images/ImageField.tsx'
import { ImageTarget } from '../../images/ImageTarget.tsx'
import { strings } from '../../strings.ts'
import { ProposeButton } from '../../team/channel/ProposeButton.tsx'
import type { GroupNode } from '../group-tree.ts'
import { HistoryButton } from '../history/HistoryButton.tsx'
import { usePhraseActions } from '../use-phrase-actions.ts'
import styles from './PhraseEditor.module.css'
import { CodeField, PhraseFields, TitleField } from './PhraseFields.tsx'
import type { PhraseForm } from './phrase-form.ts'
import { PreviewPane } from './preview/PreviewPane.tsx'
import type { Problem } from './problems/problem.ts'
import { Waivers } from './problems/Waivers.tsx'
import { FurtherMessages } from './sequence/FurtherMessages.tsx'
import { MessageImages } from './sequence/MessageImages.tsx'
import { useChecks } from './use-checks.ts'
import { useChosenWording } from './use-chosen-wording.ts'
import { useSavePhrase } from './use-save-phrase.ts'
import { WordingTabs } from './variants/WordingTabs.tsx'

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
  const [asked, setAsked] = useState<Problem | null>(null)
  const images = useRef<ImageFieldHandle>(null)
  // Before the form has drawn itself for the first time it holds nothing.
  const phrase = { ...start, ...Form.useWatch((values: PhraseForm) => values, { form, preserve: true }) }
  const isDirty = !isSameValue(phrase, start)
  const wording = useChosenWording(form, phrase)
  const { checkScript, checkCondition, productNames } = useChecks(phrase.waivers)
  const leave = useLeave()
  const actions = usePhraseActions()
  useMarkUnsaved('phrase-editor', isDirty)
  const { save, isSaving } = useSavePhrase(phraseId, form, { onSaved: onClose, onWording: wording.open })

  const remove = async () => {
    if (phraseId !== null && (await actions.remove([phraseId]))) onClose()
  }
  const answered = () => {
    setAsked(null)
    // The button that asked is gone with its problem; what one was writing is where one goes on.
    const field = wording.active === null ? 'body' : ['variants', wording.active, 'body']
    form.getFieldInstance(field as 'body')?.focus()
  }
  const onSaveKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || asked) return
    event.preventDefault()
    save()
  })
  // On the window: Ctrl+S saves wherever the focus is, even when what had it has just gone.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onSaveKey(event)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <Drawer
      open
      push={false}
      size="min(68rem, 94vw)"
      title={phraseId === null ? strings.editor.create : strings.editor.edit}
      onClose={() => leave(onClose)}
      extra={
        phraseId !== null && (
          <HistoryButton phraseId={phraseId} title={start.title} leave={leave} onRestored={onClose} />
        )
      }
      footer={
        <div className={styles.footer}>
          {phraseId !== null && (
            <Button danger type="text" onClick={() => void remove()}>
              {strings.editor.remove}
            </Button>
          )}
          {phraseId !== null && !isDirty && <ProposeButton phraseId={phraseId} title={start.title} />}
          <span className={styles.gap}>{isDirty && strings.editor.unsaved}</span>
          <Button onClick={() => leave(onClose)}>{strings.cancel}</Button>
          <BusyButton type="primary" isBusy={isSaving} title="Ctrl+S" onClick={save}>
            {strings.save}
          </BusyButton>
        </div>
      }
    >
      <Form form={form} layout="vertical" initialValues={start} requiredMark={false} scrollToFirstError>
        <div className={styles.names}>
          <TitleField autoFocus={phraseId === null} />
          <CodeField phraseId={phraseId} />
        </div>
        <div className={styles.writing}>
          <div className={styles.script}>
            <ImageTarget field={images}>
              <WordingTabs
                variants={phrase.variants}
                active={wording.active}
                onOpen={wording.open}
                onAdd={wording.add}
                onRemove={wording.remove}
                check={checkScript}
                onWaive={setAsked}
              />
              <MessageImages field={images} name="images" label="" />
            </ImageTarget>
            <FurtherMessages check={checkScript} onWaive={setAsked} />
            <Form.Item name="waivers" noStyle>
              <Waivers asked={asked} onAnswered={answered} />
            </Form.Item>
          </div>
          <PreviewPane
            body={wording.body}
            images={phrase.images}
            further={phrase.further}
            buyer={wording.buyer}
            onBuyer={wording.suppose}
            waivers={phrase.waivers}
            productNames={productNames}
          />
        </div>
        <PhraseFields tree={tree} checkCondition={checkCondition} />
      </Form>
    </Drawer>
  )
}
