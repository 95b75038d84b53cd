import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  completionStatus,
  startCompletion,
} from '@codemirror/autocomplete'
import { history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { forEachDiagnostic, linter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint'
import { Annotation, Compartment, EditorState, type Extension, Prec } from '@codemirror/state'
import { type Command, EditorView, type KeyBinding, keymap, placeholder } from '@codemirror/view'
import type { Vocabulary } from '../../../data/queries.ts'
import { strings } from '../../../strings.ts'
import { scriptCompletion } from './completion.ts'
import type { Writing } from './place.ts'
import { scriptLanguage } from './script-language.ts'
import { editorTheme, lineTheme, paragraphsTheme } from './theme.ts'

export interface EditorOptions {
  parent: HTMLElement
  text: string
  writing: Writing
  placeholder: string
  vocabulary: () => Vocabulary | null
  /** After the person has changed the text. */
  onChange: (text: string) => void
  onBlur: () => void
  /** A list of completions opens or closes. */
  onCompleting: (isCompleting: boolean) => void
  /** Wants the remedies of the problem at the caret. */
  onRemedies: () => void
}

/** Marks a text that the form has set, so that it is not told back to the form. */
const fromForm = Annotation.define<true>()
/** What the form may change while the editor stands: how it presents itself to readers of the page. */
const attributes = new Compartment()

/** An editor for a script, or in one line for a condition. Tab leaves it; its history is its own. */
export function createEditor(options: EditorOptions): EditorView {
  const { parent, text, writing } = options
  return new EditorView({
    parent,
    doc: text,
    extensions: [
      EditorState.phrases.of(strings.editor.codeMirror),
      history(),
      closeBrackets(),
      EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['{'] } }]),
      autocompletion({
        override: [scriptCompletion(writing, options.vocabulary)],
        icons: false,
        interactionDelay: 0,
        closeOnBlur: true,
      }),
      linter(null),
      scriptLanguage(writing),
      writing === 'script' ? [paragraphsTheme, EditorView.lineWrapping] : [lineTheme, inOneLine],
      // After its variations: of two themes the earlier wins.
      editorTheme,
      placeholder(options.placeholder),
      attributes.of([]),
      Prec.highest(keymap.of([leaveList])),
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...keysOf(options),
        ...historyKeymap,
        ...standardKeymap,
      ]),
      EditorView.updateListener.of(({ docChanged, startState, state, transactions }) => {
        if (docChanged && !transactions.some((one) => one.annotation(fromForm)))
          options.onChange(state.doc.toString())
        const isCompleting = completionStatus(state) !== null
        if (isCompleting !== (completionStatus(startState) !== null)) options.onCompleting(isCompleting)
      }),
      EditorView.domEventHandlers({ blur: options.onBlur }),
    ],
  })
}

/** Makes the editor show what the form holds, when that is not what it shows already. */
export function setText(view: EditorView, text: string): void {
  if (text === view.state.doc.toString()) return
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    annotations: fromForm.of(true),
  })
}

/** How the page's other readers meet the editor: its name, its state, what describes it. */
export function setAttributes(
  view: EditorView,
  { isDisabled, ...aria }: { isDisabled: boolean } & Record<string, string | boolean | undefined>,
): void {
  const content = Object.fromEntries(
    Object.entries(aria).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  const extensions: Extension[] = [
    EditorView.contentAttributes.of({ ...content, spellcheck: 'false', 'aria-disabled': String(isDisabled) }),
    EditorView.editorAttributes.of({
      class: [aria['aria-invalid'] === 'true' && 'is-wrong', isDisabled && 'is-disabled']
        .filter(Boolean)
        .join(' '),
    }),
    EditorView.editable.of(!isDisabled),
    EditorState.readOnly.of(isDisabled),
  ]
  view.dispatch({ effects: attributes.reconfigure(extensions) })
}

/** Escape closes the list of completions, and only the list: the drawer around would close on it, too. */
const leaveList: KeyBinding = { key: 'Escape', run: closeCompletion, stopPropagation: true }

function keysOf({ onRemedies }: EditorOptions): KeyBinding[] {
  return [
    // Windows gives Ctrl+Space to the input method of Chinese writers.
    { key: 'Alt-/', run: startCompletion },
    { key: 'F8', run: announced(nextDiagnostic), shift: announced(previousDiagnostic) },
    {
      key: 'Alt-Enter',
      run() {
        onRemedies()
        return true
      },
    },
  ]
}

/** Goes to a problem and says what it is, since a screen reader does not see the underline. */
function announced(command: Command): Command {
  return (view) => {
    if (!command(view)) return false
    const { from, to } = view.state.selection.main
    forEachDiagnostic(view.state, ({ message }, start, end) => {
      if (start === from && end === to) view.dispatch({ effects: EditorView.announce.of(message) })
    })
    return true
  }
}

/** A line break that is pasted or dropped into a single line becomes a blank; Enter writes none. */
const inOneLine = EditorState.transactionFilter.of((transaction) => {
  if (transaction.newDoc.lines === 1) return transaction
  const line = transaction.newDoc
    .toString()
    .replace(/\s*\n\s*/g, transaction.isUserEvent('input.paste') ? ' ' : '')
  return {
    changes: { from: 0, to: transaction.startState.doc.length, insert: line },
    selection: { anchor: Math.min(line.length, transaction.newSelection.main.head) },
  }
})
