import { Form, type FormInstance, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useRef } from 'react'
import { PHRASE_LIMITS } from '../../../../shared/model/phrase.ts'
import { parseScript } from '../../../../shared/template/index.ts'
import { strings } from '../../strings.ts'
import { insertAt, offsetOf } from './caret.ts'
import styles from './PhraseEditor.module.css'
import type { PhraseForm } from './phrase-form.ts'
import { VocabularyBar } from './VocabularyBar.tsx'

/** The script: a text to type in, what can be put into it above, and below where it does not parse. */
export function BodyField({ form }: { form: FormInstance<PhraseForm> }) {
  const area = useRef<TextAreaRef>(null)
  const body = Form.useWatch('body', form) ?? ''
  const parsed = parseScript(body)

  const textArea = () => area.current?.resizableTextArea?.textArea ?? null
  const placeCaret = (offset: number) => {
    textArea()?.focus()
    textArea()?.setSelectionRange(offset, offset)
  }

  const insert = (text: string) => {
    const { selectionStart = body.length, selectionEnd = body.length } = textArea() ?? {}
    const edited = insertAt(body, { start: selectionStart, end: selectionEnd }, text)
    // As if typed: the form learns of it like of any key, and Ctrl+Z takes it back.
    textArea()?.focus()
    if (!document.execCommand('insertText', false, text)) form.setFieldValue('body', edited.text)
    placeCaret(edited.caret)
  }

  return (
    <div className={styles.script}>
      <Form.Item
        name="body"
        label={strings.editor.fields.body}
        className={styles.body}
        extra={
          !parsed.ok && (
            <button
              type="button"
              className={styles.mistake}
              onClick={() => placeCaret(offsetOf(body, parsed.error.line, parsed.error.column))}
            >
              {strings.editor.mistake(parsed.error.line, parsed.error.column, parsed.error.message)}
            </button>
          )
        }
      >
        <Input.TextArea
          ref={area}
          className={styles.text}
          maxLength={PHRASE_LIMITS.body}
          placeholder={strings.editor.fields.bodyHint}
          spellCheck={false}
        />
      </Form.Item>
      <VocabularyBar onInsert={insert} />
    </div>
  )
}
