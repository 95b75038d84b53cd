import type { FormInstance } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { deskCodeOf, messageOf, rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { allImagesTaken } from '../../images/taking.ts'
import { strings } from '../../strings.ts'
import { showWritten } from '../view.ts'
import { type PhraseForm, readPhraseForm } from './phrase-form.ts'

/** At which field a refusal of the desk is said; any other is said as a message. */
const FIELD_OF_REFUSAL: Readonly<Record<string, keyof PhraseForm>> = {
  'code-taken': 'code',
  'script-broken': 'body',
}

type NamePath = Parameters<FormInstance<PhraseForm>['scrollToField']>[0]

interface SaveListeners {
  onSaved: () => void
  /** A wording (a variant by its place, null for the body) has to be seen. */
  onWording: (variant: number | null) => void
}

/** Saves the form as a new phrase, or over an old one; what is wrong with a field is said at the field. */
export function useSavePhrase(
  phraseId: string | null,
  form: FormInstance<PhraseForm>,
  { onSaved, onWording }: SaveListeners,
) {
  const [isSaving, setSaving] = useState(false)
  const notice = useNotice()

  const showAt = (path: readonly (string | number)[], message: string) => {
    const [field, index] = path
    // A field on a tab that is not open could not take the focus.
    if (field === 'body') flushSync(() => onWording(null))
    if (field === 'variants' && typeof index === 'number') flushSync(() => onWording(index))
    form.setFields([{ name: [...path] as NamePath, errors: [message] }])
    form.scrollToField([...path] as NamePath, { focus: true })
  }

  const write = async () => {
    const reading = readPhraseForm(form.getFieldsValue(true))
    form.setFields(form.getFieldsError().map(({ name }) => ({ name: name as NamePath, errors: [] })))
    if (!reading.ok) {
      for (const { path, message } of reading.problems.toReversed()) showAt(path, message)
      return
    }
    try {
      if (phraseId === null) showWritten((await rpc.phrases.create.mutate(reading.draft)).id)
      else await rpc.phrases.update.mutate({ id: phraseId, draft: reading.draft })
      notice.done(strings.editor.saved)
      onSaved()
    } catch (error) {
      const field = FIELD_OF_REFUSAL[deskCodeOf(error) ?? '']
      if (field) showAt([field], messageOf(error))
      else notice.failed(error)
    }
  }

  const save = async () => {
    if (isSaving) return
    setSaving(true)
    // An image that was chosen a moment ago belongs to the phrase; one that cannot be taken is told of first.
    if (await allImagesTaken()) await write()
    setSaving(false)
  }

  return { save: () => void save(), isSaving }
}
