import { type CompositionEvent, type KeyboardEvent, useRef } from 'react'
import { belongsToInputMethod } from '../keyboard/composition.ts'
import { type Intent, intentOf, type KeyContext } from '../keyboard/intents.ts'
import type { Panel } from '../state/panel.ts'
import { currentPreview, fieldsOf, type PanelState } from '../state/state.ts'
import { usePanel } from './panel-context.tsx'

/** The one place where keys are heard: each is turned into an intent, and the intent is carried out. */
export function useKeys() {
  const panel = usePanel()
  const compositionEndedAt = useRef<number | null>(null)

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const isComposing = belongsToInputMethod(event.nativeEvent, compositionEndedAt.current)
    const { key, code, altKey: alt, shiftKey: shift, ctrlKey, metaKey, repeat: isRepeat } = event.nativeEvent
    const press = { key, code, command: ctrlKey || metaKey, alt, shift, isRepeat, isComposing }
    const context = contextOf(panel.store.getState(), event.target as HTMLElement)
    const intent = intentOf(press, context)
    if (intent === null) return
    // A letter typed on a button goes into the query: the focus moves, the key itself must still arrive.
    if (intent.do !== 'focus-query' || key.length > 1) event.preventDefault()
    carryOut(intent, panel, event.target as HTMLElement)
  }

  function onCompositionEnd(event: CompositionEvent): void {
    compositionEndedAt.current = event.nativeEvent.timeStamp
  }

  return { onKeyDown, onCompositionEnd }
}

function contextOf(state: PanelState, target: HTMLElement): KeyContext {
  const { picker, followUp, isHelpOpen, query, product, buyer } = state
  const preview = currentPreview(state)
  return {
    at: placeOf(target),
    overlay: isHelpOpen ? 'help' : followUp ? 'follow-up' : picker ? 'picker' : null,
    isTextEmpty: (picker?.text ?? query) === '',
    hasSelection: hasSelection(target),
    hasChips: product !== null || buyer !== null,
    blank: Number(target.dataset.index ?? 0),
    blanks: preview ? fieldsOf(preview).length : 0,
  }
}

function placeOf({ dataset }: HTMLElement): KeyContext['at'] {
  const { at } = dataset
  return at === 'query' || at === 'blank' || at === 'chip' ? at : 'elsewhere'
}

function hasSelection(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement && target.selectionStart !== target.selectionEnd) return true
  return window.getSelection()?.isCollapsed === false
}

function carryOut(intent: Intent, panel: Panel, target: HTMLElement): void {
  const state = panel.store.getState()
  switch (intent.do) {
    case 'move':
      panel.move(intent.by, intent.direction)
      return
    case 'use':
      void panel.use(intent.mode)
      return
    case 'pick':
      if (state.picker) panel.chooseOption(intent.index)
      else void panel.pick(intent.index, 'paste')
      return
    case 'step':
      panel.moveStep(intent.direction)
      return
    case 'variant':
      panel.moveVariant(intent.direction)
      return
    case 'copy-remark':
      void panel.copyRemark()
      return
    case 'choose-shop':
      panel.openPicker('shop')
      return
    case 'open-follow-up':
      panel.openFollowUp()
      return
    case 'save-follow-up':
      void panel.saveFollowUp()
      return
    case 'choose-time':
      void panel.chooseTime(intent.index)
      return
    case 'close-follow-up':
      panel.closeFollowUp()
      return
    case 'focus-blank':
      panel.focus('blank', placeOf(target) === 'blank' ? intent.index : firstEmpty(state))
      return
    case 'focus-query':
      panel.focus('query')
      return
    case 'focus-chip':
      panel.focus('chip')
      return
    case 'remove-chip':
      if (target.dataset.chip === 'product') panel.chooseProduct(null)
      else panel.chooseBuyer(null)
      return
    case 'choose-option':
      panel.chooseOption()
      return
    case 'close-picker':
      panel.closePicker()
      return
    case 'toggle-help':
      panel.toggleHelp()
      return
    case 'dismiss':
      panel.dismiss()
      return
    case 'open-workbench':
      panel.openWorkbench()
      return
    case 'nothing':
  }
}

/** Coming from the query, the first blank that still wants something. */
function firstEmpty(state: PanelState): number {
  const preview = currentPreview(state)
  if (!preview) return 0
  return Math.max(
    0,
    fieldsOf(preview).findIndex(({ name }) => !state.blanks[name]),
  )
}
