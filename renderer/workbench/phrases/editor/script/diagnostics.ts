import { isolateHistory } from '@codemirror/commands'
import { type Action, type Diagnostic, setDiagnostics } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'
import { strings } from '../../../strings.ts'
import type { Problem } from '../problems/problem.ts'

const words = strings.editor.problems

const SEVERITY = {
  mistake: 'error',
  block: 'error',
  strong: 'warning',
  slip: 'warning',
  warn: 'warning',
  hint: 'info',
} as const satisfies Record<Problem['level'], Diagnostic['severity']>

/** What may be done about a problem from where it is shown. */
export interface ProblemActions {
  onWaive: (problem: Problem) => void
}

/** Underlines the problems, with their reasons and remedies where the pointer rests. */
export function showProblems(view: EditorView, problems: readonly Problem[], actions: ProblemActions): void {
  const { length } = view.state.doc
  const diagnostics = problems
    .filter(({ to }) => to <= length)
    .map((problem): Diagnostic => {
      const { from, to, level, reason } = problem
      return {
        ...{ from, to, severity: SEVERITY[level], markClass: `problem-${level}`, message: reason },
        renderMessage: () => messageOf(problem),
        actions: actionsOn(problem, actions),
      }
    })
  view.dispatch(setDiagnostics(view.state, diagnostics))
}

/** Puts the remedy in place of the words; the caret is then behind it. */
export function replaceIn(view: EditorView, from: number, to: number, insert: string): void {
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    // A step of its own for Ctrl+Z, however soon it follows the last key.
    annotations: isolateHistory.of('full'),
    userEvent: 'input.fix',
    scrollIntoView: true,
  })
  view.focus()
}

function actionsOn(problem: Problem, { onWaive }: ProblemActions): Action[] {
  const { replacement, waivable } = problem
  const fix: Action[] =
    replacement === null
      ? []
      : [
          {
            name: replacement === '' ? words.leaveOut : words.replaceBy(replacement),
            apply: (view, from, to) => replaceIn(view, from, to, replacement),
          },
        ]
  return waivable === null ? fix : [...fix, { name: words.keep, apply: () => onWaive(problem) }]
}

function messageOf({ title, reason, advice }: Problem): Node {
  const box = document.createElement('div')
  box.appendChild(document.createElement('b')).textContent = title
  box.appendChild(document.createElement('p')).textContent = reason
  if (advice !== null) box.appendChild(document.createElement('p')).textContent = words.advice(advice)
  return box
}
