import { Form } from 'antd'
import { strings } from '../../strings.ts'
import styles from './PhraseEditor.module.css'
import { CheckedScript } from './problems/CheckedScript.tsx'
import type { Problem } from './problems/problem.ts'
import { WordBar } from './WordBar.tsx'

interface ScriptPaneProps {
  /** In the form, or in the list of further messages. */
  name: 'body' | ['variants', number, 'body'] | [number, 'body']
  label: string
  placeholder?: string
  check: (text: string) => Problem[]
  onWaive: (problem: Problem) => void
}

/** One wording as it is written: the editor, what can be put into it, and what is wrong in it. */
export function ScriptPane({ name, label, placeholder, check, onWaive }: ScriptPaneProps) {
  return (
    <Form.Item name={name} className={styles.body}>
      <CheckedScript
        writing="script"
        label={label}
        placeholder={placeholder ?? strings.editor.fields.bodyHint}
        check={check}
        onWaive={onWaive}
        tools={(insert) => <WordBar onInsert={insert} />}
      />
    </Form.Item>
  )
}
