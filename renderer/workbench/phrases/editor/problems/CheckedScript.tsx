import { type ReactNode, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { Writing } from '../script/place.ts'
import { ScriptField, type ScriptHandle } from '../script/ScriptField.tsx'
import { useSettled } from '../use-settled.ts'
import { ProblemList } from './ProblemList.tsx'
import type { Problem } from './problem.ts'

/** Long enough that nothing is underlined while one is in the middle of a word, short enough to feel immediate. */
const SETTLES_AFTER_MS = 250

interface CheckedScriptProps {
  ref?: Ref<ScriptHandle>
  writing: Writing
  label: string
  placeholder: string
  /** What is wrong with a text; a pure function that stays the same while its rules do. */
  check: (text: string) => Problem[]
  onWaive?: (problem: Problem) => void
  /** What stands between the editor and its problems. */
  tools?: (insert: (template: string) => void) => ReactNode
  id?: string
  value?: string
  onChange?: (text: string) => void
  onBlur?: () => void
  'aria-describedby'?: string
}

const nothing = () => undefined

/** An editor with what is wrong in it: underlined as one types, and listed below with what can be done. */
export function CheckedScript({ ref, check, tools, onWaive = nothing, ...field }: CheckedScriptProps) {
  const { value = '' } = field
  const editor = useRef<ScriptHandle>(null)
  const list = useRef<HTMLUListElement>(null)
  const [isCompleting, setCompleting] = useState(false)
  // What is half chosen from a list is not wrong yet.
  const settled = useSettled(value, isCompleting ? Number.POSITIVE_INFINITY : SETTLES_AFTER_MS)
  const problems = useMemo(() => check(settled), [check, settled])
  useImperativeHandle(ref, () => handleOf(() => editor.current), [])

  const goToRemedies = (caret: number) => {
    const at = problems.findIndex(({ from, to }) => from <= caret && caret <= to)
    list.current?.children[Math.max(0, at)]?.querySelector('button')?.focus()
  }

  const replace = ({ from, to }: Problem, text: string) => {
    // A few keys may have moved the words since they were checked; what stands there now is then left alone.
    if (value.slice(from, to) === settled.slice(from, to)) editor.current?.replace(from, to, text)
  }

  return (
    <>
      <ScriptField
        {...field}
        ref={editor}
        problems={problems}
        checkedText={settled}
        onWaive={onWaive}
        onCompleting={setCompleting}
        onRemedies={goToRemedies}
      />
      {tools?.((template) => editor.current?.insert(template))}
      <ProblemList
        ref={list}
        text={settled}
        problems={problems}
        onGoTo={({ from, to }) => editor.current?.select(from, to)}
        onReplace={replace}
        onWaive={onWaive}
      />
    </>
  )
}

function handleOf(editor: () => ScriptHandle | null): ScriptHandle {
  return {
    focus: () => editor()?.focus(),
    insert: (template) => editor()?.insert(template),
    select: (from, to) => editor()?.select(from, to),
    replace: (from, to, text) => editor()?.replace(from, to, text),
  }
}
