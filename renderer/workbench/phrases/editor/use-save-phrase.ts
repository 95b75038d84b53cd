import type { FormInstance } from 'antd'
import { useState } from 'react'
import { deskCodeOf, messageOf, rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { strings } from '../../strings.ts'
import { type PhraseForm, readPhraseForm } from './phrase-form.ts'

/** At which field a refusal of the desk is said; any other is said as a message. */
const FIELD_OF_REFUSAL: Readonly<Record<string, keyof PhraseForm>> = {
  'code-taken': 'code',
  'script-broken': 'body',
}

/** Saves the form as a new phrase, or over an old one; what is wrong with a field is said at the field. */
export function useSavePhrase(phraseId: string | null, form: FormInstance<PhraseForm>, onSaved: () => void) {
  const [isSaving, setSaving] = useState(false)
  const notice = useNotice()

  const showAt = (field: keyof PhraseForm, message: string) => {
    form.setFields([{ name: field, errors: [message] }])
    form.scrollToField(field, { focus: true })
  }

  const save = async () => {
    if (isSaving) return
    const reading = readPhraseForm(form.getFieldsValue(true))
    form.setFields(
      Object.keys(form.getFieldsValue()).map((name) => ({ name: name as keyof PhraseForm, errors: [] })),
    )
    if (!reading.ok) {
      for (const { path, message } of reading.problems.toReversed())
        showAt(path[0] as keyof PhraseForm, message)
      return
    }
    setSaving(true)
    try {
      if (phraseId === null) await rpc.phrases.create.mutate(reading.draft)
      else await rpc.phrases.update.mutate({ id: phraseId, draft: reading.draft })
      notice.done(strings.editor.saved)
      onSaved()
    } catch (error) {
      const field = FIELD_OF_REFUSAL[deskCodeOf(error) ?? '']
      if (field) showAt(field, messageOf(error))
      else notice.failed(error)
      setSaving(false)
    }
  }

  return { save: () => void save(), isSaving }
}
