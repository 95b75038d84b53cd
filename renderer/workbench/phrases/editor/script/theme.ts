import { EditorView } from '@codemirror/view'

const WAVY = { backgroundImage: 'none', textUnderlineOffset: '0.25em', textDecorationSkipInk: 'none' }

/** The editor dressed as the fields around it, in the design's own colours, which follow light and dark by themselves. */
export const editorTheme = EditorView.theme({
  '&': {
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius)',
    background: 'var(--paper)',
    color: 'var(--ink)',
    fontSize: 'var(--text-script)',
  },
  '&:hover': { borderColor: 'var(--gold-ink)' },
  '&.cm-focused': { outline: '2px solid var(--gold)', outlineOffset: '1px', borderColor: 'var(--gold-ink)' },
  '&.is-wrong': { borderColor: 'var(--danger)' },
  '&.is-disabled': { background: 'var(--leaf)', color: 'var(--ink-faint)' },
  '.cm-scroller': { fontFamily: 'var(--font-text)', lineHeight: '1.75', overflow: 'auto' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.875rem' },
  '.cm-placeholder': { color: 'var(--ink-faint)' },
  '.cm-content ::selection, .cm-line::selection': { background: 'var(--chosen)' },
  '&.cm-focused .cm-matchingBracket': { background: 'transparent' },

  '.script-markup': { background: 'var(--gold-wash)', color: 'var(--ink-soft)' },
  '.script-name, .script-filter': { color: 'var(--gold-ink)' },
  '.script-keyword': { color: 'var(--ink)', fontWeight: '600' },
  '.script-value': { color: 'var(--ink)' },
  '.script-comment': { color: 'var(--ink-faint)', fontStyle: 'italic' },
  '.cm-snippetField': { background: 'transparent', boxShadow: 'inset 0 -1px var(--gold)' },

  '.cm-lintRange': { paddingBottom: '0', ...WAVY },
  '.cm-lintRange-active': { background: 'var(--chosen)' },
  '.problem-mistake, .problem-strong, .problem-block': {
    textDecoration: 'underline wavy 1.5px var(--danger)',
    ...WAVY,
  },
  '.problem-block': { background: 'var(--danger-wash)' },
  '.problem-slip, .problem-warn': { textDecoration: 'underline wavy 1.5px var(--gold)', ...WAVY },
  '.problem-hint': { textDecoration: 'underline dotted 2px var(--ink-faint)', ...WAVY },

  '.cm-tooltip': {
    border: 'none',
    borderRadius: 'var(--radius)',
    background: 'var(--paper)',
    color: 'var(--ink)',
    boxShadow: '0 0 0 1px var(--hairline), 0 8px 28px rgb(0 0 0 / 18%)',
    fontFamily: 'var(--font-text)',
    fontSize: 'var(--text-label)',
    lineHeight: '1.6',
  },
  '.cm-tooltip.cm-tooltip-lint': { maxWidth: '26rem', margin: '0', padding: '0.25rem 0' },
  '.cm-diagnostic': {
    border: 'none !important',
    padding: '0.375rem 0.875rem',
    margin: '0',
    whiteSpace: 'normal',
  },
  '.cm-diagnostic b': { display: 'block', color: 'var(--ink)', fontWeight: '600' },
  '.cm-diagnostic p': { margin: '0' },
  '.cm-diagnosticText': { color: 'var(--ink-soft)' },
  '.cm-diagnosticAction': {
    margin: '0.25rem 0.75rem 0 0',
    padding: '0',
    border: 'none',
    background: 'none',
    color: 'var(--gold-ink)',
    font: 'inherit',
    cursor: 'pointer',
  },
  '.cm-diagnosticAction u': { textDecoration: 'none' },
  '.cm-diagnosticAction:hover': { color: 'var(--ink)', textDecoration: 'underline' },

  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-text)',
    minWidth: '18rem',
    maxWidth: '26rem',
    maxHeight: '15rem',
    padding: '0.25rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '0.75rem',
    alignItems: 'baseline',
    padding: '0.1875rem 0.625rem',
    borderRadius: 'var(--radius-small)',
    lineHeight: '1.6',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > completion-section': {
    padding: '0.375rem 0.625rem 0.125rem',
    border: 'none',
    opacity: '1',
    color: 'var(--ink-faint)',
    fontSize: 'var(--text-small)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--chosen)',
    color: 'var(--ink)',
  },
  '.cm-completionLabel': { flex: 'none' },
  '.cm-completionDetail': {
    margin: '0',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: 'var(--ink-faint)',
    fontSize: 'var(--text-small)',
    fontStyle: 'normal',
  },
  'li[aria-selected] .cm-completionDetail': { color: 'var(--ink-soft)' },
  '.cm-tooltip.cm-completionInfo': { maxWidth: '18rem', padding: '0.625rem 0.875rem' },
  '.cm-completionInfo p': { margin: '0.125rem 0 0', color: 'var(--ink-soft)' },
  '.cm-completionInfo dl': {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: '0.125rem 0.625rem',
    margin: '0.5rem 0 0',
  },
  '.cm-completionInfo dt': { color: 'var(--ink-faint)' },
  '.cm-completionInfo dd': { margin: '0', overflowWrap: 'anywhere' },
})

/** A single line as high as an input. */
export const lineTheme = EditorView.theme({
  '&': { fontSize: 'var(--text)' },
  '.cm-scroller': { lineHeight: '1.5rem', overflowX: 'auto' },
  '.cm-content': { padding: '0.1875rem 0' },
  '.cm-line': { padding: '0 0.6875rem' },
  '.script-markup': { background: 'transparent' },
})

export const paragraphsTheme = EditorView.theme({
  '.cm-scroller': { height: '16rem', minHeight: '10rem', resize: 'vertical' },
})
