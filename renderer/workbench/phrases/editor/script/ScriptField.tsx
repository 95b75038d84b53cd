import { snippet } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { Form } from 'antd'
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { useVocabulary } from '../../../data/queries.ts'
import type { Problem } from '../problems/problem.ts'
import { createEditor, setAttributes, setText } from './create-editor.ts'
import { replaceIn, showProblems } from './diagnostics.ts'
import type { Writing } from './place.ts'

/** What the things around an editor may do in it. */
export interface ScriptHandle {
  focus: () => void
  /** Puts a template (see `templates.ts`) where the caret is, and selects its first field. */
  insert: (template: string) => void
  /** Selects a stretch and brings it into view. */
  select: (from: number, to: number) => void
  replace: (from: number, to: number, text: string) => void
}

interface ScriptFieldProps {
  ref?: Ref<ScriptHandle>
  writing: Writing
  label: string
  placeholder: string
  problems: readonly Problem[]
  /** The text that the problems were found in; the editor may be a few letters further. */
  checkedText: string
  onWaive: (problem: Problem) => void
  onCompleting: (isCompleting: boolean) => void
  /** Wants the remedies of the problem at `caret`. */
  onRemedies: (caret: number) => void
  isDisabled?: boolean
  /** Given by the form's item. */
  id?: string
  value?: string
  onChange?: (text: string) => void
  onBlur?: () => void
  'aria-describedby'?: string
}

/** A field of a form in which a script is written, with completion, and with problems underlined. */
export function ScriptField(props: ScriptFieldProps) {
  const {
    ref,
    writing,
    label,
    placeholder,
    problems,
    checkedText,
    isDisabled = false,
    value = '',
    id,
  } = props
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView>(null)
  const { data } = useVocabulary()
  const isWrong = Form.Item.useStatus().status === 'error'
  const describedBy = props['aria-describedby']

  const vocabulary = useEffectEvent(() => data ?? null)
  const onChange = useEffectEvent((text: string) => props.onChange?.(text))
  const onBlur = useEffectEvent(() => props.onBlur?.())
  const waive = useEffectEvent((problem: Problem) => props.onWaive(problem))
  const onCompleting = useEffectEvent((isCompleting: boolean) => props.onCompleting(isCompleting))
  const onRemedies = useEffectEvent(() => props.onRemedies(editor.current?.state.selection.main.from ?? 0))
  const create = useEffectEvent((parent: HTMLElement) =>
    createEditor({
      parent,
      text: value,
      writing,
      placeholder,
      vocabulary,
      onChange,
      onBlur,
      onCompleting,
      onRemedies,
    }),
  )

  useLayoutEffect(() => {
    if (!host.current) return
    const view = create(host.current)
    editor.current = view
    return () => {
      editor.current = null
      view.destroy()
    }
  }, [])

  // At once, in the same turn as the render: a key pressed before a later effect would be taken back by it.
  useLayoutEffect(() => {
    if (editor.current) setText(editor.current, value)
  }, [value])

  useLayoutEffect(() => {
    if (!editor.current) return
    setAttributes(editor.current, {
      isDisabled,
      id,
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': isWrong,
      'aria-multiline': writing === 'script',
    })
  }, [id, label, describedBy, isWrong, isDisabled, writing])

  useEffect(() => {
    // Places in an older text would underline other words; the editor moves those it has until new ones come.
    if (editor.current?.state.doc.toString() === checkedText)
      showProblems(editor.current, problems, { onWaive: waive })
  }, [problems, checkedText])

  useImperativeHandle(ref, () => handleOf(() => editor.current), [])

  return <div ref={host} data-writing={writing} />
}

function handleOf(editor: () => EditorView | null): ScriptHandle {
  return {
    focus: () => editor()?.focus(),
    insert(template) {
      const view = editor()
      if (!view) return
      const { from, to } = view.state.selection.main
      snippet(template)(view, null, from, to)
      view.focus()
    },
    select(from, to) {
      editor()?.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true })
      editor()?.focus()
    },
    replace(from, to, text) {
      const view = editor()
      if (view) replaceIn(view, from, to, text)
    },
  }
}
