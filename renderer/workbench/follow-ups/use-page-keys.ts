import { useEffect, useRef } from 'react'
import { VIEWS, type View } from '../../../shared/follow-ups/grouping.ts'

/** What can be done by a key right now; what is left out waits for an entry to be chosen. */
export interface PageKeys {
  add?: () => void
  handOver?: () => void
  move?: (step: number) => void
  view?: (view: View) => void
  done?: () => void
  edit?: () => void
  snooze?: () => void
  remove?: () => void
  /** The phrase in this place, the first being 0. */
  copy?: () => void
  openInPanel?: () => void
}

const PAGE = 10

/** Hears single keys anywhere on the page, as long as they are not somebody else's: a field's, a menu's, a button's. */
export function usePageKeys(isOn: boolean, keys: PageKeys): void {
  const newest = useRef(keys)
  newest.current = keys
  useEffect(() => {
    if (!isOn) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (belongsElsewhere(event)) return
      const act = actOf(event, newest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOn])
}

function actOf({ key }: KeyboardEvent, keys: PageKeys): (() => void) | undefined {
  const { move, view } = keys
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }
  const step = steps[key]
  if (step !== undefined) return move && (() => move(step))
  const wanted = VIEWS[Number(key) - 1]
  if (wanted) return view && (() => view(wanted))
  switch (key.toLowerCase()) {
    case 'n':
      return keys.add
    case 'h':
      return keys.handOver
    case 'enter':
    case ' ':
      return keys.done
    case 'e':
      return keys.edit
    case 's':
      return keys.snooze
    case 'delete':
      return keys.remove
    case 'c':
      return keys.copy
    case 'p':
      return keys.openInPanel
    default:
      return undefined
  }
}

const OF_A_WIDGET =
  'input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=combobox], [role=radiogroup]'

function belongsElsewhere(event: KeyboardEvent): boolean {
  const { key, target, ctrlKey, metaKey, altKey, isComposing, repeat, defaultPrevented } = event
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return true
  // A held key moves on; it never acts twice.
  if (repeat && !/^(Arrow|Page)/.test(key)) return true
  if (!(target instanceof Element)) return false
  if (target.closest(OF_A_WIDGET)) return true
  return (key === 'Enter' || key === ' ') && target.closest('button, a, [role=menuitem]') !== null
}
